using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;

namespace Ccts.Credits.Offsets.Moves;

/// <summary>
/// The stage of a monitoring report, as a word of the ruleset's tables. The state machine gives those named here a meaning; a ruleset may add others between them.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Word">The word: small letters, digits and hyphens.</param>
public sealed record ReportStage(string Word)
{
    /// <summary>Those with a meaning to the state machine.</summary>
    public static IReadOnlyList<ReportStage> Known { get; } = [.. OffsetTables.ReportStages.Select(w => new ReportStage(w))];

    /// <summary>It is with an agency.</summary>
    public static ReportStage Filed { get; } = new("filed");

    /// <summary>An agency refused it. Final; its period can be reported again.</summary>
    public static ReportStage Refused { get; } = new("refused");

    /// <summary>An agency verified it; it is with the administrator.</summary>
    public static ReportStage Verified { get; } = new("verified");

    /// <summary>The administrator reviewed it; it is with the committee.</summary>
    public static ReportStage Reviewed { get; } = new("reviewed");

    /// <summary>The committee recommended the issuance.</summary>
    public static ReportStage Recommended { get; } = new("recommended");

    /// <summary>Units were issued for it.</summary>
    public static ReportStage Issued { get; } = new("issued");

    /// <summary>The word.</summary>
    public override string ToString() => Word;
}
