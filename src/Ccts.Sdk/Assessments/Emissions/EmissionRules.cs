using System;
using System.Collections.Generic;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>Default factors and the law about choosing them.</summary>
/// <remarks>Immutable and thread-safe once built.</remarks>
public sealed record EmissionRules
{
    /// <summary>Type I combustion factors (DPCM Annexure IV), by fuel key, e.g. <c>petroleum-coke</c>.</summary>
    public required IReadOnlyDictionary<string, FuelFactor> Fuels { get; init; }

    /// <summary>Type I process factors (DPCM Annexure IV), by material, e.g. <c>CaCO3</c>.</summary>
    public required IReadOnlyDictionary<string, MaterialFactor> Materials { get; init; }

    /// <summary>100-year global warming potentials (DPCM Annexure I), t CO2e per t, by gas, e.g. <c>CF4</c>.</summary>
    public required IReadOnlyDictionary<string, LegalValue<decimal>> GlobalWarmingPotentials { get; init; }

    /// <summary>The grid factor frozen at the baseline year (DPCM s.5(7)(vi)): unknown until BEE says which.</summary>
    public required LegalValue<ElectricityEmissionFactor> FrozenGridFactor { get; init; }

    /// <summary>The reading used if a report states no frozen factor, flagged in every result that uses it.</summary>
    public required LegalValue<ElectricityEmissionFactor> GridFactorReading { get; init; }

    /// <summary>Other readings of the frozen grid factor, for the figure under them.</summary>
    public required IReadOnlyList<LegalValue<ElectricityEmissionFactor>> OtherGridFactorReadings { get; init; }

    /// <summary>For a dedicated PPA whose supplier has no verified factor (DPCM s.5(7)(vii)).</summary>
    public required LegalValue<ElectricityEmissionFactor> PpaDefaultFactor { get; init; }

    /// <summary>For exported power if the plant's own factor is not available: CEA average (DPCM s.5(16)).</summary>
    public required LegalValue<ElectricityEmissionFactor> ExportFallbackFactor { get; init; }

    /// <summary>Net over gross calorific value for solid and liquid fuels when only the gross one was measured (DPCM s.5(9)(iii)).</summary>
    public required LegalValue<decimal> NetOverGrossSolidLiquid { get; init; }

    /// <summary>The same for gaseous fuels.</summary>
    public required LegalValue<decimal> NetOverGrossGaseous { get; init; }

    /// <summary>Oxidation factor if none is measured (DPCM s.5(7)(v)).</summary>
    public required LegalValue<decimal> DefaultOxidationFactor { get; init; }

    /// <summary>Carbon to CO2 as numerator and denominator: 44/12 (Annexure III) or 3.664 (s.5(7)(iii)).</summary>
    public required LegalValue<CarbonToCo2> CarbonToCo2 { get; init; }

    /// <summary>The other ratio the text prints.</summary>
    public required LegalValue<CarbonToCo2> OtherCarbonToCo2 { get; init; }

    /// <summary>Decimal places of a tonne to which each stream is rounded before summing, so that order cannot matter.</summary>
    public required LegalValue<int> StreamDecimals { get; init; }

    /// <summary>That renewable supply counts as zero only with a no-double-count undertaking (DPCM s.5(17)).</summary>
    public required Standing RenewableZeroRating { get; init; }

    /// <summary>That renewable energy certificates never reduce emissions (DPCM s.5(17)).</summary>
    public required Standing CertificatesDoNotCount { get; init; }

    /// <summary>Difference between two laboratories on the calorific value of coal beyond which the excess is added to the own result (DPCM s.5(15)); null if the ruleset has none.</summary>
    public LegalValue<NetCalorificValue>? CoalDeviation { get; init; }

    /// <summary>The same for materials, as a share of the own result; null if the ruleset has none.</summary>
    public LegalValue<decimal>? MaterialDeviation { get; init; }

    /// <summary>Fuels whose co-processing is never an exclusion (DPCM s.4.4(3)(iii)), by key; null if the ruleset does not say, and then nothing is excluded.</summary>
    public CoProcessingRules? CoProcessing { get; init; }

    /// <summary>Rounds one stream to <see cref="StreamDecimals"/>, halves away from zero.</summary>
    internal decimal Quantise(decimal tonnes, Workings workings)
    {
        workings.LeanOn(StreamDecimals);
        return Math.Round(tonnes, StreamDecimals.Value, MidpointRounding.AwayFromZero);
    }
}
