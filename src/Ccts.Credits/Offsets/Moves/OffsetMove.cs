using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;

namespace Ccts.Credits.Offsets.Moves;

/// <summary>
/// A move of an offset project, its monitoring reports or its units, as a word of the ruleset's tables. Those named here change projects, reports
/// or units; a ruleset may add others (<c>registered.publish</c>), which only lead from one stage to the next.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Word">The word: small letters, digits and hyphens.</param>
public sealed record OffsetMove(string Word)
{
    internal const string RegisterWord = "register", AmendWord = "amend", ValidateWord = "validate", BeginWord = "begin", RenewWord = "renew", SuspendWord = "suspend", ResumeWord = "resume", CompleteWord = "complete", CancelWord = "cancel", ReportWord = "report", VerifyWord = "verify", RefuseWord = "refuse", ReviewWord = "review", ReturnWord = "return", RecommendWord = "recommend", IssueWord = "issue", ReverseWord = "reverse", RetireWord = "retire", CancelUnitsWord = "cancel-units";

    /// <summary>The moves that the product knows.</summary>
    public static IReadOnlyList<OffsetMove> Known { get; } = [.. OffsetTables.ProjectMoves.Concat(OffsetTables.ReportMoves).Concat(OffsetTables.UnitMoves).Select(w => new OffsetMove(w))];

    /// <summary>The administrator registers a project under a listed methodology, with its first crediting period.</summary>
    public static OffsetMove Register { get; } = new(RegisterWord);

    /// <summary>The proponent replaces the project's description; id and methodology stay.</summary>
    public static OffsetMove Amend { get; } = new(AmendWord);

    /// <summary>An agency validates it.</summary>
    public static OffsetMove Validate { get; } = new(ValidateWord);

    /// <summary>It starts operation.</summary>
    public static OffsetMove Begin { get; } = new(BeginWord);

    /// <summary>The administrator grants a further crediting period, after the last one.</summary>
    public static OffsetMove Renew { get; } = new(RenewWord);

    /// <summary>The administrator suspends it: no report, verification or issuance meanwhile.</summary>
    public static OffsetMove Suspend { get; } = new(SuspendWord);

    /// <summary>The administrator resumes it at its earlier status.</summary>
    public static OffsetMove Resume { get; } = new(ResumeWord);

    /// <summary>The proponent closes it, when no report is under way. Final.</summary>
    public static OffsetMove Complete { get; } = new(CompleteWord);

    /// <summary>The administrator strikes it off. Final.</summary>
    public static OffsetMove Cancel { get; } = new(CancelWord);

    /// <summary>The proponent files a monitoring report.</summary>
    public static OffsetMove Report { get; } = new(ReportWord);

    /// <summary>An agency verifies a report: no more tonnes than it claims.</summary>
    public static OffsetMove Verify { get; } = new(VerifyWord);

    /// <summary>An agency refuses a report; its period can be reported again.</summary>
    public static OffsetMove Refuse { get; } = new(RefuseWord);

    /// <summary>The administrator has reviewed what the agency verified.</summary>
    public static OffsetMove Review { get; } = new(ReviewWord);

    /// <summary>The administrator sends a report back to be verified again.</summary>
    public static OffsetMove Return { get; } = new(ReturnWord);

    /// <summary>The committee recommends the issuance.</summary>
    public static OffsetMove Recommend { get; } = new(RecommendWord);

    /// <summary>The administrator issues: no more than is verified, no number twice, a part into the buffer.</summary>
    public static OffsetMove Issue { get; } = new(IssueWord);

    /// <summary>A reversal, and the units of the buffer that are cancelled for it.</summary>
    public static OffsetMove Reverse { get; } = new(ReverseWord);

    /// <summary>Units were retired.</summary>
    public static OffsetMove Retire { get; } = new(RetireWord);

    /// <summary>Units were cancelled.</summary>
    public static OffsetMove CancelUnits { get; } = new(CancelUnitsWord);

    /// <summary>The word.</summary>
    public override string ToString() => Word;
}
