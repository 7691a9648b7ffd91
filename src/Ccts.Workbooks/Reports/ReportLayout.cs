using System.Collections.Generic;

namespace Ccts.Workbooks.Reports;

/// <summary>The parts of a template for a monitoring report.</summary>
internal static class ReportLayout
{
    internal const string Format = "ccts-report-template/1";
    internal const string ReportSheet = "Report";
    internal const string StreamsSheet = "Streams";
    internal const int KeyColumn = 1;
    internal const int TitleColumn = 2;
    internal const int ValueColumn = 3;
    internal const int NoteColumn = 4;

    /// <summary>The members of the report's head, their labels and explanations.</summary>
    internal static readonly IReadOnlyList<(string Key, string Title, string Note)> Head =
    [
        ("complianceYear", "Compliance year", "such as 2025-26"),
        ("entity.name", "Obligated entity", "as the schedule prints it"),
        ("entity.registration", "Registration number", "by which its target is found"),
        ("entity.sector", "Sector", "as the schedule prints it"),
        ("entity.subSector", "Sub-sector", "may stay empty"),
        ("entity.state", "State", "may stay empty"),
        ("ownTarget.target", "Target of your own", "only where the ruleset lacks it, such as 0.8032 tCO2e/t"),
        ("ownTarget.baseline", "Baseline of your own", "such as 0.8086 tCO2e/t"),
        ("ownTarget.source", "Where you have it from", "such as gazette, row 85"),
        ("whyUnusual", "Why unusual", "only if the result looks like a slip and is right: say why"),
        ("illustrative", "Illustrative", "only where the figures are invented: say so here"),
    ];

    /// <summary>The members of streams that a template offers before the months, with the words of the field; any other may be added as a column.</summary>
    internal static readonly IReadOnlyList<(string Key, string Note)> Columns =
    [
        ("list", "what the line is: one of the words in the drop-down"),
        ("id", "your own name of the stream, each once; the same id again is a further line of it"),
        ("fuel", "of fuels: its key, such as petroleum-coke; ccts factors finds it"),
        ("state", "of fuels: solid, liquid or gas"),
        ("material", "of processMaterials and importedIntermediates, such as CaCO3 or clinker"),
        ("supply", "of electricity: grid, captive, power-purchase-agreement, renewable-on-site, renewable-open-access or green-tariff"),
        ("product", "of products: what is made"),
        ("kind", "of memo: what it is"),
        ("destination", "of capturedCo2: who takes it"),
        ("ncv", "net calorific value, such as 24 GJ/t"),
        ("gcv", "gross calorific value, where the net one is not measured"),
        ("factor.tier", "of fuels and processMaterials: type-i (the law's table) or type-ii (analysed)"),
        ("factor.value", "the analysed factor, such as 95 tCO2/TJ; 0.43 tCO2/t of a material"),
        ("factor.source", "the laboratory and its report"),
        ("factor.whyTypeI", "why there is no analysis"),
        ("factor", "of electricity, heat, power and intermediates: a factor of your own, such as 0.71 tCO2/MWh"),
        ("factorSource", "where the factor of electricity or power comes from"),
        ("source", "where the factor of heat, an intermediate, a gas or PFCs comes from"),
        ("samples", "samples analysed in the year"),
        ("conversionFactor", "share of a material that was converted, such as 97 %; empty is all"),
        ("equivalence", "of products: to the main product, such as 1.05 or 0.35 t/MWh; empty is 1"),
        ("equivalenceSource", "where the equivalence comes from"),
        ("noDoubleCountUndertaking", "of renewable supply: true or false"),
        ("whyGaps", "why months have no amount; a month without use is 0"),
        ("evidence.document", "the document behind the figures"),
        ("unit", "of the amounts of the months, where they have none of their own"),
    ];

    /// <summary>The lists of a report whose streams take one line each.</summary>
    internal const string Lists = "fuels,electricity,products,processMaterials,massBalances,gases,importedIntermediates,importedHeat,exportedPower,exportedHeat,capturedCo2,pfcs,memo,renewableCertificates";

    internal const string ColumnsSheet = "Columns";

