using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Linq.Expressions;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Fused;

/// <summary>Rules that are a single test: those of the same facts together.</summary>
internal sealed partial class FusedMethod
{
    /// <summary>Writes the groups, and returns the rules that are in none.</summary>
    private List<int> AddGroups()
    {
        var (groups, alone, inputs) = (new Dictionary<string, List<TestBit>>(StringComparer.Ordinal), new List<int>(), _rules.GateInputs());
        for (var rule = 0; rule < _rules.Rules.Count; rule++)
        {
            var node = _rules.Rules[rule].Node;
            if (node >= _rules.Tests.Count || inputs[node] || KeyOf(_rules.Tests[node], rule / 64) is not { } key)
            {
                alone.Add(rule);
                continue;
            }

            if (!groups.TryGetValue(key, out var group))
            {
                groups.Add(key, group = []);
            }

            group.Add(new TestBit(_rules.Tests[node], rule / 64, BitOf(rule)));
        }

        foreach (var group in groups.Values)
        {
            Write(group, group[0].Word);
        }

        return alone;
    }

    private string? KeyOf(CompiledTest test, int word) => test switch
    {
        RangeTest range => $"range {range.Slot} {word}",
        SumTest sum when _whole is not null => $"sum {string.Join(",", sum.Slots.Select(s => s.ToString(CultureInfo.InvariantCulture)))} {word}",
        _ => null,
    };

    private void Write(List<TestBit> group, int word)
    {
        if (group[0].Test is RangeTest range)
        {
            AddRanges(range.Slot, word, group);
        }
        else
        {
            AddSums(word, group);
        }
    }

    // Rules that are a single range, all of a slot together: whether the fact is known is checked once for all, and a few
    // comparisons find the limits between which the value lies; the verdicts there are precomputed.
    private void AddRanges(int slot, int word, List<TestBit> ranges)
    {
        var limits = Limits(ranges);
        var found = Expression.Variable(typeof(long));
        _facts.Locals.Add(found);
        var code = _facts.Code(slot);
        var holds = Expression.Block(Expression.Assign(found, Mask.None), Tree(0, limits.Length), Add(_fires[word], found));
        WhereKnown(_facts.Known(slot), word, holds, Bits(ranges));

        Expression Tree(int from, int to)
        {
            if (from == to)
            {
                // Any value between the limits represents all of them.
                var value = from == 0 ? -RangeTest.None : limits[from - 1];
                var bits = Bits(ranges.Where(r => r.Test is RangeTest range && (value >= range.Low && value < End(range)) != range.Negated));
                return bits == 0 ? Expression.Empty() : Expression.Assign(found, Mask.Of(bits));
            }

            var middle = (from + to) / 2;
            return Expression.IfThenElse(Expression.LessThan(code, Mask.Of(limits[middle])), Tree(from, middle), Tree(middle + 1, to));
        }
    }

    // Sums of the same facts together: whether all are known is checked once for all.
    private void AddSums(int word, List<TestBit> sums)
    {
        var holds = Union(sums.Select(s => (Expression)Expression.And(ExactSum((SumTest)s.Test), Mask.Of(s.Bit))));
        WhereKnown(AllKnown(sums[0].Test.Slots), word, Add(_fires[word], holds), Bits(sums));
    }

    // One branch for each group, which is predictable: nearly always all facts are known.
    private void WhereKnown(Expression known, int word, Expression holds, long bits)
    {
        Expression unknown = _fault == SeededFault.MissingIsNo ? Expression.Empty() : Add(_open[word], Mask.Of(bits));
        _facts.Statements.Add(Expression.IfThenElse(Expression.NotEqual(known, Mask.None), holds, unknown));
    }

    private long[] Limits(List<TestBit> ranges)
    {
        var (limits, count) = (new long[ranges.Count * 2], 0);
        foreach (var range in ranges)
        {
            Add(((RangeTest)range.Test).Low);
            Add(End((RangeTest)range.Test));
        }

        return Ascending.Of(limits, count);

        void Add(long limit)
        {
            if (limit is > -RangeTest.None and <= RangeTest.None)
            {
                limits[count++] = limit;
            }
        }
    }

    private static long Bits(IEnumerable<TestBit> tests)
    {
        var bits = 0L;
        foreach (var test in tests)
        {
            bits |= test.Bit;
        }

        return bits;
    }

    private long End(RangeTest test) => _fault == SeededFault.UpperLimitExcluded ? test.High : test.High + 1;

    private sealed record TestBit(CompiledTest Test, int Word, long Bit);
}
