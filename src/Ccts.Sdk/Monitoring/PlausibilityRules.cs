using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>
/// What an input or a result is compared with, so that a slip of the unit is found before it makes certificates: references of the ruleset, the
/// plant's own baseline, and how far from them a value may lie. Ours, not the law's.
/// </summary>
/// <remarks>Immutable and thread-safe once built.</remarks>
public sealed record PlausibilityRules
{
    /// <summary>How far from its reference each kind of value may lie, by the words of <see cref="Kinds"/>; a kind that is missing is not looked at.</summary>
    public required IReadOnlyDictionary<string, PlausibleRange> Ranges { get; init; }

    /// <summary>
    /// The net calorific values, GJ/t, that a fuel of the name is known to have, where it varies more than the reference tells: coal of every grade,
    /// gases of a works, waste. It takes the place of the reference.
    /// </summary>
    public IReadOnlyDictionary<string, PlausibleSpan> CalorificValues { get; init; } = new Dictionary<string, PlausibleSpan>(System.StringComparer.Ordinal);

    /// <summary>The same for emission factors, tCO2/TJ.</summary>
    public IReadOnlyDictionary<string, PlausibleSpan> Factors { get; init; } = new Dictionary<string, PlausibleSpan>(System.StringComparer.Ordinal);

    /// <summary>Carbon, t/t, that a material of the name is known to hold, where it is no fuel of the ruleset: by stoichiometry, or by what it is made of.</summary>
    public IReadOnlyDictionary<string, PlausibleSpan> CarbonContents { get; init; } = new Dictionary<string, PlausibleSpan>(System.StringComparer.OrdinalIgnoreCase);

    /// <summary>Tonnes in a kilolitre, by fuel: what joins a calorific value per tonne to one per kilolitre.</summary>
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

    /// <summary>MWh for each tonne of product that every plant of a sector uses at least, by sector: so far below any plant that less is a slip of the unit.</summary>
    public IReadOnlyDictionary<string, decimal> LeastElectricity { get; init; } = new Dictionary<string, decimal>(System.StringComparer.Ordinal);

    /// <summary>MWh for each tonne of a product that electrolysis takes at least, by product and sector.</summary>
    public IReadOnlyList<ElectrolysisLeast> Electrolysis { get; init; } = [];

    /// <summary>Process emissions for each unit of product that every plant of a sector has at least, by sector; of the plants that <see cref="ProcessFrom"/> means.</summary>
    public IReadOnlyDictionary<string, EmissionIntensity> LeastProcess { get; init; } = new Dictionary<string, EmissionIntensity>(System.StringComparer.Ordinal);

    /// <summary>The baseline intensity from which every plant of a sector gives off PFCs, by sector.</summary>
    public IReadOnlyDictionary<string, EmissionIntensity> PfcFrom { get; init; } = new Dictionary<string, EmissionIntensity>(System.StringComparer.Ordinal);

    /// <summary>The states in which a fuel of the name is fired; a fuel that is missing is not looked at.</summary>
    public IReadOnlyDictionary<string, PlausibleStates> FuelStates { get; init; } = new Dictionary<string, PlausibleStates>(System.StringComparer.Ordinal);

    /// <summary>GJ of fuel that a sector's kilns burn at least for each tonne of CO2 that carbonates give off in them, by sector.</summary>
    public IReadOnlyDictionary<string, decimal> CalcinationHeat { get; init; } = new Dictionary<string, decimal>(System.StringComparer.Ordinal);

    /// <summary>Products and what they are made from, where either may be entered as a product of the plant.</summary>
    public IReadOnlyList<MadeFrom> MadeFrom { get; init; } = [];

    /// <summary>Tonnes of CO2 that carbonates give off at least for each tonne of an intermediate, by its name: clinker.</summary>
    public IReadOnlyDictionary<string, decimal> CarbonateCo2 { get; init; } = new Dictionary<string, decimal>(System.StringComparer.Ordinal);

    /// <summary>Which part of the CO2 of a fuel that the ruleset has as fossil may be of biomass, by fuel: blends, waste. A listed fuel that is missing has none; empty looks at nothing.</summary>
    public IReadOnlyDictionary<string, decimal> BiogenicShares { get; init; } = new Dictionary<string, decimal>(System.StringComparer.Ordinal);

    /// <summary>Which part of the CO2 of carbonates may be of biomass, by sector, as of a kraft mill's lime.</summary>
    public IReadOnlyDictionary<string, decimal> BiogenicCarbonates { get; init; } = new Dictionary<string, decimal>(System.StringComparer.Ordinal);

    /// <summary>Where the thresholds come from; findings cite it.</summary>
    public required Standing Standing { get; init; }

