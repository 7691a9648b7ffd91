using System;
using System.Linq;
using System.Text;
using Ccts.Credits.Article6;
using Ccts.Credits.Article6.Aef;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Credits.Tests;

/// <summary>Cells that contradict each other are errors, and a counterpart that is missing is a warning: nothing is right because nobody could look.</summary>
public class AefContradictionTests
{
    private static readonly AefSubmission Year = new() { Year = 2026, Submitted = new LocalDate(2027, 4, 1), Ndc = (2021, 2030), Gwp = "AR5" };

    [Theory]
    [InlineData(AefTableKind.Actions, "Acquiring Party", "USA", "aef-authorization", Severity.Error)]
    [InlineData(AefTableKind.Authorizations, "Authorized timeframe", "Occurred: from 2026 to 2026 Use: from 01/01/2026 to 31/12/2026", "aef-authorization", Severity.Error)]
    [InlineData(AefTableKind.Authorizations, "Authorized timeframe", "Occurred: from 01/01/2026 to 31/12/2026 Use: from 01/01/2026 to 31/12/2026", "aef-authorization", Severity.Error)]
    [InlineData(AefTableKind.Authorizations, "Authorized timeframe", "Occurred: from 2025 to 2026 Use: from 01/06/2026 to 31/12/2026", "aef-authorization", Severity.Warning)]
    [InlineData(AefTableKind.Authorizations, "Authorized timeframe", "Occurred: from 2027 to 2025 Use: from 01/01/2026 to 31/12/2026", "aef-timeframe", Severity.Error)]
    [InlineData(AefTableKind.Authorizations, "Authorized timeframe", "Occurred: from NA to soon Use: from then to never", "aef-timeframe", Severity.Warning)]
    [InlineData(AefTableKind.Authorizations, "Authorized timeframe", "", "aef-timeframe", Severity.Warning)]
    [InlineData(AefTableKind.Authorizations, "Date", "01/12/2027", "aef-authorization", Severity.Error)]
    [InlineData(AefTableKind.Authorizations, "Date", "", "aef-authorization", Severity.Warning)]
    [InlineData(AefTableKind.Authorizations, "Authorized quantity", "", "aef-authorization", Severity.Warning)]
    [InlineData(AefTableKind.Authorizations, "Authorized Party(ies) ID", "", "aef-authorization", Severity.Warning)]
    [InlineData(AefTableKind.Authorizations, "Authorized entity(ies) ID", "E-9", "aef-entity", Severity.Warning)]
    [InlineData(AefTableKind.Submission, "First year of the NDC implementation period", "2031", "aef-year", Severity.Error)]
    [InlineData(AefTableKind.Submission, "Date of submission", "01/01/2020", "aef-year", Severity.Error)]
    [InlineData(AefTableKind.Submission, "Date of submission", "01/10/2026", "aef-year", Severity.Warning)]
    public void A_cell_that_contradicts_another_is_found(AefTableKind table, string column, string cell, string code, Severity severity) =>
        Assert.Contains(AefCheck.Problems(Doctor(AefTables.Of(Lived(), Year), table, 0, column, cell)), p => p.Code == code && p.Severity == severity);

    [Fact]
    public void A_use_outside_the_time_of_use_and_a_first_party_that_is_none_are_found()
    {
        var japan = Doctor(AefTables.Of(Lived(), Year with { Party = "JPN" }), AefTableKind.Submission, 0, "Version", "1");
        var late = new AefReport([.. japan.Rows, .. AefTables.Of(Lived(), Year).Of(AefTableKind.Authorizations)]);
        Assert.DoesNotContain(AefCheck.Problems(late), p => p.Code == "aef-authorization");
        Assert.Contains(AefCheck.Problems(Doctor(late, AefTableKind.Authorizations, 0, "Authorized timeframe", "Occurred: from 2025 to 2026 Use: from 01/06/2026 to 31/12/2026")), p => p is { Code: "aef-authorization", Severity: Severity.Warning });

        // Whoever transfers first is the first transferring Party.
        var ids = new AefReport([.. AefTables.Of(Lived(), Year).Rows.Select(r => r.Table == AefTableKind.Actions ? new AefRow(r.Table, [.. r.Cells.Select(c => c.Replace("-IND01-IND-", "-IND01-JPN-", StringComparison.Ordinal))]) : r)]);
        Assert.Contains(AefCheck.Problems(Doctor(ids, AefTableKind.Actions, 0, "First transferring Party ID", "JPN")), p => p is { Code: "aef-other-party", Severity: Severity.Error });
    }

