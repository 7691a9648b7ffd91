using System;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>Bad files are refused with every error and its place.</summary>
public sealed class BadSessionTests
{
    private static readonly string Header = Sessions.Text("trades.csv").Split('\n')[0];

    [Theory]
    [InlineData("T1,yesterday,a,b,1,900 INR,ccc,,,,,,,", "bad-value", 2)]
    [InlineData("T1,2026-11-23T05:00:00Z,a,b,1.5,900 INR,ccc,,,,,,,", "bad-value", 2)]
    [InlineData("T1,2026-11-23T05:00:00Z,a,b,0,900 INR,ccc,,,,,,,", "bad-value", 2)]
    [InlineData("T1,2026-11-23T05:00:00Z,a,b,1,900 EUR,ccc,,,,,,,", "bad-value", 2)]
    [InlineData("T1,2026-11-23T05:00:00Z,a,b,1,900 INR,ccc,,,,,,maybe,", "unknown-word", 2)]
    [InlineData("T1,2026-11-23T05:00:00Z,,b,1,900 INR,ccc,,,,,,,", "csv-empty-field", 2)]
    [InlineData("T1,2026-11-23T05:00:00Z,a,b,3,900 INR,ccc,,icm,s,1,2,,", "block-and-tonnes", 2)]
    [InlineData("T1,2026-11-23T05:00:00Z,a,b,1,900 INR,ccc,,icm,s,2,1,,", "bad-value", 2)]
    [InlineData("T1,2026-11-23T05:00:00Z,a,b,1,900 INR,ccc,,icm,s,2,,,", "csv-empty-field", 2)]
    [InlineData("T1,2026-11-23T05:00:00Z,a,b,1,900 INR,ccc,,,,,,", "csv-row-length", 2)]
    [InlineData("T1,2026-11-23T05:00:00Z,a,b,1,900 INR,ccc,,,,,,,\nT1,2026-11-23T05:00:00Z,a,b,1,900 INR,ccc,,,,,,,", "trade-twice", 3)]
    [InlineData("T1,2026-11-23T05:00:00Z,a,b,1,900 INR,vcu,,,,,,,", "unknown-kind", 2)]
    public void A_bad_trade_has_its_place(string rows, string code, int line)
    {
        var problem = Assert.Single(Problems(() => Sessions.Prove(trades: Header + "\n" + rows + "\n")));

        Assert.Equal((code, "trades.csv", line), (problem.Code, problem.Place.File, problem.Place.Line));
    }

    [Fact]
    public void A_block_held_twice_is_refused_where_it_stands_again()
    {
        var holdings = Sessions.Text("holdings.csv") + "steel,icm,2025,900,901,2025,ccc,free\n";

        var problem = Assert.Single(Problems(() => Sessions.Prove(holdings: holdings)));

        Assert.Equal(("block-twice", 7), (problem.Code, problem.Place.Line));
        Assert.Contains("icm:2025:900-901", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>Spelled twice, cement would sell to itself unseen, and a tonne of icm would stand again under ICM.</summary>
    [Theory]
    [InlineData("T1,2026-11-23T05:00:00Z,cement,Cement,1,900 INR,ccc,,,,,,,", "account \"Cement\" is \"cement\" elsewhere")]
    [InlineData("T1,2026-11-23T05:00:00Z,cement, steel,1,900 INR,ccc,,,,,,,", "account \" steel\" is \"steel\" elsewhere")]
    [InlineData("T1,2026-11-23T05:00:00Z,cement,steel,2,900 INR,ccc,,ICM,2025,1,2,,", "registry \"ICM\" is \"icm\" elsewhere")]
    public void One_name_in_two_spellings_is_refused(string row, string said)
    {
        var problem = Assert.Single(Problems(() => Sessions.Prove(trades: Header + "\n" + row + "\n")), p => p.Code == "two-spellings" && !p.Message.Contains("scope", StringComparison.Ordinal));

        Assert.Equal(("trades.csv", 2), (problem.Place.File, problem.Place.Line));
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_errors_of_all_files_are_told_together()
    {
        var problems = Problems(() => Sessions.Prove(
            terms: Sessions.Text("session.json").Replace("\"market.paused\": false", "\"order.price\": \"1 INR\"", StringComparison.Ordinal),
            holdings: "account,registry\n",
            statement: Sessions.Text("statement.csv").Replace("blocked", "locked", StringComparison.Ordinal)));

        Assert.Equal(["csv-missing-column", "unknown-fact", "unknown-word"], problems.Select(p => p.Code).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_session_of_another_year_is_not_judged()
    {
        var problem = Assert.Single(Problems(() => Sessions.Prove(terms: Sessions.Text("session.json").Replace("2025-26", "2026-27", StringComparison.Ordinal))));

        Assert.Equal("session-year", problem.Code);
    }

    [Fact]
    public void Closing_before_opening_is_refused() =>
        Assert.Equal("session-times", Assert.Single(Problems(() => Sessions.Prove(terms: Sessions.Text("session.json").Replace("06:30", "03:30", StringComparison.Ordinal)))).Code);

    private static System.Collections.Generic.IReadOnlyList<Problem> Problems(Func<ClearingProof> prove) => Assert.Throws<CctsDataException>(prove).Problems;
}
