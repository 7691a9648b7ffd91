using System;
using System.Collections.Generic;
using System.Numerics;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>
/// The rules that are a single range of one column: their bits go directly into a word of the masks. The verdicts below
/// every limit are precomputed, and each limit that a value exceeds flips the bits that change there; four vectors of rows
/// go through all limits together.
/// </summary>
internal sealed class RangeGroup
{
    private readonly Vector<long> _lowest;
    private readonly Vector<long> _open;

    // Each limit, and the bits that change above it.
    private readonly Vector<long>[] _limits;

    internal RangeGroup(IReadOnlyList<RangeBit> tests, SeededFault fault)
    {
        var (lowest, all, changes) = (0UL, 0UL, new SortedDictionary<long, ulong>());
        foreach (var test in tests)
        {
            var (low, high) = (test.Test.Low, test.Test.High - (fault == SeededFault.UpperLimitExcluded ? 1 : 0));
            all |= test.Bit;
            lowest ^= test.Test.Negated ? test.Bit : 0UL;
            if (low == -RangeTest.None)
            {
                lowest ^= test.Bit;
            }
            else
            {
                Turn(changes, low - 1, test.Bit);
            }

            if (high < RangeTest.None - 1)
            {
                Turn(changes, high, test.Bit);
            }
        }

        _lowest = Bits(lowest);
        _open = Bits(fault == SeededFault.MissingIsNo ? 0UL : all);
        _limits = new Vector<long>[changes.Count * 2];
        var at = 0;
        foreach (var change in changes)
        {
            _limits[at++] = new Vector<long>(change.Key);
            _limits[at++] = Bits(change.Value);
        }
    }

    /// <summary>Adds the bits of the rows to those found so far. If the value is missing, only the open bits count.</summary>
    /// <param name="codes">The values; a whole number of steps, as long as the others.</param>
    /// <param name="known">All bits where there is a value.</param>
    /// <param name="fires">Takes the bits of the ranges that hold.</param>
    /// <param name="open">Takes the bits of those that cannot be said.</param>
    internal void Add(ReadOnlySpan<Vector<long>> codes, ReadOnlySpan<Vector<long>> known, Span<Vector<long>> fires, Span<Vector<long>> open)
    {
        var (limits, lowest, all) = (_limits, _lowest, _open);
        for (var i = 0; i + 3 < codes.Length; i += 4)
        {
            var (code0, code1, code2, code3) = (codes[i], codes[i + 1], codes[i + 2], codes[i + 3]);
            var (found0, found1, found2, found3) = (lowest, lowest, lowest, lowest);
            for (var t = 0; t + 1 < limits.Length; t += 2)
            {
                var (limit, bits) = (limits[t], limits[t + 1]);
                found0 ^= Vector.GreaterThan(code0, limit) & bits;
                found1 ^= Vector.GreaterThan(code1, limit) & bits;
                found2 ^= Vector.GreaterThan(code2, limit) & bits;
                found3 ^= Vector.GreaterThan(code3, limit) & bits;
            }

            var (known0, known1, known2, known3) = (known[i], known[i + 1], known[i + 2], known[i + 3]);
            fires[i] |= found0 & known0;
            fires[i + 1] |= found1 & known1;
            fires[i + 2] |= found2 & known2;
            fires[i + 3] |= found3 & known3;
            open[i] |= Vector.AndNot(all, known0);
            open[i + 1] |= Vector.AndNot(all, known1);
            open[i + 2] |= Vector.AndNot(all, known2);
            open[i + 3] |= Vector.AndNot(all, known3);
        }
    }

    private static void Turn(SortedDictionary<long, ulong> changes, long limit, ulong bit) =>
        changes[limit] = (changes.TryGetValue(limit, out var bits) ? bits : 0UL) ^ bit;

    private static Vector<long> Bits(ulong mask) => new(unchecked((long)mask));
}

/// <summary>A range, and the word and bit of its rule.</summary>
internal sealed record RangeBit(RangeTest Test, int Word, ulong Bit);
