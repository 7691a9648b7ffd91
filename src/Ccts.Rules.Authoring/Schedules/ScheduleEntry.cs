using System.Collections.Generic;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Csv;

namespace Ccts.Rules.Authoring.Schedules;

/// <summary>One row of a schedule as printed.</summary>
internal sealed record ScheduleEntry(
    CsvRecord Record,
    string Registration,
    string Entity,
    Sector Sector,
    string? SubSector,
    string? State,
    ComplianceYear BaselineYear,
    PrintedNumber Output,
    PrintedNumber? Complexity,
    PrintedNumber Baseline,
    PrintedNumber? BaselineEmissions,
    IReadOnlyDictionary<ComplianceYear, PrintedNumber?> Targets);
