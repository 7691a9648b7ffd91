using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Fused;

/// <summary>Rules that are one test by themselves: all of the same facts together.</summary>
internal sealed partial class FusedMethod
{
    // Rules that are a range by themselves, all of a slot together: what is known is asked once for all of them, and a few
    // comparisons find between which of their limits the value lies; what holds there is known beforehand.
    private void AddRanges(int slot, int word, IReadOnlyList<(RangeTest Test, ulong Bit)> ranges)
    {
        var limits = ranges.SelectMany(r => new[] { r.Test.Low, End(r.Test) }).Where(l => l is > -RangeTest.None and <= RangeTest.None).Distinct().OrderBy(l => l).ToList();
        var found = Expression.Variable(typeof(long));
        _facts.Locals.Add(found);
        var code = _facts.Code(slot);
        var holds = Expression.Block(Expression.Assign(found, Mask.None), Tree(0, limits.Count), Add(_fires[word], found));
        WhereKnown(_facts.Known(slot), word, holds, Bits(ranges));

        Expression Tree(int from, int to)
        {
            if (from == to)
            {
                // Any value between the limits speaks for all of them.
                var value = from == 0 ? -RangeTest.None : limits[from - 1];
                var bits = Bits(ranges.Where(r => (value >= r.Test.Low && value < End(r.Test)) != r.Test.Negated));
                return bits == 0 ? Expression.Empty() : Expression.Assign(found, Mask.Of(bits));
            }

            var middle = (from + to) / 2;
            return Expression.IfThenElse(Expression.LessThan(code, Mask.Of(limits[middle])), Tree(from, middle), Tree(middle + 1, to));
        }
    }

    // Sums of the same facts together: whether all are known is asked once for all of them.
    private void AddSums(int word, List<(SumTest Test, ulong Bit)> sums)
    {
        var holds = Union(sums.Select(s => (Expression)Expression.And(ExactSum(s.Test), Mask.Of(unchecked((long)s.Bit)))));
        WhereKnown(AllKnown(sums[0].Test.Slots), word, Add(_fires[word], holds), unchecked((long)sums.Aggregate(0UL, (m, s) => m | s.Bit)));
    }

    // One branch a group, which is the same from case to case: nearly always all of it is known.
    private void WhereKnown(Expression known, int word, Expression holds, long bits)
    {
        Expression unknown = _fault == SeededFault.MissingIsNo ? Expression.Empty() : Add(_open[word], Mask.Of(bits));
        _facts.Statements.Add(Expression.IfThenElse(Expression.NotEqual(known, Mask.None), holds, unknown));
    }

    private long End(RangeTest test) => _fault == SeededFault.UpperLimitExcluded ? test.High : test.High + 1;
}
