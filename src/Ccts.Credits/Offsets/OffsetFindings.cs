using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Projects;
using Ccts.Sdk;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Credits.Offsets;

/// <summary>An issue of a project that needs attention.</summary>
/// <param name="Project">The project's id.</param>
/// <param name="Code">
/// <c>reversal-open</c>, <c>crediting-period-unknown</c>, <c>crediting-period-over</c>, <c>methodology-not-listed</c>, <c>suspended</c>, <c>step-late</c>, <c>beyond-estimate</c>.
/// </param>
/// <param name="Message">One sentence.</param>
public sealed record OffsetFinding(string Project, string Code, string Message);

/// <summary>Finds the open issues of projects on a day.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class OffsetFindings
{
    /// <summary>Checks every project that has not ended. A reversal stays open even after the project has ended.</summary>
    /// <param name="projects">The projects.</param>
    /// <param name="procedure">The rules of the mechanism on the day.</param>
    /// <param name="day">The day.</param>
    public static IReadOnlyList<OffsetFinding> Of(IEnumerable<OffsetStanding> projects, OffsetProcedure procedure, LocalDate day)
    {
        Require.NotNull(procedure);
        return Require.NotNull(projects).SelectMany(p => Of(p, procedure, day).Select(f => new OffsetFinding(p.Project.Id, f.Code, f.Message))).ToList();
    }

    private static IEnumerable<(string Code, string Message)> Of(OffsetStanding project, OffsetProcedure procedure, LocalDate day)
    {
        if (project.Open > 0)
        {
            yield return ("reversal-open", $"{project.Open} tonnes were reversed and nothing has made them good: {project.Buffer} are in the buffer, and {project.Free} issued ones are free and can be traded. No text read says who replaces the rest.");
        }

        if (project.Status.IsFinal)
        {
            yield break;
        }

        if (project.Status == ProjectStatus.Suspended)
        {
            yield return ("suspended", $"It is suspended: {project.Events.Last(e => e.Move == OffsetMove.Suspend).Note}. Its {project.Free} free tonnes can be traded, because no text read says otherwise.");
        }

        foreach (var report in project.Reports.Where(r => r.Stage != ReportStage.Refused && r.Stage != ReportStage.Issued && project.Project.EstimatedAnnualReduction is { } estimate && r.Claimed > estimate.Tonnes * YearsOf(r)))
        {
            yield return ("beyond-estimate", $"The report \"{report.Id}\" claims {report.Claimed} tonnes for {LocalDatePattern.Iso.Format(report.From)} to {LocalDatePattern.Iso.Format(report.Until)}, and the project estimates {project.Project.EstimatedAnnualReduction} a year: see whether the unit is right, or have it explained.");
        }

        foreach (var late in Late(project, procedure, day))
        {
            yield return ("step-late", late);
        }

        if (!procedure.Methodologies.Contains(project.Project.Methodology, StringComparer.Ordinal))
        {
            yield return ("methodology-not-listed", $"\"{project.Project.Methodology}\" is not on the list of methodologies, as far as it was read.");
        }

        var last = project.Periods[project.Periods.Count - 1].Until;
        if (last is null)
        {
            yield return ("crediting-period-unknown", "The end of the crediting period is not stated, so it takes no report.");
        }
        else if (last < day)
        {
            yield return ("crediting-period-over", $"The last crediting period ended on {LocalDatePattern.Iso.Format(last.Value)}.");
        }
    }

    // The number of 12-month years that the report touches, from its first day.
    private static int YearsOf(OffsetReport report)
    {
        var years = 1;
        while (report.From.PlusYears(years) <= report.Until)
        {
            years++;
        }

        return years;
    }

    private static IEnumerable<string> Late(OffsetStanding project, OffsetProcedure procedure, LocalDate day)
    {
        IEnumerable<string> Of(string stage, LocalDate since, IEnumerable<OffsetMove> moves, string what) => moves.Select(m => m.Word)
            .Where(move => procedure.Days.TryGetValue($"{stage}.{move}", out var days) && since.PlusDays(days) < day)
            .Select(move => $"{what} is {stage} since {LocalDatePattern.Iso.Format(since)}; {move} was due by {LocalDatePattern.Iso.Format(since.PlusDays(procedure.Days[$"{stage}.{move}"]))}.");
        var (steps, status) = (procedure.Steps, project.Status);
        return Of(status.Word, project.Since, steps.Projects.Where(t => t.From == status).Select(t => t.Move), "It")
            .Concat(project.Reports.Where(r => status == ProjectStatus.Operational && (r.Stage != ReportStage.Issued || r.Issued < r.Verified))
                .SelectMany(r => Of(r.Stage.Word, r.Since, steps.Reports.Where(t => t.From == r.Stage).Select(t => t.Move), $"The report \"{r.Id}\"")));
    }
}
