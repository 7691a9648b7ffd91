using System.Linq;
using Ccts.Registry.Adapters.Reconciliation;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Reconciliation;

/// <summary>What statements may speak of, to the moment: a day ends in India, and a row dated by day alone begins there.</summary>
public class AsOfTests
{
    private const string Rows = """
        serial,quantity,state,as_of
        GS1-1-IN-GS817-4-2012-1303-1-1,1,Retired,2026-03-31
        GS1-1-IN-GS817-4-2012-1303-2-2,1,Retired,2026-03-31T10:00:00Z
        GS1-1-IN-GS817-4-2012-1303-3-3,1,Retired,2026-03-31T18:29:59Z
        GS1-1-IN-GS817-4-2012-1303-4-4,1,Retired,2026-03-31T18:30:00Z
        GS1-1-IN-GS817-4-2012-1303-5-5,1,Retired,2026-04-01T00:30:00+05:30
        GS1-1-IN-GS817-4-2012-1303-6-6,1,Retired,2026-04-01
        GS1-1-IN-GS817-4-2012-1303-7-7,1,Retired,
        """;

    [Fact]
    public void A_day_ends_in_India() => Assert.Equal("1 2 3 7", Kept(new Reconciler(new LocalDate(2026, 3, 31))));

    [Fact]
    public void An_instant_is_the_last_that_counts()
    {
        Assert.Equal("1 2 7", Kept(new Reconciler(Instant.FromUtc(2026, 3, 31, 10, 0))));
        Assert.Equal("1 7", Kept(new Reconciler(Instant.FromUtc(2026, 3, 31, 10, 0) - Duration.Epsilon)));
        Assert.Equal("1 2 3 4 6 7", Kept(new Reconciler(Instant.FromUtc(2026, 3, 31, 18, 30))));
    }

    [Fact]
    public void A_row_dated_by_day_begins_with_the_day_in_India()
    {
        Assert.Equal("1 7", Kept(new Reconciler(Instant.FromUtc(2026, 3, 30, 18, 30))));
        Assert.Equal("7", Kept(new Reconciler(Instant.FromUtc(2026, 3, 30, 18, 30) - Duration.Epsilon)));
    }

    [Fact]
    public void The_ends_of_time_are_instants_too()
    {
        Assert.Equal("1 2 3 4 5 6 7", Kept(new Reconciler(Instant.MaxValue)));
        Assert.Equal("1 2 3 4 5 6 7", Kept(new Reconciler(LocalDate.MaxIsoValue)));
        Assert.Equal("7", Kept(new Reconciler(Instant.MinValue)));
    }

    /// <summary>Downloaded in June for the balance of March: what was retired since had been issued, and was held.</summary>
    [Theory]
    [InlineData("2021-04-03", 31, ReconciliationClass.Matched, 0)]
    [InlineData("2026-04-01", 31, ReconciliationClass.MissingAtRegistry, 1)]
    [InlineData("", 31, ReconciliationClass.MissingAtRegistry, 1)]
    public void What_ended_later_and_was_issued_before_is_no_ghost(string issued, int day, ReconciliationClass kind, int later)
    {
        const string serial = "19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1";
        var reconciler = new Reconciler(new LocalDate(2026, 3, day));
        ReconcilerTests.Add(reconciler, StatementSide.Local, "l.csv", $"serial,quantity,state\n{serial},425,held\n");
        ReconcilerTests.Add(reconciler, StatementSide.Registry, "v.csv", $"Issuance Date,Vintage End,ID,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement/Cancellation Date\n{issued},2020-12-31,1340,425,425,{serial},2026-06-10\n");
        Assert.Equal((425m, later), (reconciler.Totals()[kind, StatementSide.Local], reconciler.LaterRows));
    }

    private static string Kept(Reconciler reconciler)
    {
        ReconcilerTests.Add(reconciler, StatementSide.Registry, "r.csv", Rows);
        return string.Join(" ", reconciler.Findings().Select(f => f.Range!.Value.Start));
    }
}
