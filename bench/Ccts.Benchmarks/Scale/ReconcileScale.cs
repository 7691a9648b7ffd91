using System;
using System.Diagnostics;
using System.Globalization;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Benchmarks.Scale;

/// <summary>
/// Ten million blocks of a ledger against ten million of a registry, in memory, every tenth different. Bars: 6 seconds to classify, 40 bytes
/// a block.
/// </summary>
internal static class ReconcileScale
{
    private const int Blocks = 10_000_000;

    internal static void Run()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var reconciler = new Reconciler();
        var adding = Stopwatch.StartNew();
        Fill(reconciler, StatementSide.Local, i => i % 10 == 3 ? 5UL : 9UL);
        Fill(reconciler, StatementSide.Registry, i => i % 10 == 7 ? 7UL : 9UL);
        adding.Stop();
        var bytes = (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / (2 * Blocks);
        var classifying = Stopwatch.StartNew();
        var totals = reconciler.Totals();
        classifying.Stop();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"reconcile {Blocks} x {Blocks}: added in {adding.Elapsed.TotalSeconds:0.0} s, classified in {classifying.Elapsed.TotalSeconds:0.00} s, {bytes:0.0} bytes a block, {totals[ReconciliationClass.Matched, StatementSide.Local]} t matched, {totals[ReconciliationClass.MissingAtRegistry, StatementSide.Local]} t ghosts"));
    }

    // Out of order, as statements of several files come: the odd ones after the even ones.
    private static void Fill(Reconciler reconciler, StatementSide side, Func<int, ulong> length)
    {
        for (var half = 0; half < 2; half++)
        {
            for (var i = half; i < Blocks; i += 2)
            {
                var start = (ulong)i * 10;
                reconciler.Add(side, new StatementEntry
                {
                    File = "made-up", Line = i, Registry = "verra", State = UnitState.Held, Block = new SerialBlock("verra", "vcu", start, start + length(i)),
                });
            }
        }
    }
}
