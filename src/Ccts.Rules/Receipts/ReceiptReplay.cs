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

/// <summary>Replays receipts of assessments, pro-formas, decisions, clearing proofs and certificates of surrender or retirement: recomputes everything from the input with the outputs withheld, then compares.</summary>
/// <remarks>Pure and thread-safe, as far as the caller's look-up of rulesets is.</remarks>
public static class ReceiptReplay
{
    /// <summary>Replays a receipt of any of these kinds.</summary>
    /// <param name="utf8">The receipt's bytes.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="rulesets">Gives the ruleset with exactly the id, revision and digest asked for, or null.</param>
    /// <param name="trust">The demand that it be signed, or null for none.</param>
    public static ReceiptVerdict Verify(byte[] utf8, string? file, Func<RulesetIdentity, Ruleset?> rulesets, ReceiptTrust? trust = null) => Verify(utf8, file, rulesets, trust, Receipt.DefaultMaxBytes);

    /// <summary>The same for a receipt of another size, such as that of an exchange's session; one that is larger than the bound is <see cref="ReceiptOutcome.Unreadable"/>.</summary>
    /// <param name="utf8">The receipt's bytes.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="rulesets">Gives the ruleset with exactly the id, revision and digest asked for, or null.</param>
    /// <param name="trust">The demand that it be signed, or null for none.</param>
    /// <param name="maxBytes">The most bytes it may have, 1 to 1048576000 (1000 MiB); otherwise <see cref="Receipt.DefaultMaxBytes"/>. A replay takes memory in proportion.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxBytes"/> is out of its range.</exception>
    public static ReceiptVerdict Verify(byte[] utf8, string? file, Func<RulesetIdentity, Ruleset?> rulesets, ReceiptTrust? trust, int maxBytes)
    {
        Require.NotNull(rulesets);
        return ReceiptVerifier.Verify(utf8, file, header => rulesets(header.Ruleset) is { } ruleset ? Of(header.Kind, ruleset) : null, [.. Kinds], trust, maxBytes);
    }

    /// <summary>The kinds that <see cref="Of"/> replays.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [AssessmentReplay.Name, ProFormaReplay.Name, DecisionReplay.Name, ClearingReplay.Name, CertificateReplay.Name];

    /// <summary>What computes the outputs of a kind again by a ruleset, for whoever verifies kinds of its own beside these; null where the ruleset cannot or the kind is another.</summary>
    /// <param name="kind">The kind, as receipts name it.</param>
    /// <param name="ruleset">The ruleset.</param>
    public static IReceiptReplay? Of(string kind, Ruleset ruleset) => Require.NotNull(ruleset) switch
    {
        { Kind: RulesetKind.ComplianceYear } when kind == AssessmentReplay.Name => new AssessmentReplay(ruleset.Assessment),
        { Kind: RulesetKind.ComplianceYear } when kind == ProFormaReplay.Name => new ProFormaReplay(ruleset.Assessment, ruleset.ProFormas.Find),
        _ when kind == DecisionReplay.Name => new DecisionReplay(ruleset),
        _ when kind == ClearingReplay.Name => new ClearingReplay(ruleset),
        _ when kind == CertificateReplay.Name => new CertificateReplay(ruleset.Identity),
        _ => null,
    };
}
