using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Fused;

/// <summary>Writes the method for the rules of a purpose: tests, then gates, then the words of the masks.</summary>
internal sealed partial class FusedMethod
{
    private readonly PurposeRules _rules;
    private readonly SeededFault _fault;
    private readonly FusedEvaluator? _whole;
    private readonly FusedFacts _facts = new();
    private readonly LabelTarget _done = Expression.Label();
    private readonly ParameterExpression[] _fires;
    private readonly ParameterExpression[] _open;
    private readonly Dictionary<int, (Expression Pass, Expression Open)> _nodes = [];

    /// <param name="rules">The rules.</param>
    /// <param name="fault">A mistake to make.</param>
    /// <param name="whole">Decides the cases in which an added code is not exact; null for the method that does so itself, by decimals.</param>
    internal FusedMethod(PurposeRules rules, SeededFault fault, FusedEvaluator? whole)
    {
        _rules = rules;
        _fault = fault;
        _whole = whole;
        _fires = Masks(rules.Words);
        _open = Masks(rules.Words);
    }

    internal Action<CaseFrame> Compile()
    {
        LoadLast();
        GiveUpWhereInexact();
        foreach (var rule in AddGroups())
        {
            var (pass, open) = Node(_rules.Rules[rule].Node);
            var bit = Mask.Of(BitOf(rule));
            _facts.Statements.Add(Add(_fires[rule / 64], Expression.And(pass, bit)));
            _facts.Statements.Add(Add(_open[rule / 64], Expression.And(open, bit)));
        }

        for (var word = 0; word < _rules.Words; word++)
        {
            Store(_facts.Fires, word, _fires[word]);
            Store(_facts.Open, word, _open[word]);
        }

        var body = Expression.Block(typeof(void), _facts.Locals, [.. _facts.First, .. _facts.Statements, Expression.Label(_done)]);
        return Expression.Lambda<Action<CaseFrame>>(body, _facts.Frame).Compile();
    }

    private static BinaryExpression Add(ParameterExpression mask, Expression bits) => Expression.Assign(mask, Expression.Or(mask, bits));

    private static long BitOf(int rule) => unchecked((long)(1UL << (rule % 64)));

    private ParameterExpression[] Masks(int words)
    {
        var masks = new ParameterExpression[words];
        for (var word = 0; word < words; word++)
        {
            _facts.Locals.Add(masks[word] = Expression.Variable(typeof(long)));
        }

        return masks;
    }

    // The slot with the highest index is read first, so that the others need no bounds check.
    private void LoadLast()
    {
        var last = -1;
        foreach (var test in _rules.Tests)
        {
            foreach (var slot in test.Slots)
            {
                last = Math.Max(last, slot);
            }
        }

        if (last >= 0)
        {
            _facts.Code(last);
            _facts.Known(last);
        }
    }

    // So that nothing after it needs decimals or stack space across a call.
    private void GiveUpWhereInexact()
    {
        var added = _whole is null ? [] : _rules.Tests.OfType<SumTest>().SelectMany(t => t.Slots.Select(_facts.Code)).Distinct().ToList();
        if (added.Count > 0)
        {
            var whole = Expression.Call(Expression.Constant(_whole), FusedEvaluator.ByDecimals, _facts.Frame);
            _facts.Statements.Add(Expression.IfThen(IsOdd(added), Expression.Block(whole, Expression.Return(_done))));
        }
    }

    private static BinaryExpression IsOdd(IEnumerable<Expression> codes) =>
        Expression.NotEqual(Expression.And(Union(codes), Expression.Constant(1L)), Mask.None);

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
                var alike = Keep(Mask.Of(FusedParts.LikeText(_facts.Text(pair.Left), _facts.Text(pair.Right))));
                var (same, unsaid) = WhereKnown(Turned(Mask.Of(FusedParts.SameText(_facts.Text(pair.Left), _facts.Text(pair.Right))), pair.Negated), pair.Slots);
                return (Expression.And(same, Expression.Not(alike)), Expression.Or(unsaid, alike));
            case HoldsTest holds:
                var isKnown = Expression.NotEqual(_facts.Known(holds.Slot), Mask.None);
                return WhereKnown(Expression.Condition(isKnown, Turned(Mask.Of(FusedParts.Holds(_facts.Set(holds.Slot), Expression.Constant(holds.Word))), holds.Negated), Mask.None), holds.Slots);
            case SumTest sum:
                return WhereKnown(Sum(sum), sum.Slots);
            default:
                return new FusedValues(_facts).Test(test);
        }
    }

    private Expression Sum(SumTest test) => _whole is not null
        ? ExactSum(test)
        : Expression.Condition(IsOdd(test.Slots.Select(_facts.Code)), FusedParts.SumHolds(test, _facts.Amounts), ExactSum(test));

    private Expression ExactSum(SumTest test)
    {
        var sum = test.Taken.Aggregate(test.Added.Aggregate(Mask.Of(test.ConstantCode), (s, slot) => Expression.Add(s, _facts.Code(slot))), (s, slot) => Expression.Subtract(s, _facts.Code(slot)));
        return Mask.Holds(sum, test.Kind, Mask.None);
    }

    private Expression AllKnown(IReadOnlyList<int> slots) => slots.Select(_facts.Known).Aggregate(Expression.And);

    private (Expression Pass, Expression Open) WhereKnown(Expression holds, IReadOnlyList<int> slots)
    {
        var known = slots.Count == 1 ? _facts.Known(slots[0]) : Keep(AllKnown(slots));
        return (Expression.And(holds, known), _fault == SeededFault.MissingIsNo ? Mask.None : Expression.Not(known));
    }

    private Expression Keep(Expression value) => value is ConstantExpression or ParameterExpression ? value : _facts.Keep(value);

    private void Store(Expression mask, int word, ParameterExpression bits) =>
        _facts.Statements.Add(Expression.Assign(Expression.ArrayAccess(mask, Expression.Constant(word)), Expression.Convert(bits, typeof(ulong))));

    private static Expression Turned(Expression mask, bool negated) => negated ? Expression.Not(mask) : mask;
}
