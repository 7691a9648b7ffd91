using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Ingestion;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using NodaTime;

namespace FollowAFolder;

/// <summary>The year so far: the amounts of the files, and the plant's position.</summary>
internal sealed class PlantYear(WatchedFolder folder, IngestionMapping mapping, Action<string> tell)
{
    // A host states the day for which it answers, and so ignores later revisions of the rules.
    private static readonly LocalDate s_asOf = new(2026, 11, 28);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <summary>The projected position after the last file, in certificates; null while there is none.</summary>
    internal long? Projected { get; private set; }

    /// <summary>One look: reads complete new files, and reports the plant's position. False when there was none.</summary>
    internal bool Look()
    {
        try
        {
            return Taken();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            // The file was renamed, deleted or locked by another program during reading: the next look sees the present state.
            Tell([$"{gone.Message} It is looked at again."]);
            return false;
        }
    }

    private bool Taken()
    {
        var fresh = folder.Look(tell);
        if (fresh.Count == 0)
        {
            return false;
        }

        if (IsChanged(folder.Changed()))
        {
            return false;
        }

        var result = Ingestor.Run(mapping, [.. folder.Taken.Concat(fresh).Select(f => new IngestionFile(f, () => File.OpenRead(folder.PathOf(f))))]);
        if (result.HasErrors && !result.Problems.All(p => p.Severity != Severity.Error || IsWaiting(p)))
        {
            // Unreadable files change nothing: they stay new, and are read again once they change.
            Tell(result.Problems.Where(p => p.Severity == Severity.Error && !IsWaiting(p)));
            return false;
        }

        var read = result.Files.Select(f => (f.Name, f.Sha256)).ToList();
        if (IsChanged(folder.Changed(read)))
        {
            return false;
        }

        folder.Remember(read.Where(f => fresh.Contains(f.Name, StringComparer.Ordinal)));
        Tell(result.Problems.Where(p => p.Severity == Severity.Warning && p.Code != "withheld"));
        tell($"taken: {string.Join(", ", fresh)}");
        if (result.Report is { } report)
        {
            Stand(report);
        }
        else
        {
            tell("  no report yet: " + string.Join(" ", result.Problems.Where(IsWaiting).Select(p => p.Message).Take(1)));
        }

        return true;
    }

    private bool IsChanged(IReadOnlyList<string> changed)
    {
        if (changed.Count > 0)
        {
            tell($"{string.Join(", ", changed)}: no longer the file that was taken. Put it back; until then nothing is counted.");
        }

        return changed.Count > 0;
    }

    /// <summary>A source without files yet is not an error of the present files.</summary>
    private static bool IsWaiting(Problem problem) => problem.Code is "source-without-file" or "series-without-values" or "no-report";

    private void Stand(MonitoringReport report)
    {
        var rules = RulesetCatalog.Default.Resolve(report.Year, asOf: s_asOf);
        if (!Assessor.TryAssess(report, rules.Assessment, new AssessmentOptions { PartOfYear = true }, out var assessment, out var problems))
        {
            tell("  not assessed yet: " + problems.First(p => p.Severity == Severity.Error).Message);
            return;
        }

        var position = PositionCalculator.Of(assessment, rules.Assessment.Certificates);
        Projected = position.Projected;
        tell($"  {assessment.Emissions.Total} CO2e for {assessment.Output}: {assessment.Intensity.Achieved}; certificates so far {position.YearToDate?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "not known"}");
    }

    private void Tell(IEnumerable<Problem> problems) => Tell(problems.Select(p => p.ToString()));

    private void Tell(IEnumerable<string> problems)
    {
        foreach (var problem in problems.Where(_told.Add))
        {
            tell("  " + problem);
        }
    }
}
