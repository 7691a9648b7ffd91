using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Attributes;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
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

/// <summary>An order with everything that the ledger and the book of credits know of it, as requests to the ruleset.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Requests">One request for each lot and set of attributes that the order would take; for a purchase, one.</param>
/// <param name="Units">For a sale, the units it would take; null for a purchase, or where there are not enough.</param>
/// <param name="Fault">Why a sale cannot be asked for, in one sentence; null when it can.</param>
public sealed record OrderRequests(IReadOnlyList<TradeRequest> Requests, ChosenUnits? Units, string? Fault);

/// <summary>Fills the facts of an order, so that a host restates nothing that the ledger knows.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class OrderFacts
{
    /// <summary>The requests of an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="account">The account of its organization, as the ledger has it now.</param>
    /// <param name="pauses">The ledger's pauses.</param>
    /// <param name="credits">What is known of units.</param>
    /// <param name="session">The session.</param>
    /// <param name="ruleset">The year's ruleset.</param>
    /// <param name="at">When it is asked.</param>
    public static OrderRequests Of(TradeOrder order, AccountView account, IReadOnlyList<BusinessPause> pauses, CreditBook credits, MarketSession session, Ruleset ruleset, Instant at)
    {
        Require.NotNull(session);
        Require.NotNull(pauses);
        var day = LedgerLimits.Of(Require.NotNull(ruleset)) is var limits ? at.WithOffset(limits.CivilTime).Date : default;
        var common = new TradeRequest
        {
            Id = Require.NotNull(order).Id, Date = day, Year = ruleset.Year,
            UnitKind = order.Kind, OrderSide = order.Side == OrderSide.Sell ? "sell" : "buy", OrderPrice = order.LimitPrice ?? session.MarketPrice, OrderQuantity = Co2e.FromTonnes(order.Quantity),
            EntityRegistration = order.OrganizationId, MarketSegment = session.Segment, TradeVenue = session.Venue,
            SessionOpen = session is { Opens: { } opens, Closes: { } closes } ? opens <= at && at < closes : null,
            SessionFloorPrice = session.FloorPrice, SessionForbearancePrice = session.ForbearancePrice,
        };
        if (order.Side == OrderSide.Buy)
        {
            return new OrderRequests([common with { MarketPaused = pauses.Any(p => p.Registry is null), QualityScore = order.Credits.MinQualityScore, UnitVintage = order.Credits.Vintages is [var one] ? new ComplianceYear(one) : null }], null, null);
        }

        var selection = CreditSelection.Of(Require.NotNull(account), credits, order.Credits, order.Kind);
        if (selection.Take(order.Quantity) is not { } units)
        {
            return new OrderRequests([], null, $"The account has {selection.Tonnes} free tonnes that fit the order, of {order.Quantity}"
                + (selection.NotKnown.Count == 0 ? "." : $"; of {selection.NotKnown.Sum(n => n.Units.Tonnes)} more nobody knows whether they fit."));
        }

        // A bar and its breaches as the ledger counts them: of the quarter of the day, and the last of all.
        var breaches = account.Breaches.Select(b => b.WithOffset(limits.CivilTime).Date).OrderBy(d => d).ToList();
        var seller = common with
        {
            UnitStatus = "active", UnitOwner = order.OrganizationId, UnitDoubleUse = session.UnitDoubleUse,
            SellerRegistryBalance = Co2e.FromTonnes(account.RegistryBalance(order.Kind)),
            SellerOpenSellQuantity = Co2e.FromTonnes(account.Reservations.Where(r => r.Purpose == ReservationPurpose.Sale).SelectMany(r => r.Units).Where(u => u.Lot.Kind == order.Kind).Sum(u => u.Tonnes)),
            SellerBreachesInQuarter = breaches.Count(b => b.Year == day.Year && (b.Month - 1) / 3 == (day.Month - 1) / 3),
            SellerLastBreachOn = breaches.Count > 0 ? breaches[breaches.Count - 1] : null, SellerBarredUntil = account.BarredUntil ?? day,
        };
        var taken = units.Blocks;
        return new OrderRequests(selection.Found.Where(f => taken.Any(b => b.Overlaps(f.Units.Block))).GroupBy(f => (f.Units.Lot, f.Attributes?.Methodology, f.Attributes?.Quality?.Score)).Select(g => seller with
        {
            UnitVintage = new ComplianceYear(g.Key.Lot.Vintage), UnitIssuedOn = g.Key.Lot.Issued, UnitExpiresOn = g.Key.Lot.Expires,
            ProjectMethodology = g.Key.Methodology, QualityScore = g.Key.Score, MarketPaused = pauses.Any(p => p.Registry is null || p.Registry == g.Key.Lot.Registry),
        }).ToList(), units, null);
    }
}
