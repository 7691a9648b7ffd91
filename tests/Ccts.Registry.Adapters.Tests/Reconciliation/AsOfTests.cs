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
    [InlineData("", 31, ReconciliationClass.Unparsable, 1)]
    public void What_ended_later_and_was_issued_before_is_no_ghost(string issued, int day, ReconciliationClass kind, int later)
    {
        const string serial = "19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1";
        var reconciler = new Reconciler(new LocalDate(2026, 3, day));
        ReconcilerTests.Add(reconciler, StatementSide.Local, "l.csv", $"serial,quantity,state\n{serial},425,held\n");
        ReconcilerTests.Add(reconciler, StatementSide.Registry, "v.csv", $"Issuance Date,Vintage End,ID,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement/Cancellation Date\n{issued},2020-12-31,1340,425,425,{serial},2026-06-10\n");
        Assert.Equal((425m, later), (reconciler.Totals()[kind, StatementSide.Local], reconciler.LaterRows));
    }

    /// <summary>Own books drawn the same day as the download: what ended in both after the balance day was there on it, and what the registry did not have then is nothing.</summary>
    [Theory]
    [InlineData("Retired,2026-06-10", "2021-04-03", "2026-06-10", "Matched 425/425")]
    [InlineData("Retired,2026-06-10", "2021-04-03", "", "Matched 425/425")]
    [InlineData("Retired,2026-06-10", "2021-04-03", "2026-03-01", "StateMismatch 425/425")]
    [InlineData("Retired,2026-06-10", "2026-05-01", "2026-06-10", "")]
    [InlineData("Retired,2026-06-10", "", "2026-06-10", "")]
    [InlineData("Held,", "2021-04-03", "", "Matched 425/425")]
    [InlineData("Held,", "2026-05-01", "", "MissingAtRegistry 425/0")]
    [InlineData("Held,2026-02-01", "2026-05-01", "", "MissingAtRegistry 425/0")]
    [InlineData("Held,", "", "2026-06-10", "Unparsable 425/425")]
    public void What_ended_or_was_issued_after_the_day(string own, string issued, string ended, string told)
    {
        const string serial = "19385-941467007-941467431-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1";
        var reconciler = new Reconciler(new LocalDate(2026, 3, 31));
        ReconcilerTests.Add(reconciler, StatementSide.Local, "l.csv", $"serial,quantity,state,as_of\n{serial},425,{own}\n");
        ReconcilerTests.Add(reconciler, StatementSide.Registry, "v.csv", $"Issuance Date,Vintage End,ID,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement/Cancellation Date\n{issued},2020-12-31,1340,425,425,{serial},{ended}\n");
        Assert.Equal(told, string.Join(" ", reconciler.Findings().Select(f => $"{f.Class} {f.LocalTonnes}/{f.RegistryTonnes}")));
        Assert.Equal(told.Length == 0 ? 0 : 425, reconciler.Totals().Of(StatementSide.Local));
    }

    /// <summary>A row of what was held and one of its end later are no double count of one's own.</summary>
    [Fact]
    public void A_later_end_overlaps_nothing()
    {
        var reconciler = new Reconciler(new LocalDate(2026, 3, 31));
        ReconcilerTests.Add(reconciler, StatementSide.Local, "l.csv", "serial,quantity,state,as_of\nGS1-1-IN-GS817-4-2012-1303-1-9,9,Held,2025-01-01\nGS1-1-IN-GS817-4-2012-1303-3-5,3,Retired,2026-06-10\nGS1-1-IN-GS817-4-2012-1303-8-12,5,Retired,2026-06-10\n");
        ReconcilerTests.Add(reconciler, StatementSide.Registry, "r.csv", "serial,quantity,state\nGS1-1-IN-GS817-4-2012-1303-1-10,10,Held\n");
        Assert.Equal(["Matched 1-9 9/9", "Matched 10-10 1/1"], reconciler.Findings().Select(ReconcilerTests.Text));
    }

    /// <summary>Gold Standard's table of issuances says what became of units, and not by when.</summary>
    [Theory]
    [InlineData("Retired", "2021-05-01", ReconciliationClass.Unparsable)]
    [InlineData("Issued", "2021-05-01", ReconciliationClass.StateMismatch)]
    [InlineData("Issued", "2022-05-01", ReconciliationClass.MissingAtRegistry)]
    public void A_state_of_now_is_not_dated_by_the_day_of_issue(string status, string issued, ReconciliationClass kind)
    {
        const string serial = "GS1-1-IN-GS817-4-2012-1303-93-102";
        var reconciler = new Reconciler(new LocalDate(2022, 3, 31));
        ReconcilerTests.Add(reconciler, StatementSide.Local, "l.csv", $"serial,quantity,state\n{serial},10,Retired\n");
        ReconcilerTests.Add(reconciler, StatementSide.Registry, "g.csv", $"Vintage,Credit Status,Quantity,GSID,Serial Number,Issuance Date\n2012,{status},10,817,{serial},{issued}\n");
        Assert.Equal(10m, reconciler.Totals()[kind, StatementSide.Local]);
    }

    private static string Kept(Reconciler reconciler)
    {
        ReconcilerTests.Add(reconciler, StatementSide.Registry, "r.csv", Rows);
        return string.Join(" ", reconciler.Findings().Select(f => f.Range!.Value.Start));
    }
}
