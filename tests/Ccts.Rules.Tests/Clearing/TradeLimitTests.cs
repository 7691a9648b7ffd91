using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Clearing;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>What the books themselves hold against a trade: kind and vintage of the block it names, and why there is not enough.</summary>
public sealed class TradeLimitTests
{
    private const string Trades = "trade,at,seller,buyer,tonnes,price,kind,vintage,registry,scope,start,end\n";
    private const string Holdings = "account,registry,scope,start,end,vintage,kind,status\ncement,icm,s,1,100,2025,rec,free\ncement,icm,s,101,200,2025,ccc,free\ncement,icm,s,201,300,2024,ccc,free\npaper,icm,s,301,400,2025,ccc,free\npaper,icm,s,401,500,2025,ccc,pledged\nsteel,icm,s,501,600,2025,ccc,banked\nwater,icm,s,601,620,2025,ccc,free\nwater,icm,s,621,640,2025,ccc,banked\nwater,icm,s,641,650,2025,ccc,pledged\n";
    private const string Statement = "account,registry,scope,start,end,status\n,icm,s,1,650,held\n";

    [Theory]
    [InlineData("cement,steel,100,900 INR,ccc,2025,icm,s,101,200", "")]
    [InlineData("cement,steel,100,900 INR,ccc,,icm,s,151,250", "")] // of both vintages, and none is asked for
    [InlineData("cement,steel,100,900 INR,ccc,,icm,s,1,100", "kind rec ccc icm:s:1-100")]
    [InlineData("cement,steel,100,900 INR,ccc,,icm,s,51,150", "kind rec ccc icm:s:51-100")]
    [InlineData("cement,steel,100,900 INR,ccc,2024,icm,s,101,200", "vintage 2025 2024 icm:s:101-200")]
    [InlineData("cement,steel,100,900 INR,ccc,2024,icm,s,151,250", "vintage 2025 2024 icm:s:151-200")]
    [InlineData("cement,steel,100,900 INR,ccc,2024,icm,s,51,150", "kind rec ccc icm:s:51-100, vintage 2025 2024 icm:s:51-100, vintage 2025 2024 icm:s:101-150")]
    public void A_block_is_of_the_kind_and_vintage_of_the_trade(string trade, string limits) =>
        Assert.Equal(limits, string.Join(", ", Judge(trade).Limits.Where(l => l.Rule is null).Select(l => $"{l.Code} {l.Value} {l.Limit} {l.Block}")));

    // Paper has 100 t free and 100 t pledged, all of 2025.
    [Theory]
    [InlineData("100,900 INR,ccc,2024,,,,", "vintage")] // as many are free, none of that vintage
    [InlineData("101,900 INR,ccc,2024,,,,", "not-enough")] // nor would any other vintage have done
    [InlineData("101,900 INR,ccc,,,,,", "not-enough")]
    [InlineData("200,900 INR,ccc,,,,,", "not-enough")] // the balance bears it, as pledged units stand in it
    [InlineData("201,900 INR,ccc,,,,,", "oversell")]
    [InlineData("201,900 INR,ccc,2024,,,,", "oversell")]
    [InlineData("100,900 INR,ccc,,icm,s,401,500", "pledged")]
    [InlineData("200,900 INR,ccc,,icm,s,401,600", "pledged")] // the balance bears it too
    [InlineData("300,900 INR,ccc,,icm,s,301,600", "pledged oversell")] // a block is told by what is wrong with it, and the breach beside it
    [InlineData("100,900 INR,ccc,,icm,s,501,600", "not-held")]
    public void Too_little_is_told_by_what_is_lacking(string trade, string limits) =>
        Assert.Equal(limits, string.Join(' ', Judge("paper,steel," + trade).Limits.Where(l => l.Rule is null).Select(l => l.Code)));

