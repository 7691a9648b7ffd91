using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>
/// Finds an unannounced change of unit within a series: its values fall into two sizes with nothing between, as far apart as two units that
/// people confuse.
/// </summary>
internal static class UnitJump
{
    /// <summary>Two sizes are distinguished where their step is at least this fraction of the unit's, and the values of one size are within it.</summary>
    private const decimal Near = 2m;
    private const decimal Close = 10m;
    private const decimal Tight = 6m / 5m;
    private const int Fewest = 3;

    internal static void Tell(SeriesReadings series, Findings findings)
    {
        if (series.Canonical is { } canonical)
        {
            var isSure = series.Mapping is { Result: null, UnitColumn: null } && series.Readings.Count > 0 && !(series.Mapping.Plausible.Most >= series.Readings.Max(r => System.Math.Abs(r.Value)));
            Tell(series.Mapping.Name, series.Mapping.List, canonical, series.Readings, isSure, findings);
        }

        if (series.Weights is { } weights)
        {
            Tell(series.Mapping.Name + ", weight of the lot", Measure.FlowOfCarbon, "t", [.. series.Readings.Where(r => weights.ContainsKey((r.File, r.Row))).Select(r => r with { Value = weights[(r.File, r.Row)] })], isSure: false, findings);
        }
    }

    private static void Tell(string name, string list, string canonical, IReadOnlyList<Reading> readings, bool isSure, Findings findings)
    {
        var sizes = new List<decimal>(readings.Count);
        sizes.AddRange(readings.Where(r => r.Value != 0m).Select(r => System.Math.Abs(r.Value)));
        if (sizes.Count < Fewest)
        {
            return;
        }

        // Most series have no two values that are as far apart as two units.
        var nearest = Measure.Steps(list, canonical).Select(s => s > Close ? s / Near : s / Tight).DefaultIfEmpty(decimal.MaxValue).Min();
        if (sizes.Max() / sizes.Min() < nearest)
        {
            return;
        }

        sizes.Sort();
        var (at, gap) = (0, 1m);
        for (var i = 1; i < sizes.Count; i++)
        {
            if (sizes[i] > gap * sizes[i - 1])
            {
                (at, gap) = (i, sizes[i] / sizes[i - 1]);
            }
        }

        if (at == 0 || sizes[sizes.Count - 1] / sizes[at] > gap || sizes[at - 1] / sizes[0] > gap)
        {
            return;
        }

        var times = sizes[at + ((sizes.Count - at) / 2)] / sizes[at / 2];
        var step = Measure.Steps(list, canonical).Cast<decimal?>().FirstOrDefault(s => s > Close ? times > s / Near && times < s * Near && gap * Near * Near > s : times > s / Tight && times < s * Tight && IsTight(sizes, at));
        if (step is not { } unit)
        {
            return;
        }

        var sorted = readings.Where(r => r.Value != 0m).OrderBy(r => r.At).ThenBy(r => r.File).ThenBy(r => r.Row).ToList();
        var isHigh = System.Math.Abs(sorted[0].Value) >= sizes[at];
        var first = sorted.First(r => (System.Math.Abs(r.Value) >= sizes[at]) != isHigh);
        var others = isHigh ? at : sizes.Count - at;
        var message = $"{name}: from this row on {(others == 1 ? "a value is" : $"{others} of {sizes.Count} values are")} about {Shown(times)} times {(isHigh ? "smaller" : "larger")} than before, as far as two units are apart ({Shown(unit)} times); all are read in one.";
        if (isSure && unit > Close && others >= Fewest && sizes.Count - others >= Fewest && times * Sure < unit * (Sure + 1m) && unit * Sure < times * (Sure + 1m) && ChangesOnce(sorted, sizes[at]))
        {
            findings.Problems.Error("unit-change-suspected", findings.PlaceOf(first.File, first.Row), message, "rows of one unit", Cure + " Where they are of one unit, state in \"most\" of \"plausible\" how large an amount can be.");
        }
        else
        {
            findings.Warn("unit-change-suspected", first, message, Cure);
        }
    }

    private const string Cure = "Where a unit changes within the file, name a column that says it in \"unitColumn\", or give the rows a series of their own.";

    /// <summary>A change of unit does not change the amounts: the two sizes differ by the factor of the units within a quarter, and the size changes only once.</summary>
    private const decimal Sure = 4m;

    private static bool ChangesOnce(List<Reading> sorted, decimal high) =>
        Enumerable.Range(1, sorted.Count - 1).Count(i => (System.Math.Abs(sorted[i].Value) >= high) != (System.Math.Abs(sorted[i - 1].Value) >= high)) == 1;

    /// <summary>Units that are close to each other are told from a change of the fuel only where each size hardly varies.</summary>
    private static bool IsTight(List<decimal> sizes, int at) => sizes[at - 1] < sizes[0] * Tight && sizes[sizes.Count - 1] < sizes[at] * Tight && at > 1 && sizes.Count - at > 1;

    private static string Shown(decimal times) => Ccts.Sdk.Quantities.QuantityText.Format(decimal.Round(times, times < 10m ? 1 : 0));
}
