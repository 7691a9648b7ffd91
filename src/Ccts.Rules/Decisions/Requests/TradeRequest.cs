using Ccts.Rules.Rules;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>May these units be sold and bought in this order?</summary>
/// <remarks>Immutable and thread-safe. A null member is unknown, not false and not zero.</remarks>
public sealed record TradeRequest : UnitRequest
{
    /// <inheritdoc/>
    public override Purpose Purpose => Purpose.Trade;

    /// <summary>The market segment; one of <c>compliance</c>, <c>offset</c>. The fact <c>market.segment</c>.</summary>
    public string? MarketSegment { get; init; }

    /// <summary>Whether the order buys or sells; one of <c>buy</c>, <c>sell</c>. The fact <c>order.side</c>.</summary>
    public string? OrderSide { get; init; }

    /// <summary>The price of one certificate in the order. The fact <c>order.price</c>.</summary>
    public Inr? OrderPrice { get; init; }

    /// <summary>The certificates in the order. The fact <c>order.quantity</c>.</summary>
    public Co2e? OrderQuantity { get; init; }

    /// <summary>Whether a trading session of the segment is open. The fact <c>session.open</c>.</summary>
    public bool? SessionOpen { get; init; }

    /// <summary>The floor price of the session as given to the exchange; used if the ruleset has none. The fact <c>session.floor-price</c>.</summary>
    public Inr? SessionFloorPrice { get; init; }

    /// <summary>The forbearance price of the session as given to the exchange; used if the ruleset has none. The fact <c>session.forbearance-price</c>.</summary>
    public Inr? SessionForbearancePrice { get; init; }

    /// <summary>Where the trade takes place; one of <c>power-exchange</c>, <c>over-the-counter</c>, <c>other</c>. The fact <c>trade.venue</c>.</summary>
    public string? TradeVenue { get; init; }

    /// <summary>Whether CERC has permitted trading outside power exchanges for this case. The fact <c>trade.cerc-permission</c>.</summary>
    public bool? CercPermission { get; init; }

    /// <summary>The free balance of the seller's account as the registry states it. The fact <c>seller.registry-balance</c>.</summary>
    public Co2e? SellerRegistryBalance { get; init; }

    /// <summary>What the seller already has on offer and not yet delivered. The fact <c>seller.open-sell-quantity</c>.</summary>
    public Co2e? SellerOpenSellQuantity { get; init; }

    /// <summary>How often in the quarter the seller offered more than its registry balance. The fact <c>seller.breaches-in-quarter</c>.</summary>
    public decimal? SellerBreachesInQuarter { get; init; }

    /// <summary>The first day on which the seller may sell, by the ledger or the exchange; the day of the request, or an earlier one, if no bar applies. The fact <c>seller.barred-until</c>.</summary>
    public LocalDate? SellerBarredUntil { get; init; }

    /// <summary>The day of the latest of these breaches; if there is none in the quarter, of the latest before. The fact <c>seller.last-breach-on</c>.</summary>
    public LocalDate? SellerLastBreachOn { get; init; }

    /// <summary>The code of the offset methodology, e.g. BM EN01.001. The fact <c>project.methodology</c>.</summary>
    public string? ProjectMethodology { get; init; }

    /// <summary>The quality score of the units, 1 to 100, by the published weights. The fact <c>quality.score</c>.</summary>
    public decimal? QualityScore { get; init; }

    internal override void Write(in FactWriter writer)
    {
        base.Write(writer);
        writer.Text(StandardFact.MarketSegment, MarketSegment);
        writer.Text(StandardFact.OrderSide, OrderSide);
        writer.Quantity(StandardFact.OrderPrice, OrderPrice);
        writer.Quantity(StandardFact.OrderQuantity, OrderQuantity);
        writer.Flag(StandardFact.SessionOpen, SessionOpen);
        writer.Quantity(StandardFact.SessionFloorPrice, SessionFloorPrice);
        writer.Quantity(StandardFact.SessionForbearancePrice, SessionForbearancePrice);
        writer.Text(StandardFact.TradeVenue, TradeVenue);
        writer.Flag(StandardFact.TradeCercPermission, CercPermission);
        writer.Quantity(StandardFact.SellerRegistryBalance, SellerRegistryBalance);
        writer.Quantity(StandardFact.SellerOpenSellQuantity, SellerOpenSellQuantity);
        writer.Date(StandardFact.SellerBarredUntil, SellerBarredUntil);
        writer.Number(StandardFact.SellerBreachesInQuarter, SellerBreachesInQuarter);
        writer.Date(StandardFact.SellerLastBreachOn, SellerLastBreachOn);
        writer.Text(StandardFact.ProjectMethodology, ProjectMethodology);
        writer.Number(StandardFact.QualityScore, QualityScore);
    }
}
