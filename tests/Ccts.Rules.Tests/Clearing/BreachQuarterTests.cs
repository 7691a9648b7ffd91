using System.Linq;
using System.Text.Json.Nodes;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>
/// Three attempts of one quarter to sell above the balance bar for six months from the last, by India's days. The trade is of 23 November
/// 2026, 05:30:00 by UTC.
/// </summary>
public sealed class BreachQuarterTests
{
    private const string Now = "2026-11-23T05:30:00Z";

    [Theory]
    [InlineData("Deny", "2026-07-01T05:00:00Z", "2026-08-15T05:00:00Z", "2026-09-30T18:29:59Z")] // the first and last days of a quarter
    [InlineData("Permit", "2026-07-01T05:00:00Z", "2026-08-15T05:00:00Z", "2026-09-30T18:30:00Z")] // in India the next one has begun
    [InlineData("Permit", "2026-06-30T18:29:59Z", "2026-08-15T05:00:00Z", "2026-09-30T05:00:00Z")]
    [InlineData("Deny", "2026-06-30T18:30:00Z", "2026-08-15T05:00:00Z", "2026-09-30T05:00:00Z")]
    [InlineData("Deny", "2026-04-01T05:00:00Z", "2026-05-31T05:00:00Z", "2026-06-30T05:00:00Z")]
    [InlineData("Permit", "2025-10-01T05:00:00Z", "2025-11-01T05:00:00Z", "2026-10-01T05:00:00Z")] // the same quarter of two years
    [InlineData("Deny", "2026-04-01T05:00:00Z", "2026-04-02T05:00:00Z", "2026-05-24T05:00:00Z")] // barred to the day before 24 November
    [InlineData("Permit", "2026-04-01T05:00:00Z", "2026-04-02T05:00:00Z", "2026-05-23T05:00:00Z")]
    [InlineData("Deny", "2026-05-24T05:00:00Z", "2026-04-01T05:00:00Z", "2026-04-02T05:00:00Z")] // stated in any order
    [InlineData("Deny", "2026-11-01T05:00:00Z", "2026-11-02T05:00:00Z", Now)] // at the very instant of the trade
    [InlineData("Permit", "2026-11-01T05:00:00Z", "2026-11-02T05:00:00Z", "2026-11-23T05:30:00.000000001Z")] // later than it
    [InlineData("Deny", "2026-11-23T06:00:00Z", "2026-11-03T05:00:00Z", "2026-11-01T05:00:00Z", "2026-11-02T05:00:00Z")] // nor does one that is later hide those stated after it
    public void Stated_breaches_bar_by_their_quarter_and_last_day(string outcome, params string[] breaches) =>
        Assert.Equal(outcome, Judge(breaches, $"Z,{Now},paper,steel,1,900 INR,ccc\n"));

    [Theory]
    [InlineData("Deny", 3)]
    [InlineData("Permit", 2)]
    public void Attempts_of_one_instant_count_each(string outcome, int attempts) =>
        Assert.Equal(outcome, Judge([], string.Concat(Enumerable.Range(0, attempts).Select(i => $"A{i},{Now},paper,steel,9999,900 INR,ccc\n")) + $"Z,{Now},paper,steel,1,900 INR,ccc\n"));

    [Fact]
    public void Stated_ones_and_those_of_the_session_count_together()
    {
        // One before, one between the two of the session: none is lost and none is counted again.
        var attempts = $"A,2026-11-23T05:00:00Z,paper,steel,9999,900 INR,ccc\nB,2026-11-23T05:20:00Z,paper,steel,9999,900 INR,ccc\nZ,{Now},paper,steel,1,900 INR,ccc\n";

        Assert.Equal("Deny", Judge(["2026-11-23T05:10:00Z"], attempts));
        Assert.Equal("Permit", Judge([], attempts));
    }

    /// <summary>The exchange lists what it rejected in this very session: that attempt is one, in the list and among the trades.</summary>
    [Theory]
    [InlineData("Permit", "2026-11-23T05:00:00Z", "2026-11-02T05:00:00Z")]
    [InlineData("Deny", "2026-11-23T05:00:00Z", "2026-11-02T05:00:00Z", "2026-11-01T05:00:00Z")]
    [InlineData("Deny", "2026-11-23T05:00:01Z", "2026-11-02T05:00:00Z")]
    public void A_breach_of_the_session_on_the_list_is_counted_once(string outcome, params string[] breaches) =>
        Assert.Equal(outcome, Judge(breaches, $"A,2026-11-23T05:00:00Z,paper,steel,9999,900 INR,ccc\nZ,{Now},paper,steel,1,900 INR,ccc\n"));

    [Fact]
    public void A_breach_is_listed_once()
    {
        var problem = Assert.Single(Assert.Throws<Ccts.Sdk.Problems.CctsDataException>(() => Judge(["2026-11-02T05:00:00Z", "2026-11-02T05:00:00Z"], $"Z,{Now},paper,steel,1,900 INR,ccc\n")).Problems);
        Assert.Equal("breach-twice", problem.Code);
    }

    [Fact]
    public void Another_seller_is_not_barred_by_them() =>
        Assert.Equal("Permit", Judge(["2026-11-01T05:00:00Z", "2026-11-02T05:00:00Z", "2026-11-03T05:00:00Z"], $"Z,{Now},cement,steel,1,900 INR,ccc\n"));

    private static string Judge(string[] breaches, string trades)
    {
        var terms = JsonNode.Parse(Sessions.Text("session.json"))!;
        terms["breaches"] = new JsonArray([.. breaches.Select(at => new JsonObject { ["account"] = "paper", ["at"] = at })]);
        return Sessions.Prove(terms.ToJsonString(), "trade,at,seller,buyer,tonnes,price,kind\n" + trades).Trades[^1].Outcome.ToString();
    }
}
