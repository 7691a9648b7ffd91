using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>
/// What an input or a result is compared with, to find a slip of a unit before it earns certificates: references of the ruleset, the
/// plant's own baseline, and how far from them a value may be. Chosen by this product, not the law.
/// </summary>
/// <remarks>Immutable and thread-safe once built.</remarks>
public sealed record PlausibilityRules
{
    /// <summary>How far from its reference each kind of value may lie, by the words of <see cref="Kinds"/>; a missing kind is not compared.</summary>
    public required IReadOnlyDictionary<string, PlausibleRange> Ranges { get; init; }

    /// <summary>
    /// The known range of net calorific values, GJ/t, of fuels that vary more than the reference shows: coal of every grade,
    /// gases of a works, waste. It replaces the reference.
    /// </summary>
    public IReadOnlyDictionary<string, PlausibleSpan> CalorificValues { get; init; } = new Dictionary<string, PlausibleSpan>(System.StringComparer.Ordinal);

    /// <summary>The same for emission factors, tCO2/TJ.</summary>
    public IReadOnlyDictionary<string, PlausibleSpan> Factors { get; init; } = new Dictionary<string, PlausibleSpan>(System.StringComparer.Ordinal);

    /// <summary>Known carbon, t/t, of a material that is not a fuel of the ruleset: by stoichiometry or composition.</summary>
    public IReadOnlyDictionary<string, PlausibleSpan> CarbonContents { get; init; } = new Dictionary<string, PlausibleSpan>(System.StringComparer.OrdinalIgnoreCase);

    /// <summary>Tonnes in a kilolitre, by fuel, to convert a calorific value per tonne to one per kilolitre.</summary>
    public required IReadOnlyDictionary<string, decimal> LiquidDensities { get; init; }

    /// <summary>Tonnes in a cubic metre of gas, by fuel.</summary>
    public required IReadOnlyDictionary<string, decimal> GasDensities { get; init; }

    /// <summary>Kilograms of CF4 for each tonne of aluminium, by technology of the smelter.</summary>
    public required IReadOnlyDictionary<string, decimal> Cf4PerTonne { get; init; }

    /// <summary>Published slope coefficients, kg CF4/t for each anode-effect minute a cell-day, by technology.</summary>
    public required IReadOnlyDictionary<string, decimal> SlopeCoefficients { get; init; }

    /// <summary>Published mass ratios of C2F6 to CF4, by technology.</summary>
    public required IReadOnlyDictionary<string, decimal> C2F6PerCf4 { get; init; }

    /// <summary>The baseline intensity from which every plant of a sector has emissions of its process, by sector.</summary>
    public required IReadOnlyDictionary<string, EmissionIntensity> ProcessFrom { get; init; }

    /// <summary>The baseline intensity from which every plant of a sector burns fuel or buys heat, by sector.</summary>
    public required IReadOnlyDictionary<string, EmissionIntensity> FuelFrom { get; init; }

    /// <summary>The baseline intensity from which every plant of a sector uses electricity, by sector.</summary>
    public required IReadOnlyDictionary<string, EmissionIntensity> ElectricityFrom { get; init; }

    /// <summary>MWh for each tonne of product that every plant of a sector uses at least, by sector: so far below any real plant that less is a slip of the unit.</summary>
    public IReadOnlyDictionary<string, decimal> LeastElectricity { get; init; } = new Dictionary<string, decimal>(System.StringComparer.Ordinal);

    /// <summary>MWh for each tonne of a product that electrolysis takes at least, by product and sector.</summary>
    public IReadOnlyList<ElectrolysisLeast> Electrolysis { get; init; } = [];

    /// <summary>Process emissions for each unit of product that every plant of a sector has at least, by sector; of the plants that <see cref="ProcessFrom"/> means.</summary>
    public IReadOnlyDictionary<string, EmissionIntensity> LeastProcess { get; init; } = new Dictionary<string, EmissionIntensity>(System.StringComparer.Ordinal);

    /// <summary>The baseline intensity from which every plant of a sector gives off PFCs, by sector.</summary>
    public IReadOnlyDictionary<string, EmissionIntensity> PfcFrom { get; init; } = new Dictionary<string, EmissionIntensity>(System.StringComparer.Ordinal);

