using System.Linq;
using Ccts.Credits.Article6;
using Ccts.Credits.Article6.Aef;
using Ccts.Credits.Claims;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Tests;

/// <summary>Claims of several books together: one use that two of them tell is one, and any other is a second.</summary>
public class ClaimTests
{
    private static readonly AefSubmission Year = new() { Year = 2026 };

    /// <summary>A retired row stands in the list of retirements and in the list of all rows; retired on two days, it was retired twice.</summary>
    [Theory]
    [InlineData("retirements", UnitState.Retired, 3, 0)]
    [InlineData("retirements", UnitState.Retired, null, 0)]
    [InlineData("retirements", UnitState.RetiredOrCancelled, 3, 0)]
    [InlineData("retirements", UnitState.Converted, 3, 1)]
    [InlineData("retirements", UnitState.Retired, 4, 1)]
    [InlineData("retirements", UnitState.Cancelled, 3, 1)]
    [InlineData("all", UnitState.Retired, 3, 1)]
    public void One_end_in_two_lists_is_one(string source, UnitState end, int? day, int told)
    {
        var all = new Claim("all", ClaimKind.Ended, Given.Block(1, 10)) { End = UnitState.Retired, EndedOn = new LocalDate(2026, 5, 3) };
        Assert.Equal(told, ClaimReport.Of([all, new Claim(source, ClaimKind.Ended, Given.Block(5, 10)) { End = end, EndedOn = day is { } on ? new LocalDate(2026, 5, on) : null }]).Count);
    }

    /// <summary>The registry ends the units of an outcome that was used or cancelled: that is no second claim, whoever tells it. One that was only transferred is not at its end, and one cancelled is not retired.</summary>
    [Theory]
    [InlineData(UnitState.Retired, 10, 0)]
    [InlineData(UnitState.Cancelled, 20, 0)]
    [InlineData(UnitState.Retired, 20, 1)]
    [InlineData(UnitState.Converted, 10, 1)]
    [InlineData(UnitState.Cancelled, 30, 1)]
    public void The_end_of_an_outcome_is_that_of_its_units(UnitState end, ulong last, int told)
    {
        var book = Given.Book();
        Assert.True(book.Transfer(Given.Transfer("t1", 1, 40)).IsAccepted);
        var first = book.Actions[0].First;
        Assert.True(book.Use("u1", Given.Now, Given.Day, "JPN", first, first.At(10), Article6Purpose.Ndc).IsAccepted);
        Assert.True(book.Cancel("c1", Given.Now, Given.Day, "JPN", first.At(11), first.At(20)).IsAccepted);
        Claim[] registry = [new Claim("registry", ClaimKind.Ended, Given.Block(last - 9, last)) { End = end }];
        Assert.Equal(told, ClaimReport.Of([.. book.Claims, .. registry]).Count);
        Assert.Equal(told, ClaimReport.Of([.. book.Claims, .. AefClaims.Of(AefTables.Of(book, Year), "aef", book.Actions, registry).Claims, .. registry]).Count);
        Assert.Equal(told, ClaimReport.Of([.. AefClaims.Of(AefTables.Of(book, Year), "aef", book.Actions, registry).Claims, .. registry]).Count);
        Assert.Equal(told, ClaimReport.Of([.. AefClaims.Of(AefTables.Of(book, Year with { Party = "JPN" }), "aef", [], registry).Claims, .. registry]).Count);
    }

    /// <summary>The row of a table is the transfer of the book; without the book it claims its numbers in every scope that anybody names.</summary>
    [Fact]
    public void A_table_claims_what_its_book_claims()
    {
        var book = Given.Book();
        Assert.True(book.Transfer(Given.Transfer("t1", 1, 40)).IsAccepted);
        var report = AefTables.Of(book, Year);
        Claim[] token = [new Claim("tokens", ClaimKind.Token, Given.Block(30, 50))], other = [new Claim("tokens", ClaimKind.Token, Given.Block(41, 50)), new Claim("tokens", ClaimKind.Token, new SerialBlock("verra", "s", 1, 40))];
        var known = AefClaims.Of(report, "aef", book.Actions, book.Claims);
        Assert.Empty(known.Problems);
        Assert.Empty(ClaimReport.Of(book.Claims.Concat(known.Claims)));
        Assert.Single(ClaimReport.Of([.. book.Claims, .. known.Claims, .. token]));
        Assert.Equal(new BlockRange(30, 40), Assert.Single(ClaimReport.Of([.. AefClaims.Of(report, "aef", [], token).Claims, .. token])).Units.Range);
        Assert.Empty(ClaimReport.Of([.. AefClaims.Of(report, "aef", [], other).Claims, .. other]));

        // The other Party's report has the same identifiers, and what is done with them later is no second claim.
        var japan = AefTables.Of(book, Year with { Party = "JPN" });
        Assert.Empty(ClaimReport.Of([.. AefClaims.Of(report, "IND", [], token.Take(0)).Claims, .. AefClaims.Of(japan, "JPN", [], token.Take(0)).Claims]));
    }

    [Fact]
    public void A_table_whose_units_cannot_be_read_is_no_clean_answer()
    {
        var book = Given.Book();
        Assert.True(book.Transfer(Given.Transfer("t1", 1, 40)).IsAccepted);
        var report = AefTables.Of(book, Year);
        AefRow Doctored(AefRow row, string column) => row.Table != AefTableKind.Actions ? row : new AefRow(row.Table, [.. row.Cells.Select((c, i) => i == AefReport.Columns(row.Table).ToList().IndexOf(column) ? "" : c)]);
        Assert.All(["First unit ID", "Last ID"], column => Assert.Single(AefClaims.Of(new AefReport([.. report.Rows.Select(r => Doctored(r, column))]), "aef", [], []).Problems));
    }

    [Fact]
    public void What_is_reserved_for_a_sale_is_an_offer()
    {
        var ledger = new LedgerEngine(new Ccts.Sdk.Ledger.Journal.InMemoryJournal(), LedgerPolicy.Bare);
        ledger.Execute(new IssueUnits("issue", Given.Now, "mill", new Parcel(new UnitLot("icm", "s", "ccc", 2025), new BlockRange(1, 100))));
        ledger.Execute(new ReserveUnits("r1", Given.Now, "mill", "O-1", new OldestUnits("ccc", 40), ReservationPurpose.Sale));
        ledger.Execute(new ReserveUnits("r2", Given.Now, "mill", "other", new OldestUnits("ccc", 10), ReservationPurpose.Other));
        var offer = Assert.Single(LedgerOffers.Of([ledger.Account("mill")!], "ledger"));
        Assert.Equal((ClaimKind.Offer, Given.Block(1, 40)), (offer.Kind, offer.Units));
        Assert.Single(ClaimReport.Of([offer, new Claim("tokens", ClaimKind.Token, Given.Block(40, 41))]));
    }
}
