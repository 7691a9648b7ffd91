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
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Credits.Orders;

/// <summary>What only the exchange knows about the trading session of an order. A member that is null is not known.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record MarketSession
{
    /// <summary>When it opens.</summary>
    public Instant? Opens { get; init; }

    /// <summary>When it closes.</summary>
    public Instant? Closes { get; init; }

    /// <summary>The segment: <c>compliance</c> or <c>offset</c>.</summary>
    public string? Segment { get; init; }

    /// <summary>Where it takes place: <c>power-exchange</c>, <c>over-the-counter</c>, <c>other</c>.</summary>
    public string? Venue { get; init; }

    /// <summary>Whether units of the order are also in another order, token or registry, as far as was checked; null when nobody has checked, and then the ruleset refers the request.</summary>
    public bool? UnitDoubleUse { get; init; }

    /// <summary>The floor price, where the exchange was given one.</summary>
    public Inr? FloorPrice { get; init; }

    /// <summary>The forbearance price, where the exchange was given one.</summary>
    public Inr? ForbearancePrice { get; init; }

    /// <summary>The price at which a market or stop order would be filled now.</summary>
    public Inr? MarketPrice { get; init; }
}

/// <summary>Fills in the facts of an order from the ledger, so that the host need not restate them.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class OrderFacts
{
    /// <summary>The requests of an order: for a sale, one for each lot and set of attributes that it would take; for a purchase, one without units.</summary>
    /// <param name="order">The order.</param>
    /// <param name="ledger">What the ledger knows now of the account of its organization.</param>
    /// <param name="credits">What is known of units.</param>
    /// <param name="session">The session.</param>
    /// <param name="ruleset">The year's ruleset.</param>
    /// <param name="at">The time of the request.</param>
    /// <param name="claims">The claims of tokens, letters and registries; null where nobody has checked; then <see cref="MarketSession.UnitDoubleUse"/> decides.</param>
    /// <param name="watch">The host's watch-list, with that of its offset projects; null for none. Units on it are reported, not refused.</param>
    /// <param name="orders">
    /// The orders of the book. Open tonnes of the account's other sales, and filled tonnes that are not settled (<see cref="OrderBook.Settle"/>), are on offer; so is what the ledger has reserved for sales beyond that. A reservation belongs to an
    /// order when its id is that of the order or of one of its trades, alone or after a slash. Null to count only the ledger's reservations.
    /// </param>
    /// <exception cref="ArgumentException">The account is not that of the order.</exception>
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
        Co2e? open = orders is null ? null : Co2e.FromTonnes(OnOffer(order, ledger.Account, orders, common.Date));
        return order.Side == OrderSide.Buy
            ? new([common with { MarketPaused = ledger.Pauses.Any(p => p.Registry is null), QualityScore = order.Credits.MinQualityScore, UnitVintage = order.Credits.Vintages is [var one] ? new ComplianceYear(one) : null }], null, null)
            : WithOpen(CreditRequests.Of(common with { UnitDoubleUse = session.UnitDoubleUse }, ledger, CreditSelection.Of(ledger.Account, credits, order.Credits, order.Kind), order.Quantity, claims: claims, watch: watch), open);
    }

    private static CreditRequests<TradeRequest> WithOpen(CreditRequests<TradeRequest> asked, Co2e? open) =>
        open is null ? asked : asked with { Requests = [.. asked.Requests.Select(r => r with { SellerOpenSellQuantity = open })] };

    // The open and the filled but unsettled tonnes of every other sale. Where the host has reserved units for a sale in the ledger as well, the larger figure
    // counts. A reservation for none of them is on offer elsewhere.
    private static long OnOffer(TradeOrder order, AccountView account, IReadOnlyList<OrderStanding> orders, LocalDate day)
    {
        var sales = orders.Where(o => o.Order.Side == OrderSide.Sell && PlainName.Same(o.Order.OrganizationId, order.OrganizationId) && Spelled.Same(o.Order.Kind.Name, order.Kind.Name)).ToList();
        var own = orders.FirstOrDefault(o => o.Order.Id == order.Id);
        string? OrderOf(Reservation r) => IsFor(r, order, own) ? order.Id : sales.Find(s => IsFor(r, s.Order, s))?.Order.Id;
        var reserved = account.Reservations.Where(r => r.Purpose == ReservationPurpose.Sale).ToLookup(OrderOf, r => r.Units.Where(u => Spelled.Same(u.Lot.Kind.Name, order.Kind.Name)).Sum(u => u.Tonnes), StringComparer.Ordinal);
        return reserved[null].Sum() + sales.Where(s => s.Order.Id != order.Id).Sum(s => Math.Max((s.Order.IsOverOn(day) ? 0 : s.Left) + s.Unsettled.Sum(f => f.Tonnes), reserved[s.Order.Id].Sum()));
    }

    // The id of a reservation is that of the order or of one of its trades, alone or after a slash.
    private static bool IsFor(Reservation reservation, TradeOrder order, OrderStanding? standing)
    {
        var last = reservation.Id.Substring(reservation.Id.LastIndexOf('/') + 1);
        return (standing?.Unsettled.Select(f => f.Trade) ?? []).Append(order.Id).Any(id => PlainName.Same(reservation.Id, id) || PlainName.Same(last, id));
    }
}
