using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;

namespace Ccts.Ingestion.Series;

/// <summary>Movement types of an ERP and their reversals, as 261 and 262: together in one amount they have opposite signs, or what was taken back counts twice.</summary>
internal sealed class Reversals(SourceMapping source, Findings findings)
{
    private static readonly string[] s_words = ["movement", "mvt", "bwart", "type"];

    // Returns have a type of their own, and each its own reversal: to the vendor (122, 161), from the customer (651 to 657).
    private static readonly Dictionary<int, int> s_returns = new() { [122] = 101, [161] = 101, [651] = 601, [653] = 601, [655] = 601, [657] = 601 };
    private readonly List<(SeriesMapping Series, int Column)> _conditions = [.. source.Series.SelectMany(s => s.Where.Where(w => HeaderWords.Of(source.Columns[w.Column]).Any(h => s_words.Contains(h, StringComparer.Ordinal))).Select(w => (s, w.Column)))];
    private readonly Dictionary<(string Stream, string? Flow, Into Into, int Type), (Reading First, decimal Sum)> _sums = [];

    internal void Take(RowReader row, SeriesMapping series, Reading reading)
    {
        foreach (var (of, column) in _conditions)
        {
            if (ReferenceEquals(of, series) && int.TryParse(row.Cell(column), NumberStyles.None, CultureInfo.InvariantCulture, out var type) && type is > 100 and < 1000)
            {
                var key = (series.Stream, series.Flow, series.Into, type);
                _sums[key] = _sums.TryGetValue(key, out var seen) ? (seen.First, seen.Sum + reading.Value) : (reading, reading.Value);
            }
        }
    }

    internal void Tell()
    {
        foreach (var (key, back) in _sums.Select(s => (s.Key, s.Value)).Where(s => s.Key.Type % 2 == 0 || s_returns.ContainsKey(s.Key.Type)))
        {
            var of = s_returns.TryGetValue(key.Type, out var returned) ? returned : key.Type - 1;
            if (_sums.TryGetValue((key.Stream, key.Flow, key.Into, of), out var forth) && Math.Sign(forth.Sum) * Math.Sign(back.Sum) > 0)
            {
                findings.Problems.Error("reversal-sign", findings.PlaceOf(back.First.File, back.First.Row), $"Movement type {key.Type} takes back what {of} posts, and the file writes both with the same sign: \"{key.Stream}\" would count what was taken back twice.", "opposite signs", $"Give the rows of {key.Type} a series of their own with \"times\": \"-1\".");
            }
        }
    }
}
