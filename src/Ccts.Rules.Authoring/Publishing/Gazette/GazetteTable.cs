using System.Collections.Generic;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Entities;

namespace Ccts.Rules.Authoring.Publishing.Gazette;

/// <summary>The content of a printed schedule, read back from the page alone.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Year">The compliance year of the targets.</param>
/// <param name="Rows">The rows in force, in the order in which they are printed.</param>
/// <param name="DraftRows">The rows that are printed as a draft, in the order in which they are printed; they bind nobody.</param>
public sealed record GazetteTable(ComplianceYear Year, IReadOnlyList<EntityTarget> Rows, IReadOnlyList<ScheduleRow> DraftRows);
