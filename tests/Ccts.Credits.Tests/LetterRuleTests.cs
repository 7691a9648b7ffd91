using System;
using System.Linq;
using Ccts.Credits.Article6;
using Ccts.Credits.Article6.Aef;
using Ccts.Credits.Journals;
using Ccts.Tests.Shared;
using NodaTime;

namespace Ccts.Credits.Tests;

/// <summary>What a book of letters takes: nothing that rests on a later day, and no letter that cannot be right.</summary>
public class LetterRuleTests
{
    [Fact]
    public void Nothing_is_older_than_the_letter_it_rests_on()
    {
        var (book, later) = (new Article6Book(new InMemoryLines()), Given.Letter() with { Date = Given.Day.PlusDays(1) });
        Assert.Equal("letter-ahead", book.Authorise("loa", Given.Now, later).Refusal?.Code);
        Assert.Null(book.Authorise("loa", Given.Now + Duration.FromDays(1), later).Refusal);
        Assert.Equal("before-letter", book.Transfer(Given.Transfer("a", 1, 10)).Refusal?.Code);
        Assert.Null(book.Transfer(Given.Transfer("b", 1, 10) with { Date = Given.Day.PlusDays(1), At = Given.Now + Duration.FromDays(1) }).Refusal);
        Assert.Equal("before-letter", book.Amend("m", Given.Now, Given.Letter() with { Version = 2 }).Refusal?.Code);
        Assert.Equal("before-letter", book.Revoke("r", Given.Now, "LOA-1", Given.Day, "by order").Refusal?.Code);
        Assert.Null(book.Amend("n", Given.Now + Duration.FromDays(9), Given.Letter() with { Version = 2, Date = Given.Day.PlusDays(9) }).Refusal);
        Assert.Equal("before-letter", book.Transfer(Given.Transfer("c", 11, 12) with { Date = Given.Day.PlusDays(8), At = Given.Now + Duration.FromDays(8) }).Refusal?.Code);
    }

    /// <summary>What says nothing authorises nothing, in whatever words.</summary>
    [Theory]
    [InlineData("-", "Green Hydrogen", "Energy", "malformed")]
    [InlineData("N/A", "Green Hydrogen", "Energy", "malformed")]
    [InlineData("LOA-1", "N/A", "Energy", "letter-activities")]
    [InlineData("LOA-1", "-", "Energy", "letter-activities")]
    [InlineData("LOA-1", "Green Hydrogen", "tbd", "letter-sectors")]
    public void A_letter_that_says_nothing_is_refused(string id, string activity, string sector, string code) =>
        Assert.Equal(code, new Article6Book(new InMemoryLines()).Authorise("a", Given.Now, Given.Letter(id) with { Activities = [activity], Sectors = [sector] }).Refusal?.Code);

    /// <summary>A transfer that is dated before a revocation after the revocation was written would choose its own day.</summary>
    [Fact]
    public void Nothing_is_dated_back_behind_a_revocation()
    {
        var book = Given.Book();
        Assert.Null(book.Revoke("r", Given.Now + Duration.FromDays(5), "LOA-1", Given.Day.PlusDays(17), "by order").Refusal);
        Assert.Equal("letter-revoked", book.Transfer(Given.Transfer("a", 1, 10) with { Date = Given.Day.PlusDays(17) }).Refusal?.Code);
        Assert.Equal("before-last-event", book.Transfer(Given.Transfer("b", 1, 10)).Refusal?.Code);
        Assert.Equal("before-last-event", book.Transfer(Given.Transfer("c", 1, 10) with { Date = Given.Day.PlusDays(4) }).Refusal?.Code);
        Assert.Null(book.Transfer(Given.Transfer("d", 1, 10) with { Date = Given.Day.PlusDays(5), At = Given.Now + Duration.FromDays(5) }).Refusal);
    }

