using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using Ccts.Rules.Conditions;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Fused;

/// <summary>Writes the method for the rules of a purpose: tests, then gates, then the words of the masks.</summary>
internal sealed class FusedMethod
{
    private readonly PurposeRules _rules;
    private readonly SeededFault _fault;
    private readonly FusedFacts _facts = new();
    private readonly List<Expression>[] _fires;
    private readonly List<Expression>[] _open;
    private readonly Dictionary<int, (Expression Pass, Expression Open)> _nodes = [];

    internal FusedMethod(PurposeRules rules, SeededFault fault)
    {
        _rules = rules;
        _fault = fault;
        _fires = [.. Enumerable.Range(0, rules.Words).Select(_ => new List<Expression>())];
        _open = [.. Enumerable.Range(0, rules.Words).Select(_ => new List<Expression>())];
    }

    internal FusedRules Compile()
    {
        var inputs = new HashSet<int>(_rules.Gates.SelectMany(g => g.Inputs));
        var roots = _rules.Rules.Select((r, i) => (r.Node, Rule: i)).ToList();
        var plain = roots.Where(r => r.Node < _rules.Tests.Count && _rules.Tests[r.Node] is RangeTest && !inputs.Contains(r.Node)).ToList();
        foreach (var group in plain.GroupBy(r => (((RangeTest)_rules.Tests[r.Node]).Slot, Word: r.Rule / 64)))
        {
            AddRanges(group.Key.Slot, group.Key.Word, group.Select(r => ((RangeTest)_rules.Tests[r.Node], 1UL << (r.Rule % 64))).ToList());
        }

        foreach (var (node, rule) in roots.Except(plain))
        {
            var (pass, open) = Node(node);
            var bit = Mask.Of(unchecked((long)(1UL << (rule % 64))));
            _fires[rule / 64].Add(Expression.And(pass, bit));
            _open[rule / 64].Add(Expression.And(open, bit));
        }

        for (var word = 0; word < _rules.Words; word++)
        {
            Store(_facts.Fires, word, _fires[word]);
            Store(_facts.Open, word, _open[word]);
        }

        var body = Expression.Block(typeof(void), _facts.Locals, _facts.Statements);
        return Expression.Lambda<FusedRules>(body, _facts.Codes, _facts.Knowns, _facts.Amounts, _facts.Texts, _facts.Sets, _facts.Fires, _facts.Open).Compile();
    }

    // Rules that are a range by themselves, all of a slot together: what is known is asked once for all of them, and a few
    // comparisons find between which of their limits the value lies; what holds there is known beforehand.
    private void AddRanges(int slot, int word, IReadOnlyList<(RangeTest Test, ulong Bit)> ranges)
    {
        var limits = ranges.SelectMany(r => new[] { r.Test.Low, End(r.Test) }).Where(l => l is > -RangeTest.None and <= RangeTest.None).Distinct().OrderBy(l => l).ToList();
        var found = Expression.Variable(typeof(long));
        _facts.Locals.Add(found);
        var code = _facts.Code(slot);
        _facts.Statements.Add(Expression.Assign(found, Mask.None));
        _facts.Statements.Add(Expression.IfThen(Expression.NotEqual(_facts.Known(slot), Mask.None), Tree(0, limits.Count)));
        _fires[word].Add(found);
        if (_fault != SeededFault.MissingIsNo)
        {
            _open[word].Add(Expression.And(Expression.Not(_facts.Known(slot)), Mask.Of(Bits(ranges))));
        }

        Expression Tree(int from, int to)
        {
            if (from == to)
            {
                // Any value between the limits speaks for all of them.
                var value = from == 0 ? -RangeTest.None : limits[from - 1];
                var holds = Bits(ranges.Where(r => (value >= r.Test.Low && value < End(r.Test)) != r.Test.Negated));
                return holds == 0 ? Expression.Empty() : Expression.Assign(found, Mask.Of(holds));
            }

            var middle = (from + to) / 2;
            return Expression.IfThenElse(Expression.LessThan(code, Mask.Of(limits[middle])), Tree(from, middle), Tree(middle + 1, to));
        }
    }

    private long End(RangeTest test) => _fault == SeededFault.UpperLimitExcluded ? test.High : test.High + 1;

    internal static Expression Union(IEnumerable<Expression> masks) => masks.Aggregate(Expression.Or);

    private Expression Outside(Expression code, RangeTest test)
    {
        if (test.Low == test.High && _fault != SeededFault.UpperLimitExcluded)
        {
            return Mask.Unequal(code, Mask.Of(test.Low));
        }

        var high = Mask.Of(_fault == SeededFault.UpperLimitExcluded ? test.High - 1 : test.High);
        return test.High == RangeTest.None ? Mask.Below(code, Mask.Of(test.Low))
            : test.Low == -RangeTest.None ? Mask.Below(high, code)
            : Expression.Or(Mask.Below(code, Mask.Of(test.Low)), Mask.Below(high, code));
    }

