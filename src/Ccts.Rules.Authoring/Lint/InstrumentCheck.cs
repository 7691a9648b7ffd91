using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Unknowns;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>Finds instruments in force that the ruleset never cites: a value was forgotten, or cites another instrument by mistake.</summary>
internal static class InstrumentCheck
{
    internal static void Check(LintSubject subject)
    {
        if (!subject.OwnsFile("ruleset.json", out var place))
        {
            return;
        }

        var cited = new HashSet<string>(Standings(subject.Ruleset).Select(s => s.Source.Instrument), StringComparer.Ordinal);
        foreach (var instrument in subject.Ruleset.Instruments.Values.Where(i => i.Status == Force.InForce && !cited.Contains(i.Id)).OrderBy(i => i.Id, StringComparer.Ordinal))
        {
            subject.Tell("instrument-not-cited", place, $"{instrument.Id} ({instrument.Title}) is in force, and nothing here rests on it.");
        }
    }

    private static IEnumerable<Standing> Standings(Ruleset ruleset)
    {
        var all = ruleset.Parameters.Values.SelectMany(p => p.Rows).SelectMany(r => r.Values).Select(v => v.Standing)
            .Concat(UnknownsRegister.Factors(ruleset).Select(f => f.Standing))
            .Concat(ruleset.Factors.Fuels.Values.SelectMany(f => f.OtherReadings).Select(r => r.Standing))
            .Concat(ruleset.Schedule.Select(r => r.Entity.Standing))
            .Concat(ruleset.Rules.Rules.Select(r => r.Standing))
            .Concat(ruleset.Retention.Claims.Select(c => c.Standing));
        return ruleset.Kind == RulesetKind.Baseline ? all : all.Concat(ruleset.Assessment.Deadlines.Select(d => d.Standing)).Concat(ruleset.Assessment.Sectors.Values.Select(s => s.Standing));
    }
}
