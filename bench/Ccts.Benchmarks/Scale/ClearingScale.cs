using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;

namespace Ccts.Benchmarks.Scale;

/// <summary>
/// Made-up sessions over ten thousand blocks from a tenth to the whole of a hundred thousand trades: what a trade costs must not grow
/// with their number. Processor time of all threads, the collector's too. Honest sessions, and ones in which nearly every trade is refused or set aside: a stranger writes the file.
/// </summary>
internal static class ClearingScale
{
    private static readonly int[] Sizes = [12_500, 25_000, 50_000, 100_000];

    internal static void Run()
    {
        var ruleset = RulesetCatalog.Default.Find("in-ccts/2025-26")!;
        foreach (var mix in Enum.GetValues<TradeMix>())
        {
            ClearingProof.Of(MadeUpSession.Of(ruleset, 1_000, mix), ruleset);
            foreach (var trades in Sizes)
            {
                var session = MadeUpSession.Of(ruleset, trades, mix);
                GC.Collect();
                var (before, started) = (GC.GetAllocatedBytesForCurrentThread(), Process.GetCurrentProcess().TotalProcessorTime);
                var proof = ClearingProof.Of(session, ruleset);
                var (elapsed, bytes) = (Process.GetCurrentProcess().TotalProcessorTime - started, GC.GetAllocatedBytesForCurrentThread() - before);
                var outcomes = string.Join(", ", proof.Trades.GroupBy(t => t.Outcome).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key}"));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"clear {trades} trades over {MadeUpSession.Blocks} blocks, {mix}: {elapsed.TotalSeconds:0.00} s of processor time, {trades / elapsed.TotalSeconds:#,0} trades a second, {elapsed.TotalMicroseconds / trades:0.0} us and {bytes / trades:#,0} bytes a trade ({outcomes})"));
            }
        }

        Receipt(ruleset);
    }

    private static void Receipt(Ruleset ruleset)
    {
        foreach (var trades in Sizes.Take(2))
        {
            var session = MadeUpSession.Of(ruleset, trades, TradeMix.Honest);
            var watch = Stopwatch.StartNew();
            var receipt = ClearingReceipt.Of(session, ruleset).Text;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"receipt of {trades} trades: {receipt.Length / 1024m / 1024m:0.0} Mi characters in {watch.Elapsed.TotalSeconds:0.0} s, {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MiB at most"));
        }
    }
}
