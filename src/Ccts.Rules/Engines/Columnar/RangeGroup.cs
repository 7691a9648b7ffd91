using System;
using System.Collections.Generic;
using System.Numerics;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>
/// The ranges of one column that are rules by themselves: their bits go straight into a word of the masks. One comparison a
/// limit, sorted by which limits they have; four vectors of rows go through all of them together.
/// </summary>
internal sealed class RangeGroup
{
    private readonly Vector<long> _turned;
    private readonly Vector<long>[] _above;
    private readonly Vector<long>[] _below;
    private readonly Vector<long>[] _equal;
    private readonly Vector<long>[] _between;
    private readonly Vector<long> _open;

    internal RangeGroup(IReadOnlyList<RangeBit> tests, SeededFault fault)
    {
        var (above, below, equal, between) = (new List<Vector<long>>(), new List<Vector<long>>(), new List<Vector<long>>(), new List<Vector<long>>());
        var (all, turned) = (0UL, 0UL);
        foreach (var test in tests)
        {
            var (low, high) = (test.Test.Low, test.Test.High - (fault == SeededFault.UpperLimitExcluded ? 1 : 0));
            var (isEndless, hasLow) = (high >= RangeTest.None - 1, low != -RangeTest.None);
            all |= test.Bit;
            turned |= test.Test.Negated ? test.Bit : 0UL;
            var kind = low == high ? equal : isEndless ? above : hasLow ? between : below;
            if (kind == equal)
            {
                kind.Add(new Vector<long>(low));
            }
            else
            {
                if (kind != below)
                {
                    kind.Add(new Vector<long>(low - 1));
                }

                if (kind != above)
                {
                    kind.Add(new Vector<long>(high + 1));
                }
            }

            kind.Add(Bits(test.Bit));
        }

        // What is negated is found first and turned over at the end, all at once.
        (_turned, _open) = (Bits(turned), Bits(fault == SeededFault.MissingIsNo ? 0UL : all));
        (_above, _below, _equal, _between) = (above.ToArray(), below.ToArray(), equal.ToArray(), between.ToArray());
    }

    /// <summary>Adds the bits of the rows to those found so far. Where the value is missing only the open bits count.</summary>
    /// <param name="codes">The values; a whole number of steps, as long as the others.</param>
    /// <param name="known">All bits where there is a value.</param>
    /// <param name="fires">Takes the bits of the ranges that hold.</param>
    /// <param name="open">Takes the bits of those that cannot be said.</param>
    internal void Add(ReadOnlySpan<Vector<long>> codes, ReadOnlySpan<Vector<long>> known, Span<Vector<long>> fires, Span<Vector<long>> open)
    {
        for (var i = 0; i + 3 < codes.Length; i += 4)
        {
            var (code0, code1, code2, code3) = (codes[i], codes[i + 1], codes[i + 2], codes[i + 3]);
            var (found0, found1, found2, found3) = (_turned, _turned, _turned, _turned);
            var above = _above;
            for (var t = 0; t + 1 < above.Length; t += 2)
            {
                var (limit, bit) = (above[t], above[t + 1]);
                found0 ^= Vector.GreaterThan(code0, limit) & bit;
                found1 ^= Vector.GreaterThan(code1, limit) & bit;
                found2 ^= Vector.GreaterThan(code2, limit) & bit;
                found3 ^= Vector.GreaterThan(code3, limit) & bit;
            }

            var below = _below;
            for (var t = 0; t + 1 < below.Length; t += 2)
            {
                var (limit, bit) = (below[t], below[t + 1]);
                found0 ^= Vector.GreaterThan(limit, code0) & bit;
                found1 ^= Vector.GreaterThan(limit, code1) & bit;
                found2 ^= Vector.GreaterThan(limit, code2) & bit;
                found3 ^= Vector.GreaterThan(limit, code3) & bit;
            }

            var equal = _equal;
            for (var t = 0; t + 1 < equal.Length; t += 2)
            {
                var (limit, bit) = (equal[t], equal[t + 1]);
                found0 ^= Vector.Equals(limit, code0) & bit;
                found1 ^= Vector.Equals(limit, code1) & bit;
                found2 ^= Vector.Equals(limit, code2) & bit;
                found3 ^= Vector.Equals(limit, code3) & bit;
            }

            var between = _between;
            for (var t = 0; t + 2 < between.Length; t += 3)
            {
                var (low, high, bit) = (between[t], between[t + 1], between[t + 2]);
                found0 ^= Vector.GreaterThan(code0, low) & Vector.GreaterThan(high, code0) & bit;
                found1 ^= Vector.GreaterThan(code1, low) & Vector.GreaterThan(high, code1) & bit;
                found2 ^= Vector.GreaterThan(code2, low) & Vector.GreaterThan(high, code2) & bit;
                found3 ^= Vector.GreaterThan(code3, low) & Vector.GreaterThan(high, code3) & bit;
            }

            fires[i] |= found0 & known[i];
            fires[i + 1] |= found1 & known[i + 1];
            fires[i + 2] |= found2 & known[i + 2];
            fires[i + 3] |= found3 & known[i + 3];
            open[i] |= Vector.AndNot(_open, known[i]);
            open[i + 1] |= Vector.AndNot(_open, known[i + 1]);
            open[i + 2] |= Vector.AndNot(_open, known[i + 2]);
            open[i + 3] |= Vector.AndNot(_open, known[i + 3]);
        }
    }

    private static Vector<long> Bits(ulong mask) => new(unchecked((long)mask));
}

/// <summary>A range, and the word and bit of its rule.</summary>
internal sealed record RangeBit(RangeTest Test, int Word, ulong Bit);
