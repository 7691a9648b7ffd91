using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Finds calorific values far from all others of their series, e.g. with a lost digit, which would make the month's mean meaningless.</summary>
internal static class OddResults
{
    private const int Fewest = 6;
    private const decimal Beyond = 3m / 2m;

    private const int FewestShares = 3;
    private const decimal OnePerCent = 0.01m;
    private const int DecimalsOfPercent = 2;

    /// <summary>The carbon of a fuel and the conversion of a material are never so small; moisture may be, and is not found to a thousandth of a per cent.</summary>
    private static bool IsFraction(SeriesReadings series) =>
        series.Mapping is { List: Measure.Share, Unit.Symbol: "%", Result: { IsOfYear: false } result } && series.Readings.Count >= FewestShares && series.Readings.All(r => r.Value is > 0m and < OnePerCent)
        && (result.Name != "moisture" || series.Readings.Any(r => ExactDecimal.Scale(r.Value) > DecimalsOfPercent + 2));

    internal static void Tell(SeriesReadings series, Findings findings)
    {
        if (IsFraction(series))
        {
            findings.Warn("fraction-suspected", series.Readings[0], $"{series.Mapping.Name}: every result is below 1 %, as parts of one are that are read as per cent; all are counted.", "Where they are parts of one, state the unit 1.");
        }

        if (series.Mapping.List is not (Measure.Net or Measure.Gross) || series.Readings.Count < Fewest)
        {
            return;
        }

        var sorted = series.Readings.OrderBy(r => r.Value).ToList();
        var (least, most) = (sorted[0], sorted[sorted.Count - 1]);
        if (least.Value * Beyond < sorted[1].Value)
        {
            Warn(least, "less");
        }

        if (most.Value > Beyond * sorted[sorted.Count - 2].Value)
        {
            Warn(most, "more");
        }

        void Warn(Reading odd, string than) => findings.Warn("result-suspected", odd, $"{series.Mapping.Name}: {QuantityText.Format(odd.Value)} is far {than} than every other of {series.Readings.Count} results; it is counted.", "Look at the laboratory's sheet: a digit may be lost or written twice.");
    }
}