    /// <summary>The kinds of value there are thresholds for.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        Calorific, CalorificLiquid, CalorificGas, Factor, Carbon, Oxidation, Conversion, GridFactor, SupplierFactor, ExportFactor, HeatFactor,
        ProcessFactor, IntermediateFactor, Pfc, PfcCoefficient, Equivalence, Period, PeriodSpread, Intensity, Production, KnownSpan, UndoneSlip, PreviousYear, StreamShare, FormFigure, FormSlip, FormDigit, FormBaseline, FormProcess, PowerFromFuel, FuelMonth, FuelShare, Biogenic, Intermediate, CapturedCo2, HeatFromFuel, DeductedEnergy, KilnHeat, CoolingFromPower, CoolingFromHeat,
        Target, ProductTotal, PfcAluminium, NetOverGross, UnitHeat, YearOutput, SecondMeter, StreamMonth, LastMonth, MonthAbove, Enthalpy,
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

    /// <summary>Within which part of its baseline a plant must be with a slip undone, and how many times the slip must have changed the amount, for a fall to be put down to it.</summary>
    internal const string UndoneSlip = "undone-slip";

    /// <summary>Within which part of its previous year a stream must be with a slip undone, for the slip to be believed.</summary>
    internal const string PreviousYear = "previous-year";

    /// <summary>Which part of a plant's emissions an even stream gives off at least.</summary>
    internal const string StreamShare = "stream-share";

    /// <summary>How many times the plant's own baseline a figure of a pro-forma may be; a fall counts as a rise of as many times.</summary>
    internal const string FormFigure = "form-figure";

    /// <summary>How near its own baseline a figure of a pro-forma must be with a slip undone, and how many times an amount must have changed to be what made a result unusual.</summary>
    internal const string FormSlip = "form-slip";

    /// <summary>How near ten times its own baseline, or a tenth of it, a figure of a pro-forma must be for a digit to be looked for.</summary>
    internal const string FormDigit = "form-digit";

    /// <summary>How many times the gazetted baseline the baseline of a pro-forma may be.</summary>
    internal const string FormBaseline = "form-baseline";

    /// <summary>Which part of its own baseline the process emissions of a pro-forma, for each unit of product, must be at least where the intensity fell.</summary>
    internal const string FormProcess = "form-process";

    /// <summary>Which part of the energy in a plant's fuels its captive power may be.</summary>
    internal const string PowerFromFuel = "power-from-fuel";

    /// <summary>Which part of the fuel that other months lead one to expect a month has at least.</summary>
    internal const string FuelMonth = "fuel-month";

    /// <summary>Which part of a plant's emissions its fuels give off at least, for their months to be looked at.</summary>
    internal const string FuelShare = "fuel-share";

    /// <summary>How many times the most that is known of a biogenic fuel its calorific value may be.</summary>
    internal const string Biogenic = "biogenic-calorific-value";

    /// <summary>How many times the most of an intermediate that a plant can have had its products may hold.</summary>
    internal const string Intermediate = "intermediate";

    /// <summary>Which part of the CO2 that fuels, materials and carbon give off in the plant may be captured.</summary>
    internal const string CapturedCo2 = "captured-co2";

    /// <summary>Which part of the energy in a plant's fuels and of heat and power bought its heat sold may be, together with captive power.</summary>
    internal const string HeatFromFuel = "heat-from-fuel";

    /// <summary>Which part of the CO2 of what was burnt, and of heat bought, may be deducted with power and heat sold.</summary>
    internal const string DeductedEnergy = "deducted-energy";

    /// <summary>How many times the heat that calcination takes the fuels of kilns must hold, without what became power or was sold.</summary>
    internal const string KilnHeat = "kiln-heat";

    /// <summary>How many times the electricity beside what the product takes the chilled water sold may be.</summary>
    internal const string CoolingFromPower = "cooling-from-power";

    /// <summary>The same of heat that drives chillers.</summary>
    internal const string CoolingFromHeat = "cooling-from-heat";

    /// <summary>Which part of its baseline a target is: what it must at least be, and at most.</summary>
    internal const string Target = "target";

    /// <summary>How near the others together a product must be to be their total.</summary>
    internal const string ProductTotal = "product-total";

    /// <summary>How near two meters of one thing are, month by month.</summary>
    internal const string SecondMeter = "second-meter";

    /// <summary>How even the other months of a fuel must be for one month to be looked at, and which part of what it should have that month has at least.</summary>
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

    /// <summary>Which part of the energy in a plant's fuels its units may have taken, by their own heat rates.</summary>
    internal const string UnitHeat = "unit-heat";

    /// <summary>How many times the output expected for a year may be what the days so far come to in a year.</summary>
    internal const string YearOutput = "year-output";
    internal const string Intensity = "intensity";
    internal const string Production = "production";

    internal PlausibleRange? Of(string kind) => Ranges.TryGetValue(kind, out var range) ? range : null;
}

/// <summary>How many times its reference a value may be. A side that is null is not looked at.</summary>
/// <param name="UnusualBelow">Below so many times, it is unusual: a finding.</param>
/// <param name="UnusualAbove">Above so many times, the same.</param>
/// <param name="WithheldBelow">Below so many times it is taken for a slip: the assessment is withheld until it is mended or a reason is stated.</param>
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
