using Ccts.Sdk.Calculations;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>Finds the schedule row of a report's entity: in force by registration number, or a draft one asked for by name.</summary>
internal static class TargetRow
{
    internal const string NonePrinted = "no-target";
    internal const string NotInRuleset = "target-not-in-ruleset";

    internal static EntityTarget? Find(MonitoringReport report, AssessmentRules rules, Workings workings)
    {
        if (report.TargetRow is { } key)
        {
            if (!rules.TargetsOnRequest.TryGetValue(key, out var asked))
            {
                workings.Problems.Error("unknown-target-row", report.Place, $"\"{key}\" is no draft or superseded row of {rules.Ruleset.Id}.", hint: Nearest.Hint(key, rules.TargetsOnRequest.Keys));
                return null;
            }

            LeanOn(asked, workings);
            return asked;
        }

        if (report.Entity.Registration is { } registration && rules.Targets.TryGetValue(registration.Text, out var row))
        {
            LeanOn(row, workings);
            if (row.Target is null)
            {
                workings.Problems.Add(new Problem(NonePrinted, Severity.Info, $"The schedule prints no target for {registration} in {rules.Year}: no obligation this year.", report.Place) { Clause = row.Standing.Source.ToString() });
            }

            return row;
        }

        workings.Problems.Warn(NotInRuleset, report.Place, $"{rules.Ruleset.Id} has no row for this entity, so its target is not known and no certificates are computed.", hint: "Import the gazette schedule with \"ccts targets import\".");
        return null;
    }

    private static void LeanOn(EntityTarget row, Workings workings)
    {
        var path = "targets/" + row.Key;
        workings.LeanOn(row.Target is { } target ? LegalValue.Known(path, target, row.Standing) : LegalValue.Unknown<EmissionIntensity>(path, row.Standing, "the schedule prints a dash", "MoEFCC"));
    }
}