    [Fact]
    public void An_itmo_goes_on_no_earlier_than_it_came_and_is_used_in_the_time_of_its_letter()
    {
        var book = Given.Book();
        Assert.Null(book.Transfer(Given.Transfer("t", 1, 40)).Refusal);
        string? Use(LocalDate day, Article6Purpose purpose = Article6Purpose.Ndc) => book.Use("u" + Guid.NewGuid(), Given.Now, day, "JPN", Id(1), Id(5), purpose).Refusal?.Code;
        Assert.Equal("before-last-event", Use(Given.Day.PlusDays(-1)));
        Assert.Equal("letter-out-of-date", Use(new LocalDate(2027, 1, 1)));
        Assert.Equal("before-last-event", book.Transfer("x", Given.Now, Given.Day.PlusDays(-1), "JPN", "SGP", Id(1), Id(5)).Refusal?.Code);
        Assert.Equal("before-last-event", book.Cancel("c", Given.Now, Given.Day.PlusDays(-1), "JPN", Id(1), Id(5)).Refusal?.Code);
        Assert.Null(book.Transfer("y", Given.Now, Given.Day.PlusDays(9), "JPN", "SGP", Id(1), Id(5)).Refusal);
        Assert.Equal("before-last-event", book.Cancel("d", Given.Now, Given.Day.PlusDays(8), "SGP", Id(5), Id(5)).Refusal?.Code);
        Assert.Null(book.Use("v", Given.Now, Given.Day, "JPN", Id(6), Id(7), Article6Purpose.Ndc).Refusal);
        Assert.Null(book.Use("w", Given.Now, new LocalDate(2026, 12, 31), "SGP", Id(1), Id(5), Article6Purpose.Ndc).Refusal);
    }

    /// <summary>Days that an earlier version took are read as they stand.</summary>
    [Fact]
    public void A_journal_with_days_that_run_backwards_is_still_read()
    {
        var lines = new InMemoryLines();
        var book = new Article6Book(lines);
        Assert.Null(book.Authorise("loa", Given.Now, Given.Letter()).Refusal);
        Assert.Null(book.Transfer(Given.Transfer("t", 1, 40)).Refusal);
        Assert.Null(book.Use("u", Given.Now, Given.Day, "JPN", Id(1), Id(5), Article6Purpose.Ndc).Refusal);
        var old = new Article6Book(OldJournal.Of(lines, r =>
        {
            r["date"] = r["what"]!.GetValue<string>() == "use" ? "2025-12-31" : r["what"]!.GetValue<string>() == "authorise" ? "2026-06-01" : "2026-01-15";
            _ = r.ContainsKey("parties") && (r["parties"] = new System.Text.Json.Nodes.JsonArray("JPN", "JAP", "IND")) is not null;
        }));
        Assert.Equal((40L, 2), (old.Find("LOA-1")!.Used, old.Actions.Count));
    }

    [Theory]
    [InlineData("loa-1")]
    [InlineData("LOA-1 ")]
    [InlineData("LOA 1")]
    [InlineData("Loa.1")]
    public void A_letter_in_another_spelling_authorises_nothing_more(string id)
    {
        var book = Given.Book();
        Assert.Equal("letter-known", book.Authorise("a", Given.Now, Given.Letter(id)).Refusal?.Code);
        Assert.Single(book.Letters);
        Assert.Null(book.Authorise("b", Given.Now, Given.Letter("LOA-11")).Refusal);
    }

    [Fact]
    public void A_letter_that_cannot_be_right_is_not_entered()
    {
        var book = new Article6Book(new InMemoryLines());
        void Refused(string code, Letter letter) => Assert.Equal(code, book.Authorise("k", Given.Now, letter).Refusal?.Code);
        Refused("letter-parties", Given.Letter() with { Parties = ["JAP"] });
        Refused("letter-parties", Given.Letter() with { Parties = ["JPN", "IND"] });
        Refused("letter-vintages", Given.Letter() with { Vintages = (2027, 2025) });
        Refused("letter-activities", Given.Letter() with { Activities = ["Green Hydrogen", " "] });
        Refused("letter-sectors", Given.Letter() with { Sectors = [""] });
        Refused("letter-entities", Given.Letter() with { Entities = [" "] });
        Assert.Null(book.Authorise("l", Given.Now, Given.Letter()).Refusal);
        Assert.Equal("letter-parties", book.Amend("m", Given.Now, Given.Letter() with { Version = 2, Parties = ["JAP"] }).Refusal?.Code);
        Assert.Equal("itmo-registry", book.Transfer(Given.Transfer("a", 1, 10) with { Registry = "JPN01" }).Refusal?.Code);
        Assert.Equal("itmo-registry", book.Transfer(Given.Transfer("b", 1, 10) with { Registry = "XXX99" }).Refusal?.Code);
    }

