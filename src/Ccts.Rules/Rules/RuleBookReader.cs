using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules;

/// <summary>Reads vocabulary and rules together, on top of those of a base if there is one, and checks them as a whole.</summary>
internal sealed class RuleBookReader(IReadOnlyDictionary<string, Parameter> parameters, IReadOnlyCollection<string> sectors, StandingReader standings, ProblemList problems)
{
    internal const string FactsFile = "facts.json";
    internal const string RulesFile = "rules.json";

    internal RuleBook Read(LocatedNode? facts, LocatedNode? rules, RuleBook? under = null)
    {
        var below = under ?? RuleBook.Empty;
        var vocabulary = facts is null ? below.Vocabulary : new VocabularyReader(sectors, problems).Read(facts, below.Vocabulary);
        var read = rules is null ? [] : new RuleReader(vocabulary, parameters, standings, problems).Read(rules);
        var all = Unique(below.Rules, read);
        if (all.Count > RuleLimits.MaxRules || all.Sum(r => RuleConditions.Count(r.When)) > RuleLimits.MaxConditions)
        {
            problems.Error("too-many-rules", rules!.Place, "The rules, with those of the base, are too many or have too many conditions.", $"at most {RuleLimits.MaxRules} rules and {RuleLimits.MaxConditions} conditions");
            return below;
        }

        // Other rules may name the unreadable ones, so the whole is checked only if each could be read.
        if (!problems.HasErrors)
        {
            Precedence.Check(all, below, problems);
        }

        return problems.HasErrors ? below : new RuleBook(vocabulary, all, under);
    }

    private List<Rule> Unique(IReadOnlyList<Rule> below, IReadOnlyList<Rule> read)
    {
        var all = new List<Rule>(below);
        var seen = new HashSet<string>(below.Select(r => r.Id), StringComparer.Ordinal);
        foreach (var rule in read)
        {
            if (seen.Add(rule.Id))
            {
                all.Add(rule);
            }
            else
            {
                problems.Error("duplicate-id", rule.Place, $"There is a rule \"{rule.Id}\" already.", "each id once", "An exception is a rule of its own that names what it overrides.");
            }
        }

        return all;
    }
}
