using System.Collections.Generic;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>The state of a fuel as fired. It decides the ratio of net to gross calorific value and whether a Type II factor is required.</summary>
public enum FuelState
{
    /// <summary>Solid.</summary>
    Solid,

    /// <summary>Liquid.</summary>
    Liquid,

    /// <summary>Gaseous.</summary>
    Gas,
}

/// <summary>Fuel burnt (DPCM Annexure III: activity x NCV x EF x OF).</summary>
public sealed record FuelStream : MonitoredStream
{
    /// <summary>Key of the fuel in the ruleset, e.g. <c>petroleum-coke</c>.</summary>
    public required string Fuel { get; init; }

    /// <summary>State as fired.</summary>
    public required FuelState State { get; init; }

    /// <summary>How much, and its calorific value.</summary>
    public required FuelMeasurement Measured { get; init; }

    /// <summary>The emission factor; Type II by energy, or by <see cref="CarbonContent"/>.</summary>
    public FactorChoice<EnergyEmissionFactor> Factor { get; init; } = FactorChoice<EnergyEmissionFactor>.RulesetDefault;

    /// <summary>Measured carbon content, t C per t (0 to 1): a Type II analysis; only for weighed fuels. Replaces NCV x EF by carbon x 44/12.</summary>
    public decimal? CarbonContent { get; init; }

    /// <summary>Measured oxidation factor, above 0 to 1; null takes the ruleset's default of 1 (DPCM s.5(7)(v)).</summary>
    public decimal? OxidationFactor { get; init; }

    /// <summary>Number of samples analysed in the year, or null when not reported.</summary>
    public int? Samples { get; init; }

    /// <summary>Stock balance, for comparison with the consumption; only for weighed fuels, metered ones have theirs in <see cref="Measured"/>.</summary>
    public StockBalance? Stock { get; init; }

    /// <summary>Laboratory results by month or lot; their values take precedence over the stream's own. Only for fuels that are weighed or metered.</summary>
    public IReadOnlyList<FuelAnalysis> Analyses { get; init; } = [];

    /// <summary>Share of water in the amounts as weighed, 0 to 1; with <see cref="AnalysisBasis.MoistureFree"/> the amounts count without it.</summary>
    public decimal? Moisture { get; init; }

    /// <summary>The fuel that calorific values, carbon content and factor describe; null means fuel as fired, without a stated moisture.</summary>
    public AnalysisBasis? Basis { get; init; }

    /// <summary>Carbon that left unburnt, in ash or flue dust: the oxidation factor is 1 - this carbon / carbon of the fuel (DPCM s.5(7)(v)). Not together with <see cref="OxidationFactor"/>.</summary>
    public IReadOnlyList<CarbonFlow> Unburnt { get; init; } = [];

    /// <summary>Share of the fuel's CO2 from biomass, 0 to 1: a memo item, not counted (DPCM s.4.4(3)).</summary>
    public decimal? BiogenicShare { get; init; }

    /// <summary>Where the share comes from; required with it.</summary>
    public string? BiogenicShareSource { get; init; }

    /// <summary>Where the exclusion of this co-processed alternate fuel is recommended (DPCM s.4.4(3)(iii)), or null: then its fossil CO2 counts.</summary>
    public string? CoProcessing { get; init; }

    /// <summary>The composition of the gas, which gives its carbon; only for metered gas. Replaces NCV x EF.</summary>
    public GasComposition? Composition { get; init; }
}

/// <summary>An amount of fuel with the calorific value in the same measure.</summary>
public abstract record FuelMeasurement
{
    private protected FuelMeasurement()
    {
    }
}