    /// <summary>A year's tables have every version that was in force in it, whatever came later.</summary>
    [Fact]
    public void An_amendment_takes_nothing_out_of_the_year_before_it()
    {
        var book = Given.Book();
        Assert.Null(book.Transfer(Given.Transfer("t", 1, 60)).Refusal);
        Assert.Null(book.Amend("m", Instant.FromUtc(2027, 2, 1, 6, 0), Given.Letter(tonnes: 80) with { Version = 2, Date = new LocalDate(2027, 2, 1), Until = new LocalDate(2028, 12, 31) }).Refusal);
        string Versions(int year) => string.Join(" ", AefTables.Of(book, new AefSubmission { Year = year }).Of(AefTableKind.Authorizations).Select(r => r["Version of the authorization"] + ":" + r["Authorized quantity"]));
        Assert.Equal(["", "1:100", "1:100 2:80", "2:80"], new[] { 2024, 2026, 2027, 2028 }.Select(Versions));
        Assert.DoesNotContain(AefCheck.Problems(AefTables.Of(book, new AefSubmission { Year = 2026 })), p => p.Code == "aef-authorization");
    }

    [Fact]
    public void A_revocation_is_told_in_the_tables_from_its_year_on()
    {
        var book = Given.Book();
        Assert.Null(book.Revoke("r", Given.Now, "LOA-1", new LocalDate(2026, 3, 1), "by order").Refusal);
        Assert.Equal(["", "Revoked from 01/03/2026: by order", "Revoked from 01/03/2026: by order"], new[] { 2025, 2026, 2027 }.Select(y => AefTables.Of(book, new AefSubmission { Year = y }).Of(AefTableKind.Authorizations).Single()["Additional information"]));
    }

    [Fact]
    public void A_tonne_is_used_for_one_purpose()
    {
        var book = Given.Book(Given.Letter() with { Purpose = Article6Purpose.NdcAndOimp, FirstTransfer = FirstTransferDefinition.Issuance });
        Assert.Null(book.Transfer(Given.Transfer("t", 1, 40)).Refusal);
        Assert.Equal("two-uses", book.Use("u", Given.Now, Given.Day, "JPN", Id(1), Id(5), Article6Purpose.NdcAndOimp).Refusal?.Code);
        Assert.Null(book.Use("v", Given.Now, Given.Day, "JPN", Id(1), Id(5), Article6Purpose.Oimp).Refusal);
    }