    // Steel has 100 t banked, of which the rules are told when they are sold; of the free ones alone it could sell none.
    [Theory]
    [InlineData("steel,paper,100,900 INR,ccc,,icm,s,501,600", "")]
    [InlineData("steel,paper,101,900 INR,ccc,,icm,s,501,601", "not-held oversell wrong-entity oversale")] // the last number is water's
    [InlineData("steel,paper,100,900 INR,ccc,,,,,", "not-enough oversale")] // banked units are not taken unless they are named
    [InlineData("water,paper,20,900 INR,ccc,,icm,s,601,620", "")]
    [InlineData("water,paper,20,900 INR,ccc,,icm,s,621,640", "")]
    [InlineData("water,paper,20,900 INR,ccc,,icm,s,611,630", "banked")] // half banked, half free: to be sold apart
    [InlineData("water,paper,20,900 INR,ccc,,icm,s,631,650", "pledged unit-not-active")]
    public void Banked_units_can_be_sold_by_their_numbers(string trade, string limits) =>
        Assert.Equal(limits, string.Join(' ', Judge(trade).Limits.Select(l => l.Code)));

    [Theory]
    [InlineData(",,,,")]
    [InlineData(",icm,s,301,360")]
    public void What_was_set_aside_for_sale_is_no_longer_in_the_balance(string block)
    {
        // Without a floor price the first is referred: 60 of 200 t are set aside.
        var terms = JsonNode.Parse(Sessions.Text("session.json"))!;
        terms["facts"]!.AsObject().Remove("session.floor-price");
        var trades = Trades + "A,2026-11-23T05:00:00Z,paper,steel,60,900 INR,ccc," + block + "\nB,2026-11-23T05:01:00Z,paper,steel,141,900 INR,ccc,,,,,\n";

        var second = Sessions.Prove(terms.ToJsonString(), trades, Holdings, Statement).Trades[1];

        Assert.Equal((40, 140, "oversell", "140 t"), (second.SellerFree, second.SellerBalance, second.Limits[0].Code, second.Limits[0].Limit));
    }

    /// <summary>Exchanges stamp to the second and count their ids up: what was bought by T2 can be sold by T10.</summary>
    [Theory]
    [InlineData("T2", "T10")]
    [InlineData("9", "10")]
    [InlineData("A1", "A2")]
    [InlineData("T009", "T10")]
    [InlineData("T1-9", "T1-10")]
    [InlineData("T99999999999999999999", "T100000000000000000000")]
    public void Trades_of_one_instant_come_as_their_ids_count(string first, string second)
    {
        var proof = Sessions.Prove(trades: $"{Trades}{second},2026-11-23T05:00:00Z,steel,paper,150,900 INR,ccc,,,,,\n{first},2026-11-23T05:00:00Z,cement,steel,200,900 INR,ccc,,,,,\n", holdings: Holdings.Replace("1,100,2025,rec", "1,100,2025,ccc", System.StringComparison.Ordinal), statement: Statement);
        Assert.Equal([$"{first} Permit", $"{second} Permit"], proof.Trades.Select(t => $"{t.Trade.Id} {t.Outcome}"));
    }

    /// <summary>The registry has all of it in the seller's name, and a day or vintage is in doubt: nothing was offered that is not there.</summary>
    [Theory]
    [InlineData("150,900 INR,ccc,,,,,", "cement", "not-enough")]
    [InlineData("150,900 INR,ccc,,icm,s,1,150", "cement", "quarantined")]
    [InlineData("201,900 INR,ccc,,,,,", "cement", "oversell")]
    [InlineData("150,900 INR,ccc,,,,,", "steel", "oversell")]
    public void A_doubt_about_units_is_no_sale_above_the_balance(string trade, string holder, string code)
    {
        var verdict = Sessions.Prove(trades: Trades + "A,2026-11-23T05:00:00Z,cement,paper," + trade + "\n",
            holdings: "account,registry,scope,start,end,vintage,kind,status,issued\ncement,icm,s,1,100,2025,ccc,free,2026-10-01\ncement,icm,s,101,200,2025,ccc,free,2026-10-01\n",
            statement: $"account,registry,scope,start,end,status,issued\n{holder},icm,s,1,100,held,2026-10-02\ncement,icm,s,101,200,held,2026-10-01\n").Trades[0];
        Assert.Equal((code, Ccts.Rules.Decisions.Outcome.Deny), (verdict.Limits[0].Code, verdict.Outcome));
        Assert.Equal(code == "oversell", verdict.Limits.Any(l => l.Code == "oversell"));
    }

    private static TradeVerdict Judge(string trade) => Sessions.Prove(trades: Trades + "A,2026-11-23T05:00:00Z," + trade + "\n", holdings: Holdings, statement: Statement).Trades[0];
}
