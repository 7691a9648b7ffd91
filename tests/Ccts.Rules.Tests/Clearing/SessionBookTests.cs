using System;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>The books of a session opened from holdings, and what they name first of a block.</summary>
public sealed class SessionBookTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 11, 23, 5, 0);

    public static TheoryData<ShadowAccount> Statuses => [.. Enum.GetValues<ShadowAccount>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void Units_stand_at_the_opening_where_they_stood(ShadowAccount status)
    {
        // Two runs, so that nothing of the first stands in the way of the second.
        var opening = new[] { Held("a", 1, 10, status), Held("a", 21, 30, status) };

        var book = Book(opening);

        Assert.Equal(opening, book.Now().OrderBy(h => h.Units.Block));
        Assert.Equal(status == ShadowAccount.Free ? 20 : 0, book.Free("a", "ccc"));
        Assert.Equal(status is ShadowAccount.Free or ShadowAccount.Reserved or ShadowAccount.Banked or ShadowAccount.Pledged ? 20 : 0, book.Balance("a", "ccc"));
    }

    [Theory]
    [InlineData(ShadowAccount.Free, ShadowAccount.Quarantined)]
    [InlineData(ShadowAccount.Retired, ShadowAccount.Retired)] // what has ended moves no more, whatever the registry says
    public void Units_in_which_the_registry_differs_are_quarantined(ShadowAccount status, ShadowAccount expected)
    {
        var holding = Held("a", 1, 10, status);

        var book = new SessionBook([(holding, new HoldingDifference(DifferenceKind.Status, holding.Units.Block))], At);

        Assert.Equal(expected, Assert.Single(book.Opening).Status);
        Assert.Equal(expected, Assert.Single(book.Now()).Status);
    }

    [Fact]
    public void Of_an_account_or_kind_that_it_does_not_know_there_is_nothing()
    {
        var book = Book(Held("a", 1, 10));

        Assert.Equal((0, 0, 0, 0), (book.Free("b", "ccc"), book.Balance("b", "ccc"), book.Free("a", "rec"), book.Balance("a", "rec")));
        Assert.Null(book.FirstOf(Block(11, 20)));
        Assert.Null(book.FindEnded(Block(1, 10)));
    }

    [Fact]
    public void A_trade_may_bear_the_name_that_an_opening_reservation_has_in_the_ledger()
    {
        var book = Book(Held("a", 1, 10, ShadowAccount.Reserved), Held("a", 11, 20));

        foreach (var id in Enumerable.Range(0, 6).Select(i => "opening " + i))
        {
            Assert.Null(book.TrySetAside(Trade(id, "a", "b", 11, 12)).Decision.Refusal);
        }
    }

    [Fact]
    public void What_a_checked_session_cannot_have_is_told_as_a_fault() =>
        Assert.Contains("please report it", Assert.Throws<InvalidOperationException>(() => Book(Held("a", 1, 10), Held("b", 10, 20))).Message, StringComparison.Ordinal);

    [Fact]
    public void Of_a_block_the_books_name_first_by_account_and_ended_units_last()
    {
        var book = Book(Held("a", 1, 10, ShadowAccount.Retired), Held("c", 11, 20), Held("b", 21, 30), Held("d", 31, 40), Held("a", 41, 50, ShadowAccount.Cancelled));

        Assert.Equal(21, First(book, 1, 50));
        Assert.Equal(11, First(book, 1, 20));
        Assert.Equal(31, First(book, 31, 50));
        Assert.Equal((1, 1), (First(book, 1, 10), (int)book.FindEnded(Block(1, 50))!.Units.Range.Start.ToUInt64()));
    }

    [Fact]
    public void Of_one_account_free_units_come_before_pledged_and_reserved_ones()
    {
        var book = Book(Held("a", 1, 10, ShadowAccount.Reserved), Held("a", 11, 20, ShadowAccount.Pledged), Held("a", 21, 30));

        Assert.Equal((11, 21), (First(book, 1, 20), First(book, 11, 30)));
    }

    [Fact]
    public void Reserved_units_come_last_also_when_the_account_came_by_them_first()
    {
        var book = Book(Held("a", 1, 10, ShadowAccount.Reserved, vintage: 2024), Held("a", 11, 20));

        Assert.Equal(11, First(book, 1, 20));
    }

    [Fact]
    public void What_an_account_came_by_first_comes_before_what_it_bought_though_its_numbers_are_higher()
    {
        var book = Book(Held("b", 1, 10, vintage: 2024), Held("a", 11, 20, ShadowAccount.Pledged));
        var trade = Trade("T", "b", "a", 1, 10);
        var asked = book.TrySetAside(trade);
        book.Deliver(asked, trade, ((UnitsReserved)asked.Decision.Event!).Units);

        Assert.Equal(11, First(book, 1, 20));
    }

    [Fact]
    public void What_was_set_aside_or_delivered_is_found_by_its_numbers()
    {
        var book = Book(Held("a", 1, 10));
        var (aside, sold) = (Trade("T", "a", "b", 1, 4), Trade("U", "a", "b", 5, 7));
        book.SetAside(book.TrySetAside(aside), aside, [Held("a", 1, 4).Units]);
        book.Deliver(book.TrySetAside(sold), sold, [Held("a", 5, 7).Units]);

        var expected = new[] { Held("a", 1, 4, ShadowAccount.Reserved), Held("b", 5, 7), Held("a", 8, 10) };
        Assert.Equal(expected, book.Within(Block(1, 10)));
        Assert.Equal(expected, book.Now().OrderBy(h => h.Units.Block));
    }

    private static int First(SessionBook book, ulong start, ulong end) => (int)book.FirstOf(Block(start, end))!.Units.Range.Start.ToUInt64();

    private static SessionBook Book(params SessionHolding[] holdings) => new(holdings.Select(h => (h, default(HoldingDifference))), At);

    private static SessionHolding Held(string account, ulong start, ulong end, ShadowAccount status = ShadowAccount.Free, int vintage = 2025) =>
        new(account, new Parcel(new UnitLot("icm", "s", "ccc", vintage), new BlockRange(start, end)), status);

    private static SerialBlock Block(ulong start, ulong end) => new("icm", "s", start, end);

    private static SessionTrade Trade(string id, string seller, string buyer, ulong start, ulong end) =>
        new(id, At, seller, buyer, (long)(end - start + 1), Inr.FromRupees(900m), "ccc") { Block = Block(start, end) };
}
