using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>
/// The ranges of one slot that are rules by themselves: their bits go straight into a word of the masks. One comparison a
/// limit, sorted by which limits they have; four vectors of rows go through all of them together.
/// </summary>
internal sealed class RangeGroup
{
    private readonly int _slot;
    private readonly Vector<long> _all;
    private readonly Vector<long> _turned;
    private readonly Vector<long>[] _above;
    private readonly Vector<long>[] _below;
    private readonly Vector<long>[] _equal;
    private readonly Vector<long>[] _between;
    private readonly bool _missingIsOpen;

    internal RangeGroup(int slot, int word, IReadOnlyList<(RangeTest Test, ulong Mask)> tests, SeededFault fault)
    {
        _slot = slot;
        Word = word;
        _missingIsOpen = fault != SeededFault.MissingIsNo;
        _all = Bits(tests.Aggregate(0UL, (m, t) => m | t.Mask));

        // What is negated is found first and turned over at the end, all at once.
        _turned = Bits(tests.Where(t => t.Test.Negated).Aggregate(0UL, (m, t) => m | t.Mask));
        var ranges = tests.Select(t => (t.Test.Low, High: t.Test.High - (fault == SeededFault.UpperLimitExcluded ? 1 : 0), Bit: Bits(t.Mask))).ToList();
        _equal = [.. ranges.Where(r => r.Low == r.High).SelectMany(r => new[] { new Vector<long>(r.Low), r.Bit })];
        _above = [.. ranges.Where(r => r.Low != r.High && IsEndless(r.High)).SelectMany(r => new[] { new Vector<long>(r.Low - 1), r.Bit })];
        _below = [.. ranges.Where(r => r.Low == -RangeTest.None && !IsEndless(r.High)).SelectMany(r => new[] { new Vector<long>(r.High + 1), r.Bit })];
        _between = [.. ranges.Where(r => r.Low != r.High && r.Low != -RangeTest.None && !IsEndless(r.High)).SelectMany(r => new[] { new Vector<long>(r.Low - 1), new Vector<long>(r.High + 1), r.Bit })];
    }

    internal int Word { get; }

    /// <summary>Adds the bits of the chunk to those found so far. Where the fact is missing only the open bits count.</summary>
    internal void Add(in RowSpan rows, ulong[] fires, ulong[] open, int at)
    {
        var lanes = Vector<long>.Count;
        var (codes, cell) = (rows.Facts.Codes, rows.Cell(_slot));
        for (var i = 0; i < rows.Count; i += ColumnarScratch.Step)
        {
            var code0 = new Vector<long>(codes, cell + i);
            var code1 = new Vector<long>(codes, cell + i + lanes);
            var code2 = new Vector<long>(codes, cell + i + (2 * lanes));
            var code3 = new Vector<long>(codes, cell + i + (3 * lanes));
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

            Put(rows, fires, open, cell, at, i, found0);
            Put(rows, fires, open, cell, at, i + lanes, found1);
            Put(rows, fires, open, cell, at, i + (2 * lanes), found2);
            Put(rows, fires, open, cell, at, i + (3 * lanes), found3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(in RowSpan rows, ulong[] fires, ulong[] open, int cell, int at, int i, Vector<long> found)
    {
        var known = new Vector<long>(rows.Facts.Known, cell + i);
        (new Vector<ulong>(fires, at + i) | Vector.AsVectorUInt64(found & known)).CopyTo(fires, at + i);
        if (_missingIsOpen)
        {
            (new Vector<ulong>(open, at + i) | Vector.AsVectorUInt64(Vector.AndNot(_all, known))).CopyTo(open, at + i);
        }
    }

    private static bool IsEndless(long high) => high >= RangeTest.None - 1;

    private static Vector<long> Bits(ulong mask) => new(unchecked((long)mask));
}
