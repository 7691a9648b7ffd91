using System.Collections.Generic;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>A material that gives off CO2 in the process, such as a carbonate (DPCM Annexure III: AD x EF x CF).</summary>
public sealed record ProcessMaterialStream : MonitoredStream
{
    /// <summary>The material, e.g. <c>CaCO3</c>.</summary>
    public required string Material { get; init; }

    /// <summary>By period.</summary>
    public required Amounts<Mass> Amounts { get; init; }

    /// <summary>The emission factor per tonne.</summary>
    public FactorChoice<MassEmissionFactor> Factor { get; init; } = FactorChoice<MassEmissionFactor>.RulesetDefault;

    /// <summary>Measured conversion factor, above 0 to 1; null means 1.</summary>
    public decimal? ConversionFactor { get; init; }

    /// <summary>Number of samples analysed in the year, or null when not reported.</summary>
    public int? Samples { get; init; }

    /// <summary>Stock balance, for comparison.</summary>
    public StockBalance? Stock { get; init; }

    /// <summary>Consumption of the previous year, for comparison, or null.</summary>
    public Mass? PreviousYear { get; init; }

    /// <summary>Laboratory results by month or lot; their values take precedence over the stream's own.</summary>
    public IReadOnlyList<MaterialAnalysis> Analyses { get; init; } = [];

    /// <summary>Carbon content, t C per t, as for organic carbon in raw meal: a Type II analysis instead of a factor.</summary>
    public decimal? CarbonContent { get; init; }

    /// <summary>
    /// The composition of the material by mass, in materials of the ruleset: dolomite by its <c>CaCO3</c> and <c>MgCO3</c>. An analysis in place of a factor; what is
    /// not listed emits nothing. Empty if not stated in this way.
    /// </summary>
    public IReadOnlyList<ComponentShare> Composition { get; init; } = [];

    /// <summary>The analysis of <see cref="CarbonContent"/> or <see cref="Composition"/>; required with them.</summary>
    public string? AnalysisSource { get; init; }

    /// <summary>Share of the CO2 from biomass, 0 to 1, as for a kraft mill's lime: a memo item, not counted (DPCM s.4.4(3)).</summary>
    public decimal? BiogenicShare { get; init; }

    /// <summary>Where the share comes from; required with it.</summary>
    public string? BiogenicShareSource { get; init; }
}

/// <summary>Emissions as carbon in minus carbon out (DPCM Annexure III).</summary>
public sealed record MassBalanceStream : MonitoredStream
{
    /// <summary>Materials that enter with carbon.</summary>
    public required IReadOnlyList<CarbonFlow> Inputs { get; init; }

    /// <summary>Materials that leave with carbon.</summary>
    public required IReadOnlyList<CarbonFlow> Outputs { get; init; }

    /// <summary>The streams that hold the carbon that enters, if only outputs are balanced here; null if <see cref="Inputs"/> has it.</summary>
    public string? InputsElsewhere { get; init; }
}

/// <summary>A material that carries carbon across the boundary.</summary>
/// <param name="Material">What it is.</param>
/// <param name="Amounts">By period.</param>
/// <param name="CarbonContent">t C per t, 0 to 1.</param>
public sealed record CarbonFlow(string Material, Amounts<Mass> Amounts, decimal CarbonContent);

/// <summary>An intermediate product bought in: notional emissions are added (DPCM s.4.4(3)).</summary>
public sealed record ImportedIntermediateStream : MonitoredStream
{
    /// <summary>The intermediate, e.g. <c>clinker</c>.</summary>
    public required string Material { get; init; }

    /// <summary>By period.</summary>
    public required Amounts<Mass> Amounts { get; init; }

    /// <summary>Notional factor of the sector's MRV guideline; the guidelines were not read, so the caller supplies it.</summary>
    public required MassEmissionFactor Factor { get; init; }

    /// <summary>Where the factor comes from.</summary>
    public required string Source { get; init; }
}

/// <summary>Another greenhouse gas given off, such as N2O of nitric acid. A gas whose potential the ruleset has counts; any other is a memo item, because the law does not count it (DPCM s.4.3).</summary>
public sealed record GasStream : MonitoredStream
{
    /// <summary>The gas by its formula, such as <c>N2O</c>.</summary>
    public required string Gas { get; init; }

    /// <summary>By period.</summary>
    public required Amounts<Mass> Amounts { get; init; }

    /// <summary>t CO2e per t, if the ruleset has no potential of the gas; not together with one of the ruleset.</summary>
    public decimal? GlobalWarmingPotential { get; init; }

    /// <summary>Where the amounts, and the potential if stated, come from.</summary>
    public required string Source { get; init; }
}
