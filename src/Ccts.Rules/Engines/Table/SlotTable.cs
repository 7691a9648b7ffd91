using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Table;

/// <summary>
/// Every test of one slot at once. Their limits cut the codes into segments within which no test changes; the verdicts of a
/// segment are written down beforehand, so that a case costs one search however many rules ask about the fact.
/// </summary>
internal sealed class SlotTable
{
    /// <summary>Beyond this many prepared words, tests of the slot are made one by one.</summary>
    internal const int MaxCells = 65_536;

    private readonly long[] _limits;

    private SlotTable(int slot, long[] limits, SegmentWord[] words)
    {
        Slot = slot;
        _limits = limits;
        Words = words;
    }

    internal int Slot { get; }

    internal SegmentWord[] Words { get; }

    internal static bool CanHold(CompiledTest test) => test is RangeTest or ListTest or RowTest or KnownTest;

    internal static int SlotOf(CompiledTest test) => test is KnownTest known ? known.Slot : test.Slots[0];

    /// <summary>The table, or null when it would be too large.</summary>
    internal static SlotTable? Of(int slot, IReadOnlyList<(CompiledTest Test, IReadOnlyList<int> Bits)> tests, SeededFault fault)
    {
        var limits = tests.SelectMany(t => Limits(t.Test, fault)).Where(l => l is > -RangeTest.None and <= RangeTest.None).Distinct().OrderBy(l => l).ToArray();
        var words = tests.SelectMany(t => t.Bits).Select(b => b / 64).Distinct().OrderBy(w => w).ToList();
        if ((long)(limits.Length + 1) * words.Count > MaxCells)
        {
            return null;
        }

        return new SlotTable(slot, limits, [.. words.Select(w => Word(w, limits, tests, fault))]);
    }

    /// <summary>Which segment a code is in.</summary>
    internal int Segment(long code)
    {
        var (low, high) = (0, _limits.Length);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (_limits[middle] <= code)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static SegmentWord Word(int word, long[] limits, IReadOnlyList<(CompiledTest Test, IReadOnlyList<int> Bits)> tests, SeededFault fault)
    {
        var result = new SegmentWord(word, limits.Length + 1);
        foreach (var (test, bits) in tests)
        {
            var mask = bits.Where(b => b / 64 == word).Aggregate(0UL, (m, b) => m | (1UL << (b % 64)));
            if (test is KnownTest known)
            {
                result.Write(known.Expected, mask);
                continue;
            }

            result.MissingOpen |= fault == SeededFault.MissingIsNo ? 0UL : mask;
            for (var segment = 0; segment <= limits.Length; segment++)
            {
                // Any code of the segment speaks for all of it; the lowest is its limit.
                var code = segment == 0 ? -RangeTest.None : limits[segment - 1];
                var (pass, open) = Say(test, code, fault);
                result.Pass[segment] |= pass ? mask : 0UL;
                result.Open[segment] |= open ? mask : 0UL;
            }
        }

        return result;
    }

    private static (bool Pass, bool Open) Say(CompiledTest test, long code, SeededFault fault) => test switch
    {
        RangeTest range => ((code >= range.Low && code < End(range, fault)) != range.Negated, false),
        ListTest list => (Array.BinarySearch(list.Codes, code) >= 0 != list.Negated, false),
        RowTest row when Array.BinarySearch(row.Silent, code) >= 0 => (false, true),
        RowTest row => (Array.BinarySearch(row.Listed, code) >= 0 != row.Negated, false),
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    private static IEnumerable<long> Limits(CompiledTest test, SeededFault fault) => test switch
    {
        RangeTest range => [range.Low, End(range, fault)],
        ListTest list => list.Codes.SelectMany(c => new[] { c, c + 1 }),
        RowTest row => row.Listed.Concat(row.Silent).SelectMany(c => new[] { c, c + 1 }),
        _ => [],
    };

    private static long End(RangeTest range, SeededFault fault) => fault == SeededFault.UpperLimitExcluded ? range.High : range.High + 1;
}

/// <summary>The verdicts of a slot's tests in one word of bits, by segment, and where the fact is missing.</summary>
internal sealed class SegmentWord(int word, int segments)
{
    internal int Word { get; } = word;

    internal ulong[] Pass { get; } = new ulong[segments];

    internal ulong[] Open { get; } = new ulong[segments];

    internal ulong MissingPass { get; private set; }

    internal ulong MissingOpen { get; set; }

    /// <summary>Whether the fact is known can always be said.</summary>
    internal void Write(bool expected, ulong mask)
    {
        if (!expected)
        {
            MissingPass |= mask;
            return;
        }

        for (var segment = 0; segment < Pass.Length; segment++)
        {
            Pass[segment] |= mask;
        }
    }
}