    /// <summary>Where a letter makes the use the first transfer, the tables have the tonnes that were used, on the day of their use, and the host adds no others.</summary>
    [Fact]
    public void The_first_transfer_of_a_table_is_that_of_the_letters_definition()
    {
        AefReport Report(FirstTransferDefinition definition, int year, out Article6Book book)
        {
            book = Given.Book(Given.Letter() with { Purpose = Article6Purpose.Oimp, FirstTransfer = definition });
            Assert.Null(book.Transfer(Given.Transfer("t", 1, 10) with { Party = null }).Refusal);
            Assert.Null(book.Use("u", Given.Now, new LocalDate(2026, 2, 12), "IND", Id(3), Id(7), Article6Purpose.Oimp).Refusal);
            return AefTables.Of(book, new AefSubmission { Year = year });
        }

        string Rows(AefReport report) => string.Join("; ", report.Of(AefTableKind.Actions).Select(r => $"{r["Action date"]} {r["Action type"]} {r["Quantity (tCO2e)"]}"));
        var used = Report(FirstTransferDefinition.UseOrCancellation, 2026, out var book);
        Assert.Equal("12/02/2026 First transfer 5; 12/02/2026 Use 5", Rows(used));
        Assert.Empty(used.Of(AefTableKind.Holdings));
        Assert.Empty(AefCheck.Problems(used));
        Assert.Equal(5, book.Adjustments().Sum(a => a.Tonnes));

        var authorised = Report(FirstTransferDefinition.Authorization, 2025, out book);
        Assert.Equal("01/12/2025 First transfer 10", Rows(authorised));
        Assert.Equal("12/02/2026 Use 5", Rows(Report(FirstTransferDefinition.Authorization, 2026, out _)));
        Assert.Equal(10, book.Adjustments().Sum(a => a.Tonnes));

        // Transferred abroad later, the outcomes were transferred first when they were authorised, and come to the other Party when they came.
        var sold = Given.Book(Given.Letter() with { Purpose = Article6Purpose.Oimp, FirstTransfer = FirstTransferDefinition.Authorization });
        Assert.Null(sold.Transfer(Given.Transfer("t", 1, 10)).Refusal);
        Assert.Equal("01/12/2025 First transfer 10", Rows(AefTables.Of(sold, new AefSubmission { Year = 2025 })));
        Assert.Equal("15/01/2026 Transfer 10", Rows(AefTables.Of(sold, new AefSubmission { Year = 2026 })));
        Assert.Equal("15/01/2026 Acquisition 10", Rows(AefTables.Of(sold, new AefSubmission { Year = 2026, Party = "JPN" })));
        Assert.Equal(10, sold.Adjustments().Sum(a => a.Tonnes));
        Assert.Empty(AefCheck.Problems(AefTables.Of(sold, new AefSubmission { Year = 2026 }), previous: AefTables.Of(sold, new AefSubmission { Year = 2025 })));

        // Where nobody has said the day of issuance, it is left open, and the checker says so.
        var issued = Report(FirstTransferDefinition.Issuance, 2026, out _);
        Assert.Equal(" First transfer 10; 12/02/2026 Use 5", Rows(issued));
        Assert.Contains(AefCheck.Problems(issued), p => p.Code == "aef-missing");
    }

    /// <summary>What was reported of a year stands: a later version of the letter moves no first transfer, whatever it changes.</summary>
    [Fact]
    public void An_amendment_moves_no_first_transfer()
    {
        var letter = Given.Letter() with { Purpose = Article6Purpose.Oimp, FirstTransfer = FirstTransferDefinition.Authorization };
        var book = Given.Book(letter);
        Assert.Null(book.Transfer(Given.Transfer("t", 1, 10)).Refusal);
        var before = Rows(book, "IND", 2025, 2026, 2027);
        Assert.Equal("01/12/2025 First transfer 10 |15/01/2026 Transfer 10 JPN|", before);
        Assert.Null(book.Amend("m", Instant.FromUtc(2027, 2, 1, 6, 0), letter with { Version = 2, Date = new LocalDate(2027, 2, 1), Until = new LocalDate(2028, 12, 31), FirstTransfer = FirstTransferDefinition.UseOrCancellation }).Refusal);
        Assert.Equal(before, Rows(book, "IND", 2025, 2026, 2027));
        Assert.Equal(10, book.Adjustments().Sum(a => a.Tonnes));
        Assert.Null(book.Transfer(Given.Transfer("u", 11, 20) with { Date = new LocalDate(2027, 3, 1), At = Instant.FromUtc(2027, 3, 1, 6, 0) }).Refusal);
        Assert.Equal(before, Rows(book, "IND", 2025, 2026, 2027));
    }

