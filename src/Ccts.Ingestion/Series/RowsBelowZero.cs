using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Finds negative amounts among positive ones. A reversal has the amount of another row, and a mapping that chooses several movement types expects returns; anything else may be a mistake in the sign.</summary>
internal static class RowsBelowZero
{
    private const int Few = 4;

    internal static void Tell(SeriesReadings series, List<Reading> sorted, Findings findings)
    {
        var below = sorted.Where(r => r.Value < 0m).ToList();
        if (below.Count == 0 || below.Count * Few >= sorted.Count(r => r.Value != 0m) || series.Mapping.Where.Any(c => c.Is.Count > 1))
        {
            return;
        }

        var amounts = new HashSet<decimal>(sorted.Where(r => r.Value > 0m).Select(r => r.Value));
        var slips = below.Where(r => !amounts.Contains(-r.Value)).ToList();
        if (slips.Count > 0)
        {
            findings.Warn("negative-row", slips[0], $"{series.Mapping.Name}: {QuantityText.Format(slips[0].Value)} is below zero and takes back no row of that amount{(slips.Count > 1 ? $", and so are {slips.Count - 1} others" : "")}; it is subtracted.", "Look at its sign. Where it is a return or a correction, choose such rows by their kind with \"where\".");
        }
    }
}
