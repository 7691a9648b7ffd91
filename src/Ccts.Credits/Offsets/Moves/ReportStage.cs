using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;

namespace Ccts.Credits.Offsets.Moves;

/// <summary>
/// Where a monitoring report stands. By the word of the ruleset's tables: those named here mean something to the machine, and a ruleset may name others between them.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Word">The word: small letters, digits and hyphens.</param>
public sealed record ReportStage(string Word)
{
    /// <summary>Those that mean something to the machine.</summary>
    public static IReadOnlyList<ReportStage> Known { get; } = [.. OffsetTables.ReportStages.Select(w => new ReportStage(w))];

    /// <summary>It is with an agency.</summary>
    public static ReportStage Filed { get; } = new("filed");

    /// <summary>An agency refused it. Final; its days can be reported anew.</summary>
    public static ReportStage Refused { get; } = new("refused");

    /// <summary>An agency verified it; it is with the administrator.</summary>
    public static ReportStage Verified { get; } = new("verified");

    /// <summary>The administrator reviewed it; it is with the committee.</summary>
    public static ReportStage Reviewed { get; } = new("reviewed");

    /// <summary>The committee recommended the issuance.</summary>
    public static ReportStage Recommended { get; } = new("recommended");

    /// <summary>Tonnes of it are issued.</summary>
    public static ReportStage Issued { get; } = new("issued");

    /// <summary>The word.</summary>
    public override string ToString() => Word;
}
