using System;
using System.Linq;
using System.Numerics;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>A test over columns: for each row of a chunk whether it is true, and whether it cannot be said.</summary>
internal abstract class ColumnTest
{
    internal abstract void Fill(in RowSpan rows, long[] pass, long[] open);

    internal static ColumnTest Of(CompiledTest test, SeededFault fault, ValueColumns values) => test switch
    {
        FixedTest known => new FixedColumn(known),
        RangeTest range => new RangeColumn(range, fault),
        ListTest list => new ListColumn(list),
        RowTest row => new RowColumn(row),
        KnownTest known => new KnownColumn(known),
        PairTest pair => new PairColumn(pair),
        TextPairTest pair => new TextColumn(pair),
        HoldsTest holds => new HoldsColumn(holds),
        SumTest sum => new SumColumn(sum),
        _ => new ComputedColumn(test, values),
    };

    // The verdict of a row, from the order of two values.
    protected static long Mask(bool holds) => holds ? -1L : 0L;

    internal static bool Holds(int order, ComparisonKind kind) => kind switch
    {
        ComparisonKind.Is => order == 0,
        ComparisonKind.IsNot => order != 0,
        ComparisonKind.LessThan => order < 0,
        ComparisonKind.AtMost => order <= 0,
        ComparisonKind.MoreThan => order > 0,
        _ => order >= 0,
    };

    protected static Vector<long> Holds(Vector<long> left, ComparisonKind kind, Vector<long> right) => kind switch
    {
        ComparisonKind.Is => Vector.Equals(left, right),
        ComparisonKind.IsNot => ~Vector.Equals(left, right),
        ComparisonKind.LessThan => Vector.LessThan(left, right),
        ComparisonKind.AtMost => ~Vector.GreaterThan(left, right),
        ComparisonKind.MoreThan => Vector.GreaterThan(left, right),
        _ => ~Vector.LessThan(left, right),
    };

    private sealed class FixedColumn(FixedTest test) : ColumnTest
    {
        internal override void Fill(in RowSpan rows, long[] pass, long[] open)
        {
            for (var i = 0; i < rows.Count; i++)
            {
                (pass[i], open[i]) = (Mask(test.Verdict == Verdict.Pass), Mask(test.Verdict == Verdict.CannotSay));
            }
        }
    }

    private sealed class KnownColumn(KnownTest test) : ColumnTest
    {
        internal override void Fill(in RowSpan rows, long[] pass, long[] open)
        {
            Array.Clear(open, 0, rows.Count);
            for (int i = 0, cell = rows.Cell(test.Slot); i < rows.Count; i++)
            {
                pass[i] = test.Expected ? rows.Facts.Known[cell + i] : ~rows.Facts.Known[cell + i];
            }
        }
    }

    private sealed class RangeColumn(RangeTest test, SeededFault fault) : ColumnTest
    {
        private readonly Vector<long> _below = new(fault == SeededFault.UpperLimitExcluded ? test.High - 1 : test.High);

        internal override void Fill(in RowSpan rows, long[] pass, long[] open)
        {
            var (low, turn) = (new Vector<long>(test.Low), new Vector<long>(test.Negated ? -1L : 0L));
            for (int i = 0, cell = rows.Cell(test.Slot); i < rows.Count; i += Vector<long>.Count)
            {
                var code = new Vector<long>(rows.Facts.Codes, cell + i);
                var known = new Vector<long>(rows.Facts.Known, cell + i);
                var outside = Vector.LessThan(code, low) | Vector.GreaterThan(code, _below);
                (~(outside ^ turn) & known).CopyTo(pass, i);
                (fault == SeededFault.MissingIsNo ? Vector<long>.Zero : ~known).CopyTo(open, i);
            }
        }
    }

    private sealed class ListColumn(ListTest test) : ColumnTest
    {
        internal override void Fill(in RowSpan rows, long[] pass, long[] open)
        {
            for (int i = 0, cell = rows.Cell(test.Slot); i < rows.Count; i++)
            {
                var known = rows.Facts.Known[cell + i];
                pass[i] = Mask(Array.BinarySearch(test.Codes, rows.Facts.Codes[cell + i]) >= 0 != test.Negated) & known;
                open[i] = ~known;
            }
        }
    }

