using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Attributes;
using Ccts.Credits.Claims;
using Ccts.Credits.Requests;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Credits.Orders;

/// <summary>What only the exchange knows of the session in which an order stands. A member that is null is not known.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record MarketSession
{
    /// <summary>From when it is open.</summary>
    public Instant? Opens { get; init; }

    /// <summary>From when it is closed again.</summary>
    public Instant? Closes { get; init; }

    /// <summary>The segment: <c>compliance</c> or <c>offset</c>.</summary>
    public string? Segment { get; init; }

    /// <summary>Where it takes place: <c>power-exchange</c>, <c>over-the-counter</c>, <c>other</c>.</summary>
    public string? Venue { get; init; }

    /// <summary>Whether units of the order are found in another order, token or registry, as far as somebody has looked; null when nobody has, and then the ruleset refers.</summary>
    public bool? UnitDoubleUse { get; init; }

    /// <summary>The floor price, where the exchange was told one.</summary>
    public Inr? FloorPrice { get; init; }

    /// <summary>The forbearance price, where the exchange was told one.</summary>
    public Inr? ForbearancePrice { get; init; }

    /// <summary>The price at which a market or stop order would be filled now.</summary>
    public Inr? MarketPrice { get; init; }
}

/// <summary>Fills the facts of an order, so that a host restates nothing that the ledger knows.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class OrderFacts
{
    /// <summary>The requests of an order: for a sale one for each lot and set of attributes that it would take, for a purchase one and no units.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ledger">What the ledger knows now of the account of its organization.</param>
    /// <param name="credits">What is known of units.</param>
    /// <param name="session">The session.</param>
    /// <param name="ruleset">The year's ruleset.</param>
    /// <param name="at">When it is asked.</param>
    /// <param name="claims">The claims of tokens, letters and registries; null where nobody has looked, and then <see cref="MarketSession.UnitDoubleUse"/> says.</param>
    /// <param name="watch">The host's watch-list, with that of its offset projects; null for none. What is on it is told, and not refused.</param>
    /// <param name="orders">The orders of the book: what other sales of the account have open is on offer, where the ledger has not reserved as much for sales; null for what it has reserved alone.</param>
    /// <exception cref="ArgumentException">The account is another's.</exception>
    public static CreditRequests<TradeRequest> Of(
        TradeOrder order, LedgerFacts ledger, CreditBook credits, MarketSession session, Ruleset ruleset, Instant at, IEnumerable<Claim>? claims = null, IReadOnlyList<WatchEntry>? watch = null, IReadOnlyList<OrderStanding>? orders = null)
    {
        Require.NotNull(session);
        if (Require.NotNull(ledger).Account.Account != Require.NotNull(order).OrganizationId)
        {
            throw new ArgumentException($"The order is for \"{order.OrganizationId}\", the account is \"{ledger.Account.Account}\".", nameof(ledger));
        }

        var common = new TradeRequest
        {
            Id = order.Id, Date = at.WithOffset(ledger.Policy.CivilTime).Date, Year = Require.NotNull(ruleset).Year,
            UnitKind = order.Kind, OrderSide = order.Side == OrderSide.Sell ? "sell" : "buy", OrderPrice = order.LimitPrice ?? session.MarketPrice, OrderQuantity = Co2e.FromTonnes(order.Quantity),
            EntityRegistration = order.OrganizationId, MarketSegment = session.Segment, TradeVenue = session.Venue,
            SessionOpen = session is { Opens: { } opens, Closes: { } closes } ? opens <= at && at < closes : null,
            SessionFloorPrice = session.FloorPrice, SessionForbearancePrice = session.ForbearancePrice,
        };
        Co2e? open = orders is null ? null : Co2e.FromTonnes(orders.Where(o => o.Order.Side == OrderSide.Sell && o.Order.Id != order.Id && o.Order.OrganizationId == order.OrganizationId && o.Order.Kind == order.Kind).Sum(o => o.Left));
        return order.Side == OrderSide.Buy
            ? new([common with { MarketPaused = ledger.Pauses.Any(p => p.Registry is null), QualityScore = order.Credits.MinQualityScore, UnitVintage = order.Credits.Vintages is [var one] ? new ComplianceYear(one) : null }], null, null)
            : WithOpen(CreditRequests.Of(common with { UnitDoubleUse = session.UnitDoubleUse }, ledger, CreditSelection.Of(ledger.Account, credits, order.Credits, order.Kind), order.Quantity, claims: claims, watch: watch), open);
    }

    // A host may reserve what is on offer in the ledger as well: the larger of the two is what is on offer.
    private static CreditRequests<TradeRequest> WithOpen(CreditRequests<TradeRequest> asked, Co2e? open) =>
        open is null ? asked : asked with { Requests = [.. asked.Requests.Select(r => r.SellerOpenSellQuantity is { } known && known >= open ? r : r with { SellerOpenSellQuantity = open })] };
}
