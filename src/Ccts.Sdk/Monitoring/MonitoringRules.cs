using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>Limits for checking a monitoring report.</summary>
/// <remarks>Immutable and thread-safe once built.</remarks>
public sealed record MonitoringRules
{
    /// <summary>Share of total reported emissions below which a misstatement is not material (DPCM s.6(12)): 0.02.</summary>
    public required LegalValue<decimal> Materiality { get; init; }

    /// <summary>The fewest visits to the site in a verification, one or more; null if a ruleset states none.</summary>
    public LegalValue<int>? LeastSiteVisits { get; init; }

    /// <summary>Share of total emissions below which a liquid or gaseous fuel may use a Type I factor (DPCM s.5(10)): 0.10.</summary>
    public required LegalValue<decimal> SmallSourceShare { get; init; }

    /// <summary>Largest mass of solid fuel one sample may stand for (DPCM s.5(13)).</summary>
    public required LegalValue<Mass> SolidFuelPerSample { get; init; }

    /// <summary>Largest mass of carbonate one sample may stand for.</summary>
    public required LegalValue<Mass> CarbonatePerSample { get; init; }

    /// <summary>Largest mass of a material with a conversion factor one sample may stand for.</summary>
    public required LegalValue<Mass> ConversionMaterialPerSample { get; init; }

    /// <summary>Fewest samples of a solid fuel in a year: monthly, 12.</summary>
    public required LegalValue<int> SolidFuelSamplesPerYear { get; init; }

    /// <summary>Fewest samples of a carbonate in a year: monthly, 12.</summary>
    public required LegalValue<int> CarbonateSamplesPerYear { get; init; }

    /// <summary>Fewest samples of a conversion-factor material in a year: quarterly, 4.</summary>
    public required LegalValue<int> ConversionMaterialSamplesPerYear { get; init; }

    /// <summary>Fewest samples of a gas in a year: weekly, 52.</summary>
    public required LegalValue<int> GasSamplesPerYear { get; init; }

    /// <summary>Months within which the plant's own laboratory is to be accredited (DPCM s.5(13) to s.5(15)): 36; null if a ruleset states none.</summary>
    public LegalValue<int>? OwnLaboratoryAccreditation { get; init; }

    /// <summary>Change of a stream against the previous year beyond which a verifier would ask; chosen by this product, not the law.</summary>
    public required LegalValue<decimal> YearOnYearChange { get; init; }

    /// <summary>What inputs and results are compared with to find slips of units; null compares nothing. Chosen by this product, not the law.</summary>
    public PlausibilityRules? Plausibility { get; init; }

    /// <summary>Relative difference between stock balance and stated consumption that still counts as rounding; chosen by this product, not the law.</summary>
    public required LegalValue<decimal> StockTolerance { get; init; }
}