    /// <summary>The most water that a fuel of the name is weighed with, 0 to 1.</summary>
    public IReadOnlyDictionary<string, decimal> Moistures { get; init; } = new Dictionary<string, decimal>(System.StringComparer.Ordinal);

    /// <summary>The states in which a fuel of the name is fired; a missing fuel is not compared.</summary>
    public IReadOnlyDictionary<string, PlausibleStates> FuelStates { get; init; } = new Dictionary<string, PlausibleStates>(System.StringComparer.Ordinal);

    /// <summary>GJ of fuel that a sector's kilns burn at least for each tonne of CO2 that carbonates give off in them, by sector.</summary>
    public IReadOnlyDictionary<string, decimal> CalcinationHeat { get; init; } = new Dictionary<string, decimal>(System.StringComparer.Ordinal);

    /// <summary>Products and what they are made from, if both may be entered as products of the plant.</summary>
    public IReadOnlyList<MadeFrom> MadeFrom { get; init; } = [];

    /// <summary>Tonnes of CO2 that carbonates give off at least for each tonne of an intermediate, by its name: clinker.</summary>
    public IReadOnlyDictionary<string, decimal> CarbonateCo2 { get; init; } = new Dictionary<string, decimal>(System.StringComparer.Ordinal);

    /// <summary>The share of biomass that the CO2 of a fossil fuel of the ruleset may have, by fuel: blends, waste. A missing fuel may have none; an empty table compares nothing.</summary>
    public IReadOnlyDictionary<string, decimal> BiogenicShares { get; init; } = new Dictionary<string, decimal>(System.StringComparer.Ordinal);

    /// <summary>The share of biomass that the CO2 of carbonates may have, by sector, as for a kraft mill's lime.</summary>
    public IReadOnlyDictionary<string, decimal> BiogenicCarbonates { get; init; } = new Dictionary<string, decimal>(System.StringComparer.Ordinal);

    /// <summary>The intensities, tCO2e for each tonne, that plants of a sector have, by sector: for an imported schedule.</summary>
    public IReadOnlyDictionary<string, PlausibleSpan> ScheduleIntensities { get; init; } = new Dictionary<string, PlausibleSpan>(System.StringComparer.Ordinal);

    /// <summary>The tonnes that plants of a sector make in a year, by sector: for an imported schedule, and for a report of a plant whose baseline output is not known.</summary>
    public IReadOnlyDictionary<string, PlausibleSpan> ScheduleOutputs { get; init; } = new Dictionary<string, PlausibleSpan>(System.StringComparer.Ordinal);

    /// <summary>Where the thresholds come from; findings cite it.</summary>
    public required Standing Standing { get; init; }