    /// <summary>
    /// Further members of a plant's streams, after the months, with the words of the field. A further line with the same list and id holds a further analysis, component, material or unit.
    /// </summary>
    internal static readonly IReadOnlyList<(string Key, string Note)> Further =
    [
        ("moisture", "moisture of the stream, such as 8 %; needs a basis"),
        ("basis", "what the laboratory's values are of: as-fired or moisture-free"),
        ("carbonContent", "carbon, such as 60 %, where no calorific value is stated"),
        ("oxidationFactor", "share that burns, such as 98 %; not beside unburnt carbon"),
        ("unburnt.material", "carbon that left unburnt: ash, flue dust"),
        ("unburnt.amount", "tonnes of it"),
        ("unburnt.period", "its month, where it is not of the whole year"),
        ("unburnt.carbonContent", "carbon in it, such as 2 %"),
        ("biogenicShare", "share of the CO2 that is of biomass, such as 40 %"),
        ("biogenicShareSource", "where that share comes from"),
        ("coProcessing", "the recommendation that excludes a co-processed fuel"),
        ("energyBasis", "gross or net, where a fuel is billed by energy (MMBtu, GJ, kcal)"),
        ("netOverGross", "net over gross where it is measured, such as 0.90"),
        ("netOverGrossSource", "where that ratio comes from"),
        ("analyses.period", "what an analysis is of: a month, or two days with a stroke between"),
        ("analyses.ncv", "calorific value of the month or lot, net"),
        ("analyses.gcv", "the same, gross"),
        ("analyses.factor", "emission factor of the month or lot"),
        ("analyses.carbonContent", "carbon of the month or lot"),
        ("analyses.conversionFactor", "share of a material that was converted in the month or lot"),
        ("analyses.moisture", "moisture of the month or lot"),
        ("analyses.samples", "samples analysed"),
        ("analyses.source", "the laboratory and its report"),
        ("analyses.externalNcv", "the external laboratory's calorific value"),
        ("analyses.externalGcv", "the same, gross"),
        ("analyses.externalCarbonContent", "the external laboratory's carbon"),
        ("analyses.externalFactor", "the external laboratory's factor of a material"),
        ("analyses.externalSource", "the external laboratory and its report"),
        ("composition.component", "a gas or a carbonate of the stream, such as CO or CaCO3"),
        ("composition.share", "its share, such as 23 %; the shares add up to the whole"),
        ("molarVolume", "of a gas at the conditions of its amounts, such as 22.414 m3/kmol"),
        ("conditions.amounts", "temperature and absolute pressure of a gas's amounts, such as 15 C, 101.325 kPa"),
        ("conditions.calorificValue", "those of its calorific value, where they are others"),
        ("conditions.source", "where both are given: the contract, the standard, the laboratory's report"),
        ("analysisSource", "where the composition or carbon comes from"),
        ("stock.opening", "stock on the first day"),
        ("stock.received", "received in the year"),
        ("stock.movedOut", "moved out or sold"),
        ("stock.closing", "stock on the last day"),
        ("inputs.material", "carbon that a mass balance takes in"),
        ("inputs.amount", "tonnes of it"),
        ("inputs.period", "its month, where it is not of the whole year"),
        ("inputs.carbonContent", "carbon in it"),
        ("outputs.material", "carbon that leaves in a product"),
        ("outputs.amount", "tonnes of it"),
        ("outputs.period", "its month, where it is not of the whole year"),
        ("outputs.carbonContent", "carbon in it"),
        ("inputsElsewhere", "the streams in which the carbon of a balance of outputs entered"),
        ("generation.unit", "a generating unit, where power is sold"),
        ("generation.net", "its net generation"),
        ("generation.heatRate", "its net heat rate, such as 2850 kcal/kWh; empty where it burns nothing"),
        ("generation.factor", "the factor of its fuel"),
        ("carrier", "steam, hot-water or chilled-water"),
        ("steamState", "pressure and temperature of steam"),
        ("enthalpy", "enthalpy of steam metered by mass"),
        ("returnEnthalpy", "enthalpy of the return"),
        ("enthalpySource", "the steam table"),
        ("apportioned.emissions", "CO2 of the fuel of a plant that makes heat and power, where heat is sold"),
        ("apportioned.heatShare", "the share of the heat in it, such as 45 %"),
        ("apportioned.heatMade", "all the heat made, sold and used"),
        ("gas", "a greenhouse gas, such as N2O"),
        ("globalWarmingPotential", "its potential where the ruleset has none; then it is a memo item"),
        ("leakage", "CO2 that leaked on the way to its receiver"),
        ("receiverProof", "what the receiver states of its arrival"),
        ("method", "of PFCs: measured, slope or overvoltage"),
        ("cf4", "CF4 measured"),
        ("c2f6", "C2F6 measured"),
        ("c4f10", "C4F10 measured, where it is given off"),
        ("c6f14", "C6F14 measured, where it is given off"),
        ("aluminium", "aluminium made, for slope and overvoltage"),
        ("anodeEffectMinutesPerCellDay", "for slope"),
        ("slope", "kg CF4 for each tonne of aluminium and each of those minutes"),
        ("overvoltageMillivolts", "for overvoltage"),
        ("currentEfficiency", "for overvoltage, such as 95 %"),
        ("coefficient", "kg CF4 for each tonne of aluminium and each of those millivolts"),
        ("coefficientBasis", "what the coefficient goes with: per-cent or fraction"),
        ("c2f6PerCf4", "C2F6 as a share of CF4, for slope and overvoltage"),
        ("previousYear", "the amount of the year before"),
        ("whyUnusual", "why an unusual figure is right"),
    ];
}
