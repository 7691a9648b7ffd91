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
    internal const string Lists = "fuels,electricity,products,processMaterials,importedIntermediates,importedHeat,exportedPower,exportedHeat,capturedCo2,pfcs,memo,renewableCertificates";
}
