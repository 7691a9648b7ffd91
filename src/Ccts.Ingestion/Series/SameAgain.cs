using System.Collections.Generic;

namespace Ccts.Ingestion.Series;

/// <summary>Finds one value repeated many times in a series whose values otherwise hardly ever repeat: a stuck instrument, or rows that were copied down.</summary>
internal static class SameAgain
{
    /// <summary>Outside the run, at most one in this many neighbouring pairs is equal.</summary>
    private const int Pairs = 50;

    /// <summary>The longest run of one value other than zero; null where values often repeat, as those of a meter with a coarse resolution do.</summary>
    internal static (int From, int Count)? Longest(IReadOnlyList<decimal> values)
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

        return (alike - longest.Count + 1) * Pairs <= values.Count - longest.Count ? longest : null;
    }
}
