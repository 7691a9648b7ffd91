using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>One holding against what the registry states of it: kind, vintage and days are compared where it states them.</summary>
public sealed class StatementComparisonTests
{
    private const string Trade = "trade,at,seller,buyer,tonnes,price,kind\nA,2026-11-23T05:00:00Z,cement,steel,1,900 INR,ccc\n";
    private const string Holdings = "account,registry,scope,start,end,vintage,kind,status,issued,expires\n";
    private const string Statement = "account,registry,scope,start,end,status,kind,vintage,issued,expires\n";

    [Theory]
    [InlineData(",,,", "")]
    [InlineData("ccc,2025,2026-01-01,2030-01-01", "")]
    [InlineData("rec,2025,2026-01-01,2030-01-01", "Unit")]
    [InlineData("ccc,2024,2026-01-01,2030-01-01", "Unit")]
    [InlineData("ccc,2025,2026-01-02,2030-01-01", "Unit")]
    [InlineData("ccc,2025,2026-01-01,2030-01-02", "Unit")]
    [InlineData(",,,2030-01-02", "Unit")]
    [InlineData("rec,,,", "Unit")]
    [InlineData(",2024,,", "Unit")]
    public void Another_kind_vintage_or_day_is_a_difference(string stated, string difference)
    {
        var proof = Sessions.Prove(trades: Trade, holdings: Holdings + "cement,icm,s,1,10,2025,ccc,free,2026-01-01,2030-01-01\n", statement: Statement + "cement,icm,s,1,10,held," + stated + "\n");

        Assert.Equal(difference, string.Join(' ', proof.Differences.Select(d => d.Kind)));
        Assert.Equal(difference.Length == 0 ? 10 : 0, proof.Trades[0].SellerFree);

        // Where both state a day, what the books say stays theirs.
        Assert.Equal((new LocalDate(2026, 1, 1), new LocalDate(2030, 1, 1)), (proof.Blocks[0].Issued, proof.Blocks[0].Expires));
    }

    /// <summary>An export says in which year a vintage ends: units of 2025-26 and of 2026 end in 2026, and of no other.</summary>
    [Theory]
    [InlineData(2025, "Unit")]
    [InlineData(2026, "")]
    [InlineData(2027, "")]
    [InlineData(2028, "Unit")]
    public void The_year_in_which_a_vintage_ends_is_compared(int ends, string difference)
    {
        var session = Sessions.Read(holdings: Holdings + "cement,icm,s,1,10,2026,ccc,free,,\n", statement: Statement + "cement,icm,s,1,10,held,,,,\n", trades: Trade);
        var stated = new ClearingSession(session.Terms, session.Trades, session.Holdings, session.Statement.Select(s => s with { VintageEnds = ends }));
        Assert.Equal(difference, string.Join(' ', ClearingProof.Of(stated, Sessions.Ruleset).Differences.Select(d => d.Kind)));
    }

    [Fact]
    public void Days_are_taken_from_the_statement_for_the_units_it_names()
    {
        var holdings = Holdings + "cement,icm,s,1,10,2025,ccc,free,2026-01-01,\ncement,icm,s,11,12,2025,ccc,pending,,\n";
        var proof = Sessions.Prove(trades: Trade[..(Trade.IndexOf('\n') + 1)], holdings: holdings, statement: Statement + "cement,icm,s,1,4,held,,,,2030-01-01\ncement,icm,s,5,10,held,,,2026-01-01,\n");

        Assert.Equal(["1-4: 2026-01-01 2030-01-01", "5-10: 2026-01-01 ", "11-12:  "], proof.Blocks.Select(b => $"{b.Units.Range}: {SessionJson.Text(b.Issued)} {SessionJson.Text(b.Expires)}"));
        Assert.Empty(proof.Differences);
    }

    /// <summary>Pending units are not there yet and banked ones are sold only by name: neither bears out units that the books have free.</summary>
    [Theory]
    [InlineData("free", "pending", false)]
    [InlineData("free", "banked", false)]
    [InlineData("reserved", "pending", false)]
    [InlineData("pending", "banked", false)]
    [InlineData("banked", "pending", false)]
    [InlineData("pending", "blocked", false)]
    [InlineData("pending", "pending", true)]
    [InlineData("banked", "banked", true)]
    [InlineData("reserved", "banked", true)]
    [InlineData("banked", "held", true)]
    [InlineData("free", "held", true)]
    [InlineData("free", "free", true)]
    public void A_statement_bears_out_what_the_books_say(string books, string stated, bool isBorneOut)
    {
        var proof = Sessions.Prove(trades: Trade, holdings: Holdings + "cement,icm,s,1,10,2025,ccc," + books + ",2026-01-01,\n", statement: Statement + "cement,icm,s,1,10," + stated + ",,,,\n");

        Assert.Equal(isBorneOut ? [] : [DifferenceKind.Status], proof.Differences.Select(d => d.Kind));
        Assert.Equal(isBorneOut && books == "free" ? 10 : 0, proof.Trades[0].SellerFree);
        Assert.True(isBorneOut || proof.Trades[0].Outcome != Ccts.Rules.Decisions.Outcome.Permit);
    }

    [Fact]
    public void Units_may_expire_on_the_day_of_their_issue()
    {
        var proof = Sessions.Prove(trades: Trade, holdings: Holdings + "cement,icm,s,1,10,2025,ccc,free,2026-11-23,2026-11-23\n", statement: Statement + "cement,icm,s,1,10,held,,,,\n");

        Assert.Equal(proof.Blocks[0].Issued, proof.Blocks[0].Expires);
    }

    [Fact]
    public void What_has_ended_by_the_books_stays_ended_where_the_registry_says_otherwise()
    {
        var proof = Sessions.Prove(trades: Trade, holdings: Holdings + "cement,icm,s,1,10,2025,ccc,retired,,\n", statement: Statement + "cement,icm,s,1,10,held,,,,\n");

        Assert.Equal((DifferenceKind.Status, ShadowAccount.Retired), (Assert.Single(proof.Differences).Kind, proof.Blocks[0].Stays[0].Status));
        Assert.Empty(proof.Recount);
    }
}
