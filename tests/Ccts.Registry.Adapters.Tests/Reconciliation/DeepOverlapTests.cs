using System;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Reconciliation;

/// <summary>However deep the rows of one side lie upon each other: tonnes are conserved, the rows that decide still decide, and what is told stays in proportion to what was stated.</summary>
public class DeepOverlapTests
{
    private const int Rows = 10_000;
    private const int MostTold = 2 * Rows * (OpenClaims<StretchCounter>.Most + 4);

    [Fact]
    public void The_same_block_stated_ten_thousand_times_on_each_side() =>
        AssertBounded((_, i) => Entry(i, 1, 1000), (1000m, Rows * 1000m), 2 * Rows + 1);

    [Fact]
    public void A_staircase_in_which_every_row_outlasts_the_one_before() =>
        AssertBounded((_, i) => Entry(i, (ulong)i, (ulong)(Rows + i)), (2m * Rows, Rows * (Rows + 1m)), MostTold);

    [Fact]
    public void Rows_that_nest_in_each_other() =>
        AssertBounded((_, i) => Entry(i, (ulong)i, (ulong)((3 * Rows) - i)), (3m * Rows - 1, Enumerable.Range(1, Rows).Sum(i => (3m * Rows) - (2 * i) + 1)), MostTold);

    [Fact]
    public void The_rows_that_say_most_decide_from_under_any_pile()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(1, 300).Select(i => Entry(i, (ulong)random.Next(40), (ulong)(40 + random.Next(40))) with
            {
                State = (UnitState)random.Next(7),
                Date = new LocalDate(2026, 1, 1 + random.Next(5)),
            }).ToArray();
            var reconciler = new Reconciler();
            Array.ForEach(rows, r => reconciler.Add(StatementSide.Registry, r));
            var findings = reconciler.Findings().ToArray();
            Assert.Equal(rows.Sum(r => r.Quantity), findings.Sum(f => f.RegistryTonnes));
            for (ulong n = 0; n < 80; n++)
            {
                var stated = rows.Where(r => r.Block!.Value.Range.Contains(n)).OrderByDescending(Rank).ThenByDescending(r => r.Date).ThenBy(r => r.Line).ToArray();
                var told = findings.Where(f => f.Range!.Value.Contains(n)).ToArray();
                Assert.Equal(stated.Select(r => r.Line).Order(), told.Select(f => f.AtRegistry!.Value.Line).Order());
                Assert.Equal(stated[0].Line, Assert.Single(told, f => f.Class == ReconciliationClass.MissingLocally).AtRegistry!.Value.Line);
            }

            Assert.Equal(findings.Select(f => f.Range!.Value.Start), findings.Select(f => f.Range!.Value.Start).Order());
        }
    }

    [Fact]
    public void Rows_added_while_findings_are_told_are_noticed()
    {
        var reconciler = new Reconciler();
        reconciler.Add(StatementSide.Local, Entry(1, 1, 5));
        reconciler.Add(StatementSide.Local, Entry(2, 7, 9));
        Assert.Throws<InvalidOperationException>(() =>
        {
            foreach (var _ in reconciler.Findings())
            {
                reconciler.Add(StatementSide.Registry, Entry(3, 1, 5));
            }
        });
    }

    // Quadratic work would tell some 10^8 findings; what is told is counted.
    private static void AssertBounded(Func<StatementSide, int, StatementEntry> row, (decimal Matched, decimal Stated) tonnes, int mostTold)
    {
        var reconciler = new Reconciler();
        foreach (var side in new[] { StatementSide.Local, StatementSide.Registry })
        {
            for (var i = 1; i <= Rows; i++)
            {
                reconciler.Add(side, row(side, i));
            }
        }

        var totals = reconciler.Totals();
        Assert.Equal((tonnes.Matched, tonnes.Stated, tonnes.Stated), (totals[ReconciliationClass.Matched, StatementSide.Local], totals.Of(StatementSide.Local), totals.Of(StatementSide.Registry)));
        Assert.InRange(reconciler.Findings().Count(), 1, mostTold);
    }

    private static int Rank(StatementEntry entry) => entry.State is UnitState.Issued ? 0 : entry.State is UnitState.Held or UnitState.Buffer ? 1 : 2;

    private static StatementEntry Entry(int line, ulong start, ulong end) => new()
    {
        File = "made-up", Line = line, Registry = "verra", State = UnitState.Held, Block = new SerialBlock("verra", "vcu", start, end),
    };
}