    /// <summary>What came under one version of a letter stays under it: who may acquire it, and for what it may be used.</summary>
    [Fact]
    public void An_amendment_does_not_reach_back_to_what_was_transferred_before_it()
    {
        var book = Given.Book();
        var amended = Given.Day.PlusDays(10);
        var at = Given.Now + Duration.FromDays(10);
        Assert.Null(book.Transfer(Given.Transfer("t", 1, 10)).Refusal);
        Assert.Null(book.Amend("m", at, Given.Letter() with { Version = 2, Date = amended, Parties = ["JPN"], Purpose = Article6Purpose.Oimp, FirstTransfer = FirstTransferDefinition.UseOrCancellation, Until = new LocalDate(2026, 2, 28) }).Refusal);
        Assert.Null(book.Transfer(Given.Transfer("u", 11, 20) with { Date = amended, At = at }).Refusal);
        string? Use(string key, ulong id, Article6Purpose purpose, LocalDate day) => book.Use(key, at, day, "JPN", Id(id), Id(id), purpose, purpose == Article6Purpose.Ndc ? 2026 : null).Refusal?.Code;
        Assert.Null(Use("a", 1, Article6Purpose.Ndc, new LocalDate(2026, 6, 1)));
        Assert.Equal("letter-other-purpose", Use("b", 2, Article6Purpose.Oimp, amended));
        Assert.Null(Use("c", 11, Article6Purpose.Oimp, amended));
        Assert.Equal("letter-other-purpose", Use("d", 12, Article6Purpose.Ndc, amended));
        Assert.Equal("letter-out-of-date", Use("e", 12, Article6Purpose.Oimp, new LocalDate(2026, 6, 1)));
        Assert.Null(book.Transfer("f", at, amended, "JPN", "SGP", Id(3), Id(3)).Refusal);
        Assert.Equal("letter-other-party", book.Transfer("g", at, amended, "JPN", "SGP", Id(13), Id(13)).Refusal?.Code);
        Assert.DoesNotContain(AefCheck.Problems(AefTables.Of(book, new AefSubmission { Year = 2026, Party = "JPN" })), p => p.Severity == Ccts.Sdk.Problems.Severity.Error);
    }

    /// <summary>A version is entered when it is made, and not dated back behind a transfer that it does not cover.</summary>
    [Fact]
    public void An_amendment_is_dated_neither_ahead_nor_back_behind_a_transfer()
    {
        var book = Given.Book();
        Assert.Equal("letter-ahead", book.Amend("a", Given.Now, Given.Letter() with { Version = 2, Date = Given.Day.PlusDays(1) }).Refusal?.Code);
        Assert.Null(book.Transfer(Given.Transfer("t", 1, 10)).Refusal);
        var at = Given.Now + Duration.FromDays(5);
        Assert.Equal("before-last-event", book.Amend("b", at, Given.Letter() with { Version = 2, Date = Given.Day.PlusDays(-1), Parties = ["SGP"] }).Refusal?.Code);
        Assert.Equal("before-last-event", book.Amend("c", at, Given.Letter() with { Version = 2, Date = Given.Day.PlusDays(-1), Vintages = (2026, 2026) }).Refusal?.Code);
        Assert.Equal("before-last-event", book.Amend("d", at, Given.Letter() with { Version = 2, Date = Given.Day.PlusDays(-1), From = Given.Day.PlusDays(1) }).Refusal?.Code);
        Assert.Null(book.Amend("e", at, Given.Letter(tonnes: 200) with { Version = 2, Date = Given.Day.PlusDays(-1) }).Refusal);
        Assert.Null(book.Amend("f", at, Given.Letter() with { Version = 3, Date = Given.Day.PlusDays(5), Parties = ["SGP"] }).Refusal);
    }

    /// <summary>The day of an authorisation that is itself the first transfer lies before its period of use, and nobody is accused of it.</summary>
    [Fact]
    public void A_first_transfer_by_authorisation_is_before_its_time_of_use()
    {
        var book = Given.Book(Given.Letter() with { Purpose = Article6Purpose.Oimp, FirstTransfer = FirstTransferDefinition.Authorization });
        Assert.Null(book.Transfer(Given.Transfer("t", 1, 10) with { Party = null }).Refusal);
        var report = AefTables.Of(book, new AefSubmission { Year = 2025 });
        Assert.Single(report.Of(AefTableKind.Actions));
        Assert.Empty(AefCheck.Problems(report));
    }

    /// <summary>Where the use is the first transfer, whoever uses acquires by it, and nobody else ever held an ITMO.</summary>
    [Fact]
    public void What_was_passed_on_before_its_first_transfer_is_held_by_nobody()
    {
        var book = Given.Book(Given.Letter() with { Purpose = Article6Purpose.Oimp, FirstTransfer = FirstTransferDefinition.UseOrCancellation });
        Assert.Null(book.Transfer(Given.Transfer("t", 1, 10) with { Party = "SGP" }).Refusal);
        Assert.Null(book.Transfer("m", Given.Now, new LocalDate(2026, 2, 1), "SGP", "JPN", Id(1), Id(10)).Refusal);
        Assert.Null(book.Use("u", Given.Now, new LocalDate(2026, 3, 1), "JPN", Id(1), Id(4), Article6Purpose.Oimp).Refusal);
        Assert.Equal("01/03/2026 First transfer 4 JPN", Rows(book, "IND", 2026));
        Assert.Equal("", Rows(book, "SGP", 2026));
        Assert.Equal("01/03/2026 First transfer 4 JPN; 01/03/2026 Use 4 ", Rows(book, "JPN", 2026));
        foreach (var party in new[] { "IND", "SGP", "JPN" })
        {
            var report = AefTables.Of(book, new AefSubmission { Year = 2026, Party = party });
            Assert.Empty(report.Of(AefTableKind.Holdings));
            Assert.DoesNotContain(AefCheck.Problems(report), p => p.Code != "aef-empty");
        }
    }

