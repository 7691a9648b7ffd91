using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Clearing;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>Where each run of units was: moved, set aside, or with the same numbers in another registry or scope.</summary>
public sealed class BlockHistoriesTests
{
    private const string Trades = "trade,at,seller,buyer,tonnes,price,kind,registry,scope,start,end\nA,2026-11-23T05:00:00Z,cement,steel,5,900 INR,ccc,icm,s,3,7\nB,2026-11-23T05:01:00Z,steel,paper,1,900 INR,ccc,icm,s,7,7\nC,2026-11-23T05:02:00Z,water,paper,1,900 INR,ccc,icm2,s,10,10\n";
    private const string Holdings = "account,registry,scope,start,end,vintage,kind,status\ncement,icm,s,1,10,2025,ccc,free\nwater,icm,t,1,10,2025,ccc,free\nwater,icm2,s,1,10,2025,ccc,free\n";
    private const string Statement = "account,registry,scope,start,end,status\n,icm,s,1,10,held\n,icm,t,1,10,held\n,icm2,s,1,10,held\n";

    [Fact]
    public void Numbers_of_another_registry_or_scope_stay_where_they_are() => Assert.Equal(
        [
            "icm:s:1-2: cement Free",
            "icm:s:3-6: cement Free, steel Free A",
            "icm:s:7-7: cement Free, steel Free A, paper Free B",
            "icm:s:8-10: cement Free",
            "icm:t:1-10: water Free",
            "icm2:s:1-9: water Free",
            "icm2:s:10-10: water Free, paper Free C",
        ],
        Tell(Sessions.Prove(trades: Trades, holdings: Holdings, statement: Statement)));

    [Fact]
    public void Units_set_aside_stay_with_the_seller_and_cannot_be_sold()
    {
        // Without a floor price each trade is referred; the second finds that its unit is still cement's.
        var terms = JsonNode.Parse(Sessions.Text("session.json"))!;
        terms["facts"]!.AsObject().Remove("session.floor-price");

        var proof = Sessions.Prove(terms.ToJsonString(), Trades, Holdings, Statement);

        Assert.Equal(["icm:s:1-2: cement Free", "icm:s:3-7: cement Free, cement Reserved A", "icm:s:8-10: cement Free"], Tell(proof)[..3]);
        Assert.Equal((10, 0, 0, 10, 5), (proof.Accounts[0].Opening, proof.Accounts[0].Bought, proof.Accounts[0].Sold, proof.Accounts[0].Closing, proof.Accounts[0].Sellable));
        Assert.Empty(proof.Recount);
    }

    private static string[] Tell(ClearingProof proof) => [.. proof.Blocks.Select(b => $"{b.Units.Block}: {string.Join(", ", b.Stays.Select(s => $"{s.Account} {s.Status} {s.Trade}".Trim()))}")];
}
