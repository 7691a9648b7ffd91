using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Conditions;
using Ccts.Rules.Vocabulary;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>
/// An amount as facts added, facts taken away and a constant. Facts and limits are below 10^15 with at most 12 decimals, so
/// that a decimal holds every such sum of up to 32 exactly: it can always be said.
/// </summary>
internal sealed class AmountSum(IReadOnlyList<int> added, IReadOnlyList<int> taken, decimal constant)
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

    /// <summary>The test of the sum against zero; null where the scale does not hold its constant, or it is too long.</summary>
    internal CompiledTest? Test(FrameLayout layout, ComparisonKind kind)
    {
        var slots = added.Concat(taken).ToList();
        var scale = layout.Scale(slots[0]);
        if (slots.Count > MaxTerms || !AmountCode.Holds(constant, scale))
        {
            return null;
        }

        if (slots.Count > 1)
        {
            return new SumTest([.. added], [.. taken], AmountCode.Of(constant, scale), constant, kind);
        }

        return taken.Count == 0
            ? TestCompiler.Range(slots[0], kind, AmountCode.Of(-constant, scale))
            : TestCompiler.Range(slots[0], TestCompiler.Turned(kind), AmountCode.Of(constant, scale));
    }

    private AmountSum Negative => new(taken, added, -constant);

    private AmountSum Plus(AmountSum other) => new([.. added, .. other.Added], [.. taken, .. other.Taken], constant + other.Constant);

    private IReadOnlyList<int> Added => added;

    private IReadOnlyList<int> Taken => taken;

    private decimal Constant => constant;
}
