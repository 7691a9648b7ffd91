using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Lint.Reasoning;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>Finds rules that can never fire, rules that wait for a value of the law, and overrides that never set anything aside.</summary>
internal static class ReachabilityCheck
{
    internal static void Check(LintSubject subject)
    {
        foreach (var rule in subject.Rules)
        {
            CheckRule(subject, rule);
            foreach (var overridden in rule.Overrides.Select(subject.Ruleset.Rules.Find).OfType<Rule>())
            {
                CheckOverride(subject, rule, overridden);
            }
        }
    }

    internal static bool IsReachable(LintSubject subject, Rule rule, bool lawIsFree) => subject.CanBe([(rule.When, Demand.Pass)], lawIsFree);

    private static void CheckRule(LintSubject subject, Rule rule)
    {
        if (!IsReachable(subject, rule, lawIsFree: true) && IsReachableBut(subject, rule))
        {
            subject.Tell("settled-by-law", rule.Place, $"\"{rule.Id}\" cannot fire with these parameters. It would only if {string.Join(" and ", OfLaw(rule).Select(ConditionWords.Of))}.");
        }
        else if (!IsReachable(subject, rule, lawIsFree: true))
        {
            subject.Warn("unreachable-rule", rule.Place, $"\"{rule.Id}\" can never fire: no case makes it hold that {ConditionWords.Of(rule.When)}.", "conditions that a case can meet together");
        }
        else if (!IsReachable(subject, rule, lawIsFree: false))
        {
            subject.Tell("waits-for-law", rule.Place, $"\"{rule.Id}\" cannot fire yet: it waits for a value of the law that is unknown.");
        }
        else if (rule.Scope.Purposes.All(p => !subject.CanBe([(rule.When, Demand.Pass), .. subject.LastExceptions(rule, p).Select(e => (e.When, Demand.Fail))])))
        {
            subject.Warn("unreachable-rule", rule.Place, $"\"{rule.Id}\" can never fire: wherever it holds, an exception to it holds too.", "an exception narrower than its rule");
        }
    }

    // Whether only tests of parameters, decided by the year's law, keep a rule from firing.
    private static bool IsReachableBut(LintSubject subject, Rule rule) =>
        OfLaw(rule).Any() && subject.CanBe([.. RuleConditions.Necessary(rule.When).Except(OfLaw(rule)).Select(c => (c, Demand.Pass))]);

    private static IEnumerable<Condition> OfLaw(Rule rule) =>
        RuleConditions.Necessary(rule.When).Where(c => !RuleConditions.Operands(c).OfType<FactOperand>().Any());

    private static void CheckOverride(LintSubject subject, Rule rule, Rule overridden)
    {
        if (subject.CanBe([(rule.When, Demand.Pass)]) && !subject.CanBe([(rule.When, Demand.Pass), (overridden.When, Demand.NotFail)]))
        {
            subject.Warn("dead-override", rule.Place, $"\"{rule.Id}\" overrides \"{overridden.Id}\", but where the one holds the other never does.", "an exception to a rule that can hold at the same time", "Leave the override out, or mend the conditions.");
        }
    }
}
