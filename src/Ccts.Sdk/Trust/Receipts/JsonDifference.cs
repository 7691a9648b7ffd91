using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Sdk.Trust.Receipts;

/// <summary>Where two JSON documents first differ, in the order of the canonical form.</summary>
/// <param name="Pointer">JSON pointer of the place.</param>
/// <param name="Recorded">What the first says there, or null.</param>
/// <param name="Recomputed">What the second says there, or null.</param>
internal sealed record JsonDifference(string Pointer, string? Recorded, string? Recomputed)
{
    /// <param name="recorded">The first document.</param>
    /// <param name="replayed">The second.</param>
    /// <param name="mayLack">Whether the first may be without a member, by its pointer.</param>
    internal static JsonDifference? First(JsonNode recorded, JsonNode replayed, Func<string, bool> mayLack) => Find(recorded, replayed, "", mayLack);

    private static JsonDifference? Find(JsonNode? recorded, JsonNode? replayed, string pointer, Func<string, bool> mayLack)
    {
        if (recorded is JsonObject left && replayed is JsonObject right)
        {
            var keys = left.Select(m => m.Key).Concat(right.Select(m => m.Key)).Distinct(StringComparer.Ordinal).OrderBy(k => k, StringComparer.Ordinal);
            return keys.Select(key => Member(left, right, key, pointer, mayLack)).FirstOrDefault(d => d is not null);
        }

        if (recorded is JsonArray first && replayed is JsonArray second)
        {
            return Enumerable.Range(0, Math.Max(first.Count, second.Count))
                .Select(i => Item(first, second, i, pointer, mayLack))
                .FirstOrDefault(d => d is not null);
        }

        var (was, now) = (CanonicalJson.Text(recorded), CanonicalJson.Text(replayed));
        return was == now ? null : new(pointer, was, now);
    }

    private static JsonDifference? Member(JsonObject left, JsonObject right, string key, string pointer, Func<string, bool> mayLack)
    {
        var at = pointer + "/" + key.Replace("~", "~0").Replace("/", "~1");
        var (has, had) = (left.TryGetPropertyValue(key, out var was), right.TryGetPropertyValue(key, out var now));
        if (has && had)
        {
            return Find(was, now, at, mayLack);
        }

        return !has && mayLack(at) ? null : new(at, has ? CanonicalJson.Text(was) : null, had ? CanonicalJson.Text(now) : null);
    }

    private static JsonDifference? Item(JsonArray left, JsonArray right, int index, string pointer, Func<string, bool> mayLack)
    {
        var at = pointer + "/" + index.ToString(CultureInfo.InvariantCulture);
        return index < left.Count && index < right.Count
            ? Find(left[index], right[index], at, mayLack)
            : new(at, index < left.Count ? CanonicalJson.Text(left[index]) : null, index < right.Count ? CanonicalJson.Text(right[index]) : null);
    }
}
