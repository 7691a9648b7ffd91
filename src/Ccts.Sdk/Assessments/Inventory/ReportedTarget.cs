using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Inventory;

/// <summary>Finds the schedule row of a report's entity: in force by registration number, a draft one named by the report, or the caller's own.</summary>
public static class ReportedTarget
{
    internal const string NonePrinted = "no-target";

    /// <summary>The code of the finding that a target is the report's own, because the ruleset knows none.</summary>
    public const string NotInRuleset = "target-not-in-ruleset";

    internal static EntityTarget? Find(MonitoringReport report, AssessmentRules rules, Workings workings) =>
        report.OwnTarget is null ? Scheduled(report, rules, workings) : OwnTargetRow.Of(report, rules, workings);

    /// <summary>The ruleset's row.</summary>
    internal static EntityTarget? Scheduled(MonitoringReport report, AssessmentRules rules, Workings workings)
    {
        if (report.TargetRow is { } key)
        {
            if (!rules.TargetsOnRequest.TryGetValue(key, out var asked))
            {
                workings.Problems.Error("unknown-target-row", report.Place, $"\"{key}\" is no draft or superseded row of {rules.Ruleset.Id} that gives a target.", hint: Nearest.Hint(key, rules.TargetsOnRequest.Keys));
                return null;
            }

            return OfSector(report, rules, asked, workings);
        }

        if (report.Entity.Registration is { } registration && rules.Targets.TryGetValue(registration.Text, out var row))
        {
            if (OfSector(report, rules, row, workings) is { Target: null })
            {
                workings.Problems.Add(new Problem(NonePrinted, Severity.Info, $"The schedule prints no target for {registration} in {rules.Year}: no obligation this year.", report.Place) { Clause = row.Standing.Source.ToString() });
            }

            return row;
        }

        workings.Problems.Warn(NotInRuleset, report.Place, $"{rules.Ruleset.Id} has no row for this entity, so its target is not known and no certificates are computed.", hint: "State it with \"ownTarget\" in the report or with --target and --baseline, or import the gazette schedule with \"ccts targets import\" into a copy of the rulesets (\"ccts ruleset export\" makes one).");
        return null;
    }

    /// <summary>The row, recorded as used. A row of another sector is another plant's, and its target could be many times too high.</summary>
    private static EntityTarget OfSector(MonitoringReport report, AssessmentRules rules, EntityTarget row, Workings workings)
    {
        if (row.Sector != report.Entity.Sector && (rules.Sectors.ContainsKey(report.Entity.Sector) || Nearest.Hint(report.Entity.Sector, [row.Sector]) is null))
        {
            workings.Problems.Error("another-sector", report.Place, $"The report is of the sector {report.Entity.Sector}, the row {row.Key} of the schedule is of {row.Sector}.", "the plant's own row of the schedule", report.TargetRow is null ? "Correct the sector or the registration number." : "Correct the sector or \"targetRow\".", row.Standing.Source.ToString());
        }

        LeanOn(row, workings);
        return row;
    }

    private static void LeanOn(EntityTarget row, Workings workings)
    {
        var path = "targets/" + row.Key;
        workings.LeanOn(row.Target is { } target ? LegalValue.Known(path, target, row.Standing) : LegalValue.Unknown<EmissionIntensity>(path, row.Standing, "the schedule prints a dash", "MoEFCC"));
    }
}
