using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Article6.Aef;

/// <content>Checks the units behind first transfers. The format does not prescribe how a registry writes them, does not say that a unit is a tonne, and names no series, so most findings are warnings.</content>
public static partial class AefCheck
{
    private static void Units(AefReport report, List<(AefRow Row, AefRun Run)> runs, List<(AefRow Row, AefRun Run)> previous, List<Problem> problems)
    {
        // First transfers and holdings of the year before. The same units under the same identifiers are the same tonne.
        var seen = previous.Where(p => p.Row.Table == AefTableKind.Holdings || p.Row[AefColumns.ActionType] == "First transfer").Where(p => AefUnits.AreIn(p.Row)).Select(p => (p.Row, Units: AefUnits.Of(p.Row, out _), Run: (AefRun?)p.Run)).ToList();
        var runOf = runs.GroupBy(r => r.Row).ToDictionary(g => g.Key, g => g.First().Run);
        foreach (var row in report.Of(AefTableKind.Actions).Where(r => r[AefColumns.ActionType] == "First transfer" && AefUnits.AreIn(r)))
        {
            var run = runOf.TryGetValue(row, out var read) ? read : null;
            var units = AefUnits.Of(row, out var isBackwards);
            if (isBackwards)
            {
                Add(problems, "aef-units", row, AefColumns.LastUnit, $"The last unit, {row[AefColumns.LastUnit]}, is before the first, {row[AefColumns.FirstUnit]}.", "units in their order");
                continue;
            }

            if (units is { } block && row[AefColumns.Metric] == "GHG" && Article6Formats.NumberOf(row[AefColumns.Quantity]) is { } tonnes && !(block.Range.TryGetCount(out var count) && count.High == 0 && count.ToDecimal() == tonnes))
            {
                Add(problems, "aef-units", row, AefColumns.FirstUnit, $"The units are {row[AefColumns.FirstUnit]} to {row[AefColumns.LastUnit]}, and the quantity is {tonnes}.", "as many units as tonnes, where a unit is a tonne", Severity.Warning);
            }

            if (seen.FirstOrDefault(s => !(s.Run is not null && run is not null && s.Run.Overlaps(run)) && (s.Units is { } other && units is { } here ? Spelled.Overlap(other, here) : IsSameText(s.Row, row))) is { Row: { } twice })
            {
                Add(problems, "aef-units-twice", row, AefColumns.FirstUnit, $"Units of {row[AefColumns.FirstUnit]} to {row[AefColumns.LastUnit]} are also those of {twice[AefColumns.FirstId]}.", "each unit transferred first once, unless the registry numbers another series by the same numbers", Severity.Warning);
            }

            seen.Add((row, units, null));
        }
    }

    // Compares rows with the same identifiers, this year and the year before: an action does not change the properties of a tonne.
    private static void SameTonnes(List<(AefRow Row, AefRun Run)> runs, List<(AefRow Row, AefRun Run)> previous, List<Problem> problems)
    {
        var now = new HashSet<AefRow>(runs.Select(r => r.Row));
        foreach (var scope in previous.Concat(runs).GroupBy(r => r.Run.Scope, StringComparer.Ordinal))
        {
            (AefRow Row, AefRun Run)? furthest = null;
            foreach (var next in scope.OrderBy(r => r.Run.Serials.Start))
            {
                if (furthest is { } before && before.Run.Overlaps(next.Run) && (now.Contains(next.Row) || now.Contains(before.Row)))
                {
                    var (told, other) = now.Contains(next.Row) ? (next.Row, before.Row) : (before.Row, next.Row);
                    Differ(told, other, AefColumns.Mitigation, "aef-ids", Severity.Error, problems);
                    Differ(told, other, AefColumns.Metric, "aef-ids", Severity.Error, problems);
                    Differ(told, other, AefColumns.AuthorizationId, "aef-ids", Severity.Warning, problems);
                    Differ(told, other, AefColumns.Gwp, "aef-ids", Severity.Warning, problems);
                    Differ(told, other, AefColumns.UnitRegistry, "aef-units", Severity.Warning, problems);
                    if (AefUnits.Of(before.Row, out _) is { } first && AefUnits.Of(next.Row, out _) is { } second && Spelled.Same(first.Registry, second.Registry) && Spelled.Same(first.Scope, second.Scope)
                        && !(second.Start >= first.Start && second.Start - first.Start == next.Run.Serials.Start - before.Run.Serials.Start))
                    {
                        Add(problems, "aef-units", told, AefColumns.FirstUnit, $"{told[AefColumns.FirstId]} has units from {told[AefColumns.FirstUnit]} here, and {other[AefColumns.FirstId]} of another row has units from {other[AefColumns.FirstUnit]}: the same identifiers have other units.", "the units of each identifier in every row", Severity.Warning);
                    }
                }

                furthest = furthest is { } far && far.Run.Serials.End > next.Run.Serials.End ? far : next;
            }
        }
    }

    private static void Differ(AefRow row, AefRow other, string column, string code, Severity severity, List<Problem> problems)
    {
        if (!AefColumns.IsNothing(row[column]) && !AefColumns.IsNothing(other[column]) && !Spelled.Same(row[column], other[column]))
        {
            Add(problems, code, row, column, $"Of {row[AefColumns.FirstId]} the row says {row[column]}, and another row with the same identifiers {other[column]}.", "the same in every row", severity);
        }
    }

    private static bool IsSameText(AefRow one, AefRow other) =>
        new[] { AefColumns.UnitRegistry, AefColumns.FirstUnit, AefColumns.LastUnit, AefColumns.Vintage }.All(c => Spelled.Same(one[c], other[c]));
}
