using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Article6.Aef;

/// <content>The units behind first transfers, where a registry writes them as whole numbers. The format does not say that a unit is a tonne, nor names series: what looks wrong is a warning.</content>
public static partial class AefCheck
{
    private static void Units(AefReport report, List<Problem> problems)
    {
        var seen = new List<(AefRow Row, SerialBlock Units)>();
        foreach (var row in report.Of(AefTableKind.Actions).Where(r => r[AefColumns.ActionType] == "First transfer"))
        {
            if (!BlockNumber.TryParse(row[AefColumns.FirstUnit].Replace(",", ""), out var first) || !BlockNumber.TryParse(row[AefColumns.LastUnit].Replace(",", ""), out var last))
            {
                continue;
            }

            if (last < first)
            {
                Add(problems, "aef-units", row, AefColumns.LastUnit, $"The last unit, {last}, is before the first, {first}.", "units in their order");
                continue;
            }

            var units = new SerialBlock(row[AefColumns.UnitRegistry], row[AefColumns.Vintage], first, last);
            if (row[AefColumns.Metric] == "GHG" && Article6Formats.NumberOf(row[AefColumns.Quantity]) is { } tonnes && !(units.Range.TryGetCount(out var count) && count.High == 0 && count.ToDecimal() == tonnes))
            {
                Add(problems, "aef-units", row, AefColumns.FirstUnit, $"The units are {first} to {last}, and the quantity is {tonnes}.", "as many units as tonnes, where a unit is a tonne", Severity.Warning);
            }

            if (seen.FirstOrDefault(s => s.Units.Overlaps(units)) is { Row: { } other })
            {
                Add(problems, "aef-units-twice", row, AefColumns.FirstUnit, $"Units of {first} to {last} stand behind {other[AefColumns.FirstId]} too.", "each unit transferred first once, unless the registry numbers another series by the same numbers", Severity.Warning);
            }

            seen.Add((row, units));
        }
    }
}
