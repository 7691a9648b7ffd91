using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime.Text;

namespace Ccts.Compliance.Plans;

/// <summary>A statement that differs between two versions of a monitoring plan.</summary>
/// <param name="Part">The part of DPCM s.5(6), e.g. <c>(xi)</c>.</param>
/// <param name="Item">The source, meter, person or analysis; empty where the part is one text.</param>
/// <param name="Field">Which statement about it.</param>
/// <param name="Before">What the older version says, or null.</param>
/// <param name="After">What the newer version says, or null.</param>
public sealed record PlanDifference(string Part, string Item, string Field, string? Before, string? After);

/// <summary>Two versions of a monitoring plan side by side.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class PlanComparison
{
    /// <summary>Every statement that differs, in the order of the parts.</summary>
    /// <exception cref="ArgumentException">The plans are of two entities, or the newer one's version is not the higher.</exception>
    public static IReadOnlyList<PlanDifference> Of(MonitoringPlan older, MonitoringPlan newer)
    {
        if (Require.NotNull(older).Entity != Require.NotNull(newer).Entity || older.Registration != newer.Registration)
        {
            throw new ArgumentException($"One plan is {older.Entity}'s and the other {newer.Entity}'s.", nameof(newer));
        }

        if (newer.Version <= older.Version)
        {
            throw new ArgumentException(FormattableString.Invariant($"Version {newer.Version} does not follow version {older.Version}."), nameof(newer));
        }

        var (before, after) = (Known(older), Known(newer));
        var order = PlanLines.Parts.Select(p => p.Part).ToList();
        return [.. before.Keys.Union(after.Keys)
            .Select(k => new PlanDifference(k.Part, k.Item, k.Field, Value(before, k), Value(after, k)))
            .Where(d => d.Before != d.After)
            .OrderBy(d => order.IndexOf(d.Part)).ThenBy(d => d.Item, StringComparer.Ordinal).ThenBy(d => d.Field, StringComparer.Ordinal)];
    }

    private static Dictionary<(string Part, string Item, string Field), string> Known(MonitoringPlan plan) =>
        PlanLines.Of(plan).Append(new PlanLine("(xiii)", "", "Compliance year", plan.Year.ToString())).Append(new PlanLine("(xiii)", "", "Followed from", LocalDatePattern.Iso.Format(plan.Effective)))
            .Where(l => l.Value is not null).ToDictionary(l => (l.Part, l.Item, l.Field), l => l.Value!);

    private static string? Value(Dictionary<(string Part, string Item, string Field), string> lines, (string Part, string Item, string Field) key) =>
        lines.TryGetValue(key, out var value) ? value : null;
}
