using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>What an analysis is of.</summary>
public enum AnalysisBasis
{
    /// <summary>The fuel as it was weighed and fired.</summary>
    AsFired,

    /// <summary>The fuel without its (surface) moisture, as BEE's workbook counts quantities.</summary>
    MoistureFree,
}

/// <summary>A laboratory's result for the fuel of a month or lot, with the external laboratory's result (DPCM s.5(13) to s.5(15)). For null values the stream's own apply.</summary>
/// <remarks>
/// Immutable and thread-safe. Calorific values are in gigajoules for each canonical unit of the stream's amounts: t, kl or m3 of gas at the
/// stream's conditions. If the external laboratory is above the plant's own by more than the law allows, the excess is added
/// to the own value (s.5(15)(v)).
/// </remarks>
/// <param name="Period">The days whose fuel was analysed; each amount lies within one analysis.</param>
public sealed record FuelAnalysis(ReportingPeriod Period)
{
    /// <summary>Net calorific value, GJ for each unit, or null.</summary>
    public decimal? Net { get; init; }

    /// <summary>The external laboratory's net calorific value, or null.</summary>
    public decimal? ExternalNet { get; init; }

    /// <summary>Gross calorific value, for the fallback of s.5(9)(iii), or null.</summary>
    public decimal? Gross { get; init; }

    /// <summary>The external laboratory's gross calorific value, or null.</summary>
    public decimal? ExternalGross { get; init; }

    /// <summary>Carbon content, t C per t, or null.</summary>
    public decimal? CarbonContent { get; init; }

    /// <summary>The external laboratory's carbon content, or null.</summary>
    public decimal? ExternalCarbonContent { get; init; }

    /// <summary>Emission factor by energy, a Type II factor, or null.</summary>
    public EnergyEmissionFactor? Factor { get; init; }

    /// <summary>Share of water as weighed, or null.</summary>
    public decimal? Moisture { get; init; }

    /// <summary>Samples analysed for it, or null.</summary>
    public int? Samples { get; init; }

    /// <summary>The laboratory and its report; required with a carbon content or factor.</summary>
    public string? Source { get; init; }

    /// <summary>The external laboratory and its report; required with its values.</summary>
    public string? ExternalSource { get; init; }
}

/// <summary>A laboratory's result for a process material of a month or lot, with the external laboratory's result (DPCM s.5(13) to s.5(15)).</summary>
/// <remarks>Immutable and thread-safe. The excess of the external laboratory counts as in <see cref="FuelAnalysis"/>.</remarks>
/// <param name="Period">The days whose material was analysed; each amount lies within one analysis.</param>
public sealed record MaterialAnalysis(ReportingPeriod Period)
{
    /// <summary>Emission factor, t CO2 per t, or null.</summary>
    public MassEmissionFactor? Factor { get; init; }

    /// <summary>The external laboratory's factor, or null.</summary>
    public MassEmissionFactor? ExternalFactor { get; init; }

    /// <summary>Conversion factor, above 0 to 1, or null.</summary>
    public decimal? ConversionFactor { get; init; }

    /// <summary>Samples analysed for it, or null.</summary>
    public int? Samples { get; init; }

    /// <summary>The laboratory and its report; required with a factor.</summary>
    public string? Source { get; init; }

    /// <summary>The external laboratory and its report; required with its values.</summary>
    public string? ExternalSource { get; init; }
}
