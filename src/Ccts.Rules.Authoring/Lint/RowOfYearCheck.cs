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
/// Compares rows of a schedule with those of the year before (a target that rises or falls by more than half), and with the others of the sector. Codes are
/// those of an import. <see cref="ChangedEntryCheck"/> reports other differences from the law before.
/// </summary>
internal static class RowOfYearCheck
{
    private const string Hint = "Compare with the printed schedule.";

    internal static void Check(LintSubject subject, Ruleset? previous, Ruleset? earlier)
    {
        var lastYear = Rows(previous);
        var own = Rows(subject.Ruleset);
        var gone = (earlier ?? previous)?.Schedule.Where(r => !own.ContainsKey(r.Entity.Key)).Select(PlantRow.Of).ToList() ?? [];
        var plants = new RowsOfSector([.. subject.Ruleset.Schedule.Select(PlantRow.Of)], gone, subject.Ruleset);
        var times = LintLimits.Times(subject.Ruleset, previous ?? earlier);
        foreach (var row in subject.Ruleset.Schedule)
        {
            if (!subject.OwnsRow(LintTable.Of(row), row.Entity.Key, out var place))
            {
                continue;
            }

            CheckTarget(subject, place, row.Entity, lastYear.TryGetValue(row.Entity.Key, out var was) ? was : null, previous?.Year, times);
            foreach (var odd in plants.Look(PlantRow.Of(row)))
            {
                subject.Warn(odd.Code, place, odd.Message, odd.Expected, Hint);
            }
        }
    }

    private static Dictionary<string, EntityTarget> Rows(Ruleset? ruleset) =>
        (ruleset?.Schedule ?? []).GroupBy(r => r.Entity.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Entity, StringComparer.Ordinal);

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

    private static string Part(decimal times) => times == 2m ? "half" : "1/" + QuantityText.Format(times);
}
