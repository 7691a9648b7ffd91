using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Orders of an exchange, typed, against the shipped ruleset.</summary>
internal static class Orders
{
    internal static readonly ComplianceYear Year = new(2025);
    internal static readonly LocalDate Day = new(2026, 11, 23);

    internal static DecisionEngine Engine(EngineKind kind = EngineKind.Automatic) => DecisionEngine.Of(RulesetCatalog.Default.Find("in-ccts/2025-26")!, kind);

    /// <summary>An order that the ruleset permits, with another quantity if wanted.</summary>
    internal static TradeRequest Order(decimal quantity = 100m, bool? paused = false) => new()
    {
        Id = "order 7",
        Year = Year,
        Date = Day,
        UnitKind = "ccc",
        UnitStatus = "active",
        UnitDoubleUse = false,
        UnitIssuedOn = new LocalDate(2026, 10, 1),
        UnitVintage = Year,
        MarketPaused = paused,
        MarketSegment = "compliance",
        OrderSide = "sell",
        OrderPrice = Inr.FromRupees(1500.25m),
        OrderQuantity = Co2e.FromTonnes(quantity),
        SessionOpen = true,
        SessionFloorPrice = Inr.FromRupees(1000m),
        SessionForbearancePrice = Inr.FromRupees(2000m),
        TradeVenue = "power-exchange",
        SellerRegistryBalance = Co2e.FromTonnes(1000m),
        SellerOpenSellQuantity = Co2e.FromTonnes(850.5m),
        SellerBreachesInQuarter = 0m,
        SellerBarredUntil = Day,
    };
}
