using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using NodaTime;

namespace Ccts.Rules.Decisions;

/// <summary>
/// Evaluates conditions to pass, fail or cannot say, in the simplest way: every part is evaluated, so that explanations and
/// missing facts are complete. Tests compare every faster engine with it.
/// </summary>
internal sealed class ConditionInterpreter(FactSet facts, LocalDate day, IReadOnlyDictionary<string, Parameter> parameters)
{
    private readonly OperandInterpreter _operands = new(facts, day, parameters);

    internal ConditionTrace Evaluate(Condition condition) => condition switch
    {
        Combination combination => Evaluate(combination),
        Comparison comparison => Evaluate(comparison),
        Membership membership => Test(condition, v => membership.Values.Contains(v[0]) != membership.Negated, membership.Subject),
        Containment containment => Test(condition, v => v[0].Words.Contains(v[1].Shown, StringComparer.Ordinal) != containment.Negated, containment.Set, containment.Word),
        Listing listing => Evaluate(listing),
        Existence existence => Evaluate(existence),
        _ => throw new NotSupportedException(condition.GetType().Name),
    };

    private ConditionTrace Evaluate(Combination combination)
    {
        var parts = combination.Parts.Select(Evaluate).ToList();
        var verdicts = parts.Select(p => p.Verdict).ToList();
        var verdict = combination.Kind switch
        {
            CombinationKind.All => Three.All(verdicts),
            CombinationKind.Any => Three.Any(verdicts),
            _ => Three.Not(Three.Any(verdicts)),
        };
        return new ConditionTrace(combination, verdict, [], parts);
    }

    private ConditionTrace Test(Condition condition, Func<IReadOnlyList<FactValue>, bool> holds, params Operand[] operands)
    {
        var inputs = operands.Select(_operands.Evaluate).ToList();
        var verdict = inputs.Any(i => i.Value is null) ? Verdict.CannotSay : Three.Of(holds(inputs.Select(i => i.Value!).ToList()));
        return new ConditionTrace(condition, verdict, inputs, []);
    }

    // If two facts are nearly the same name, it cannot be said whether they are one.
    private ConditionTrace Evaluate(Comparison comparison)
    {
        var trace = Test(comparison, v => Holds(v[0], comparison.Kind, v[1]), comparison.Left, comparison.Right);
        return comparison.IsOfNames && trace.Inputs[0].Value?.IsLike(trace.Inputs[1].Value) == true
            ? new ConditionTrace(comparison, Verdict.CannotSay, [.. trace.Inputs, OperandTrace.Unknown(comparison.Left, Doubt(trace.Inputs[0].Value!, trace.Inputs[1].Value!))], [])
            : trace;
    }

    private static MissingInput Doubt(FactValue one, FactValue other) => new(MissingKind.Computation, $"whether \"{one}\" and \"{other}\" are one name");

    private ConditionTrace Evaluate(Listing listing)
    {
        var subject = _operands.Evaluate(listing.Subject);
        if (subject.Value is not { } word)
        {
            return new ConditionTrace(listing, Verdict.CannotSay, [subject], []);
        }

        if (!_operands.InEffect(listing.Table).Rows.Any(r => string.Equals(r.Key, word.Shown, StringComparison.Ordinal)))
        {
            return new ConditionTrace(listing, Three.Of(listing.Negated), [subject], []);
        }

        // The word has a row, but the row may have no value on this day.
        var row = _operands.Look(new Literal(FactType.Flag, FactValue.OfFlag(true)), listing.Table, word.Shown);
        return row.Value is null
            ? new ConditionTrace(listing, Verdict.CannotSay, [subject, row], [])
            : new ConditionTrace(listing, Three.Of(!listing.Negated), [OperandTrace.Known(listing.Subject, word, [.. row.Uses])], []);
    }

    private ConditionTrace Evaluate(Existence existence)
    {
        var subject = _operands.Evaluate(existence.Subject);
        return new ConditionTrace(existence, Three.Of(subject.Value is not null == existence.Expected), [subject], []);
    }

    internal static bool Holds(FactValue left, ComparisonKind kind, FactValue right) => kind switch
    {
        ComparisonKind.Is => left.Equals(right),
        ComparisonKind.IsNot => !left.Equals(right),
        ComparisonKind.LessThan => left.OrderAgainst(right) < 0,
        ComparisonKind.AtMost => left.OrderAgainst(right) <= 0,
        ComparisonKind.MoreThan => left.OrderAgainst(right) > 0,
        _ => left.OrderAgainst(right) >= 0,
    };
}
