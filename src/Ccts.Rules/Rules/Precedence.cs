using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rules;

/// <summary>
/// Base rules and exceptions: an override must name an existing rule about the same requests, no circle may
/// arise, and two rules that answer the same question differently need one of them to override the other.
/// </summary>
internal static class Precedence
{
    internal static void Check(IReadOnlyList<Rule> rules, RuleBook below, ProblemList problems)
    {
        var byId = rules.ToDictionary(r => r.Id, StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            CheckOverrides(rule, byId, below, problems);
        }

        CheckCircles(rules, byId, problems);
        var pairs = PairsThatMayContradict(rules);
        if (pairs.Sum(p => p.Earlier.EffortAgainst(p.Later)) > RuleLimits.MaxEffort)
        {
            problems.Error("too-many-exceptions", rules[0].Place, "Exceptions and the rules that they might contradict are too many to be compared with each other.", $"at most {RuleLimits.MaxEffort} comparisons of conditions", "Let exceptions name what they override, or have fewer conditions.");
            return;
        }

        pairs.ForEach(p => CheckPair(p.Earlier, p.Later, problems));
    }

    private static void CheckOverrides(Rule rule, Dictionary<string, Rule> byId, RuleBook below, ProblemList problems)
    {
        if (rule.Effect == RuleEffect.Allow && rule.Overrides.Count == 0)
        {
            problems.Error("allow-without-override", rule.Place, $"\"{rule.Id}\" allows, but is an exception to nothing.", "\"overrides\" with the rules that it sets aside", "What no rule refuses is permitted anyway.");
        }

        foreach (var id in rule.Overrides)
        {
            if (!byId.TryGetValue(id, out var overridden))
            {
                problems.Error("dangling-override", rule.Place, $"\"{rule.Id}\" overrides \"{ShownText.Short(id)}\", which is not a rule here.", "the id of a rule", problems.Nearest(id, byId.Keys));
            }
            else if (!rule.Scope.Overlaps(overridden.Scope))
            {
                problems.Error("idle-override", rule.Place, $"\"{rule.Id}\" overrides \"{id}\", but they are about different requests.", "rules that share a purpose, segment and kind of unit");
            }
            else if (below.Find(id) is not null && below.Find(rule.Id) is null && !overridden.Overridable)
            {
                problems.Error("not-overridable", rule.Place, $"\"{rule.Id}\" overrides \"{id}\", which the base does not let an overlay override.", "a rule that the base marks \"overridable\": true");
            }
        }
    }

    private static void CheckCircles(IReadOnlyList<Rule> rules, Dictionary<string, Rule> byId, ProblemList problems)
    {
        // Rules that override only cleared rules are cleared themselves; the rest form circles.
        var left = new HashSet<string>(rules.Select(r => r.Id), StringComparer.Ordinal);
        List<string> cleared;
        do
        {
            cleared = left.Where(id => !byId[id].Overrides.Any(left.Contains)).ToList();
            left.ExceptWith(cleared);
        }
        while (cleared.Count > 0);

        foreach (var rule in rules.Where(r => left.Contains(r.Id) && r.Overrides.Any(left.Contains)))
        {
            problems.Error("circular-override", rule.Place, $"\"{rule.Id}\" overrides {string.Join(", ", rule.Overrides.Where(left.Contains).Select(o => $"\"{o}\""))} and is in the end overridden by it.", "exceptions that lead to a base rule");
        }
    }

    // Every rule is compared with every other, in plain loops, because nearly all pairs are unrelated.
    private static List<(RuleClaim Earlier, RuleClaim Later)> PairsThatMayContradict(IReadOnlyList<Rule> rules)
    {
        var claims = rules.Select(r => new RuleClaim(r)).ToArray();
        var pairs = new List<(RuleClaim Earlier, RuleClaim Later)>();
        for (var later = 1; later < claims.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (MayContradict(claims[earlier].Rule, claims[later].Rule))
                {
                    pairs.Add((claims[earlier], claims[later]));
                }
            }
        }

        return pairs;
    }

    private static bool MayContradict(Rule one, Rule other) =>
        one.Effect != other.Effect && one.Effect != RuleEffect.Warn && other.Effect != RuleEffect.Warn
        && one.Scope.Overlaps(other.Scope)
        && !one.Overrides.Holds(other.Id) && !other.Overrides.Holds(one.Id);

    private static void CheckPair(RuleClaim oneClaim, RuleClaim otherClaim, ProblemList problems)
    {
        var (one, other) = (oneClaim.Rule, otherClaim.Rule);
        if (oneClaim.Contradicts(otherClaim) is { } why)
        {
            problems.Error("contradiction", other.Place, $"\"{one.Id}\" says {Word(one.Effect)} and \"{other.Id}\" says {Word(other.Effect)}: {why}.", "one of the two as an exception that names the other in \"overrides\", or conditions that exclude each other");
        }
    }

    private static string Word(RuleEffect effect) => effect.ToString().ToLowerInvariant();
}
