using System.Collections.Generic;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Schedules;

/// <summary>A schedule turned into the rows of a ruleset.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Year">The compliance year of the targets.</param>
/// <param name="Count">How many rows.</param>
/// <param name="WithTarget">How many of them have a target in the year.</param>
/// <param name="TargetsCsv">The text of <see cref="FileName"/>, in the order of the schedule.</param>
/// <param name="Remarks">Rows without target (information) and rows that look misprinted (warnings).</param>
public sealed record ImportedSchedule(ComplianceYear Year, int Count, int WithTarget, string TargetsCsv, IReadOnlyList<Problem> Remarks)
{
    /// <summary>The force of the rows: in force, or that of the named instrument, such as a draft. Rows not in force belong in <c>targets.on-request.csv</c>.</summary>
    public Force Force { get; init; }

    /// <summary>The file of a ruleset that the text is for.</summary>
    public string FileName => Force == Force.InForce ? "targets.csv" : "targets.on-request.csv";
}
