using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>
/// The ranges of one slot that are rules by themselves: their bits go straight into a word of the masks. One comparison a
/// limit, sorted by which limits they have.
/// </summary>
internal sealed class RangeGroup
{
    private readonly int _slot;
    private readonly Vector<long> _all;
    private readonly (Vector<long> Limit, Vector<long> Bit)[] _above;
    private readonly (Vector<long> Limit, Vector<long> Bit)[] _below;
    private readonly (Vector<long> Code, Vector<long> Bit)[] _equal;
    private readonly (Vector<long> Code, Vector<long> Bit)[] _unequal;
    private readonly (Vector<long> Above, Vector<long> Below, Vector<long> Turn, Vector<long> Bit)[] _others;
    private readonly bool _missingIsOpen;

    internal RangeGroup(int slot, int word, IReadOnlyList<(RangeTest Test, ulong Mask)> tests, SeededFault fault)
    {
        _slot = slot;
        Word = word;
        _missingIsOpen = fault != SeededFault.MissingIsNo;
        _all = Bits(tests.Aggregate(0UL, (m, t) => m | t.Mask));
        var ranges = tests.Select(t => (t.Test.Low, High: t.Test.High - (fault == SeededFault.UpperLimitExcluded ? 1 : 0), t.Test.Negated, Bit: Bits(t.Mask))).ToList();
        _equal = [.. ranges.Where(r => r.Low == r.High && !r.Negated).Select(r => (new Vector<long>(r.Low), r.Bit))];
        _unequal = [.. ranges.Where(r => r.Low == r.High && r.Negated).Select(r => (new Vector<long>(r.Low), r.Bit))];
        _above = [.. ranges.Where(r => r.Low != r.High && r.High >= RangeTest.None - 1 && !r.Negated).Select(r => (new Vector<long>(r.Low - 1), r.Bit))];
        _below = [.. ranges.Where(r => r.Low != r.High && r.High < RangeTest.None - 1 && r.Low == -RangeTest.None && !r.Negated).Select(r => (new Vector<long>(r.High + 1), r.Bit))];
        _others = [.. ranges.Where(r => r.Low != r.High && (r.Negated || (r.High < RangeTest.None - 1 && r.Low != -RangeTest.None)))
            .Select(r => (new Vector<long>(r.Low - 1), new Vector<long>(r.High + 1), new Vector<long>(r.Negated ? -1 : 0), r.Bit))];
    }

    internal int Word { get; }

    /// <summary>Adds the bits of the chunk to those found so far. Where the fact is missing only the open bits count.</summary>
    internal void Add(in RowSpan rows, ulong[] fires, ulong[] open, int at)
    {
        var cell = rows.Cell(_slot);
        for (var i = 0; i < rows.Count; i += Vector<long>.Count)
        {
            var code = new Vector<long>(rows.Facts.Codes, cell + i);
            var found = Vector<long>.Zero;
            foreach (ref readonly var test in _above.AsSpan())
            {
                found |= Vector.GreaterThan(code, test.Limit) & test.Bit;
            }

            foreach (ref readonly var test in _below.AsSpan())
            {
                found |= Vector.GreaterThan(test.Limit, code) & test.Bit;
            }

            foreach (ref readonly var test in _equal.AsSpan())
            {
                found |= Vector.Equals(code, test.Code) & test.Bit;
            }

            foreach (ref readonly var test in _unequal.AsSpan())
            {
                found |= Vector.AndNot(test.Bit, Vector.Equals(code, test.Code));
            }

            foreach (ref readonly var test in _others.AsSpan())
            {
                found |= ((Vector.GreaterThan(code, test.Above) & Vector.GreaterThan(test.Below, code)) ^ test.Turn) & test.Bit;
            }

            var known = new Vector<long>(rows.Facts.Known, cell + i);
            (new Vector<ulong>(fires, at + i) | Vector.AsVectorUInt64(found & known)).CopyTo(fires, at + i);
            if (_missingIsOpen)
            {
                (new Vector<ulong>(open, at + i) | Vector.AsVectorUInt64(Vector.AndNot(_all, known))).CopyTo(open, at + i);
            }
        }
    }

    private static Vector<long> Bits(ulong mask) => new(unchecked((long)mask));
}
