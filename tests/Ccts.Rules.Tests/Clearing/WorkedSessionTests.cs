using System;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Clearing;
using Ccts.Rules.Decisions;
using Ccts.Sdk.Ledger;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>
/// The sample session, worked by hand. Opening: cement 1,000 t free and 200 t in quarantine, paper 300 t free and 100 t retired, steel 100 t
/// of which the registry states 50 t.
/// </summary>
public sealed class WorkedSessionTests
{
    private static readonly ClearingProof Proof = Sessions.Prove();

    [Theory]
    [InlineData("T1", "Permit", "", 1000)] // cement's oldest 400 t, 1 to 400, go to steel
    [InlineData("T2", "Permit", "", 450)] // steel has 50 t of its own and 400 t bought; 251 to 400 go on to paper
    [InlineData("T3", "Deny", "oversell oversale", 450)] // paper has 300 t and 150 t bought: 500 t are 50 too many
    [InlineData("T4", "Deny", "quarantined unit-not-active", 600)]
    [InlineData("T5", "Deny", "retired unit-not-active", 450)]
    [InlineData("T6", "Deny", "price-below-floor", 600)] // a paisa below 800
    [InlineData("T7", "Deny", "session-closed", 600)] // at the closing time it is closed
    [InlineData("T8", "Deny", "vintage", 600)] // 600 t there, none of 2024
    [InlineData("T9", "Deny", "quarantined unit-not-active", 300)] // by the books free, but the registry states nothing of them
    [InlineData("T10", "Permit", "", 600)] // the exchange rejected it, so it moves nothing
    public void Each_trade_has_its_verdict(string trade, string outcome, string limits, long free)
    {
        var verdict = Proof.Trades.Single(t => t.Trade.Id == trade);

        Assert.Equal((outcome, limits, free), (verdict.Outcome.ToString(), string.Join(' ', verdict.Limits.Select(l => l.Code)), verdict.SellerFree));
    }

    [Fact]
    public void Trades_are_judged_in_order_of_time() =>
        Assert.Equal(["T1", "T2", "T3", "T4", "T5", "T6", "T8", "T9", "T10", "T7"], Proof.Trades.Select(t => t.Trade.Id));

    [Fact]
    public void Each_block_tells_who_could_have_sold_it() => Assert.Equal(
        [
            "1-250: cement free, steel free T1",
            "251-400: cement free, steel free T1, paper free T2",
            "401-1000: cement free",
            "1001-1200: cement (quarantined)",
            "2001-2300: paper free",
            "2301-2400: paper (retired)",
            "3001-3050: steel free",
            "3051-3100: steel (quarantined)",
        ],
        Proof.Blocks.Select(b => $"{b.Units.Range}: {string.Join(", ", b.Stays.Select(s => $"{s.Account} {(s.CouldSell ? s.Status.ToString() : $"({s.Status})").ToLowerInvariant()} {s.Trade}".Trim()))}"));

    [Fact]
    public void Accounts_add_up_to_the_1700_t_of_the_opening()
    {
        Assert.Equal(
            [
                new AccountTotals("cement", "ccc", 1200, 0, 400, 800, 600),
                new AccountTotals("paper", "ccc", 400, 150, 0, 550, 450),
                new AccountTotals("steel", "ccc", 100, 400, 150, 350, 300),
            ],
            Proof.Accounts);
        Assert.Empty(Proof.Recount);
    }

    [Fact]
    public void Books_and_registry_differ_in_one_block()
    {
        var difference = Assert.Single(Proof.Differences);

        Assert.Equal((DifferenceKind.NotStated, "icm:2025:3051-3100", "steel", ShadowAccount.Free), (difference.Kind, difference.Block.ToString(), difference.Account, difference.Status!.Value));
    }

    [Fact]
    public void The_shadow_lists_where_the_exchange_answered_otherwise()
    {
        Assert.Equal(["T3", "T5", "T9", "T10", "T7"], Proof.Disagreements.Select(t => t.Trade.Id));
        Assert.Equal(["T3", "T5", "T9", "T7"], Proof.Broken.Select(t => t.Trade.Id));
        Assert.Equal(5, Proof.Trades.Count(t => t.AgreesWithExchange == true));
        Assert.False(Proof.IsClean);
    }

    [Fact]
    public void A_limit_bears_its_clause_and_figures()
    {
        var price = Proof.Trades.Single(t => t.Trade.Id == "T6").Limits.Single();
        var oversell = Proof.Trades.Single(t => t.Trade.Id == "T3").Limits[0];

        Assert.Equal(("trade.price-not-below-floor", "799.99 INR", "800 INR"), (price.Rule, price.Value, price.Limit));
        Assert.False(string.IsNullOrEmpty(price.Clause));
        Assert.Equal(("500 t", "450 t"), (oversell.Value, oversell.Limit));
    }

    [Fact]
    public void A_referred_trade_sets_its_units_aside_so_that_nobody_sells_them_meanwhile()
    {
        var terms = JsonNode.Parse(Sessions.Text("session.json"))!;
        terms["facts"]!.AsObject().Remove("session.floor-price");
        var trades = Sessions.Text("trades.csv").Split('\n')[0] + "\n"
            + "A,2026-11-23T05:00:00Z,cement,steel,100,900 INR,ccc,,icm,2025,1,100,,\n"
            + "B,2026-11-23T05:01:00Z,cement,paper,50,900 INR,ccc,,icm,2025,51,100,,\n";

        var proof = Sessions.Prove(terms.ToJsonString(), trades);

        Assert.Equal((Outcome.Refer, TradeEffect.SetAside), (proof.Trades[0].Outcome, proof.Trades[0].Effect));
        Assert.Equal(["market.price.floor", "session.floor-price"], Assert.Single(proof.Trades[0].Limits).Missing.Order(StringComparer.Ordinal));
        Assert.Equal((Outcome.Deny, "reserved"), (proof.Trades[1].Outcome, proof.Trades[1].Limits[0].Code));
        Assert.Equal((1200, 1200, 900), (proof.Accounts[0].Opening, proof.Accounts[0].Closing, proof.Accounts[0].Sellable));
    }

    [Theory]
    [InlineData("[]", "2", "Deny")] // three breaches of one quarter bar: here the third is made in the session
    [InlineData("[]", "1", "Permit")]
    [InlineData(null, "1", "Refer")] // earlier breaches are not known
    [InlineData("""[{"account":"paper","at":"2026-08-23T05:00:00Z"},{"account":"paper","at":"2026-08-23T06:00:00Z"},{"account":"paper","at":"2026-08-23T07:00:00Z"}]""", "0", "Deny")] // the bar of an earlier quarter
    public void Breaches_before_and_in_the_session_count(string? before, string mode, string outcome)
    {
        var terms = JsonNode.Parse(Sessions.Text("session.json"))!.AsObject();
        terms.Remove("breaches");
        if (before is not null)
        {
            terms["breaches"] = JsonNode.Parse(before);
        }

        var attempts = mode switch { "2" => 3, "1" => 1, _ => 0 };
        var trades = Sessions.Text("trades.csv").Split('\n')[0] + "\n"
            + string.Concat(Enumerable.Range(0, attempts).Select(i => $"A{i},2026-11-23T05:0{i}:00Z,paper,steel,9999,900 INR,ccc,,,,,,,\n"))
            + "Z,2026-11-23T05:30:00Z,paper,steel,1,900 INR,ccc,,,,,,,\n";

        Assert.Equal(outcome, Sessions.Prove(terms.ToJsonString(), trades).Trades[^1].Outcome.ToString());
    }
}
