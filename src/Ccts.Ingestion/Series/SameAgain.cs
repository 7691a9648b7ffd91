using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ingestion.Series;

/// <summary>Finds one value repeated many times in a series whose values otherwise hardly ever repeat: a stuck instrument, or rows that were copied down.</summary>
internal static class SameAgain
{
    /// <summary>Outside the run, at most one in this many neighbouring pairs is equal.</summary>
    private const int Pairs = 50;

    /// <summary>A plant that stands still may use the same small amount for days; a stuck instrument shows a usual value.</summary>
    private const decimal Usual = 3m;

    /// <summary>The longest run of one usual value; null if it is shorter, or where values often repeat, as those of a meter with a coarse resolution do.</summary>
    internal static (int From, int Count)? Longest(IReadOnlyList<decimal> values, int fewest)
    {
        var (longest, alike) = ((From: 0, Count: 0), 0);
        for (var i = 0; i < values.Count;)
        {
            var end = i + 1;
            while (end < values.Count && values[end] == values[i])
            {
                end++;
            }

            if (values[i] != 0m)
            {
                alike += end - i - 1;
                longest = end - i > longest.Count ? (i, end - i) : longest;
            }

            i = end;
        }

        var others = values.Count - longest.Count;
        if (longest.Count < fewest || others < fewest || (alike - longest.Count + 1) * Pairs > others)
        {
            return null;
        }

        var sizes = values.Where(v => v != 0m).OrderBy(v => v).ToList();
        return values[longest.From] * Usual >= sizes[sizes.Count / 2] ? longest : null;
    }
}
