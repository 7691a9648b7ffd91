using System.Linq;
using Ccts.Rules.Authoring.Unknowns;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>What claims to be law, now or once, and names no clause. A value of no force is somebody's own and has none.</summary>
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
            if (subject.OwnsFile(row.Entity.Standing.Force == Force.InForce ? "targets.csv" : "targets.on-request.csv", out var place))
            {
                Check(subject, place, $"The target of {row.Entity.Key}", row.Entity.Standing);
            }
        }

        foreach (var factor in UnknownsRegister.Factors(subject.Ruleset))
        {
            if (subject.OwnsFile("factors.json", out var place))
            {
                Check(subject, place, $"\"{factor.Path}\"", factor.Standing);
            }
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
