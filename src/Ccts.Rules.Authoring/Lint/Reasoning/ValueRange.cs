using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Entities;

namespace Ccts.Rules.Authoring.Lint.Reasoning;

/// <summary>The values that a fact or a computed value can still have during a search. Immutable.</summary>
internal sealed record ValueRange
{
    /// <summary>Whether it is stated: null while nothing depends on it.</summary>
    internal bool? Known { get; init; }

    /// <summary>The only possible values; null if unlimited.</summary>
    internal IReadOnlyList<FactValue>? Among { get; init; }

    internal IReadOnlyList<FactValue> Except { get; init; } = [];

    internal Bound? Low { get; init; }

    internal Bound? High { get; init; }

    internal IReadOnlyList<string> Holds { get; init; } = [];

    internal IReadOnlyList<string> Lacks { get; init; } = [];

    /// <summary>Everything a type allows.</summary>
    internal static ValueRange Of(FactType type) => type.Kind switch
    {
        FactKind.Flag => new ValueRange { Among = [FactValue.OfFlag(true), FactValue.OfFlag(false)] },
        FactKind.Choice => new ValueRange { Among = type.Words!.Select(w => FactValue.OfText(FactKind.Choice, w)).ToList() },
        _ => new ValueRange(),
    };

    internal ValueRange OnlyIn(IEnumerable<FactValue> values)
    {
        var allowed = values.Where(v => Among is null || Among.Contains(v)).ToList();
        return this with { Known = true, Among = allowed };
    }

    internal ValueRange Without(IEnumerable<FactValue> values) => this with { Known = true, Except = [.. Except, .. values] };

    internal ValueRange Compared(ComparisonKind kind, FactValue to) => kind switch
    {
        ComparisonKind.Is when to.Kind is FactKind.Text or FactKind.Choice or FactKind.Flag => OnlyIn([to]),
        ComparisonKind.Is => (this with { Known = true }).AtLeast(new Bound(to, true)).AtMost(new Bound(to, true)),
        ComparisonKind.IsNot => Without([to]),
        ComparisonKind.LessThan => (this with { Known = true }).AtMost(new Bound(to, false)),
        ComparisonKind.AtMost => (this with { Known = true }).AtMost(new Bound(to, true)),
        ComparisonKind.MoreThan => (this with { Known = true }).AtLeast(new Bound(to, false)),
        _ => (this with { Known = true }).AtLeast(new Bound(to, true)),
    };

    internal ValueRange AtLeast(Bound low) => Low is null || low.Value.OrderAgainst(Low.Value) > 0 || (low.Value.OrderAgainst(Low.Value) == 0 && !low.Included) ? this with { Low = low } : this;

    internal ValueRange AtMost(Bound high) => High is null || high.Value.OrderAgainst(High.Value) < 0 || (high.Value.OrderAgainst(High.Value) == 0 && !high.Included) ? this with { High = high } : this;

    /// <summary>Whether any value is left.</summary>
    internal bool IsPossible()
    {
        if (Known == false)
        {
            return true;
        }

        if (Holds.Intersect(Lacks, System.StringComparer.Ordinal).Any())
        {
            return false;
        }

        return Among is { } among ? among.Any(v => !Except.Contains(v) && IsWithin(v)) : HasRoom();
    }

    private bool IsWithin(FactValue value) =>
        (Low is null || value.OrderAgainst(Low.Value) > 0 || (Low.Included && value.OrderAgainst(Low.Value) == 0))
        && (High is null || value.OrderAgainst(High.Value) < 0 || (High.Included && value.OrderAgainst(High.Value) == 0));

    private bool HasRoom()
    {
        if (Low is null || High is null)
        {
            return true;
        }

        var (low, high) = (First(Low), First(High, back: true));
        var order = low.Value.OrderAgainst(high.Value);
        return order < 0 || (order == 0 && low.Included && high.Included && !Except.Contains(low.Value));
    }

    // Days and years have a next one, with nothing in between.
    private static Bound First(Bound bound, bool back = false)
    {
        if (bound.Included || bound.Value.Kind is not (FactKind.Date or FactKind.Year) || bound.Value.Date.Year is < 1901 or > 2997)
        {
            return bound;
        }

        var step = back ? -1 : 1;
        return new Bound(bound.Value.Kind == FactKind.Date ? FactValue.OfDate(bound.Value.Date.PlusDays(step)) : FactValue.OfYear(new ComplianceYear(bound.Value.Date.Year + step)), true);
    }
}

/// <summary>An end of a range.</summary>
internal sealed record Bound(FactValue Value, bool Included);
