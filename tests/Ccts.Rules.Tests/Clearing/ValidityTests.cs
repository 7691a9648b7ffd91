using System;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Rules.Decisions;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;
using NodaTime;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>Days of issue and of expiry go with the units, and the rules of validity decide by them; what nobody states stays unknown.</summary>
/// <remarks>The overlay ct02-token sets 36 months. The trades are of 23 November 2026, by India's time.</remarks>
public sealed class ValidityTests
{
    private const string Trades = "trade,at,seller,buyer,tonnes,price,kind\n";
    private const string Sale = Trades + "A,2026-11-23T05:00:00Z,cement,steel,100,900 INR,ccc\n";
    private const string Holdings = "account,registry,scope,start,end,vintage,kind,status,issued,expires\n";
    private const string Statement = "account,registry,scope,start,end,status,issued,expires\n";

    [Theory]
    [InlineData("2023-11-23", "", "Permit", "")] // 36 months end on the day of the trade: not over yet
    [InlineData("2023-11-22", "", "Deny", "validity-over Deny")]
    [InlineData("", "", "Refer", "validity-over Refer")] // nobody says when they were issued
    [InlineData("2026-11-01", "2026-11-23", "Permit", "")] // the last day
    [InlineData("2026-11-01", "2026-11-22", "Deny", "expired Deny")]
    [InlineData("2023-10-01", "2023-11-01", "Deny", "expired Deny, validity-over Deny")]
    public void Both_sides_of_the_edge(string issued, string expires, string outcome, string limits)
    {
        foreach (var (books, registry) in new[] { (Row(issued, expires), Row("", "")), (Row("", ""), Row(issued, expires)), (Row(issued, expires), Row(issued, expires)) })
        {
            var proof = Prove(Sale, Holdings + "cement,icm,s,1,100,2023,ccc,free," + books, Statement + "cement,icm,s,1,100,held," + registry);

            Assert.Equal((outcome, limits), (proof.Trades[0].Outcome.ToString(), string.Join(", ", proof.Trades[0].Limits.Select(l => $"{l.Code} {l.Effect}"))));
            Assert.Equal((issued, expires), (Text(proof.Blocks[0].Issued), Text(proof.Blocks[0].Expires)));
            Assert.Empty(proof.Differences);
        }
    }

    [Fact]
    public void The_days_stay_with_the_units_whoever_buys_them()
    {
        // Steel's own 100 t are good; of what it buys, numbers 51 to 100 are over, and the last day of 1 to 50 is today.
        var proof = Prove(
            Trades + "A,2026-11-23T05:00:00Z,cement,steel,50,900 INR,ccc\nB,2026-11-23T05:01:00Z,steel,paper,120,900 INR,ccc\nC,2026-11-23T05:02:00Z,cement,steel,1,900 INR,ccc\nD,2026-11-23T05:03:00Z,paper,cement,120,900 INR,ccc\n",
            Holdings + "cement,icm,s,1,50,2023,ccc,free,2023-11-23,\ncement,icm,s,51,100,2023,ccc,free,2023-11-22,\nsteel,icm,s,101,200,2023,ccc,free,2026-01-01,\n",
            Statement + "cement,icm,s,1,100,held,,\nsteel,icm,s,101,200,held,,\n");

        Assert.Equal(["A Permit", "B Permit", "C Deny", "D Permit"], proof.Trades.Select(t => $"{t.Trade.Id} {t.Outcome}"));
        Assert.Equal("2023-11-22", Text(proof.Blocks.Single(b => b.Units.Range.Start == 51).Issued));
    }

    [Fact]
    public void Of_units_with_several_days_each_is_judged()
    {
        // 1 to 30 are unknown, 31 to 60 good, 61 to 100 over: cannot say of the first, and no for the last.
        var holdings = Holdings + "cement,icm,s,1,30,2023,ccc,free,,\ncement,icm,s,31,60,2023,ccc,free,2026-01-01,\ncement,icm,s,61,100,2023,ccc,free,2023-10-01,\n";
        var statement = Statement + "cement,icm,s,1,100,held,,\n";

        var all = Prove(Sale, holdings, statement).Trades[0];
        var some = Prove(Sale.Replace(",100,900", ",60,900", StringComparison.Ordinal), holdings, statement).Trades[0];

        Assert.Equal((Outcome.Deny, "Refer Deny"), (all.Outcome, string.Join(' ', all.Limits.Select(l => l.Effect))));
        Assert.Equal(["unit.issued-on"], all.Limits[0].Missing);
        Assert.Equal((Outcome.Refer, TradeEffect.SetAside), (some.Outcome, some.Effect));
    }

    [Fact]
    public void Books_and_registry_that_name_different_days_differ_in_the_unit()
    {
        var proof = Prove(Sale, Holdings + "cement,icm,s,1,100,2023,ccc,free,2026-01-01,", Statement + "cement,icm,s,1,100,held,2026-01-02,");

        Assert.Equal(DifferenceKind.Unit, Assert.Single(proof.Differences).Kind);
        Assert.Equal((Outcome.Deny, 0), (proof.Trades[0].Outcome, proof.Trades[0].SellerFree));
    }

    [Fact]
    public void The_receipt_keeps_them_and_replays()
    {
        var session = Sessions.Read(trades: Sale, holdings: Holdings + "cement,icm,s,1,100,2023,ccc,free,2023-11-22,2030-01-01", statement: Statement + "cement,icm,s,1,100,held,,2030-01-01");
        var receipt = ClearingReceipt.Of(session, Sessions.WithValidity).Text;

        Assert.Equal(ReceiptOutcome.Identical, Sessions.Verify(receipt).Outcome);
        Assert.Equal(ReceiptOutcome.Different, Sessions.Verify(receipt.Replace("2023-11-22", "2023-11-23", StringComparison.Ordinal)).Outcome);
        Assert.Contains("\"expires\":\"2030-01-01\"", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_is_none_is_told_with_its_place()
    {
        var wrong = Assert.Throws<CctsDataException>(() => Prove(Sale, Holdings + "cement,icm,s,1,100,2023,ccc,free,23.11.2023,2026-02-30", Statement));
        var turned = Assert.Throws<CctsDataException>(() => Prove(Sale, Holdings + "cement,icm,s,1,100,2023,ccc,free,2026-01-02,2026-01-01", Statement));

        Assert.Equal([(2, 34), (2, 45)], wrong.Problems.Select(p => (p.Place.Line, p.Place.Column)));
        Assert.Contains("before the day of their issue", Assert.Single(turned.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_of_two_calendars_are_told_and_not_compared()
    {
        var session = Sessions.Read();
        var (day, other) = (new LocalDate(2026, 1, 1), new LocalDate(2026, 1, 1, CalendarSystem.Julian));
        foreach (var (issued, expires) in new[] { (day, other), (other, day), (other, other) })
        {
            var wrong = Assert.Throws<CctsDataException>(() => new ClearingSession(session.Terms, session.Trades, [session.Holdings[0] with { Issued = issued, Expires = expires }], []));
            Assert.Contains("another calendar", Assert.Single(wrong.Problems).Message, StringComparison.Ordinal);
        }
    }

    private static ClearingProof Prove(string trades, string holdings, string statement) =>
        ClearingProof.Of(Sessions.Read(trades: trades, holdings: holdings, statement: statement), Sessions.WithValidity);

    private static string Row(string issued, string expires) => $"{issued},{expires}\n";

    private static string Text(LocalDate? day) => day is { } known ? NodaTime.Text.LocalDatePattern.Iso.Format(known) : "";
}