/// <summary>Fuel weighed in tonnes.</summary>
/// <param name="Amounts">By period.</param>
/// <param name="Net">Net calorific value as fired; null when only the gross one was measured.</param>
/// <param name="Gross">Gross calorific value, for the fallback of DPCM s.5(9)(iii).</param>
/// <param name="PreviousYear">Consumption of the previous year, for comparison, or null.</param>
public sealed record WeighedFuel(Amounts<Mass> Amounts, NetCalorificValue? Net, GrossCalorificValue? Gross = null, Mass? PreviousYear = null) : FuelMeasurement;

/// <summary>Liquid fuel metered in kilolitres.</summary>
/// <param name="Amounts">By period.</param>
/// <param name="Net">Net calorific value as fired; null when only the gross one was measured.</param>
/// <param name="Gross">Gross calorific value, for the fallback.</param>
/// <param name="PreviousYear">Consumption of the previous year, for comparison, or null.</param>
public sealed record MeteredLiquid(Amounts<Volume> Amounts, VolumeNetCalorificValue? Net, VolumeGrossCalorificValue? Gross = null, Volume? PreviousYear = null) : FuelMeasurement
{
    /// <summary>Stock balance in kilolitres, for comparison with the consumption, or null.</summary>
    public MeteredStock<Volume>? Stock { get; init; }
}

/// <summary>The conditions to which a volume of gas was reduced, by its unit. Only stated temperatures and pressures convert between them.</summary>
public enum GasConditions
{
    /// <summary>Standard, as most Indian meters and bills: <c>Sm3</c>, <c>SCM</c>.</summary>
    Standard,

    /// <summary>Normal, 0 degrees Celsius: <c>Nm3</c>.</summary>
    Normal,
}

/// <summary>Gas metered in cubic metres, at the conditions that <c>Conditions</c> says; calorific values at the same, unless <c>Stated</c> has others.</summary>
/// <param name="Amounts">By period.</param>
/// <param name="Net">Net calorific value as fired; null when only the gross one was measured.</param>
/// <param name="Gross">Gross calorific value, for the fallback.</param>
/// <param name="PreviousYear">Consumption of the previous year, for comparison, or null.</param>
public sealed record MeteredGas(Amounts<GasVolume> Amounts, GasNetCalorificValue? Net, GasGrossCalorificValue? Gross = null, GasVolume? PreviousYear = null) : FuelMeasurement
{
    /// <summary>The conditions of the amounts, and of both calorific values unless <see cref="CalorificConditions"/> says otherwise.</summary>
    public GasConditions Conditions { get; init; }

    /// <summary>The conditions of calorific values if they differ; only with <see cref="Stated"/>.</summary>
    public GasConditions? CalorificConditions { get; init; }

    /// <summary>Temperature and pressure of the amounts and of the calorific values, or null if both are at the same conditions, and nothing is converted.</summary>
    public StatedConditions? Stated { get; init; }

    /// <summary>Stock balance at the same conditions, for comparison with the consumption, or null.</summary>
    public MeteredStock<GasVolume>? Stock { get; init; }
}

/// <summary>Whether energy is on the gross or the net basis. Gas is billed on the gross one.</summary>
public enum CalorificBasis
{
    /// <summary>Net: without the heat in the water vapour. Factors are per net energy.</summary>
    Net,

    /// <summary>Gross: with it.</summary>
    Gross,
}

/// <summary>Fuel bought by its energy, such as gas in MMBtu; no calorific value is needed.</summary>
/// <param name="Amounts">By period.</param>
/// <param name="Basis">Whether the bill is by net or gross energy.</param>
/// <param name="NetOverGross">Measured net over gross, above 0 to 1; null takes the fallback of DPCM s.5(9)(iii). Only for the gross basis.</param>
/// <param name="NetOverGrossSource">Where it comes from; required with it.</param>
/// <param name="PreviousYear">Consumption of the previous year, for comparison, or null.</param>
public sealed record BilledEnergy(Amounts<Energy> Amounts, CalorificBasis Basis, decimal? NetOverGross = null, string? NetOverGrossSource = null, Energy? PreviousYear = null) : FuelMeasurement;