    /// <summary>The kinds of value there are thresholds for.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        Calorific, CalorificLiquid, CalorificGas, Factor, Carbon, Oxidation, Conversion, GridFactor, SupplierFactor, ExportFactor, HeatFactor,
        ProcessFactor, IntermediateFactor, Pfc, PfcCoefficient, Equivalence, Period, PeriodSpread, Intensity, Production, KnownSpan, UndoneSlip, PreviousYear, StreamShare, FormFigure, FormSlip, FormDigit, FormBaseline, FormProcess, PowerFromFuel, FuelMonth, FuelShare, Biogenic, Intermediate, CapturedCo2, HeatFromFuel, DeductedEnergy, KilnHeat, CoolingFromPower, CoolingFromHeat,
        Target, ProductTotal, PfcAluminium, NetOverGross, UnitHeat, YearOutput, SecondMeter, StreamMonth, LastMonth, MonthAbove, Enthalpy, ScheduleMedian, Analysis,
    ];

    internal const string Calorific = "calorific-value";
    internal const string CalorificLiquid = "calorific-value-of-liquid";
    internal const string CalorificGas = "calorific-value-of-gas";
    internal const string Factor = "emission-factor";
    internal const string Carbon = "carbon-content";
    internal const string Oxidation = "oxidation-factor";
    internal const string Conversion = "conversion-factor";
    internal const string GridFactor = "grid-factor";
    internal const string SupplierFactor = "supplier-factor";
    internal const string ExportFactor = "export-factor";
    internal const string HeatFactor = "heat-factor";
    internal const string ProcessFactor = "process-factor";
    internal const string IntermediateFactor = "intermediate-factor";
    internal const string Pfc = "pfc";
    internal const string PfcCoefficient = "pfc-coefficient";
    internal const string Equivalence = "equivalence";
    internal const string Period = "period";
    internal const string PeriodSpread = "period-spread";
    internal const string KnownSpan = "known-span";

    /// <summary>How near its baseline a plant must be with a slip undone, and how much the slip must have changed the amount, for the slip to explain a fall.</summary>
    internal const string UndoneSlip = "undone-slip";

    /// <summary>How near its previous year a stream must be with a slip undone, for the slip to be likely.</summary>
    internal const string PreviousYear = "previous-year";

    /// <summary>The minimum share of an even stream in a plant's emissions.</summary>
    internal const string StreamShare = "stream-share";

    /// <summary>How many times its own baseline a figure of a pro-forma may be; a fall counts like a rise by the same factor.</summary>
    internal const string FormFigure = "form-figure";

    /// <summary>How near its own baseline a figure of a pro-forma must be with a slip undone, and by what factor an amount must have changed to explain an unusual result.</summary>
    internal const string FormSlip = "form-slip";

    /// <summary>How near ten times its own baseline, or a tenth of it, a figure of a pro-forma must be for a digit to be looked for.</summary>
    internal const string FormDigit = "form-digit";

    /// <summary>How many times the gazetted baseline the baseline of a pro-forma may be.</summary>
    internal const string FormBaseline = "form-baseline";

    /// <summary>The minimum ratio of a pro-forma's process emissions per unit of product to their own baseline, if the intensity fell.</summary>
    internal const string FormProcess = "form-process";

    /// <summary>The maximum share of captive power in the energy of a plant's fuels.</summary>
    internal const string PowerFromFuel = "power-from-fuel";

    /// <summary>The minimum share of the fuel that other months lead to expect in a month.</summary>
    internal const string FuelMonth = "fuel-month";

    /// <summary>The minimum share of fuels in a plant's emissions for their months to be compared.</summary>
    internal const string FuelShare = "fuel-share";

    /// <summary>How many times the highest known calorific value of a biogenic fuel may be.</summary>
    internal const string Biogenic = "biogenic-calorific-value";

    /// <summary>How many times the largest possible amount of an intermediate its products may contain.</summary>
    internal const string Intermediate = "intermediate";

    /// <summary>The maximum share of the plant's CO2 from fuels, materials and carbon that may be captured.</summary>
    internal const string CapturedCo2 = "captured-co2";

    /// <summary>The maximum share of heat sold and captive power in the energy of fuels and of heat and power bought.</summary>
    internal const string HeatFromFuel = "heat-from-fuel";

    /// <summary>The maximum share of the CO2 of fuels and bought heat that power and heat sold may deduct.</summary>
    internal const string DeductedEnergy = "deducted-energy";

    /// <summary>How many times the heat of calcination the fuels of kilns must hold, without power made and heat sold.</summary>
    internal const string KilnHeat = "kiln-heat";

    /// <summary>How many times the electricity not needed for the product the chilled water sold may be.</summary>
    internal const string CoolingFromPower = "cooling-from-power";

    /// <summary>The same of heat that drives chillers.</summary>
    internal const string CoolingFromHeat = "cooling-from-heat";

    /// <summary>The ratio of a target to its baseline: minimum and maximum.</summary>
    internal const string Target = "target";

    /// <summary>How near the sum of the others a product must be to count as their total.</summary>
    internal const string ProductTotal = "product-total";

    /// <summary>How near two meters of one thing are, month by month.</summary>
    internal const string SecondMeter = "second-meter";

    /// <summary>How even the other months of a fuel must be for one month to be compared, and the minimum share of the expected amount in that month.</summary>
    internal const string StreamMonth = "stream-month";

    /// <summary>The same part of the last month of a year that is not over, which may not be booked whole.</summary>
    internal const string LastMonth = "last-month";

    /// <summary>How many times that of steam at the pressure and temperature beside it an enthalpy may be.</summary>
    internal const string Enthalpy = "enthalpy";

    /// <summary>How many times what its days and everything else the plant did lead one to expect a month may have.</summary>
    internal const string MonthAbove = "month-above";

    /// <summary>Which part of the product of a smelter the aluminium is that its PFCs are reckoned from.</summary>
    internal const string PfcAluminium = "pfc-aluminium";

    /// <summary>How many times the ruleset's ratio of net to gross a stated one may be.</summary>
    internal const string NetOverGross = "net-over-gross";

    /// <summary>The maximum share of the energy in a plant's fuels that its units may have used, by their own heat rates.</summary>
    internal const string UnitHeat = "unit-heat";

    /// <summary>How many times the output projected from the days so far the expected output of a year may be.</summary>
    internal const string YearOutput = "year-output";

    /// <summary>How many times the middle of the law's rows of a sector the middle of an imported schedule's may be.</summary>
    internal const string ScheduleMedian = "schedule-median";

    /// <summary>Which part of the least of the others a laboratory result of a stream may be.</summary>
    internal const string Analysis = "analysis";
    internal const string Intensity = "intensity";
    internal const string Production = "production";

    internal PlausibleRange? Of(string kind) => Ranges.TryGetValue(kind, out var range) ? range : null;
}

