using System;
using System.Collections.Generic;
using Ccts.Rules.Clearing;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Rules.Receipts;

/// <summary>Replays receipts of assessments, pro-formas, decisions, clearing proofs and certificates of surrender or retirement: recomputes everything from the input without using the outputs, then compares.</summary>
/// <remarks>Pure and thread-safe, as far as the caller's look-up of rulesets is.</remarks>
public static class ReceiptReplay
{
    /// <summary>Replays a receipt of any of these kinds.</summary>
    /// <param name="utf8">The receipt's bytes.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="rulesets">Returns the ruleset with exactly the id, revision and digest asked for, or null.</param>
    /// <param name="trust">The demand that it be signed, or null for none.</param>
    public static ReceiptVerdict Verify(byte[] utf8, string? file, Func<RulesetIdentity, Ruleset?> rulesets, ReceiptTrust? trust = null) => Verify(utf8, file, rulesets, trust, Receipt.DefaultMaxBytes);

    /// <summary>The same with another size limit, as for the receipt of an exchange's session; a receipt above it is <see cref="ReceiptOutcome.Unreadable"/>.</summary>
    /// <param name="utf8">The receipt's bytes.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="rulesets">Returns the ruleset with exactly the id, revision and digest asked for, or null.</param>
    /// <param name="trust">The demand that it be signed, or null for none.</param>
    /// <param name="maxBytes">The most bytes it may have, 1 to 1048576000 (1000 MiB); otherwise <see cref="Receipt.DefaultMaxBytes"/>. A replay needs memory in proportion.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxBytes"/> is out of its range.</exception>
    public static ReceiptVerdict Verify(byte[] utf8, string? file, Func<RulesetIdentity, Ruleset?> rulesets, ReceiptTrust? trust, int maxBytes)
    {
        Require.NotNull(rulesets);
        return ReceiptVerifier.Verify(utf8, file, header => rulesets(header.Ruleset) is { } ruleset ? Of(header.Kind, ruleset) : null, [.. Kinds], trust, maxBytes);
    }

    /// <summary>The kinds that <see cref="Of"/> replays.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [AssessmentReplay.Name, ProFormaReplay.Name, DecisionReplay.Name, ClearingReplay.Name, CertificateReplay.Name];

    /// <summary>Computes the outputs of a kind again by a ruleset, for hosts that also verify their own kinds; null if the ruleset cannot, or for another kind.</summary>
    /// <param name="kind">The kind, as receipts name it.</param>
    /// <param name="ruleset">The ruleset.</param>
    public static IReceiptReplay? Of(string kind, Ruleset ruleset) => Require.NotNull(ruleset) switch
    {
        _ when Require.NotNull(kind).Length == 0 => null,
        { Kind: RulesetKind.ComplianceYear } when kind == AssessmentReplay.Name => new AssessmentReplay(ruleset.Assessment),
        { Kind: RulesetKind.ComplianceYear } when kind == ProFormaReplay.Name => new ProFormaReplay(ruleset.Assessment, ruleset.ProFormas.Find),
        _ when kind == DecisionReplay.Name => new DecisionReplay(ruleset),
        _ when kind == ClearingReplay.Name => new ClearingReplay(ruleset),
        _ when kind == CertificateReplay.Name => new CertificateReplay(ruleset.Identity),
        _ => null,
    };
}
