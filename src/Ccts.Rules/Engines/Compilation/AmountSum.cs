using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>
/// An amount as facts added, facts subtracted and a constant. Facts and limits are below 10^15 with at most 12 decimals, so
/// that a decimal holds every sum of up to 32 of them exactly.
/// </summary>
internal sealed class AmountSum(int[] added, int[] taken, decimal constant)
{
    private const int MaxTerms = 16;

    internal static AmountSum? Of(FrameLayout layout, Computed value) => value switch
    {
        ConstantValue known when FactText.InBounds(known.Amount) => new([], [], known.Amount),
        SlotValue slot when layout.Scale(slot.Slot) >= 0 => new([slot.Slot], [], 0m),
        ArithmeticValue { Kind: not ArithmeticKind.Times } step when Of(layout, step.Left) is { } left && Of(layout, step.Right) is { } right =>
            step.Kind == ArithmeticKind.Plus ? left.Plus(right) : left.Minus(right),
        _ => null,
    };

    internal AmountSum Minus(AmountSum other) => Plus(other.Negative);

    /// <summary>The test of the sum against zero; null if the scale does not hold its constant, or the sum is too long.</summary>
    internal CompiledTest? Test(FrameLayout layout, ComparisonKind kind)
    {
        var terms = added.Length + taken.Length;
        var slot = added.Length > 0 ? added[0] : taken[0];
        var scale = layout.Scale(slot);
        if (terms > MaxTerms || !AmountCode.Holds(constant, scale))
        {
            return null;
        }

        if (terms > 1)
        {
            return new SumTest(added, taken, AmountCode.Of(constant, scale), constant, kind);
        }

        return taken.Length == 0
            ? TestCompiler.Range(slot, kind, AmountCode.Of(-constant, scale))
            : TestCompiler.Range(slot, TestCompiler.Turned(kind), AmountCode.Of(constant, scale));
    }

    private AmountSum Negative => new(taken, added, -constant);

    private AmountSum Plus(AmountSum other) => new(Joined(added, other.Added), Joined(taken, other.Taken), constant + other.Constant);

    private int[] Added => added;

    private int[] Taken => taken;

    private decimal Constant => constant;

    private static int[] Joined(int[] first, int[] second)
    {
        var joined = new int[first.Length + second.Length];
        Array.Copy(first, joined, first.Length);
        Array.Copy(second, 0, joined, first.Length, second.Length);
        return joined;
    }
}