/// <summary>How many times its reference a value may be. A null side is not compared.</summary>
/// <param name="UnusualBelow">Below this factor it is unusual: a finding.</param>
/// <param name="UnusualAbove">Above so many times, the same.</param>
/// <param name="WithheldBelow">Below this factor it counts as a slip: the certificates are withheld until it is corrected or a reason is stated.</param>
/// <param name="WithheldAbove">Above so many times, the same.</param>
public sealed record PlausibleRange(decimal? UnusualBelow, decimal? UnusualAbove, decimal? WithheldBelow, decimal? WithheldAbove);

/// <summary>What a value of a kind is known to be.</summary>
/// <param name="Least">The least of them.</param>
/// <param name="Most">The most of them.</param>
public sealed record PlausibleSpan(decimal Least, decimal Most);

/// <summary>What electrolysis takes.</summary>
/// <param name="Product">The product, such as <c>caustic soda</c>.</param>
/// <param name="Sector">The sector whose plants make it so.</param>
/// <param name="MegawattHoursPerTonne">MWh for each tonne at least.</param>
public sealed record ElectrolysisLeast(string Product, string Sector, decimal MegawattHoursPerTonne);

/// <summary>In which states a fuel is fired.</summary>
/// <param name="IsSolid">As a solid.</param>
/// <param name="IsLiquid">As a liquid.</param>
/// <param name="IsGas">As a gas.</param>
public readonly record struct PlausibleStates(bool IsSolid, bool IsLiquid, bool IsGas)
{
    private const string Or = "-or-";

    /// <summary>Reads <c>solid</c>, <c>liquid</c>, <c>gas</c> or several, as <c>liquid-or-gas</c>.</summary>
    public static bool TryParse(string? text, out PlausibleStates states, [NotNullWhen(false)] out string? reason)
    {
        var words = (text ?? "").Split([Or], System.StringSplitOptions.None);
        states = new PlausibleStates(System.Array.IndexOf(words, "solid") >= 0, System.Array.IndexOf(words, "liquid") >= 0, System.Array.IndexOf(words, "gas") >= 0);
        var isRead = System.Array.TrueForAll(words, w => w is "solid" or "liquid" or "gas");
        reason = isRead ? null : "solid, liquid or gas; several as liquid-or-gas";
        return isRead;
    }

    /// <summary>As it is written.</summary>
    public override string ToString() => string.Join(Or, System.Linq.Enumerable.Where([IsSolid ? "solid" : "", IsLiquid ? "liquid" : "", IsGas ? "gas" : ""], w => w.Length > 0));

    internal bool Has(FuelState state) => state switch
    {
        FuelState.Solid => IsSolid,
        FuelState.Liquid => IsLiquid,
        _ => IsGas,
    };
}

/// <summary>A product and what it is made from, or comes with.</summary>
/// <param name="Intermediate">What goes into it, such as <c>clinker</c>.</param>
/// <param name="Product">The product, such as <c>cement</c>.</param>
/// <param name="Least">Tonnes of the first for each tonne of the second at least.</param>
public sealed record MadeFrom(string Intermediate, string Product, decimal Least);
