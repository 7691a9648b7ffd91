using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Table;

/// <summary>
/// All tests of one slot together. Their limits cut the codes into segments within which no test changes; the verdicts of a
/// segment are precomputed, so that a case costs one search, however many rules use the fact.
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

    /// <summary>The table, or null if it would be too large.</summary>
    internal static SlotTable? Of(int slot, IReadOnlyList<PreparedTest> tests, SeededFault fault)
    {
        var limits = Limits(tests, fault);
        var numbers = WordsOf(tests);
        if ((long)(limits.Length + 1) * numbers.Length > MaxCells)
        {
            return null;
        }

        var words = new SegmentWord[numbers.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = Word((int)numbers[i], limits, tests, fault);
        }

        return new SlotTable(slot, limits, words);
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

    private static SegmentWord Word(int word, long[] limits, IReadOnlyList<PreparedTest> tests, SeededFault fault)
    {
        var result = new SegmentWord(word, limits.Length + 1);
        foreach (var prepared in tests)
        {
            var (test, mask) = (prepared.Test, MaskOf(prepared.Bits, word));
            if (test is KnownTest known)
            {
                result.Write(known.Expected, mask);
                continue;
            }

            result.MissingOpen |= fault == SeededFault.MissingIsNo ? 0UL : mask;
            for (var segment = 0; segment <= limits.Length; segment++)
            {
                // Any code of the segment represents all of it; the lowest is its limit.
                var code = segment == 0 ? -RangeTest.None : limits[segment - 1];
                var verdict = Say(test, code, fault);
                result.Pass[segment] |= verdict == Verdict.Pass ? mask : 0UL;
                result.Open[segment] |= verdict == Verdict.CannotSay ? mask : 0UL;
            }
        }

        return result;
    }

    private static ulong MaskOf(IReadOnlyList<int> bits, int word)
    {
        var mask = 0UL;
        for (var i = 0; i < bits.Count; i++)
        {
            mask |= bits[i] / 64 == word ? 1UL << (bits[i] % 64) : 0UL;
        }

        return mask;
    }

    /// <summary>What a test says of a code that is known.</summary>
    internal static Verdict Say(CompiledTest test, long code, SeededFault fault) => test switch
    {
        RangeTest range => Three.Of((code >= range.Low && code < End(range, fault)) != range.Negated),
        ListTest list => Three.Of(Array.BinarySearch(list.Codes, code) >= 0 != list.Negated),
        RowTest row when Array.BinarySearch(row.Silent, code) >= 0 => Verdict.CannotSay,
        RowTest row => Three.Of(Array.BinarySearch(row.Listed, code) >= 0 != row.Negated),
        _ => throw new NotSupportedException(test.GetType().Name),
    };

    private static long[] Limits(IReadOnlyList<PreparedTest> tests, SeededFault fault)
    {
        var (limits, count) = (new long[tests.Sum(t => Most(t.Test))], 0);
        foreach (var prepared in tests)
        {
            switch (prepared.Test)
            {
                case RangeTest range:
                    Add(range.Low);
                    Add(End(range, fault));
                    break;
                case ListTest list:
                    AddEach(list.Codes);
                    break;
                case RowTest row:
                    AddEach(row.Listed);
                    AddEach(row.Silent);
                    break;
            }
        }

        return Ascending.Of(limits, count);

        void Add(long limit)
        {
            if (limit is > -RangeTest.None and <= RangeTest.None)
            {
                limits[count++] = limit;
            }
        }

        void AddEach(long[] codes)
        {
            foreach (var code in codes)
            {
                Add(code);
                Add(code + 1);
            }
        }
    }

    // At most so many limits: each range has two ends, each listed code is a range of its own.
    private static int Most(CompiledTest test) => test switch
    {
        RangeTest => 2,
        ListTest list => list.Codes.Length * 2,
        RowTest row => (row.Listed.Length + row.Silent.Length) * 2,
        _ => 0,
    };

    private static long[] WordsOf(IReadOnlyList<PreparedTest> tests)
    {
        var (words, count) = (new long[tests.Sum(t => t.Bits.Count)], 0);
        foreach (var test in tests)
        {
            for (var i = 0; i < test.Bits.Count; i++)
            {
                words[count++] = test.Bits[i] / 64;
            }
        }

        return Ascending.Of(words, count);
    }

    private static long End(RangeTest range, SeededFault fault) => fault == SeededFault.UpperLimitExcluded ? range.High : range.High + 1;
}

/// <summary>The verdicts of a slot's tests in one word of bits, by segment, and for a missing fact.</summary>
internal sealed class SegmentWord(int word, int segments)
{
    internal int Word { get; } = word;

    internal ulong[] Pass { get; } = new ulong[segments];

    internal ulong[] Open { get; } = new ulong[segments];

    internal ulong MissingPass { get; private set; }

    internal ulong MissingOpen { get; set; }

    /// <summary>Whether the fact is known can always be decided.</summary>
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
