using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;

namespace Ccts.Sdk.Trust.Receipts;

/// <summary>Replays a receipt: recomputes everything from its input without using its outputs, then compares.</summary>
/// <remarks>Pure and thread-safe, as far as the caller's look-up of rulesets is. Receipts of decisions are replayed by <c>Ccts.Rules</c>.</remarks>
public static class ReceiptVerifier
{
    /// <summary>Replays the receipt of an assessment; a signature on it is not checked.</summary>
    /// <param name="utf8">The receipt's bytes.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="rules">Returns the rules with exactly the id, revision and digest asked for, or null.</param>
    public static ReceiptVerdict Verify(byte[] utf8, string? file, Func<RulesetIdentity, AssessmentRules?> rules) => Verify(utf8, file, rules, trust: null);

    /// <summary>Checks the signature on the receipt of an assessment, if one is demanded, and replays it.</summary>
    /// <param name="utf8">The receipt's bytes.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="rules">Gives the rules with exactly the id, revision and digest asked for, or null.</param>
    /// <param name="trust">The demand that it be signed, or null for none.</param>
    public static ReceiptVerdict Verify(byte[] utf8, string? file, Func<RulesetIdentity, AssessmentRules?> rules, ReceiptTrust? trust) => Verify(utf8, file, rules, trust, Receipt.DefaultMaxBytes);

    /// <summary>The same with another size limit; a receipt above it is <see cref="ReceiptOutcome.Unreadable"/>.</summary>
    /// <param name="utf8">The receipt's bytes.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="rules">Gives the rules with exactly the id, revision and digest asked for, or null.</param>
    /// <param name="trust">The demand that it be signed, or null for none.</param>
    /// <param name="maxBytes">The most bytes it may have, 1 to 1048576000 (1000 MiB); otherwise <see cref="Receipt.DefaultMaxBytes"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxBytes"/> is out of its range.</exception>
    public static ReceiptVerdict Verify(byte[] utf8, string? file, Func<RulesetIdentity, AssessmentRules?> rules, ReceiptTrust? trust, int maxBytes)
    {
        Require.NotNull(rules);
        return Verify(utf8, file, header => rules(header.Ruleset) is { } found ? new AssessmentReplay(found) : null, [AssessmentReplay.Name], trust, maxBytes);
    }

    /// <summary>Checks a receipt of any kind, a host's own among them.</summary>
    /// <param name="utf8">The receipt's bytes.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="find">Returns what computes the outputs again for a receipt with that head, or null if its ruleset is not known.</param>
    /// <param name="kinds">The accepted kinds; others are <see cref="ReceiptOutcome.Unreadable"/>.</param>
    /// <param name="trust">The demand that it be signed, or null for none.</param>
    /// <param name="maxBytes">The most bytes it may have, 1 to 1048576000 (1000 MiB).</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxBytes"/> is out of its range.</exception>
    public static ReceiptVerdict Verify(byte[] utf8, string? file, Func<ReceiptHeader, IReceiptReplay?> find, string[] kinds, ReceiptTrust? trust, int maxBytes)
    {
        var problems = new ProblemList();
        var root = ReceiptSize.Read(Require.NotNull(utf8), file, problems, maxBytes);
        if ((root is null ? null : ReceiptHeader.Read(root, problems)) is not { } header)
        {
            return Ended(ReceiptOutcome.Unreadable, problems.ToList());
        }

        if (Array.IndexOf(kinds, header.Kind) < 0)
        {
            problems.Error("receipt-kind", root!.Place, $"The receipt is of the kind \"{ShownText.Short(header.Kind)}\".", string.Join(", ", kinds));
            return Ended(ReceiptOutcome.Unreadable, problems.ToList());
        }

        var verdict = IsSigned(header, trust, root!.Place, problems) ? Replay(header, find) : Ended(ReceiptOutcome.SignatureRefused, problems.ToList());
        return verdict with { KeyId = header.Signature?.KeyId, SignatureChecked = trust is not null };
    }

    private static bool IsSigned(ReceiptHeader header, ReceiptTrust? trust, SourcePlace place, ProblemList problems)
    {
        if (trust is null)
        {
            return true;
        }

        if (header.Signature is not { } claim)
        {
            problems.Error("signature-missing", place, "The receipt is not signed, and a signature is demanded.", "a member \"signature\"");
            return false;
        }

        return new SignatureCheck(trust.Trust, trust.Verifier, trust.On, problems).Verify(KeyUse.Receipts, subject: null, claim, header.Message(), place) is not null;
    }

    private static ReceiptVerdict Replay(ReceiptHeader header, Func<ReceiptHeader, IReceiptReplay?> find)
    {
        if (find(header) is not { } replay || replay.Ruleset != header.Ruleset)
        {
            return Ended(ReceiptOutcome.RulesetMissing, []);
        }

        try
        {
            var recorded = header.Content;
            var replayed = ReceiptContent.Build(header.Format, header.Engine, replay, (JsonObject)recorded["input"]!.DeepClone());
            if (header.Signature is not null)
            {
                replayed["signature"] = recorded["signature"]!.DeepClone();
            }

            return JsonDifference.First(recorded, replayed, pointer => ReceiptFormat.MayLack(header.Format, pointer)) is { } found
                ? new ReceiptVerdict(ReceiptOutcome.Different, found.Pointer, found.Recorded, found.Recomputed, [])
                : Ended(ReceiptOutcome.Identical, []);
        }
        catch (CctsDataException input)
        {
            return Ended(ReceiptOutcome.Unreadable, input.Problems);
        }
    }

    private static ReceiptVerdict Ended(ReceiptOutcome outcome, IReadOnlyList<Problem> problems) => new(outcome, null, null, null, problems);
}
