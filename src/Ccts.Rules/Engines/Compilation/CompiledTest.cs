using System;
using System.Collections.Generic;
using System.Globalization;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>A test of slots; this is the closed list of tests. Tests with the same meaning have the same key.</summary>
internal abstract record CompiledTest
{
    /// <summary>The slots that must be known; for tests that depend only on slots.</summary>
    internal virtual IReadOnlyList<int> Slots => [];

    internal virtual object Key => this;
}

/// <summary>What the parameters of the era decide alone.</summary>
internal sealed record FixedTest(Verdict Verdict) : CompiledTest;

/// <summary>Whether the code of a slot is between two limits, both included; or the negation.</summary>
internal sealed record RangeTest(int Slot, long Low, long High, bool Negated) : CompiledTest
{
    /// <summary>Beyond every code: no limit on that side.</summary>
    internal const long None = 1L << 60;

    internal override IReadOnlyList<int> Slots => [Slot];
}

/// <summary>Whether the code of a slot is in a list, in ascending order; or the negation.</summary>
internal sealed record ListTest(int Slot, long[] Codes, bool Negated) : CompiledTest
{
    internal override IReadOnlyList<int> Slots => [Slot];

    internal override object Key => ("list", Slot, Negated, string.Join(",", Codes));
}

/// <summary>Whether a word is the key of a row of a table; cannot be said for rows without a value.</summary>
internal sealed record RowTest(int Slot, long[] Listed, long[] Silent, bool Negated) : CompiledTest
{
    internal override IReadOnlyList<int> Slots => [Slot];

    internal override object Key => ("row", Slot, Negated, string.Join(",", Listed), string.Join(",", Silent));
}

/// <summary>Whether the fact is known; this alone can always be said.</summary>
internal sealed record KnownTest(int Slot, bool Expected) : CompiledTest;

/// <summary>Two slots of days, years or flags compared with each other.</summary>
internal sealed record PairTest(int Left, ComparisonKind Kind, int Right) : CompiledTest
{
    internal override IReadOnlyList<int> Slots => [Left, Right];
}

/// <summary>Two slots of text.</summary>
internal sealed record TextPairTest(int Left, int Right, bool Negated) : CompiledTest
{
    internal override IReadOnlyList<int> Slots => [Left, Right];
}

/// <summary>
/// Amounts added, amounts subtracted and a constant, compared with zero. By their codes if all are exact; if one is
/// not, by decimals, which always hold these sums exactly.
/// </summary>
internal sealed record SumTest(int[] Added, int[] Taken, long ConstantCode, decimal Constant, ComparisonKind Kind) : CompiledTest
{
    /// <summary>Each once, in ascending order.</summary>
    internal override IReadOnlyList<int> Slots { get; } = Distinct(Added, Taken);

    internal override object Key => $"sum {Joined(Added)} - {Joined(Taken)} {Constant.ToString(CultureInfo.InvariantCulture)} {(int)Kind}";

    private static int[] Distinct(int[] added, int[] taken)
    {
        var (slots, count) = (new long[added.Length + taken.Length], 0);
        foreach (var slot in added)
        {
            slots[count++] = slot;
        }

        foreach (var slot in taken)
        {
            slots[count++] = slot;
        }

        return Array.ConvertAll(Ascending.Of(slots, count), s => (int)s);
    }

    private static string Joined(int[] slots) => string.Join(",", Array.ConvertAll(slots, s => s.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>Whether a set holds a word.</summary>
internal sealed record HoldsTest(int Slot, string Word, bool Negated) : CompiledTest
{
    internal override IReadOnlyList<int> Slots => [Slot];
}

/// <summary>Two values, at least one of which is computed from facts, compared with each other.</summary>
internal sealed record ComputedComparison(Computed Left, ComparisonKind Kind, Computed Right) : CompiledTest
{
    internal override object Key { get; } = new();
}

/// <summary>Whether a computed value is one of a list.</summary>
internal sealed record ComputedMembership(Computed Subject, IReadOnlyList<ConstantValue> Values, bool Negated) : CompiledTest
{
    internal override object Key { get; } = new();
}

/// <summary>Whether a computed word is the key of a row: true for listed rows, false for those without a value.</summary>
internal sealed record ComputedListing(Computed Subject, IReadOnlyDictionary<string, bool> Rows, bool Negated) : CompiledTest
{
    internal override object Key { get; } = new();
}

/// <summary>Whether a set holds a computed word.</summary>
internal sealed record ComputedContainment(Computed Set, Computed Word, bool Negated) : CompiledTest
{
    internal override object Key { get; } = new();
}

/// <summary>Whether a computed value is known.</summary>
internal sealed record ComputedExistence(Computed Subject, bool Expected) : CompiledTest
{
    internal override object Key { get; } = new();
}
