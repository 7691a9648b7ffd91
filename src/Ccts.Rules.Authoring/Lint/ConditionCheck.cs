using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Lint.Reasoning;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Finds conditions that always or never hold, alone or together with required others. A test of parameters alone is left
/// out, because the year's law decides it. So is a test whether something is known, together with a test of its value: it turns "cannot say" into no.
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
