using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>Turns a condition into a test of slots, as simple as its values allow.</summary>
internal sealed class TestCompiler(FrameLayout layout, OperandCompiler operands)
{
    internal CompiledTest Compile(Condition condition) => condition switch
    {
        Comparison { IsOfNames: true, Left: FactOperand one, Right: FactOperand other } names => new TextPairTest(layout.Find(one.Fact.Name), layout.Find(other.Fact.Name), names.Kind == ComparisonKind.IsNot),
        Comparison comparison => Compile(operands.Compile(comparison.Left), comparison.Kind, operands.Compile(comparison.Right)),
        Membership membership => Compile(membership, operands.Compile(membership.Subject)),
        Listing listing => Compile(listing, operands.Compile(listing.Subject)),
        Containment containment => Compile(containment, operands.Compile(containment.Set), operands.Compile(containment.Word)),
        Existence existence => Compile(existence, operands.Compile(existence.Subject)),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private CompiledTest Compile(Computed left, ComparisonKind kind, Computed right)
    {
        if (left is ConstantValue { Value: null } || right is ConstantValue { Value: null })
        {
            return new FixedTest(Verdict.CannotSay);
        }

        if (left is ConstantValue { Value: { } one } && right is ConstantValue { Value: { } other })
        {
            return new FixedTest(Three.Of(ConditionInterpreter.Holds(one, kind, other)));
        }

        return left.Family switch
        {
            ValueFamily.Amount when AmountSum.Of(layout, left) is { } sum && AmountSum.Of(layout, right) is { } limit && sum.Minus(limit).Test(layout, kind) is { } test => test,
            ValueFamily.Code or ValueFamily.Text when left is SlotValue slot && right is ConstantValue constant => Range(slot.Slot, kind, CodeOf(constant)),
            ValueFamily.Code or ValueFamily.Text when left is ConstantValue constant && right is SlotValue slot => Range(slot.Slot, Turned(kind), CodeOf(constant)),
            ValueFamily.Code when left is SlotValue first && right is SlotValue second => new PairTest(first.Slot, kind, second.Slot),
            _ => new ComputedComparison(left, kind, right),
        };
    }

    private CompiledTest Compile(Membership membership, Computed subject)
    {
        if (subject is ConstantValue constant)
        {
            return new FixedTest(constant.Value is null ? Verdict.CannotSay : Three.Of(membership.Values.Contains(constant.Value) != membership.Negated));
        }

        var values = membership.Values.Select(v => new ConstantValue(subject.Type, v)).ToList();
        if (subject is SlotValue slot && (subject.Family != ValueFamily.Amount || layout.Scale(slot.Slot) >= 0))
        {
            var codes = values.Select(v => v.Family == ValueFamily.Amount ? AmountCode.Of(v.Amount, layout.Scale(slot.Slot)) : CodeOf(v));
            return new ListTest(slot.Slot, [.. codes.Distinct().OrderBy(c => c)], membership.Negated);
        }

        return new ComputedMembership(subject, values, membership.Negated);
    }

    private CompiledTest Compile(Listing listing, Computed subject)
    {
        var rows = operands.Keys(listing.Table);
        return subject switch
        {
            ConstantValue { Value: null } => new FixedTest(Verdict.CannotSay),
            ConstantValue constant => new FixedTest(!rows.TryGetValue(constant.Text, out var known) ? Three.Of(listing.Negated) : known ? Three.Of(!listing.Negated) : Verdict.CannotSay),
            SlotValue slot => new RowTest(slot.Slot, Codes(rows, known: true), Codes(rows, known: false), listing.Negated),
            _ => new ComputedListing(subject, rows, listing.Negated),
        };
    }

    private long[] Codes(Dictionary<string, bool> rows, bool known) => [.. rows.Where(r => r.Value == known).Select(r => layout.CodeOf(r.Key)).OrderBy(c => c)];

    private static CompiledTest Compile(Containment containment, Computed set, Computed word)
    {
        if (set is ConstantValue { Value: null } || word is ConstantValue { Value: null })
        {
            return new FixedTest(Verdict.CannotSay);
        }

        return (set, word) switch
        {
            (ConstantValue words, ConstantValue one) => new FixedTest(Three.Of(words.Value!.Words.Contains(one.Text, StringComparer.Ordinal) != containment.Negated)),
            (SlotValue slot, ConstantValue one) => new HoldsTest(slot.Slot, one.Text, containment.Negated),
            _ => new ComputedContainment(set, word, containment.Negated),
        };
    }

    private static CompiledTest Compile(Existence existence, Computed subject) => subject switch
    {
        ConstantValue constant => new FixedTest(Three.Of(constant.Value is not null == existence.Expected)),
        SlotValue slot => new KnownTest(slot.Slot, existence.Expected),
        _ => new ComputedExistence(subject, existence.Expected),
    };

    private long CodeOf(ConstantValue constant) => constant.Family == ValueFamily.Text ? layout.CodeOf(constant.Text) : constant.Code;

    internal static RangeTest Range(int slot, ComparisonKind kind, long limit) => kind switch
    {
        ComparisonKind.Is => new(slot, limit, limit, false),
        ComparisonKind.IsNot => new(slot, limit, limit, true),
        ComparisonKind.LessThan => new(slot, -RangeTest.None, limit - 1, false),
        ComparisonKind.AtMost => new(slot, -RangeTest.None, limit, false),
        ComparisonKind.MoreThan => new(slot, limit + 1, RangeTest.None, false),
        _ => new(slot, limit, RangeTest.None, false),
    };

    /// <summary>The comparison seen from the other side.</summary>
    internal static ComparisonKind Turned(ComparisonKind kind) => kind switch
    {
        ComparisonKind.LessThan => ComparisonKind.MoreThan,
        ComparisonKind.AtMost => ComparisonKind.AtLeast,
        ComparisonKind.MoreThan => ComparisonKind.LessThan,
        ComparisonKind.AtLeast => ComparisonKind.AtMost,
        _ => kind,
    };
}