    /// <summary>No outcome is used towards a year before there was any.</summary>
    [Theory]
    [InlineData("2024", true)]
    [InlineData("2025", false)]
    public void A_use_towards_a_year_before_its_outcomes_is_told(string year, bool isTold)
    {
        var book = Lived();
        var report = AefTables.Of(book, Year with { Party = "JPN" });
        var use = report.Of(AefTableKind.Actions).ToList().FindIndex(r => r["Action type"] == "Use");
        Assert.Equal(isTold, AefCheck.Problems(Doctor(report, AefTableKind.Actions, use, "Calendar year used towards the NDC", year)).Any(p => p is { Code: "aef-year", Severity: Severity.Warning } && p.Message.Contains("none yet", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_not_there_is_not_right()
    {
        var report = AefTables.Of(Lived(), Year);
        Assert.Contains(AefCheck.Problems(new AefReport([])), p => p is { Code: "aef-empty", Severity: Severity.Error });
        Assert.Contains(AefCheck.Problems(new AefReport([.. report.Of(AefTableKind.Submission)])), p => p is { Code: "aef-empty", Severity: Severity.Warning });
        Assert.Contains(AefCheck.Problems(new AefReport([.. report.Rows.Where(r => r.Table != AefTableKind.Authorizations)])), p => p is { Code: "aef-authorization", Severity: Severity.Warning });
        Assert.Contains(AefCheck.Problems(new AefReport([.. report.Of(AefTableKind.Submission), .. report.Rows])), p => p is { Code: "aef-twice", Severity: Severity.Error });
    }

    /// <summary>Units that a registry writes with letters before their number, and units of which only the text can be compared.</summary>
    [Fact]
    public void Units_with_letters_behind_two_first_transfers_are_told()
    {
        var book = Lived();
        Assert.Null(book.Transfer(Given.Transfer("t3", 41, 80)).Refusal);
        AefReport Of(string first1, string last1, string first2, string last2) => Doctor(Doctor(Doctor(Doctor(AefTables.Of(book, Year), AefTableKind.Actions, 0, "First unit ID", first1), AefTableKind.Actions, 0, "Last unit ID", last1), AefTableKind.Actions, 1, "First unit ID", first2), AefTableKind.Actions, 1, "Last unit ID", last2);
        string Codes(AefReport report) => string.Join(" ", AefCheck.Problems(report).Select(p => p.Code));
        Assert.Equal("", Codes(Of("IN-A-0001", "IN-A-0040", "IN-A-0041", "IN-A-0080")));
        Assert.Equal("aef-units-twice", Codes(Of("IN-A-0001", "IN-A-0040", "IN-A-0001", "IN-A-0040")));
        Assert.Equal("aef-units-twice", Codes(Of("IN-A-0001", "IN-A-0040", "in-a-0040", "in-a-0079")));
        Assert.Equal("", Codes(Of("IN-A-0001", "IN-A-0040", "IN-B-0001", "IN-B-0040")));
        Assert.Equal("aef-units", Codes(Of("IN-A-0001", "IN-A-0039", "IN-A-0041", "IN-A-0080")));
        Assert.Equal("aef-units-twice", Codes(Of("lot X", "lot Y", "lot X", "lot Y")));
        Assert.Equal("", Codes(Of("lot X", "lot Y", "lot Z", "lot Q")));
    }

    /// <summary>The year before gives more than holdings: what was transferred first or went, and what its authorizations have covered.</summary>
    [Fact]
    public void The_report_of_the_year_before_is_held_against_this_one()
    {
        var (last, book) = (AefTables.Of(Lived(), Year), Given.Book());
        Assert.Null(book.Transfer(Given.Transfer("t9", 1, 40)).Refusal);
        AefReport Next(AefReport report) => new([.. report.Rows.Select(r => new AefRow(r.Table, [.. r.Cells.Select(c => c == "2026" && r.Table == AefTableKind.Submission ? "2027" : c == "01/04/2027" ? "01/04/2028" : c.Replace("/2026", "/2027", StringComparison.Ordinal))]))]);
        var again = Next(AefTables.Of(book, Year));
        Assert.Empty(AefCheck.Problems(again));
        Assert.Contains(AefCheck.Problems(again, previous: last), p => p is { Code: "aef-claimed-twice", Severity: Severity.Error });

        var more = new AefReport([.. again.Rows.Select(r => r.Table != AefTableKind.Actions ? r : new AefRow(r.Table,
            [.. r.Cells.Select(c => c.Replace("IND-1-", "IND-41-", StringComparison.Ordinal).Replace("IND-40-", "IND-120-", StringComparison.Ordinal) is var id && c == "40" ? "80" : id)]))]);
        Assert.DoesNotContain(AefCheck.Problems(more), p => p.Code == "aef-beyond-authorized");
        Assert.Contains(AefCheck.Problems(more, previous: last), p => p.Code == "aef-beyond-authorized");

        // What Japan used last year it does not give this year.
        var japan = AefTables.Of(Lived(), Year with { Party = "JPN" });
        var use = new AefReport([.. Next(new AefReport([.. japan.Of(AefTableKind.Submission), japan.Of(AefTableKind.Actions).First(r => r["Action type"] == "Use"), .. japan.Of(AefTableKind.Holdings)])).Rows]);
        Assert.Contains(AefCheck.Problems(use, previous: japan), p => p is { Code: "aef-claimed-twice", Severity: Severity.Error });
    }

    /// <summary>An action is under the version of its day: what a later one changes accuses nobody, and what an earlier one did not cover is told.</summary>
    [Fact]
    public void An_action_is_held_against_the_version_of_its_day()
    {
        var book = Lived();
        var amended = new LocalDate(2026, 6, 1);
        Assert.Null(book.Amend("m", Instant.FromUtc(2026, 6, 1, 6, 0), Given.Letter() with { Version = 2, Date = amended, Parties = ["SGP"], Vintages = (2026, 2026), From = amended }).Refusal);
        var report = AefTables.Of(book, Year);
        Assert.Empty(AefCheck.Problems(report));
        Assert.Contains(AefCheck.Problems(Doctor(report, AefTableKind.Actions, 0, "Action date", "02/06/2026")), p => p is { Code: "aef-authorization", Severity: Severity.Error } && p.Message.Contains("SGP", StringComparison.Ordinal));
        Assert.DoesNotContain(AefCheck.Problems(Doctor(report, AefTableKind.Actions, 0, "Action date", "01/06/2026")), p => p.Severity == Severity.Error);
        Assert.Empty(AefCheck.Problems(Doctor(report, AefTableKind.Authorizations, 1, "Authorized quantity", "60")));
        Assert.Contains(AefCheck.Problems(Doctor(report, AefTableKind.Authorizations, 0, "Authorized quantity", "39")), p => p.Code == "aef-beyond-authorized" && p.Message.Contains("before 01/06/2026", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Purpose of OIMP use or cancellation", "CORSIA", "Warning aef-authorization, Error aef-claimed-twice")]
    [InlineData("Purpose of OIMP use or cancellation", "NDC", "")]
    [InlineData("Calendar year used towards the NDC", "2019", "Warning aef-year")]
    [InlineData("Calendar year used towards the NDC", "2030", "")]
    [InlineData("Calendar year used towards the NDC", "NA", "Warning aef-year")]
    [InlineData("Action type", "Cancellation", "Error aef-year")]
    [InlineData("Mitigation type", "Removals", "Error aef-ids")]
    [InlineData("Metric", "non-GHG", "Warning aef-authorization, Error aef-ids")]
    [InlineData("GWP value(s)", "AR4", "Warning aef-authorization, Warning aef-ids")]
    [InlineData("First unit ID", "2", "Warning aef-units")]
    [InlineData("Underlying unit registry ID", "other", "Warning aef-units")]
    public void A_use_is_of_the_tonnes_that_came_and_for_what_they_are_authorised(string column, string cell, string codes)
    {
        var report = AefTables.Of(Lived(), Year with { Party = "JPN" });
        var whole = new AefReport([.. report.Rows, .. AefTables.Of(Lived(), Year).Of(AefTableKind.Authorizations)]);
        Assert.Empty(AefCheck.Problems(whole));
        var found = AefCheck.Problems(Doctor(whole, AefTableKind.Actions, 1, column, cell)).Where(p => p.Code != "aef-missing").ToList();
        Assert.Equal(codes, string.Join(", ", found.Select(p => p.Severity + " " + p.Code).Distinct()));
    }

    /// <summary>An authorization in another spelling is the same one: it covers what it covers once.</summary>
    [Theory]
    [InlineData("loa-1")]
    [InlineData("LOA 1")]
    public void An_authorization_in_two_spellings_is_one(string spelled)
    {
        var book = Given.Book();
        Assert.Null(book.Transfer(Given.Transfer("t1", 1, 60)).Refusal);
        Assert.Null(book.Transfer(Given.Transfer("t2", 61, 100)).Refusal);
        var report = AefTables.Of(book, Year);
        Assert.Empty(AefCheck.Problems(report));
        var copy = Doctor(report, AefTableKind.Authorizations, 0, "Authorization ID", spelled).Of(AefTableKind.Authorizations).Single();
        var twice = new AefReport([.. Doctor(report, AefTableKind.Actions, 1, "Authorization ID", spelled).Rows, copy]);
        Assert.Equal(["aef-twice"], AefCheck.Problems(twice).Where(p => p.Severity == Severity.Error).Select(p => p.Code));
        Assert.Contains(AefCheck.Problems(Doctor(twice, AefTableKind.Authorizations, 0, "Authorized quantity", "60")), p => p.Code == "aef-beyond-authorized");
    }

    /// <summary>What the book refuses of a first transfer, a table does not say without a word.</summary>
    [Theory]
    [InlineData("Acquiring Party", "NA", "Error aef-authorization")]
    [InlineData("Acquiring Party", "IND", "Error aef-other-party")]
    public void A_first_transfer_that_the_book_would_refuse_is_told(string column, string cell, string told) =>
        Assert.Contains(told, AefCheck.Problems(Doctor(AefTables.Of(Lived(), Year), AefTableKind.Actions, 0, column, cell)).Select(p => p.Severity + " " + p.Code));

    [Fact]
    public void An_itmo_registry_is_not_another_country_s()
    {
        var report = AefTables.Of(Lived(), Year);
        AefReport With(string registry) => new([.. report.Rows.Select(r => new AefRow(r.Table, [.. r.Cells.Select(c => c.Replace("IND01", registry, StringComparison.Ordinal))]))]);
        Assert.Equal(["Warning aef-other-party"], AefCheck.Problems(With("JPN01")).Select(p => p.Severity + " " + p.Code));
        Assert.Empty(AefCheck.Problems(With("XXZ01")));
    }

    /// <summary>Ids of authorizations are each Party's own: of another's row a table can say no more than that it does not fit.</summary>
    [Fact]
    public void Another_party_s_authorization_may_have_the_same_id()
    {
        var japan = AefTables.Of(Lived(), Year with { Party = "JPN" });
        var own = Doctor(Doctor(Doctor(AefTables.Of(Lived(), Year), AefTableKind.Authorizations, 0, "Authorized quantity", "5"), AefTableKind.Authorizations, 0, "Authorized Party(ies) ID", "THA"), AefTableKind.Authorizations, 0, "Date", "01/06/2026").Of(AefTableKind.Authorizations);
        var found = AefCheck.Problems(new AefReport([.. japan.Rows, .. own]));
        Assert.Equal(["Warning aef-authorization"], found.Select(p => p.Severity + " " + p.Code).Distinct());
        Assert.All(found, p => Assert.Contains("IND", p.Message, StringComparison.Ordinal));
    }

    /// <summary>Units with their number in front or in the middle, and serials that a grammar reads.</summary>
    [Fact]
    public void Units_are_compared_however_their_registry_writes_them()
    {
        var book = Lived();
        Assert.Null(book.Transfer(Given.Transfer("t3", 41, 80)).Refusal);
        AefReport Of(string first1, string last1, string first2, string last2) => Doctor(Doctor(Doctor(Doctor(AefTables.Of(book, Year), AefTableKind.Actions, 0, "First unit ID", first1), AefTableKind.Actions, 0, "Last unit ID", last1), AefTableKind.Actions, 1, "First unit ID", first2), AefTableKind.Actions, 1, "Last unit ID", last2);
        string Codes(AefReport report) => string.Join(" ", AefCheck.Problems(report).Select(p => p.Code));
        Assert.Equal("aef-units-twice", Codes(Of("1/IN/2025", "40/IN/2025", "20/IN/2025", "59/IN/2025")));
        Assert.Equal("", Codes(Of("1/IN/2025", "40/IN/2025", "41/IN/2025", "80/IN/2025")));
        Assert.Equal("", Codes(Of("1/IN/2025", "40/IN/2025", "1/IN/2024", "40/IN/2024")));
        string Verra(int first, int last) => $"9344-{first}-{last}-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1";
        Assert.Equal("aef-units-twice", Codes(Of(Verra(1, 40), Verra(1, 40), Verra(20, 59), Verra(20, 59))));
        Assert.Equal("", Codes(Of(Verra(1, 40), Verra(1, 40), Verra(41, 80), Verra(41, 80))));
    }

    [Theory]
    [InlineData("Purposes for authorization", "OIMP", "First transfer definition for OIMP")]
    [InlineData("First transfer definition for OIMP", "Issuance", "First transfer definition for OIMP")]
    public void An_authorization_defines_the_first_transfer_where_it_is_for_other_purposes(string column, string cell, string told)
    {
        var problem = Assert.Single(AefCheck.Problems(Doctor(AefTables.Of(Lived(), Year), AefTableKind.Authorizations, 0, column, cell)));
        Assert.Equal(("aef-authorization", Severity.Warning), (problem.Code, problem.Severity));
        Assert.EndsWith(told, problem.Place.Pointer, StringComparison.Ordinal);
    }

    /// <summary>Nothing is done with outcomes that are not there yet; that they are transferred first by their authorization alone is no error.</summary>
    [Fact]
    public void Outcomes_of_a_later_year_are_told()
    {
        var report = AefTables.Of(Lived(), Year);
        AefReport Later(AefReport r) => new([.. r.Rows.Select(row => row.Table != AefTableKind.Actions ? row : new AefRow(row.Table, [.. row.Cells.Select(c => c == "2025" ? "2027" : c.Replace("-2025", "-2027", StringComparison.Ordinal))]))]);
        report = Doctor(report, AefTableKind.Authorizations, 0, "Authorized timeframe", "Occurred: from 2025 to 2030 Use: from 01/01/2026 to 31/12/2026");
        Assert.Equal(("aef-year", Severity.Error), AefCheck.Problems(Later(report)).Select(p => (p.Code, p.Severity)).Single());
        var first = Doctor(Doctor(report, AefTableKind.Authorizations, 0, "Purposes for authorization", "OIMP"), AefTableKind.Authorizations, 0, "First transfer definition for OIMP", "Authorization");
        Assert.Empty(AefCheck.Problems(Later(first)));
    }

    /// <summary>What this report says of a version stands: another word of last year cannot hide that too much was transferred.</summary>
    [Fact]
    public void A_version_says_the_same_in_both_years()
    {
        var report = AefTables.Of(Lived(), Year);
        var little = Doctor(report, AefTableKind.Authorizations, 0, "Authorized quantity", "30");
        AefReport Before(string quantity, string parties) => new([.. AefTables.Of(Lived(), Year with { Year = 2025 }).Of(AefTableKind.Submission), Doctor(Doctor(report, AefTableKind.Authorizations, 0, "Authorized quantity", quantity), AefTableKind.Authorizations, 0, "Authorized Party(ies) ID", parties).Of(AefTableKind.Authorizations).Single()]);
        Assert.Equal(["aef-twice", "aef-beyond-authorized"], AefCheck.Problems(little, previous: Before("1000", "JPN; SGP")).Where(p => p.Severity == Severity.Error).Select(p => p.Code));
        Assert.Empty(AefCheck.Problems(report, previous: Before("100.0", "SGP,JPN")));
        Assert.Equal(["aef-twice"], AefCheck.Problems(report, previous: Before("100", "JPN")).Select(p => p.Code));
    }

    [Fact]
    public void Units_of_the_year_before_behind_new_identifiers_are_told()
    {
        var (last, book) = (AefTables.Of(Lived(), Year), Given.Book());
        Assert.Null(book.Transfer(Given.Transfer("t8", 901, 940)).Refusal);
        Assert.Null(book.Transfer(Given.Transfer("t9", 1, 40)).Refusal);
        var next = AefTables.Of(book, Year);
        next = new([.. next.Rows.Where(r => r.Table != AefTableKind.Actions || r["First unit ID"] == "1").Select(r => r.Table is AefTableKind.Authorizations ? r : new AefRow(r.Table, [.. r.Cells.Select(c => c == "2026" && r.Table == AefTableKind.Submission ? "2027" : c == "01/04/2027" ? "01/04/2028" : c.Replace("/2026", "/2027", StringComparison.Ordinal))]))]);
        Assert.Equal(["aef-authorization"], AefCheck.Problems(next).Select(p => p.Code));
        Assert.Equal([("aef-authorization", Severity.Warning), ("aef-units-twice", Severity.Warning)], AefCheck.Problems(next, previous: last).Select(p => (p.Code, p.Severity)));
    }

    [Theory]
    [InlineData("Party", "JPN", Severity.Error)]
    [InlineData("Reported year", "2019", Severity.Error)]
    [InlineData("Reported year", "2026", Severity.Error)]
    [InlineData("Reported year", "2025", null)]
    public void The_report_of_the_year_before_is_that_of_the_party_and_the_year_before(string column, string cell, Severity? severity)
    {
        var report = AefTables.Of(Lived(), Year);
        var previous = Doctor(new AefReport([.. report.Of(AefTableKind.Submission)]), AefTableKind.Submission, 0, "Reported year", "2025");
        var problem = AefCheck.Problems(report, previous: Doctor(previous, AefTableKind.Submission, 0, column, cell)).SingleOrDefault(p => p.Code == "aef-previous");
        Assert.Equal(severity, problem?.Severity);
        Assert.Contains(AefCheck.Problems(report, previous: new AefReport([])), p => p is { Code: "aef-previous", Severity: Severity.Warning });
    }

    [Theory]
    [InlineData("Party,Version,Reported year\n\"IND,1,2026\n", false)]
    [InlineData("Party,Version,Reported year\nIND,1,\"2026\"x\n", false)]
    [InlineData("Party,Version,Reported year\nIND,1,\"2026\nIND,1,2027\n", false)]
    [InlineData("Party;Version;Reported year\nIND;1;2026\n", true)]
    [InlineData("Party\tVersion\tReported year\nIND\t1\t2026\n", true)]
    [InlineData("PARTY, version ,Reported Year\nIND,1,2026\n", true)]
    [InlineData("Party,Version,Reported year\nIND,1,2026\nIND,1,2027\n", true)]
    public void A_table_is_read_whole_or_not_at_all(string csv, bool isRead)
    {
        Assert.Equal(isRead, AefFile.TryRead(Encoding.UTF8.GetBytes(csv), "t1.csv", out var report, out var problems));
        Assert.Equal(isRead, problems.Count == 0);
        Assert.Equal(isRead ? csv.Split('\n').Length - 2 : 0, report?.Rows.Count ?? 0);
        Assert.True(!isRead || report!.Rows[0]["Reported year"] == "2026");
    }

    /// <summary>India transfers 40 tonnes to Japan, which uses 5.</summary>
    private static Article6Book Lived()
    {
        var book = Given.Book();
        ItmoIdentifier Id(ulong serial) => new("CA0002", "IND01", "IND", (BlockNumber)serial, 2025);
        Assert.True(book.Transfer(Given.Transfer("t1", 1, 40)).IsAccepted);
        Assert.True(book.Use("u1", Given.Now, new LocalDate(2026, 3, 1), "JPN", Id(1), Id(5), Article6Purpose.Ndc, 2026).IsAccepted);
        return book;
    }

    private static AefReport Doctor(AefReport report, AefTableKind table, int number, string column, string cell)
    {
        var at = AefReport.Columns(table).ToList().IndexOf(column);
        var row = report.Of(table).ElementAt(number);
        return new AefReport([.. report.Rows.Select(r => ReferenceEquals(r, row) ? new AefRow(table, [.. r.Cells.Select((c, i) => i == at ? cell : c)]) : r)]);
    }
}
