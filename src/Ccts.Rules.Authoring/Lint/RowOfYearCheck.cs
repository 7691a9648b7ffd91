using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Schedules;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>
/// Rows of a schedule against those of the year before: a target that rises or falls by more than half; against those of the law before: what is gazetted
/// once and stands otherwise now, as it does where a row slipped; and against the others of the sector. Codes are those of an import.
/// </summary>
internal static class RowOfYearCheck
{
    private const string Hint = "Compare with the printed schedule.";

    internal static void Check(LintSubject subject, Ruleset? previous, Ruleset? earlier)
    {
        var (lastYear, revision) = (Rows(previous), Rows(earlier));
        var plants = new RowsOfSector(subject.Ruleset.Schedule.Select(r => PlantRow.Of(r.Entity)), subject.Ruleset.Assessment.Sectors.Keys);
        var times = LintLimits.Times(subject.Ruleset, previous ?? earlier);
        foreach (var row in subject.Ruleset.Schedule)
        {
            if (!subject.OwnsRow(LintTable.Of(row), row.Entity.Key, out var place))
            {
                continue;
            }

            var (was, stood) = (Find(lastYear, row.Entity.Key), Find(revision, row.Entity.Key));
            CheckTarget(subject, place, row.Entity, was, previous?.Year, times);
            CheckPlant(subject, place, row.Entity, stood ?? was, LintSubject.NameOf(subject.Ruleset, (stood is null ? previous : earlier) ?? subject.Ruleset));
            foreach (var odd in plants.Look(PlantRow.Of(row.Entity)))
            {
                subject.Warn(odd.Code, place, odd.Message, odd.Expected, Hint);
            }
        }
    }

    private static Dictionary<string, EntityTarget> Rows(Ruleset? ruleset) =>
        (ruleset?.Schedule ?? []).GroupBy(r => r.Entity.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Entity, StringComparer.Ordinal);

    private static EntityTarget? Find(Dictionary<string, EntityTarget> rows, string key) => rows.TryGetValue(key, out var row) ? row : null;

    private static void CheckTarget(LintSubject subject, SourcePlace place, EntityTarget row, EntityTarget? was, ComplianceYear? year, decimal? times)
    {
        var from = was?.Target is { } target && target.Basis == row.Target?.Basis ? target : row.BaselineIntensity;
        if (row.Target is { } now && from is { } earlier && earlier.Basis == now.Basis)
        {
            if (was?.Target is not null && now.TonnesPerUnit > earlier.TonnesPerUnit)
            {
                subject.Warn("target-rises", place, $"{row.Key}: the target {now} is above that of {year}, {earlier}.", $"at most {earlier}", Hint);
            }
            else if (now.TonnesPerUnit * times < earlier.TonnesPerUnit)
            {
                subject.Warn("cut-too-deep", place, $"{row.Key}: the target {now} is less than {Part(times!.Value)} of {earlier}.", "a target of the same size", "Look for a digit in the wrong place; compare with the printed schedule.");
            }
        }
    }

    private static void CheckPlant(LintSubject subject, SourcePlace place, EntityTarget row, EntityTarget? was, string year)
    {
        if (was is null)
        {
            return;
        }

        Same(subject, place, "name-differs", $"{row.Key} is called", row.Entity, was.Entity, year);
        Same(subject, place, "sector-differs", $"{row.Key} is of the sector", row.Sector, was.Sector, year);
        Same(subject, place, "sector-differs", $"{row.Key} is of the sub-sector", row.SubSector, was.SubSector, year);
        Same(subject, place, "state-differs", $"{row.Key} is of the state", row.State, was.State, year);
        Same(subject, place, "baseline-year-differs", $"{row.Key}: the baseline year is", row.BaselineYear.ToString(), was.BaselineYear.ToString(), year);
        Same(subject, place, "baseline-differs", $"{row.Key}: the baseline is", row.BaselineIntensity?.ToString(), was.BaselineIntensity?.ToString(), year);
        Same(subject, place, "baseline-differs", $"{row.Key}: the output of the baseline is", row.BaselineOutput?.ToString(), was.BaselineOutput?.ToString(), year);
    }

    // What a schedule did not print before may be known by now.
    private static void Same(LintSubject subject, SourcePlace place, string code, string what, string? now, string? was, string year)
    {
        if (was is not null && now != was)
        {
            subject.Warn(code, place, $"{what} {now ?? "not stated"}; in {year} it is {was}.", was, Hint + " Where a notification corrected it, the row of the law before is the old one.");
        }
    }

    private static string Part(decimal times) => times == 2m ? "half" : "1/" + QuantityText.Format(times);
}
