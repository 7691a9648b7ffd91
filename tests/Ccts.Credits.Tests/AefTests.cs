using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Credits.Article6;
using Ccts.Credits.Article6.Aef;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Credits.Tests;

public class AefTests
{
    private static readonly AefSubmission Year = new()
    {
        Year = 2026, Submitted = new LocalDate(2027, 4, 1), Ndc = (2021, 2030), Gwp = "AR5",
        Entities = [new AuthorizedEntity(new LocalDate(2025, 12, 1), "Example Hydrogen Ltd", "IND", "E-1", "CA0002")],
    };

    [Theory]
    [InlineData(AefIdReading.FullIdentifiers)]
    [InlineData(AefIdReading.Integers)]
    public void What_a_book_gives_is_without_a_problem_in_both_readings_and_both_forms(AefIdReading reading)
    {
        foreach (var party in new[] { "IND", "JPN", "SGP" })
        {
            var report = AefTables.Of(Lived(), Year with { Party = party, Reading = reading });
            Assert.Empty(AefCheck.Problems(report));
            Assert.Empty(AefCheck.Problems(report, reading));
            Assert.True(AefFile.TryRead(Encoding.UTF8.GetBytes(AefFile.ToJson(report)), "aef.json", out var json, out _));
            Assert.Equal(Text(report), Text(json!));
            var rows = new List<AefRow>();
            foreach (var table in Enum.GetValues<AefTableKind>())
            {
                Assert.True(AefFile.TryRead(Encoding.UTF8.GetBytes(AefFile.ToCsv(report, table)), table + ".csv", out var csv, out var problems), string.Join(" ", problems.Select(p => p.Message)));
                rows.AddRange(csv!.Rows);
            }

            Assert.Equal(Text(report), Text(new AefReport(rows)));
            Assert.Equal(party == "JPN" ? 25 : party == "SGP" ? 10 : 0, report.Of(AefTableKind.Holdings).Sum(r => int.Parse(r["Quantity (tCO2e)"], System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [Theory]
    [InlineData(AefTableKind.Actions, "Quantity (tCO2e)", "41", "aef-quantity")]
    [InlineData(AefTableKind.Actions, "Last ID", "CA0002-IND01-IND-50-2025", "aef-quantity")]
    [InlineData(AefTableKind.Actions, "First ID", "CA0002-IND01-IND-0-2025", "aef-ids")]
    [InlineData(AefTableKind.Actions, "First ID", "1", "aef-ids")]
    [InlineData(AefTableKind.Actions, "Last ID", "CA0002-IND01-IND-40-2026", "aef-ids")]
    [InlineData(AefTableKind.Actions, "Vintage", "2024", "aef-ids")]
    [InlineData(AefTableKind.Actions, "Action date", "2026-01-15", "aef-format")]
    [InlineData(AefTableKind.Actions, "Action date", "31/02/2026", "aef-format")]
    [InlineData(AefTableKind.Actions, "Action date", "15/01/2025", "aef-year")]
    [InlineData(AefTableKind.Actions, "Action type", "Sale", "aef-format")]
    [InlineData(AefTableKind.Actions, "Mitigation type", "", "aef-missing")]
    [InlineData(AefTableKind.Actions, "Authorization ID", "LOA-7", "aef-authorization")]
    [InlineData(AefTableKind.Actions, "Cooperative approach ID", "CA2", "aef-format")]
    [InlineData(AefTableKind.Actions, "Transferring Party", "IN", "aef-format")]
    [InlineData(AefTableKind.Authorizations, "Authorized quantity", "39", "aef-beyond-authorized")]
    [InlineData(AefTableKind.Authorizations, "Authorized quantity", "4,0", "aef-format")]
    [InlineData(AefTableKind.Authorizations, "Purposes for authorization", "ndc", "aef-format")]
    [InlineData(AefTableKind.Authorizations, "Sector(s)", "NA", "aef-missing")]
    [InlineData(AefTableKind.Authorizations, "Authorized timeframe", "2026", "aef-format")]
    [InlineData(AefTableKind.AuthorizedEntities, "Country of incorporation", "", "aef-missing")]
    [InlineData(AefTableKind.Submission, "Party", "INDIA", "aef-format")]
    public void A_cell_that_was_doctored_is_found(AefTableKind table, string column, string cell, string code)
    {
        var report = AefTables.Of(Lived(), Year);
        var doctored = Doctor(report, table, 0, column, cell);
        Assert.Contains(AefCheck.Problems(doctored), p => p.Code == code);
    }

    [Fact]
    public void Holdings_are_what_the_actions_leave()
    {
        var report = AefTables.Of(Lived(), Year with { Party = "JPN" });
        var holdings = report.Of(AefTableKind.Holdings).ToList();
        Assert.Contains(AefCheck.Problems(new AefReport([.. report.Rows.Except([holdings[0]])])), p => p is { Code: "aef-holdings", Severity: Severity.Error });
        Assert.Contains(AefCheck.Problems(new AefReport([.. report.Rows, holdings[0]])), p => p.Code == "aef-claimed-twice");

        // A run that was used cannot be held; one that no action speaks of may be of last year.
        var used = Doctor(Doctor(Doctor(report, AefTableKind.Holdings, 0, "First ID", "CA0002-IND01-IND-1-2025"), AefTableKind.Holdings, 0, "Last ID", "CA0002-IND01-IND-2-2025"), AefTableKind.Holdings, 0, "Quantity (tCO2e)", "2");
        Assert.Contains(AefCheck.Problems(used), p => p is { Code: "aef-holdings", Severity: Severity.Error } && p.Message.Contains("went", StringComparison.Ordinal));
        var strange = Doctor(Doctor(report, AefTableKind.Holdings, 0, "First ID", "CA0002-IND01-IND-901-2025"), AefTableKind.Holdings, 0, "Last ID", "CA0002-IND01-IND-925-2025");
        Assert.Contains(AefCheck.Problems(strange), p => p is { Code: "aef-opening-unknown", Severity: Severity.Warning });
        Assert.Contains(AefCheck.Problems(strange, previous: new AefReport([])), p => p is { Code: "aef-holdings", Severity: Severity.Error } && p.Message.Contains("no action", StringComparison.Ordinal));
        Assert.DoesNotContain(AefCheck.Problems(strange, previous: Doctor(strange, AefTableKind.Submission, 0, "Reported year", "2025")), p => p.Message.Contains("no action", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_tonnes_transferred_first_twice_are_found()
    {
        var report = AefTables.Of(Lived(), Year);
        var first = report.Of(AefTableKind.Actions).First();
        Assert.Contains(AefCheck.Problems(new AefReport([.. report.Rows, first])), p => p.Code == "aef-claimed-twice");
    }

    /// <summary>A first transfer between two other Parties is not the reporting Party's action.</summary>
    [Fact]
    public void A_first_transfer_of_other_parties_is_found()
    {
        var report = Doctor(Doctor(AefTables.Of(Lived(), Year), AefTableKind.Actions, 0, "Transferring Party", "GHA"), AefTableKind.Actions, 0, "Acquiring Party", "CHE");
        Assert.Contains(AefCheck.Problems(report), p => p is { Code: "aef-other-party", Severity: Severity.Error });
    }

    [Fact]
    public void The_same_tonnes_used_twice_are_found_without_last_years_holdings()
    {
        var report = AefTables.Of(Lived(), Year with { Party = "JPN" });
        var use = report.Of(AefTableKind.Actions).First(r => r["Action type"] == "Use");
        Assert.Contains(AefCheck.Problems(new AefReport([.. report.Rows, use])), p => p is { Code: "aef-claimed-twice", Severity: Severity.Error });
    }

    /// <summary>The numbers of the units behind the tonnes: a slip, and one tonne behind two identifiers.</summary>
    [Fact]
    public void Units_that_are_not_the_tonnes_or_stand_behind_two_runs_are_told()
    {
        var book = Lived();
        Assert.True(book.Transfer(Given.Transfer("t3", 41, 50)).IsAccepted);
        var report = AefTables.Of(book, new AefSubmission { Year = 2026 });
        Assert.Empty(AefCheck.Problems(report));
        (string, Severity) Of(AefReport doctored) => AefCheck.Problems(doctored).Select(p => (p.Code, p.Severity)).Single();
        Assert.Equal(("aef-units", Severity.Warning), Of(Doctor(report, AefTableKind.Actions, 0, "First unit ID", "2")));
        Assert.Equal(("aef-units", Severity.Error), Of(Doctor(report, AefTableKind.Actions, 0, "First unit ID", "41")));
        Assert.Equal(("aef-units-twice", Severity.Warning), Of(Doctor(Doctor(report, AefTableKind.Actions, 1, "First unit ID", "31"), AefTableKind.Actions, 1, "Last unit ID", "40")));
        Assert.Empty(AefCheck.Problems(Doctor(report, AefTableKind.Actions, 0, "First unit ID", "ICM-2")));
    }

    [Fact]
    public void A_file_that_is_not_understood_is_no_report()
    {
        foreach (var text in new[] { "", "a,b\n1,2\n", "Party,Version,Reported year,Colour\nIND,1,2026,red\n", "Party,Version,Reported year\nIND,1\n", "{", "{\"aefT9\":[]}", "{\"aefT1Submission\":[{\"Party\":\"IND\",\"Party\":\"JPN\"}]}", "{\"aefT1Submission\":[{\"Colour\":\"red\"}]}", "{\"aefT1Submission\":[1]}" })
        {
            Assert.False(AefFile.TryRead(Encoding.UTF8.GetBytes(text), "f", out _, out var problems));
            Assert.NotEmpty(problems);
        }
    }

    /// <summary>India transfers 40 tonnes to Japan, which passes 10 on to Singapore and uses 5.</summary>
    private static Article6Book Lived()
    {
        var book = Given.Book();
        ItmoIdentifier Id(ulong serial) => new("CA0002", "IND01", "IND", (BlockNumber)serial, 2025);
        Assert.True(book.Transfer(Given.Transfer("t1", 1, 40)).IsAccepted);
        Assert.True(book.Use("u1", Given.Now, new LocalDate(2026, 3, 1), "JPN", Id(1), Id(5), Article6Purpose.Ndc, 2026).IsAccepted);
        Assert.True(book.Transfer("t2", Given.Now, new LocalDate(2026, 4, 1), "JPN", "SGP", Id(11), Id(20)).IsAccepted);
        return book;
    }

    private static AefReport Doctor(AefReport report, AefTableKind table, int number, string column, string cell)
    {
        var at = AefReport.Columns(table).ToList().IndexOf(column);
        var row = report.Of(table).ElementAt(number);
        return new AefReport([.. report.Rows.Select(r => ReferenceEquals(r, row) ? new AefRow(table, [.. r.Cells.Select((c, i) => i == at ? cell : c)]) : r)]);
    }

    private static string Text(AefReport report) => string.Join("\n", report.Rows.Select(r => r.Table + "|" + string.Join("|", r.Cells)));
}
