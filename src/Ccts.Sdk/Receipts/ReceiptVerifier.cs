using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Receipts;

/// <summary>Replays a receipt: recomputes everything from its input with the outputs withheld, then compares.</summary>
/// <remarks>Pure and thread-safe, as far as the caller's look-up of rulesets is.</remarks>
public static class ReceiptVerifier
{
    /// <summary>Replays a receipt.</summary>
    /// <param name="utf8">The receipt's bytes.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="rules">Gives the rules with exactly the id, revision and digest asked for, or null.</param>
    public static ReceiptVerdict Verify(byte[] utf8, string? file, Func<RulesetIdentity, AssessmentRules?> rules)
    {
        Require.NotNull(utf8);
        Require.NotNull(rules);
        var problems = new ProblemList();
        var root = LocatedJson.Read(utf8, file, problems);
        if (root is null || !TryIdentity(root, problems, out var identity) || problems.HasErrors)
        {
            return Unreadable(problems.ToList());
        }

        if (rules(identity!) is not { } found || found.Ruleset != identity)
        {
            return new ReceiptVerdict(ReceiptOutcome.RulesetMissing, null, null, null, []);
        }

        var recorded = JsonNodes.From(root)!.AsObject();
        try
        {
            var replayed = Receipt.Content((JsonObject)recorded["input"]!.DeepClone(), found);
            replayed["engine"] = recorded["engine"]?.DeepClone();
            return Compare(recorded, replayed);
        }
        catch (CctsDataException input)
        {
            return Unreadable(input.Problems);
        }
    }

    private static bool TryIdentity(LocatedNode root, ProblemList problems, out RulesetIdentity? identity)
    {
        var receipt = new ObjectReader(root, problems);
        var format = receipt.Text("format");
        if (format is not null && format != Receipt.Format)
        {
            problems.Error("receipt-format", root.Place, $"The format is \"{ObjectReader.Shorten(format)}\".", $"\"{Receipt.Format}\"");
        }

        receipt.Text("engine");
        receipt.Object("input");
        var ruleset = receipt.Object("ruleset");
        var (id, revision, digest) = (ruleset?.Text("id"), ruleset?.Integer("revision"), ruleset?.Text("digest"));
        identity = id is null || revision is null || digest is null ? null : new RulesetIdentity(id, revision.Value, digest);
        return identity is not null;
    }

    private static ReceiptVerdict Compare(JsonNode recorded, JsonNode replayed) => FirstDifference(recorded, replayed, "") is { } found
        ? new ReceiptVerdict(ReceiptOutcome.Different, found.Pointer, found.Recorded, found.Recomputed, [])
        : new ReceiptVerdict(ReceiptOutcome.Identical, null, null, null, []);

    private static (string Pointer, string? Recorded, string? Recomputed)? FirstDifference(JsonNode? recorded, JsonNode? replayed, string pointer)
    {
        if (recorded is JsonObject left && replayed is JsonObject right)
        {
            var keys = left.Select(m => m.Key).Concat(right.Select(m => m.Key)).Distinct(StringComparer.Ordinal).OrderBy(k => k, StringComparer.Ordinal);
            return keys.Select(key => Member(left, right, key, pointer)).FirstOrDefault(d => d is not null);
        }

        if (recorded is JsonArray first && replayed is JsonArray second)
        {
            return Enumerable.Range(0, Math.Max(first.Count, second.Count))
                .Select(i => Item(first, second, i, pointer))
                .FirstOrDefault(d => d is not null);
        }

        var (was, now) = (CanonicalJson.Text(recorded), CanonicalJson.Text(replayed));
        return was == now ? null : (pointer, was, now);
    }

    private static (string Pointer, string? Recorded, string? Recomputed)? Member(JsonObject left, JsonObject right, string key, string pointer)
    {
        var at = pointer + "/" + key.Replace("~", "~0").Replace("/", "~1");
        var (has, had) = (left.TryGetPropertyValue(key, out var was), right.TryGetPropertyValue(key, out var now));
        return has && had ? FirstDifference(was, now, at) : (at, has ? CanonicalJson.Text(was) : null, had ? CanonicalJson.Text(now) : null);
    }

    private static (string Pointer, string? Recorded, string? Recomputed)? Item(JsonArray left, JsonArray right, int index, string pointer)
    {
        var at = pointer + "/" + index.ToString(CultureInfo.InvariantCulture);
        return index < left.Count && index < right.Count
            ? FirstDifference(left[index], right[index], at)
            : (at, index < left.Count ? CanonicalJson.Text(left[index]) : null, index < right.Count ? CanonicalJson.Text(right[index]) : null);
    }

    private static ReceiptVerdict Unreadable(IReadOnlyList<Problem> problems) => new(ReceiptOutcome.Unreadable, null, null, null, problems);
}
