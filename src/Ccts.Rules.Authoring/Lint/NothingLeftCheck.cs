using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Lint.Reasoning;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Finds two limits of one value that leave nothing between them once the parameters are inserted: a floor above the ceiling. Each of the two rules is right
/// alone, and together they refuse every order.
/// </summary>
internal static class NothingLeftCheck
{
    internal static void Check(LintSubject subject)
    {
        var limits = subject.Rules.Where(r => r.Effect == RuleEffect.Deny && subject.Ruleset.Rules.ExceptionsTo(r).Count == 0).SelectMany(Limits).ToList();
        for (var i = 0; i < limits.Count; i++)
        {
            foreach (var other in limits.Skip(i + 1).Where(l => l.Value == limits[i].Value && l.Rule != limits[i].Rule && l.Rule.Scope.Purposes.Intersect(limits[i].Rule.Scope.Purposes).Any()))
            {
                Check(subject, limits[i], other);
            }
        }
    }

    private static void Check(LintSubject subject, Limit one, Limit other)
    {
        var own = Places(subject, one).Concat(Places(subject, other)).Where(subject.IsOwn).ToList();
        if (own.Count == 0)
        {
            return;
        }

        foreach (var law in OpenLaw.Spans(subject.Ruleset, [one.Rule.When, other.Rule.When], isFree: false))
        {
            if (law.Settled(one.Test.Right) is not { } left || law.Settled(other.Test.Right) is not { } right)
            {
                continue;
            }

            var beside = one.Beside.Concat(other.Beside).Select(c => (c, Demand.Pass)).ToList();
            if (new CaseSearch(law).CanBe(beside) && !new CaseSearch(law).CanBe([.. beside, (one.Test, Demand.Fail), (other.Test, Demand.Fail)]))
            {
                subject.Warn("nothing-permitted", own[0], $"\"{one.Rule.Id}\" and \"{other.Rule.Id}\" leave no value of {one.Value}: the one refuses by {left}, the other by {right}.", "limits with room between them", "Look for two values exchanged, or a digit in the wrong place.");
                return;
            }
        }
    }

    // A rule with an exception does not always refuse.
    private static IEnumerable<Limit> Limits(Rule rule)
    {
        var tests = RuleConditions.Necessary(rule.When).ToList();
        return tests.OfType<Comparison>().Where(c => c.Left is FactOperand && c.Left.Type.IsOrdered && RuleConditions.Operands(c).OfType<ParameterOperand>().Any())
            .Select(c => new Limit(rule, c, ConditionWords.Of(c.Left), [.. tests.Where(t => !ReferenceEquals(t, c))]));
    }

    private static IEnumerable<SourcePlace> Places(LintSubject subject, Limit limit) =>
        RuleConditions.Operands(limit.Test).OfType<ParameterOperand>().Select(p => subject.Ruleset.Parameters[p.Parameter.Path].Place).Append(limit.Rule.Place);

    private sealed record Limit(Rule Rule, Comparison Test, string Value, IReadOnlyList<Condition> Beside);
}
