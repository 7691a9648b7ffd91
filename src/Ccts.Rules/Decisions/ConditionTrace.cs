using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Decisions;

/// <summary>The result of a condition for a case, with its values.</summary>
public sealed class ConditionTrace
{
    internal ConditionTrace(Condition condition, Verdict verdict, IReadOnlyList<OperandTrace> inputs, IReadOnlyList<ConditionTrace> parts)
    {
        Condition = condition;
        Verdict = verdict;
        Inputs = inputs;
        Parts = parts;
    }

    /// <summary>The condition that was asked.</summary>
    public Condition Condition { get; }

    /// <summary>What it came to.</summary>
    public Verdict Verdict { get; }

    /// <summary>The values compared with each other, the subject first.</summary>
    public IReadOnlyList<OperandTrace> Inputs { get; }

    /// <summary>The answers of the conditions inside.</summary>
    public IReadOnlyList<ConditionTrace> Parts { get; }

    /// <summary>This and every trace inside it, outermost first.</summary>
    public IEnumerable<ConditionTrace> All() => new[] { this }.Concat(Parts.SelectMany(p => p.All()));

    /// <summary>What was missing for a condition that cannot be said; parts that did not matter are left out.</summary>
    internal IEnumerable<MissingInput> Missing() => Verdict != Verdict.CannotSay
        ? []
        : Inputs.SelectMany(i => i.Missing).Concat(Parts.SelectMany(p => p.Missing())).Distinct();

    /// <summary>The tests that decided the condition, in order.</summary>
    internal IEnumerable<ConditionTrace> Deciding()
    {
        if (Condition is not Combination combination)
        {
            return [this];
        }

        var wanted = combination.Kind != CombinationKind.None ? Verdict : Verdict == Verdict.Pass ? Verdict.Fail : Verdict.Pass;
        return Parts.Where(p => p.Verdict == wanted).SelectMany(p => p.Deciding());
    }
}
