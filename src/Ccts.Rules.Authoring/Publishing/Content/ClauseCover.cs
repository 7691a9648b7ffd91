using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Testing;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Publishing.Content;

/// <summary>Which clauses carry the draft, where they contradict each other, and which are not used or not reached by a case.</summary>
/// <param name="Carrying">How many clauses carry rules, values or targets.</param>
/// <param name="Apart">Clauses under which rules answer in opposite ways without one being the other's exception, or whose values differ in force.</param>
/// <param name="WithoutCase">Clauses of rules that no case makes fire.</param>
/// <param name="WithoutValue">Clauses under which everything is unknown.</param>
/// <param name="UnusedInstruments">Instruments that are listed but not used.</param>
internal sealed record ClauseCover(int Carrying, IReadOnlyList<string> Apart, IReadOnlyList<string> WithoutCase, IReadOnlyList<string> WithoutValue, IReadOnlyList<string> UnusedInstruments)
{
    internal static ClauseCover Of(Ruleset draft, TestReport tests)
    {
        var values = draft.Parameters.Values.SelectMany(p => p.Rows).SelectMany(r => r.Values).ToList();
        var standings = values.Select(v => v.Standing).Concat(draft.Schedule.Select(r => r.Entity.Standing)).ToList();
        var rules = draft.Rules.Rules.GroupBy(r => r.Standing.Source.ToString(), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var fired = new HashSet<string>(tests.Results.SelectMany(r => r.Decision.Rules).Where(r => r.Verdict == Verdict.Pass).Select(r => r.Rule.Id), StringComparer.Ordinal);
        var asleep = new HashSet<string>(tests.Coverage.DormantRules, StringComparer.Ordinal);
        var named = new HashSet<string>(standings.Concat(draft.Rules.Rules.Select(r => r.Standing)).Select(s => s.Source.Instrument).Concat(Factors(draft)).Concat(draft.Assessment.Sectors.Values.Select(s => s.Standing.Source.Instrument)).Concat(draft.Assessment.Deadlines.Select(d => d.Standing.Source.Instrument)), StringComparer.Ordinal);
        return new ClauseCover(
            standings.Concat(draft.Rules.Rules.Select(r => r.Standing)).Select(s => s.Source.ToString()).Distinct(StringComparer.Ordinal).Count(),
            [.. rules.Where(PullApart).Select(g => g.Key + ": " + string.Join(", ", g.Select(r => r.Id))), .. DifferInForce(standings)],
            rules.Where(g => g.All(r => !fired.Contains(r.Id) && !asleep.Contains(r.Id))).Select(g => g.Key + ": " + string.Join(", ", g.Select(r => r.Id))).ToList(),
            values.GroupBy(v => v.Standing.Source.ToString(), StringComparer.Ordinal).Where(g => g.All(v => !v.IsKnown)).Select(g => g.Key).OrderBy(k => k, StringComparer.Ordinal).ToList(),
            draft.Instruments.Keys.Where(i => !named.Contains(i)).OrderBy(i => i, StringComparer.Ordinal).ToList());
    }

    private static IEnumerable<string> Factors(Ruleset draft) => Unknowns.UnknownsRegister.Factors(draft).Select(f => f.Standing.Source.Instrument);

    private static bool PullApart(IEnumerable<Rule> clause)
    {
        var rules = clause.ToList();
        return rules.Any(one => rules.Any(other => one.Effect == RuleEffect.Allow && other.Effect is RuleEffect.Deny or RuleEffect.Refer
            && one.Scope.Overlaps(other.Scope) && !one.Overrides.Contains(other.Id, StringComparer.Ordinal)));
    }

    // A value without force is this product's reading, not a contradiction within the law.
    private static IEnumerable<string> DifferInForce(IEnumerable<Standing> standings) => standings
        .Where(s => s.Source.Clause is not null && s.Force != Force.None)
        .GroupBy(s => s.Source.ToString(), StringComparer.Ordinal)
        .Where(g => g.Select(s => s.Force).Distinct().Count() > 1)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => g.Key + ": " + string.Join(", ", g.Select(s => LawWords.Of(s.Force)).Distinct(StringComparer.Ordinal).OrderBy(f => f, StringComparer.Ordinal)));
}
