using System;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>Tonnes by account and kind; and a close that does not follow from the opening is told, whatever is wrong with it.</summary>
public sealed class SessionTotalsTests
{
    private static readonly ClearingSession Session = new(Sessions.Read().Terms, [], [Held("b", 1, 10, kind: "rec"), Held("b", 11, 20), Held("a", 21, 30)], []);

    [Fact]
    public void Accounts_come_by_name_and_then_by_kind()
    {
        var totals = SessionTotals.Of(Session, [], Session.Holdings);

        Assert.Equal(["a ccc", "b ccc", "b rec"], totals.Select(t => $"{t.Account} {t.Kind}"));
        Assert.Empty(SessionTotals.Findings(Session, totals, Session.Holdings));
    }

    [Theory]
    [InlineData(ShadowAccount.Free, 10)]
    [InlineData(ShadowAccount.Banked, 10)]
    [InlineData(ShadowAccount.Reserved, 0)]
    [InlineData(ShadowAccount.Pending, 0)]
    [InlineData(ShadowAccount.Retired, 0)]
    public void What_is_free_or_banked_can_be_sold(ShadowAccount status, long sellable)
    {
        var totals = SessionTotals.Of(Session, [], [Held("a", 21, 30, status)]);

        Assert.Equal((10, sellable), (totals[0].Closing, totals[0].Sellable));
    }

    [Fact]
    public void A_tonne_made_lost_or_swapped_is_found()
    {
        Assert.Equal(["a closes with 9 t of ccc after 10 t, 0 t bought and 0 t sold.", Changed], Found(Held("a", 21, 29), Held("b", 11, 20), Held("b", 1, 10, kind: "rec")));
        Assert.Equal(["a closes with 11 t of ccc after 10 t, 0 t bought and 0 t sold.", Changed], Found(Held("a", 21, 31), Held("b", 11, 20), Held("b", 1, 10, kind: "rec")));
        Assert.Equal([Changed], Found(Held("a", 31, 40), Held("b", 11, 20), Held("b", 1, 10, kind: "rec")));
        Assert.Equal([Changed, "The units of icm:t at the close are not those of the opening."], Found(Held("a", 21, 30, scope: "t"), Held("b", 11, 20), Held("b", 1, 10, kind: "rec")));
        Assert.Equal(3, Found().Count(f => f.Contains("closes with 0 t", StringComparison.Ordinal)));
        Assert.Contains(Changed, Found());
    }

    [Fact]
    public void What_was_set_aside_was_neither_bought_nor_sold()
    {
        var trade = Sessions.Read().Trades[0] with { Seller = "a", Buyer = "b" };
        AccountTotals Totals(TradeEffect effect) => SessionTotals.Of(Session, [new TradeVerdict { Trade = trade, Outcome = default, Limits = [], Effect = effect, Units = [Held("a", 21, 25).Units], SellerFree = 10, SellerBalance = 10 }], Session.Holdings)[0];

        Assert.Equal((0, 5), (Totals(TradeEffect.SetAside).Sold, Totals(TradeEffect.Moved).Sold));
    }

    private const string Changed = "The units of icm:s at the close are not those of the opening.";

    private static string[] Found(params SessionHolding[] closing) => [.. SessionTotals.Findings(Session, SessionTotals.Of(Session, [], closing), closing)];

    private static SessionHolding Held(string account, ulong start, ulong end, ShadowAccount status = ShadowAccount.Free, string kind = "ccc", string scope = "s") =>
        new(account, new Parcel(new UnitLot("icm", scope, kind, 2025), new BlockRange(start, end)), status);
}
