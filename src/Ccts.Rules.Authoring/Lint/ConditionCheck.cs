using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Lint.Reasoning;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Conditions that always hold or never do, alone or beside what must hold with them. A test of parameters alone is left
/// out: its answer is the law's of the year. So is whether something is known, beside a test of its value: it turns "cannot say" into no.
/// </summary>
internal static class ConditionCheck
{
    internal static void Check(LintSubject subject)
    {
        foreach (var rule in subject.Rules.Where(r => ReachabilityCheck.IsReachable(subject, r, lawIsFree: true)))
        {
            Check(subject, rule, rule.When, []);
        }
    }

    private static void Check(LintSubject subject, Rule rule, Condition condition, IReadOnlyList<(Condition, Demand)> beside)
    {
        if (!RuleConditions.Operands(condition).OfType<FactOperand>().Any())
        {
            return;
        }

        IReadOnlyList<(Condition, Demand)> context = condition is Existence ? [] : beside;
        var tail = context.Count == 0 ? "" : " beside what must hold with it";
        if (!subject.CanBe([.. context, (condition, Demand.Pass)]))
        {
            subject.Warn("condition-always-false", condition.Place, $"\"{rule.Id}\": that {ConditionWords.Of(condition)} can never hold{tail}.", hint: "Leave it out, or mend it.");
        }
        else if (!subject.CanBe([.. context, (condition, Demand.Fail)]))
        {
            subject.Warn("condition-always-true", condition.Place, $"\"{rule.Id}\": that {ConditionWords.Of(condition)} always holds{tail}.", hint: "Leave it out, or mend it.");
        }
        else if (condition is Combination combination)
        {
            foreach (var part in combination.Parts)
            {
                Check(subject, rule, part, combination.Kind == CombinationKind.All ? [.. beside, .. combination.Parts.Where(p => !ReferenceEquals(p, part)).Select(p => (p, Demand.Pass))] : beside);
            }
        }
    }
}
