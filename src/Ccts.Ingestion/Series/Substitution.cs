using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Puts values in the place of missing ones by the method that the mapping names, and only there. Each is marked.</summary>
internal sealed class Substitution(MissingRule rule, int seconds, Calendar calendar)
{
    private const int SecondsADay = 86_400;

    /// <param name="spans">Intervals without a hole, in the order of time.</param>
    internal void Fill(List<Span> spans)
    {
        if (rule.Method == MissingMethod.None)
        {
            return;
        }

        var days = rule.Method == MissingMethod.DayBefore ? Measured(spans) : null;
        var largest = rule.Method == MissingMethod.Largest ? spans.Where(s => s.Known == Known.Measured).GroupBy(s => calendar.MonthOf(s.From)).ToDictionary(g => g.Key, g => g.Max(s => s.Amount)) : null;
        for (var i = 0; i < spans.Count;)
        {
            var end = i;
            while (end < spans.Count && spans[end].Known == Known.Missing)
            {
                end++;
            }

            for (var at = i; at < end && end - i <= rule.Longest; at++)
            {
                var value = rule.Method switch
                {
                    MissingMethod.Previous => i > 0 ? spans[i - 1].Amount : null,
                    MissingMethod.Neighbours => i > 0 && end < spans.Count ? Mean(spans[i - 1].Amount, spans[end].Amount) : null,
                    MissingMethod.DayBefore => days!.TryGetValue(spans[at].From - SecondsADay, out var before) ? before : null,
                    _ => largest!.TryGetValue(calendar.MonthOf(spans[at].From), out var most) ? (decimal?)most : null,
                };
                if (value is { } amount)
                {
                    spans[at] = spans[at] with { Amount = amount, Known = Known.Substituted };
                }
            }

            i = end + 1;
        }
    }

    private Dictionary<long, decimal> Measured(List<Span> spans)
    {
        var measured = new Dictionary<long, decimal>(spans.Count);
        foreach (var span in spans.Where(s => s.Known == Known.Measured && s.To - s.From == seconds))
        {
            measured[span.From] = span.Amount;
        }

        return measured;
    }

    // A mean that a decimal cannot hold exactly is none.
    internal static decimal? Mean(decimal a, decimal b) => ExactDecimal.TryMultiply(a + b, 0.5m, out var mean) ? mean : null;
}
