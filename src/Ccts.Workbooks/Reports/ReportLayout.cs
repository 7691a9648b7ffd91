using System.Collections.Generic;

namespace Ccts.Workbooks.Reports;

/// <summary>What a template of a monitoring report consists of.</summary>
internal static class ReportLayout
{
    internal const string Format = "ccts-report-template/1";
    internal const string ReportSheet = "Report";
    internal const string StreamsSheet = "Streams";
    internal const int KeyColumn = 1;
    internal const int TitleColumn = 2;
    internal const int ValueColumn = 3;
    internal const int NoteColumn = 4;

    /// <summary>The members of the report's head, what they are called, and what belongs there.</summary>
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
        ("illustrative", "Illustrative", "only where the figures are invented: say so here"),
    ];

    /// <summary>The members of streams that a template offers; any other may be added as a column.</summary>
    internal static readonly IReadOnlyList<string> Columns =
    [
        "list", "id", "fuel", "state", "material", "supply", "product", "kind", "destination", "ncv", "gcv", "factor.tier", "factor.value", "factor.source", "factor.whyTypeI",
        "factor", "factorSource", "source", "samples", "conversionFactor", "equivalence", "equivalenceSource", "noDoubleCountUndertaking", "whyGaps", "evidence.document", "unit",
    ];

    /// <summary>The lists of a report whose streams stand in one line each.</summary>
    internal const string Lists = "fuels,electricity,products,processMaterials,massBalances,gases,importedIntermediates,importedHeat,exportedPower,exportedHeat,capturedCo2,pfcs,memo,renewableCertificates";

    internal const string ColumnsSheet = "Columns";

    /// <summary>
    /// What a plant states beside that, after the months, with the words of the field. A further line with the same list and id holds a further analysis, component, material or unit.
    /// </summary>
    internal static readonly IReadOnlyList<(string Key, string Note)> Further =
    [
        ("moisture", "moisture of the stream, such as 8 %; needs a basis"),
        ("basis", "what the laboratory's values are of: as-fired or moisture-free"),
        ("carbonContent", "carbon, such as 60 %, where no calorific value is stated"),
        ("oxidationFactor", "share that burns, such as 98 %; not beside unburnt carbon"),
        ("unburnt.material", "carbon that left unburnt: ash, flue dust"),
        ("unburnt.amount", "tonnes of it"),
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
        ("analyses.moisture", "moisture of the month or lot"),
        ("analyses.samples", "samples analysed"),
        ("analyses.source", "the laboratory and its report"),
        ("analyses.externalNcv", "the external laboratory's calorific value"),
        ("analyses.externalFactor", "the external laboratory's factor of a material"),
        ("analyses.externalSource", "the external laboratory and its report"),
        ("composition.component", "a gas or a carbonate of the stream, such as CO or CaCO3"),
        ("composition.share", "its share, such as 23 %; the shares add up to the whole"),
        ("molarVolume", "of a gas at the conditions of its amounts, such as 22.414 m3/kmol"),
        ("conditions.amounts", "temperature and absolute pressure of a gas's amounts, such as 15 C, 101.325 kPa"),
        ("conditions.calorificValue", "those of its calorific value, where they are others"),
        ("conditions.source", "where both stand: the contract, the standard, the laboratory's report"),
        ("analysisSource", "where the composition or carbon comes from"),
        ("stock.opening", "stock on the first day"),
        ("stock.received", "received in the year"),
        ("stock.movedOut", "moved out or sold"),
        ("stock.closing", "stock on the last day"),
        ("inputs.material", "carbon that a mass balance takes in"),
        ("inputs.amount", "tonnes of it"),
        ("inputs.carbonContent", "carbon in it"),
        ("outputs.material", "carbon that leaves in a product"),
        ("outputs.amount", "tonnes of it"),
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
        ("gas", "a greenhouse gas, such as N2O"),
        ("globalWarmingPotential", "its potential where the ruleset has none; then it is a memo item"),
        ("leakage", "CO2 that leaked on the way to its receiver"),
        ("receiverProof", "what the receiver states of its arrival"),
        ("previousYear", "the amount of the year before"),
        ("whyUnusual", "why an unusual figure is right"),
    ];
}
