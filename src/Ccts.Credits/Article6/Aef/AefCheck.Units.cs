using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Article6.Aef;

/// <content>The units behind first transfers. The format does not say how a registry writes them, nor that a unit is a tonne, nor names series: what looks wrong is a warning.</content>
public static partial class AefCheck
{
    private static void Units(AefReport report, List<Problem> problems)
    {
        var seen = new List<(AefRow Row, SerialBlock? Units)>();
        foreach (var row in report.Of(AefTableKind.Actions).Where(r => r[AefColumns.ActionType] == "First transfer" && !(AefColumns.IsNothing(r[AefColumns.FirstUnit]) && AefColumns.IsNothing(r[AefColumns.LastUnit]))))
        {
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

            if (seen.FirstOrDefault(s => s.Units is { } other && units is { } here ? Spelled.Overlap(other, here) : IsSameText(s.Row, row)) is { Row: { } twice })
            {
                Add(problems, "aef-units-twice", row, AefColumns.FirstUnit, $"Units of {row[AefColumns.FirstUnit]} to {row[AefColumns.LastUnit]} stand behind {twice[AefColumns.FirstId]} too.", "each unit transferred first once, unless the registry numbers another series by the same numbers", Severity.Warning);
            }

            seen.Add((row, units));
        }
    }

    // A number, or the same text before two numbers, such as IN-A-0001 to IN-A-0040; null where neither.
    private static SerialBlock? UnitsOf(AefRow row, out bool isBackwards)
    {
        var ((series, first), (other, last)) = (Parted(row[AefColumns.FirstUnit]), Parted(row[AefColumns.LastUnit]));
        var isRun = first is not null && last is not null && Spelled.Same(series, other);
        isBackwards = isRun && last < first;
        return isRun && !isBackwards ? new SerialBlock(row[AefColumns.UnitRegistry], series + "|" + row[AefColumns.Vintage], first!.Value, last!.Value) : null;
    }

    private static (string Series, BlockNumber? Number) Parted(string unit)
    {
        if (BlockNumber.TryParse(unit.Replace(",", ""), out var whole))
        {
            return ("", whole);
        }

        var series = unit.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        return BlockNumber.TryParse(unit.Substring(series.Length), out var number) ? (series, number) : (unit, null);
    }

    private static bool IsSameText(AefRow one, AefRow other) =>
        new[] { AefColumns.UnitRegistry, AefColumns.FirstUnit, AefColumns.LastUnit, AefColumns.Vintage }.All(c => Spelled.Same(one[c], other[c]));
}
