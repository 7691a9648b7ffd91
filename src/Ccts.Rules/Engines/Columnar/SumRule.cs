using System.Numerics;
using Ccts.Rules.Conditions;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>A sum that is a rule by itself: its bit goes straight into a word of the masks.</summary>
internal sealed class SumRule
{
    private readonly int[] _added;
    private readonly int[] _taken;
    private readonly long _constant;
    private readonly decimal _exact;
    private readonly bool _isEqual;
    private readonly ulong _turned;
    private readonly ulong _bit;

    /// <summary>Every kind of comparison is "above zero" or "is zero", of the sum or of its opposite, turned over or not.</summary>
    internal SumRule(SumTest test, int word, ulong bit)
    {
        Word = word;
        _bit = bit;
        _isEqual = test.Kind is ComparisonKind.Is or ComparisonKind.IsNot;
        _turned = test.Kind is ComparisonKind.IsNot or ComparisonKind.AtMost or ComparisonKind.AtLeast ? bit : 0UL;
        var opposite = test.Kind is ComparisonKind.LessThan or ComparisonKind.AtLeast;
        (_added, _taken) = opposite ? (test.Taken, test.Added) : (test.Added, test.Taken);
        (_constant, _exact) = opposite ? (-test.ConstantCode, -test.Constant) : (test.ConstantCode, test.Constant);
    }

    internal int Word { get; }

    internal void Add(in RowSpan rows, ulong[] fires, ulong[] open, int at)
    {
        var (codes, knowns) = (rows.Facts.Codes, rows.Facts.Known);
        var (added, taken, stride, first) = (_added, _taken, rows.Facts.Rows, rows.First);
        var inexact = Vector<long>.Zero;
        var (bit, turned) = (new Vector<ulong>(_bit), new Vector<ulong>(_turned));
        for (var i = 0; i < rows.Count; i += Vector<long>.Count)
        {
            var (sum, parity, known) = (new Vector<long>(_constant), Vector<long>.Zero, new Vector<long>(-1L));
            foreach (var slot in added)
            {
                var cell = (slot * stride) + first + i;
                var code = new Vector<long>(codes, cell);
                (sum, parity, known) = (sum + code, parity | code, known & new Vector<long>(knowns, cell));
            }

            foreach (var slot in taken)
            {
                var cell = (slot * stride) + first + i;
                var code = new Vector<long>(codes, cell);
                (sum, parity, known) = (sum - code, parity | code, known & new Vector<long>(knowns, cell));
            }

            var holds = _isEqual ? Vector.Equals(sum, Vector<long>.Zero) : Vector.GreaterThan(sum, Vector<long>.Zero);
            var sure = Vector.AsVectorUInt64(known);
            var found = ((Vector.AsVectorUInt64(holds) & bit) ^ turned) & sure;
            (new Vector<ulong>(fires, at + i) | found).CopyTo(fires, at + i);
            (new Vector<ulong>(open, at + i) | Vector.AndNot(bit, sure)).CopyTo(open, at + i);
            inexact |= parity & known;
        }

        if ((inexact & Vector<long>.One) != Vector<long>.Zero)
        {
            WithDecimals(rows, fires, at);
        }
    }

    // Some row is not exact as 64-bit numbers: its bit is found again by decimals.
    private void WithDecimals(in RowSpan rows, ulong[] fires, int at)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var (sum, parity, known) = (_exact, 0L, -1L);
            foreach (var slot in _added)
            {
                var cell = rows.Cell(slot) + i;
                (sum, parity, known) = (sum + rows.Facts.Amounts[cell], parity | rows.Facts.Codes[cell], known & rows.Facts.Known[cell]);
            }

            foreach (var slot in _taken)
            {
                var cell = rows.Cell(slot) + i;
                (sum, parity, known) = (sum - rows.Facts.Amounts[cell], parity | rows.Facts.Codes[cell], known & rows.Facts.Known[cell]);
            }

            if (known == 0 || AmountCode.IsExact(parity))
            {
                continue;
            }

            var holds = _isEqual ? sum == 0m : sum > 0m;
            fires[at + i] = (fires[at + i] & ~_bit) | ((holds ? _bit : 0UL) ^ _turned);
        }
    }
}
