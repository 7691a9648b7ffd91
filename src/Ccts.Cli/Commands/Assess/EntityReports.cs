using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Compliance.Sources;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Assess;

/// <summary>The reports of one entity over the years, and the trajectory that they are on.</summary>
internal static class EntityReports
{
    /// <summary>Oldest first.</summary>
    /// <exception cref="CctsDataException">One cannot be read, is of another entity, or of the same year as another.</exception>
    internal static List<MonitoringReport> Read(IEnumerable<string> paths)
    {
        var reports = paths.Select(ReportInput.Read).OrderBy(r => r.Year.StartYear).ToList();
        for (var i = 1; i < reports.Count; i++)
        {
            if (reports[i].Year == reports[i - 1].Year)
            {
                throw Bad($"Two reports are of {reports[i].Year}.", "one report a year");
            }

            if (KeyOf(reports[i].Entity) != KeyOf(reports[0].Entity))
            {
                throw Bad($"One report is of {KeyOf(reports[0].Entity)}, another of {KeyOf(reports[i].Entity)}.", "reports of one entity");
            }
        }

        return reports;
    }

    /// <summary>From the schedules of every available ruleset; for a year with several revisions the newest counts. Null where none has the entity.</summary>
    internal static Trajectory? Trajectory(IReadOnlyList<Assessment> assessments, IEnumerable<Ruleset> rulesets)
    {
        var key = KeyOf(assessments[0].Entity);
        var rows = rulesets.Where(r => r.Kind == RulesetKind.ComplianceYear).GroupBy(r => r.Year)
            .Select(g => g.OrderByDescending(r => r.Identity.Revision).First().Assessment.Targets.TryGetValue(key, out var row) ? row : null)
            .OfType<EntityTarget>().ToList();
        try
        {
            return rows.Count == 0 ? null : Sdk.Assessments.Certificates.Trajectory.Of(rows, assessments.Where(a => !a.IsDeemed()).ToDictionary(a => a.Year, a => (a.Intensity.Achieved, a.Intensity.Unrounded)));
        }
        catch (ArgumentException differs)
        {
            throw Bad($"The schedules do not make one trajectory: {differs.Message.Split(" (Parameter")[0]}", "rulesets whose schedules agree on the baseline");
        }
    }

    private static string KeyOf(ObligatedEntity entity) => entity.Registration?.ToString() ?? entity.Name;
}