    private (Expression Pass, Expression Open) Node(int number)
    {
        if (!_nodes.TryGetValue(number, out var node))
        {
            var (pass, open) = number < _rules.Tests.Count ? Test(_rules.Tests[number]) : Gate(_rules.Gates[number - _rules.Tests.Count]);
            _nodes.Add(number, node = (Keep(pass), Keep(open)));
        }

        return node;
    }

    // What cannot be said stays open unless the rest decides without it.
    private (Expression Pass, Expression Open) Gate(Gate gate)
    {
        var inputs = gate.Inputs.Select(Node).ToList();
        if (gate.Kind == CombinationKind.All)
        {
            var pass = Keep(inputs.Select(i => i.Pass).Aggregate(Expression.And));
            return (pass, Expression.And(inputs.Select(i => (Expression)Expression.Or(i.Pass, i.Open)).Aggregate(Expression.And), Expression.Not(pass)));
        }

        var some = Keep(Union(inputs.Select(i => i.Pass)));
        var unsure = Keep(Expression.And(Union(inputs.Select(i => i.Open)), Expression.Not(some)));
        return gate.Kind == CombinationKind.Any ? (some, unsure) : (Expression.Not(Expression.Or(some, unsure)), unsure);
    }

    private (Expression Pass, Expression Open) Test(CompiledTest test)
    {
        switch (test)
        {
            case FixedTest known:
                return (known.Verdict == Verdict.Pass ? Mask.All : Mask.None, known.Verdict == Verdict.CannotSay ? Mask.All : Mask.None);
            case KnownTest known:
                return (known.Expected ? _facts.Known(known.Slot) : Expression.Not(_facts.Known(known.Slot)), Mask.None);
            case RangeTest range:
                var outside = Outside(_facts.Code(range.Slot), range);
                return WhereKnown(range.Negated ? outside : Expression.Not(outside), range.Slots);
            case ListTest list:
                return WhereKnown(Turned(FusedParts.Among(list.Codes, _facts.Code(list.Slot)), list.Negated), list.Slots);
            case RowTest row:
                var silent = Keep(FusedParts.Among(row.Silent, _facts.Code(row.Slot)));
                var (pass, open) = WhereKnown(Turned(FusedParts.Among(row.Listed, _facts.Code(row.Slot)), row.Negated), row.Slots);
                return (Expression.And(pass, Expression.Not(silent)), Expression.Or(open, silent));
            case PairTest pair:
                return WhereKnown(Mask.Holds(_facts.Code(pair.Left), pair.Kind, _facts.Code(pair.Right)), pair.Slots);
            case TextPairTest pair:
                return WhereKnown(Turned(Mask.Of(FusedParts.SameText(_facts.Text(pair.Left), _facts.Text(pair.Right))), pair.Negated), pair.Slots);
            case HoldsTest holds:
                var isKnown = Expression.NotEqual(_facts.Known(holds.Slot), Mask.None);
                return WhereKnown(Expression.Condition(isKnown, Turned(Mask.Of(FusedParts.Holds(_facts.Set(holds.Slot), Expression.Constant(holds.Word))), holds.Negated), Mask.None), holds.Slots);
            case SumTest sum:
                return WhereKnown(Sum(sum), sum.Slots);
            default:
                return new FusedValues(_facts).Test(test);
        }
    }

    private ConditionalExpression Sum(SumTest test)
    {
        var sum = test.Taken.Aggregate(test.Added.Aggregate(Mask.Of(test.ConstantCode), (s, slot) => Expression.Add(s, _facts.Code(slot))), (s, slot) => Expression.Subtract(s, _facts.Code(slot)));
        var parity = Union(test.Slots.Select(_facts.Code));
        return Expression.Condition(
            Expression.Equal(Expression.And(parity, Expression.Constant(1L)), Mask.None),
            Mask.Holds(sum, test.Kind, Mask.None),
            FusedParts.SumHolds(test, _facts.Amounts));
    }

    private (Expression Pass, Expression Open) WhereKnown(Expression holds, IReadOnlyList<int> slots)
    {
        var known = slots.Count == 1 ? _facts.Known(slots[0]) : Keep(slots.Select(_facts.Known).Aggregate(Expression.And));
        return (Expression.And(holds, known), _fault == SeededFault.MissingIsNo ? Mask.None : Expression.Not(known));
    }

    private Expression Keep(Expression value) => value is ConstantExpression or ParameterExpression ? value : _facts.Keep(value);

    private void Store(ParameterExpression words, int word, List<Expression> masks) =>
        _facts.Statements.Add(Expression.Assign(Expression.ArrayAccess(words, Expression.Constant(word)), Expression.Convert(masks.Count == 0 ? Mask.None : Union(masks), typeof(ulong))));

    private static Expression Turned(Expression mask, bool negated) => negated ? Expression.Not(mask) : mask;

    private static long Bits(IEnumerable<(RangeTest Test, ulong Bit)> ranges) => unchecked((long)ranges.Aggregate(0UL, (m, r) => m | r.Bit));
}
