using System.Collections.Generic;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Schedules;

/// <summary>A schedule turned into the rows of a ruleset.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Year">The compliance year of the targets.</param>
/// <param name="Count">How many rows.</param>
/// <param name="WithTarget">How many of them have a target in the year.</param>
/// <param name="TargetsCsv">The text of <c>targets.csv</c>, in the order of the schedule.</param>
/// <param name="Remarks">Rows without target (information) and rows that look misprinted (warnings).</param>
public sealed record ImportedSchedule(ComplianceYear Year, int Count, int WithTarget, string TargetsCsv, IReadOnlyList<Problem> Remarks);