    [Theory]
    [InlineData("2025-12-20", "20/12/2025 First transfer 10 |15/01/2026 Transfer 10 JPN")]
    [InlineData("2025-11-30", "| First transfer 10 JPN")]
    [InlineData(null, "| First transfer 10 JPN")]
    public void A_first_transfer_by_issuance_is_of_the_day_of_issue_once_authorised(string? issued, string rows)
    {
        LocalDate? day = issued is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(issued).Value;
        var book = Given.Book(Given.Letter() with { Purpose = Article6Purpose.Oimp, FirstTransfer = FirstTransferDefinition.Issuance });
        Assert.Equal("not-yet-issued", book.Transfer(Given.Transfer("s", 1, 10) with { Issued = Given.Day.PlusDays(1) }).Refusal?.Code);
        Assert.Null(book.Transfer(Given.Transfer("t", 1, 10) with { Issued = day }).Refusal);
        Assert.True(book.Transfer(Given.Transfer("t", 1, 10)) is { IsRepeat: true });
        Assert.Equal("key-reused", book.Transfer(Given.Transfer("t", 1, 10) with { Issued = Given.Day }).Refusal?.Code);
        Assert.Equal(rows, Rows(book, "IND", 2025, 2026));
    }

    [Fact]
    public void Nothing_is_done_for_a_purpose_or_with_a_year_that_cannot_be()
    {
        var book = Given.Book(Given.Letter() with { Vintages = null });
        Assert.Equal("vintage-ahead", book.Transfer(Given.Transfer("a", 1, 10) with { Vintage = 2027 }).Refusal?.Code);
        Assert.Null(book.Transfer(Given.Transfer("b", 1, 10) with { Vintage = 2026 }).Refusal);
        Assert.Null(book.Transfer(Given.Transfer("c", 11, 20)).Refusal);
        Assert.Equal("letter-other-purpose", book.Cancel("d", Given.Now, Given.Day, "JPN", Id(1), Id(5), Article6Purpose.Oimp).Refusal?.Code);
        Assert.Null(book.Cancel("e", Given.Now, Given.Day, "JPN", Id(1), Id(5)).Refusal);

        var both = Given.Book(Given.Letter() with { Purpose = Article6Purpose.NdcAndOimp, FirstTransfer = FirstTransferDefinition.Issuance });
        Assert.Null(both.Transfer(Given.Transfer("t", 1, 40)).Refusal);
        Assert.Equal("two-uses", both.Use("u", Given.Now, Given.Day, "JPN", Id(1), Id(5), Article6Purpose.Oimp, ndcYear: 2026).Refusal?.Code);
        Assert.Null(both.Use("v", Given.Now, Given.Day, "JPN", Id(1), Id(5), Article6Purpose.Ndc, ndcYear: 2026).Refusal);
    }

    // The actions of each year, years apart by a stroke: day, type, tonnes, who acquires.
    private static string Rows(Article6Book book, string party, params int[] years) => string.Join("|", years.Select(y => string.Join("; ", AefTables.Of(book, new AefSubmission { Year = y, Party = party })
        .Of(AefTableKind.Actions).Select(r => $"{r["Action date"]} {r["Action type"]} {r["Quantity (tCO2e)"]} {r["Acquiring Party"]}"))));

    private static ItmoIdentifier Id(ulong serial) => new("CA0002", "IND01", "IND", (Ccts.Sdk.Ledger.Blocks.BlockNumber)serial, 2025);
}
