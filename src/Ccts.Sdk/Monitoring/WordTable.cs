using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Monitoring;

/// <summary>The words a report uses for the values of an enumeration, both ways.</summary>
internal sealed class WordTable<T>
    where T : struct
{
    internal WordTable(params (string Word, T Value)[] words) => Words = words.ToDictionary(w => w.Word, w => w.Value, StringComparer.Ordinal);

    internal IReadOnlyDictionary<string, T> Words { get; }

    internal string this[T value] => Words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Key;
}

/// <summary>The word tables of a report.</summary>
internal static class ReportWords
{
    internal static readonly WordTable<FuelState> FuelStates = new(("solid", FuelState.Solid), ("liquid", FuelState.Liquid), ("gas", FuelState.Gas));

    internal static readonly WordTable<FactorTier> Tiers = new(("type-i", FactorTier.TypeI), ("type-ii", FactorTier.TypeII));

    internal static readonly WordTable<ElectricitySupply> Supplies = new(
        ("grid", ElectricitySupply.Grid),
        ("power-purchase-agreement", ElectricitySupply.PowerPurchaseAgreement),
        ("renewable-on-site", ElectricitySupply.RenewableOnSite),
        ("renewable-open-access", ElectricitySupply.RenewableOpenAccess),
        ("green-tariff", ElectricitySupply.GreenTariff),
        ("captive", ElectricitySupply.Captive));

    internal static readonly WordTable<AnalysisBasis> Bases = new(("as-fired", AnalysisBasis.AsFired), ("moisture-free", AnalysisBasis.MoistureFree));

    internal static readonly WordTable<CalorificBasis> CalorificBases = new(("net", CalorificBasis.Net), ("gross", CalorificBasis.Gross));

    internal static readonly WordTable<HeatCarrier> Carriers = new(("steam", HeatCarrier.Steam), ("hot-water", HeatCarrier.HotWater), ("chilled-water", HeatCarrier.ChilledWater));

    internal static readonly WordTable<PfcMethod> PfcMethods = new(("measured", PfcMethod.Measured), ("slope", PfcMethod.Slope), ("overvoltage", PfcMethod.Overvoltage));

    internal static readonly WordTable<CoefficientBasis> CoefficientBases = new(("per-cent", CoefficientBasis.PerCent), ("fraction", CoefficientBasis.Fraction));

    internal enum PfcMethod
    {
        Measured,
        Slope,
        Overvoltage,
    }
}
