using System;
using Ccts.Rules.Clearing;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Receipts;

namespace Ccts.Rules.Receipts;

/// <summary>Replays receipts of assessments, decisions and clearing proofs: recomputes everything from the input with the outputs withheld, then compares.</summary>
/// <remarks>Pure and thread-safe, as far as the caller's look-up of rulesets is.</remarks>
public static class ReceiptReplay
{
    /// <summary>Replays a receipt of any of these kinds.</summary>
    /// <param name="utf8">The receipt's bytes.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="rulesets">Gives the ruleset with exactly the id, revision and digest asked for, or null.</param>
    /// <param name="trust">The demand that it be signed, or null for none.</param>
    public static ReceiptVerdict Verify(byte[] utf8, string? file, Func<RulesetIdentity, Ruleset?> rulesets, ReceiptTrust? trust = null)
    {
        Require.NotNull(rulesets);
        return ReceiptVerifier.Verify(utf8, file, header => Replay(header.Kind, rulesets(header.Ruleset)), [AssessmentReplay.Name, DecisionReplay.Name, ClearingReplay.Name], trust);
    }

    private static IReceiptReplay? Replay(string kind, Ruleset? ruleset) => ruleset switch
    {
        { Kind: RulesetKind.ComplianceYear } when kind == AssessmentReplay.Name => new AssessmentReplay(ruleset.Assessment),
        not null when kind == DecisionReplay.Name => new DecisionReplay(ruleset),
        not null when kind == ClearingReplay.Name => new ClearingReplay(ruleset),
        _ => null,
    };
}