    private sealed class RowColumn(RowTest test) : ColumnTest
    {
        internal override void Fill(in RowSpan rows, long[] pass, long[] open)
        {
            for (int i = 0, cell = rows.Cell(test.Slot); i < rows.Count; i++)
            {
                var (known, code) = (rows.Facts.Known[cell + i], rows.Facts.Codes[cell + i]);
                var silent = Mask(Array.BinarySearch(test.Silent, code) >= 0);
                pass[i] = Mask(Array.BinarySearch(test.Listed, code) >= 0 != test.Negated) & known & ~silent;
                open[i] = ~known | silent;
            }
        }
    }

    private sealed class PairColumn(PairTest test) : ColumnTest
    {
        internal override void Fill(in RowSpan rows, long[] pass, long[] open)
        {
            var (left, right) = (rows.Cell(test.Left), rows.Cell(test.Right));
            for (var i = 0; i < rows.Count; i += Vector<long>.Count)
            {
                var known = new Vector<long>(rows.Facts.Known, left + i) & new Vector<long>(rows.Facts.Known, right + i);
                (Holds(new Vector<long>(rows.Facts.Codes, left + i), test.Kind, new Vector<long>(rows.Facts.Codes, right + i)) & known).CopyTo(pass, i);
                (~known).CopyTo(open, i);
            }
        }
    }

    private sealed class TextColumn(TextPairTest test) : ColumnTest
    {
        internal override void Fill(in RowSpan rows, long[] pass, long[] open)
        {
            var (left, right) = (rows.Cell(test.Left), rows.Cell(test.Right));
            for (var i = 0; i < rows.Count; i++)
            {
                var (one, other) = (rows.Facts.Texts[left + i], rows.Facts.Texts[right + i]);
                var known = rows.Facts.Known[left + i] & rows.Facts.Known[right + i] & Mask(!LikeNames.Are(one, other));
                pass[i] = Mask(string.Equals(one, other, StringComparison.Ordinal) != test.Negated) & known;
                open[i] = ~known;
            }
        }
    }

    private sealed class HoldsColumn(HoldsTest test) : ColumnTest
    {
        internal override void Fill(in RowSpan rows, long[] pass, long[] open)
        {
            for (int i = 0, cell = rows.Cell(test.Slot); i < rows.Count; i++)
            {
                var known = rows.Facts.Known[cell + i];
                pass[i] = known != 0 && WordSet.Holds(rows.Facts.Sets[cell + i]!, test.Word) != test.Negated ? -1 : 0;
                open[i] = ~known;
            }
        }
    }

    private sealed class SumColumn(SumTest test) : ColumnTest
    {
        private readonly int[] _slots = [.. test.Added, .. test.Taken];

        internal override void Fill(in RowSpan rows, long[] pass, long[] open)
        {
            for (var i = 0; i < rows.Count; i += Vector<long>.Count)
            {
                var (sum, parity, known) = (new Vector<long>(test.ConstantCode), Vector<long>.Zero, new Vector<long>(-1L));
                for (var term = 0; term < _slots.Length; term++)
                {
                    var cell = rows.Cell(_slots[term]) + i;
                    var code = new Vector<long>(rows.Facts.Codes, cell);
                    sum = term < test.Added.Length ? sum + code : sum - code;
                    parity |= code;
                    known &= new Vector<long>(rows.Facts.Known, cell);
                }

                (Holds(sum, test.Kind, Vector<long>.Zero) & known).CopyTo(pass, i);
                (~known).CopyTo(open, i);
                if ((parity & known & Vector<long>.One) != Vector<long>.Zero)
                {
                    WithDecimals(rows, pass, i);
                }
            }
        }

        // A row of the vector is not exact as a 64-bit number.
        private void WithDecimals(in RowSpan rows, long[] pass, int from)
        {
            for (var i = from; i < from + Vector<long>.Count; i++)
            {
                var (sum, parity, known) = (test.Constant, 0L, -1L);
                for (var term = 0; term < _slots.Length; term++)
                {
                    var cell = rows.Cell(_slots[term]) + i;
                    var amount = rows.Facts.Amounts[cell];
                    sum = term < test.Added.Length ? sum + amount : sum - amount;
                    parity |= rows.Facts.Codes[cell];
                    known &= rows.Facts.Known[cell];
                }

                if (!AmountCode.IsExact(parity))
                {
                    pass[i] = Mask(Holds(sum.CompareTo(0m), test.Kind)) & known;
                }
            }
        }
    }
}
