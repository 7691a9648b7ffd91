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

    /// <summary>To an eye, or to whoever typed them, each of these is cement: it would sell to itself.</summary>
    [Theory]
    [InlineData("cem\u200Bent")]
    [InlineData("\u0441ement")]
    [InlineData("\uFF43ement")]
    [InlineData("cem-ent")]
    [InlineData("cement.")]
    [InlineData("cement_")]
    [InlineData("ce ment")]
    [InlineData("c\u00E9ment")]
    [InlineData("ce\u0301ment")]
    public void A_seller_does_not_buy_from_itself_in_other_letters(string buyer) =>
        Assert.Contains(Problems(() => Sessions.Prove(trades: Header + $"\nT1,2026-11-23T05:00:00Z,cement,{buyer},1,900 INR,ccc,,,,,,,\n")), p => p.Code == "two-spellings" && p.Place.File == "trades.csv");

    /// <summary>One trade in two spellings would move its units twice; numbers that a hyphen parts are another trade's.</summary>
    [Theory]
    [InlineData("T1", "T-1", true)]
    [InlineData("T1", "T 1", true)]
    [InlineData("T1-1", "T11", false)]
    public void A_trade_has_one_spelling(string one, string other, bool isTold)
    {
        var rows = string.Concat(new[] { one, other }.Select(id => $"\n{id},2026-11-23T05:00:00Z,cement,steel,1,900 INR,ccc,,,,,,,"));
        var problems = (Record.Exception(() => Sessions.Prove(trades: Header + rows + "\n")) as CctsDataException)?.Problems ?? [];
        Assert.Equal(isTold, problems.Any(p => p.Code == "two-spellings"));
    }

    /// <summary>Which facts there are depends on the year: where it cannot be read, nothing false is said of them.</summary>
    [Fact]
    public void A_bad_year_is_told_alone() =>
        Assert.Equal("/year", Assert.Single(Problems(() => Sessions.Prove(terms: Sessions.Text("session.json").Replace("\"2025-26\"", "\"2025\"", StringComparison.Ordinal)))).Place.Pointer);

    /// <summary>A small l is drawn as a capital I; a capital L and a small i are drawn as neither.</summary>
    [Theory]
    [InlineData("HIL", "HLL", false)]
    [InlineData("JSIL", "JSLI", false)]
    [InlineData("Sai Mills", "Sal Mills", false)]
    [InlineData("Unit I", "Unit L", false)]
    [InlineData("Alpha", "AIpha", true)]
    [InlineData("HIL", "HlL", true)]
    [InlineData("HIL", "hil", true)]
    public void Names_that_look_alike_are_one_and_others_are_not(string one, string other, bool isSame)
    {
        var problems = (Record.Exception(() => Sessions.Prove(trades: Header + $"\nT1,2026-11-23T05:00:00Z,{one},{other},1,900 INR,ccc,,,,,,,\n")) as CctsDataException)?.Problems ?? [];
        Assert.Equal(isSame, problems.Any(p => p.Code == "two-spellings"));
    }

    /// <summary>What a spreadsheet makes of a hyphen, and a blank that somebody left out, make no second scope.</summary>
    [Theory]
    [InlineData("2025-26", "2025\u201326", true)]
    [InlineData("2025-26", "2025 - 26", true)]
    [InlineData("FY2025-26", "FY 2025-26", true)]
    [InlineData("2025-26", "2025 26", false)]
    [InlineData("SIL", "SLI", false)]
    public void A_dash_and_a_blank_make_no_second_scope(string one, string other, bool isSame)
    {
        var problems = (Record.Exception(() => Sessions.Prove(holdings: Sessions.Text("holdings.csv") + $"steel,icm,{one},9001,9002,2025,ccc,free\nsteel,icm,{other},9101,9102,2025,ccc,free\n")) as CctsDataException)?.Problems ?? [];
        Assert.Equal(isSame, problems.Any(p => p.Code == "two-spellings"));
    }

    /// <summary>Two names with legal forms of different kinds are two companies; with the form and without it they may be one.</summary>
    [Theory]
    [InlineData("Broker SA", "Broker AG", false)]
    [InlineData("Broker Co", "Broker Corp", false)]
    [InlineData("Broker Co Ltd", "Broker Corp Ltd", false)]
    [InlineData("Broker LLP", "Broker Pvt Ltd", false)]
    [InlineData("Broker SA", "Broker", true)]
    [InlineData("Broker Co", "Broker Company", true)]
    [InlineData("Broker Co Ltd", "Broker Limited", true)]
    public void A_legal_form_of_another_kind_makes_another_account(string seller, string buyer, bool isTold) =>
        Assert.Equal(isTold, (Record.Exception(() => Sessions.Prove(trades: Header + $"\nT1,2026-11-23T05:00:00Z,{seller},{buyer},1,900 INR,ccc,,,,,,,\n")) as CctsDataException)?.Problems.Any(p => p.Code == "two-spellings") == true);

    /// <summary>Wherever a session names an account, a second spelling of it is refused: as a breach it would bar nobody.</summary>
    [Theory]
    [InlineData("holdings")]
    [InlineData("statement")]
    [InlineData("seller")]
    [InlineData("buyer")]
    [InlineData("breach")]
    public void An_account_has_one_spelling_wherever_a_session_names_it(string where)
    {
        foreach (var steel in new[] { "Steel", "steel ", "ste-el", "\u0455teel", "M/s Steel Pvt. Ltd.", "Steel Private Limited" })
        {
            var problems = Problems(() => Sessions.Prove(
                terms: where == "breach" ? Breaches((steel, "2026-10-05T05:00:00Z")) : null,
                holdings: where == "holdings" ? Sessions.Text("holdings.csv") + steel + ",icm,2025,9001,9002,2025,ccc,free\n" : null,
                statement: where == "statement" ? Sessions.Text("statement.csv") + steel + ",icm,2025,9001,9002,2025,ccc,held\n" : null,
                trades: Header + $"\nT1,2026-11-23T05:00:00Z,cement,paper,1,900 INR,ccc,,,,,,,\nT2,2026-11-23T05:00:00Z,{(where == "seller" ? steel : "paper")},{(where == "buyer" ? steel : "cement")},1,900 INR,ccc,,,,,,,\n"));
            var told = Assert.Single(problems, p => p.Code == "two-spellings");
            Assert.Contains("\"steel\" elsewhere", told.Message, StringComparison.Ordinal);
            Assert.True(told.Place.Line > 1, told.ToString());
        }
    }

    [Theory]
    [InlineData("cement", "2027-10-05T05:00:00Z", "breach-out-of-time")]
    [InlineData("cement", "2026-11-23T06:30:01Z", "breach-out-of-time")]
    [InlineData("cement", "0026-10-05T05:00:00Z", "breach-out-of-time")]
    [InlineData("cement", "-0001-10-05T05:00:00Z", "breach-out-of-time")]
    [InlineData("N/A", "2026-10-05T05:00:00Z", "not-stated")]
    [InlineData("", "2026-10-05T05:00:00Z", "bad-value")]
    [InlineData("cement", "2026-11-23T06:30:00Z", null)]
    public void A_breach_is_of_somebody_and_before_the_end_of_the_session(string account, string at, string? code)
    {
        var problems = (Record.Exception(() => Sessions.Prove(terms: Breaches((account, at)))) as CctsDataException)?.Problems;
        Assert.Equal(code, problems?.Single().Code);
        Assert.NotEqual(0, problems?.Single().Place.Line);
    }

    /// <summary>Signs in a scope are the registry's own; blanks, case and letters that look the same are nobody's.</summary>
    [Theory]
    [InlineData("2025 ", true)]
    [InlineData(" 2025", true)]
    [InlineData("A-1", false)]
    [InlineData("2025+", false)]
    [InlineData("20 25", false)]
    [InlineData("LI", false)]
    public void A_scope_has_one_spelling(string scope, bool isSame)
    {
        var problems = (Record.Exception(() => Sessions.Prove(holdings: Sessions.Text("holdings.csv") + $"steel,icm,\"{scope}\",9001,9002,2025,ccc,free\n")) as CctsDataException)?.Problems;
        Assert.Equal(isSame ? "two-spellings" : null, problems?[0].Code);
    }

    [Fact]
    public void A_seller_with_three_breaches_is_barred()
    {
        var barred = Sessions.Prove(terms: Breaches(("cement", "2026-10-05T05:00:00Z"), ("cement", "2026-10-06T05:00:00Z"), ("cement", "2026-10-07T05:00:00Z")));
        Assert.Equal(Ccts.Rules.Decisions.Outcome.Deny, barred.Trades[0].Outcome);
    }

    [Fact]
    public void A_price_below_zero_is_refused_where_it_stands()
    {
        var problem = Assert.Single(Problems(() => Sessions.Prove(trades: Header + "\nT1,2026-11-23T05:00:00Z,cement,steel,1,-900 INR,ccc,,,,,,,\n")));
        Assert.Equal(("bad-value", "trades.csv", 2), (problem.Code, problem.Place.File, problem.Place.Line));
    }

    [Fact]
    public void Numbers_that_signs_part_are_two_names()
    {
        var problems = Record.Exception(() => Sessions.Prove(trades: Header + "\nT1,2026-11-23T05:00:00Z,plant-1-1,plant-11,1,900 INR,ccc,,,,,,,\nT2,2026-11-23T05:01:00Z,plant-1-1,plant-11,1,900 INR,ccc,,,,,,,\n"));
        Assert.Null(problems);
    }

    [Theory]
    [InlineData("t1")]
    [InlineData("T1\u200B")]
    [InlineData(" T1")]
    public void A_trade_does_not_count_twice_in_other_letters(string id) =>
        Assert.Contains(Problems(() => Sessions.Prove(trades: Header + $"\nT1,2026-11-23T05:00:00Z,cement,steel,1,900 INR,ccc,,,,,,,\n{id},2026-11-23T05:00:00Z,cement,steel,1,900 INR,ccc,,,,,,,\n")), p => (p.Code, p.Place.Line) == ("trade-twice", 3));

    [Theory]
    [InlineData("")]
    [InlineData("N/A")]
    public void A_statement_that_names_holders_names_all_of_them(string account)
    {
        var problems = Problems(() => Sessions.Prove(statement: Sessions.Text("statement.csv").Replace("cement,icm", account + ",icm", StringComparison.Ordinal)));
        Assert.All(problems, p => Assert.Equal(("not-stated", "statement.csv"), (p.Code, p.Place.File)));
        Assert.Equal(2, problems.Count);
    }

    [Theory]
    [InlineData("free,o1,,,", "reservation")]
    [InlineData("free,,sale,,", "purpose")]
    [InlineData("retired,,,free,", "returns-to")]
    [InlineData("banked,,,,2026-12-01T00:00:00Z", "until")]
    public void Units_of_a_reservation_are_reserved(string cells, string column)
    {
        const string header = "account,registry,scope,start,end,vintage,kind,place,reservation,purpose,returns-to,until\n";
        var problem = Assert.Single(Problems(() => Sessions.Prove(holdings: header + "mill,icm,2025,5001,5070,2025,ccc," + cells + "\n")));
        Assert.Equal(("columns-disagree", "holdings.csv", column), (problem.Code, problem.Place.File, problem.Place.Pointer.Split('/')[^1]));
        Assert.Null(Record.Exception(() => Sessions.Prove(holdings: header + "mill,icm,2025,5001,5070,2025,ccc,reserved,o1,sale,free,\n")));
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

    [Fact]
    public void A_session_of_a_year_is_none() =>
        Assert.Equal("session-times", Assert.Single(Problems(() => Sessions.Prove(terms: Sessions.Text("session.json").Replace("2026-11-23T04", "2025-11-23T04", StringComparison.Ordinal)))).Code);

    private static string Breaches(params (string Account, string At)[] breaches) => Sessions.Text("session.json")
        .Replace("\"breaches\": []", "\"breaches\": [" + string.Join(",\n", breaches.Select(b => $$"""{ "account": "{{b.Account}}", "at": "{{b.At}}" }""")) + "]", StringComparison.Ordinal);

    private static System.Collections.Generic.IReadOnlyList<Problem> Problems(Func<ClearingProof> prove) => Assert.Throws<CctsDataException>(prove).Problems;
}
