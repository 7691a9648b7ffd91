using System.Linq;
using Ccts.Rules.Authoring.Unknowns;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>Finds values that claim to be law, now or earlier, without a clause. A value without force is somebody's own and has none.</summary>
internal static class ClauseCheck
{
    internal static void Check(LintSubject subject)
    {
        foreach (var rule in subject.Rules.Where(r => subject.IsOwn(r.Place)))
        {
            Check(subject, rule.Place, $"The rule \"{rule.Id}\"", rule.Standing);
        }

        foreach (var parameter in subject.Ruleset.Parameters.Values.Where(p => subject.IsOwn(p.Place)))
        {
            foreach (var (row, value) in parameter.Rows.SelectMany(r => r.Values.Select(v => (r, v))))
            {
                Check(subject, value.Place, $"\"{UnknownsRegister.PathOf(parameter, row)}\"", value.Standing);
            }
        }

        foreach (var row in subject.Ruleset.Schedule)
        {
            if (subject.OwnsRow(LintTable.Of(row), row.Entity.Key, out var place))
            {
                Check(subject, place, $"The target of {row.Entity.Key}", row.Entity.Standing);
            }
        }

        if (subject.Ruleset.Kind == RulesetKind.ComplianceYear)
        {
            CheckYear(subject);
        }

        foreach (var factor in UnknownsRegister.Factors(subject.Ruleset))
        {
            if (subject.OwnsFile("factors.json", out var place))
            {
                Check(subject, place, $"\"{factor.Path}\"", factor.Standing);
            }
        }
    }

    private static void CheckYear(LintSubject subject)
    {
        foreach (var deadline in subject.Ruleset.Assessment.Deadlines)
        {
            CheckRow(subject, LintTable.Calendar, deadline.Event, $"The due day \"{deadline.Event}\"", deadline.Standing);
        }

        foreach (var unit in subject.Ruleset.Assessment.Units)
        {
            CheckRow(subject, LintTable.Units, unit.Key.Symbol, $"The unit \"{unit.Key}\"", unit.Value.Standing);
        }

        foreach (var sector in subject.Ruleset.Assessment.Sectors.Values)
        {
            CheckRow(subject, LintTable.Sectors, sector.Name, $"The sector \"{sector.Name}\"", sector.Standing);
        }

        // If no retention period was found in the law, there is no clause to name.
        foreach (var claim in subject.OwnsFile("retention.json", out var retention) ? subject.Ruleset.Retention.Claims.Where(c => c.Years is not null) : [])
        {
            Check(subject, retention, $"The years of \"{claim.Id}\"", claim.Standing);
        }
    }

    private static void CheckRow(LintSubject subject, LintTable table, string key, string what, Standing standing)
    {
        if (subject.OwnsRow(table, key, out var place))
        {
            Check(subject, place, what, standing);
        }
    }

    private static void Check(LintSubject subject, SourcePlace place, string what, Standing standing)
    {
        if (standing.Source.Clause is not null || standing.Force == Force.None)
        {
            return;
        }

        var message = $"{what} rests on {standing.Source.Instrument} and names no clause of it.";
        if (standing.Force == Force.InForce)
        {
            subject.Warn("missing-clause", place, message, "the clause, rule, table or schedule");
        }
        else
        {
            subject.Tell("missing-clause", place, message);
        }
    }
}
