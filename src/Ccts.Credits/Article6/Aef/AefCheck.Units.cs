using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Article6.Aef;

/// <content>The units behind first transfers. The format does not say how a registry writes them, nor that a unit is a tonne, nor names series: what looks wrong is a warning.</content>
public static partial class AefCheck
{
    private static void Units(AefReport report, List<(AefRow Row, AefRun Run)> runs, List<(AefRow Row, AefRun Run)> previous, List<Problem> problems)
    {
        // What was transferred first or held in the year before, unless under the same identifiers: then it is the same tonne.
        var seen = previous.Where(p => p.Row.Table == AefTableKind.Holdings || p.Row[AefColumns.ActionType] == "First transfer").Where(p => HasUnits(p.Row)).Select(p => (p.Row, Units: UnitsOf(p.Row, out _), Run: (AefRun?)p.Run)).ToList();
        var runOf = runs.GroupBy(r => r.Row).ToDictionary(g => g.Key, g => g.First().Run);
        foreach (var row in report.Of(AefTableKind.Actions).Where(r => r[AefColumns.ActionType] == "First transfer" && HasUnits(r)))
        {
            var run = runOf.TryGetValue(row, out var read) ? read : null;
            var units = UnitsOf(row, out var isBackwards);
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
                Add(problems, "aef-units-twice", row, AefColumns.FirstUnit, $"Units of {row[AefColumns.FirstUnit]} to {row[AefColumns.LastUnit]} stand behind {twice[AefColumns.FirstId]} too.", "each unit transferred first once, unless the registry numbers another series by the same numbers", Severity.Warning);
            }

            seen.Add((row, units, null));
        }
    }

    // Rows of the same identifiers, this year and the year before: whatever is done with a tonne, it stays what it is.
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
                    if (UnitsOf(before.Row, out _) is { } first && UnitsOf(next.Row, out _) is { } second && Spelled.Same(first.Registry, second.Registry) && Spelled.Same(first.Scope, second.Scope)
                        && !(second.Start >= first.Start && second.Start - first.Start == next.Run.Serials.Start - before.Run.Serials.Start))
                    {
                        Add(problems, "aef-units", told, AefColumns.FirstUnit, $"Behind {told[AefColumns.FirstId]} stand units from {told[AefColumns.FirstUnit]}, and behind {other[AefColumns.FirstId]} of another row from {other[AefColumns.FirstUnit]}: the same identifiers have other units.", "the units of each identifier in every row", Severity.Warning);
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

    private static bool HasUnits(AefRow row) => !(AefColumns.IsNothing(row[AefColumns.FirstUnit]) && AefColumns.IsNothing(row[AefColumns.LastUnit]));

    // Serials of a registry whose grammar is known; a number, or the same text around two numbers, such as IN-A-0001 to IN-A-0040 or 1/IN/2025 to 40/IN/2025; null where none of these.
    private static SerialBlock? UnitsOf(AefRow row, out bool isBackwards)
    {
        var (from, to) = (row[AefColumns.FirstUnit], row[AefColumns.LastUnit]);
        if (SerialGrammars.BuiltIn.TryRead(from, out var begin, out _) && SerialGrammars.BuiltIn.TryRead(to, out var end, out _) && begin.Block is { } one && end.Block is { } other && one.SharesScopeWith(other))
        {
            isBackwards = other.Start < one.Start || other.End < one.End;
            return isBackwards ? null : one.With(new BlockRange(one.Start, other.End));
        }

        var ((series, first), (others, last)) = Parted(from, to);
        var isRun = first is not null && last is not null && Spelled.Same(series, others);
        isBackwards = isRun && last < first;
        return isRun && !isBackwards ? new SerialBlock(row[AefColumns.UnitRegistry], series + "|" + row[AefColumns.Vintage], first!.Value, last!.Value) : null;
    }

    // By the only number in which the two differ; of one unit, by the number at its end.
    private static ((string Series, BlockNumber? Number) First, (string Series, BlockNumber? Number) Last) Parted(string first, string last)
    {
        if (BlockNumber.TryParse(first.Replace(",", ""), out var whole) && BlockNumber.TryParse(last.Replace(",", ""), out var wholeLast))
        {
            return (("", whole), ("", wholeLast));
        }

        var (one, other) = (Pieces(first), Pieces(last));
        var differing = one.Count == other.Count ? Enumerable.Range(0, one.Count).Where(i => !Spelled.Same(one[i], other[i])).ToList() : [];
        var at = one.Count != other.Count || differing.Count > 1 ? -1 : differing.Count == 1 ? differing[0] : one.Count - 1;
        return at < 0 ? ((first, null), (last, null)) : (At(one, at), At(other, at));
    }

    private static (string Series, BlockNumber? Number) At(List<string> pieces, int at) =>
        BlockNumber.TryParse(pieces[at], out var number) ? (string.Concat(pieces.Select((p, i) => i == at ? "#" : p)), number) : (string.Concat(pieces), null);

    // Runs of digits, and what stands between them.
    private static List<string> Pieces(string unit)
    {
        var pieces = new List<string>();
        for (var i = 0; i < unit.Length; i++)
        {
            var isDigit = unit[i] is >= '0' and <= '9';
            if (i == 0 || isDigit != unit[i - 1] is >= '0' and <= '9')
            {
                pieces.Add("");
            }

            pieces[pieces.Count - 1] += unit[i];
        }

        return pieces;
    }

    private static bool IsSameText(AefRow one, AefRow other) =>
        new[] { AefColumns.UnitRegistry, AefColumns.FirstUnit, AefColumns.LastUnit, AefColumns.Vintage }.All(c => Spelled.Same(one[c], other[c]));
}
