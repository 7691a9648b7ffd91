using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>Finds numbers that a logger writes where it has none, as 9999 or 65535: the same several times, and above all others.</summary>
internal sealed class Sentinels(SourceMapping source, Findings findings)
{
    private const int Fewest = 2;
    private const decimal Above = 3m / 2m;
    private static readonly string[] s_known = ["999.9", "9999", "9999.9", "99999", "999999", "9999999", "32767", "65535", "2147483647", "4294967295"];
    private readonly Dictionary<(int Column, string Text), (SeriesMapping Series, Reading First, int Count)> _seen = [];
    private readonly Dictionary<int, decimal> _most = [];

    internal void Take(RowReader row, SeriesMapping series, Reading reading)
    {
        if (source.Kind != SourceKind.Meter || source.IsRegister)
        {
            return;
        }

        var text = row.Cell(series.Column) ?? "";
        if (text.Length is > 3 and < 14 && text[0] is '9' or '6' or '3' or '2' or '4' && s_known.FirstOrDefault(k => text == k || (text.StartsWith(k, StringComparison.Ordinal) && text.Substring(k.Length).Trim('0', '.', ',').Length == 0 && text.Length > k.Length && text[k.Length] is '.' or ',')) is { } known)
        {
            _seen[(series.Column, known)] = _seen.TryGetValue((series.Column, known), out var seen) ? seen with { Count = seen.Count + 1 } : (series, reading, 1);
        }
        else
        {
            _most[series.Column] = Math.Max(reading.Value, _most.TryGetValue(series.Column, out var most) ? most : 0m);
        }
    }

    internal void Tell()
    {
        foreach (var (key, seen) in _seen.Select(s => (s.Key, s.Value)).Where(s => s.Value.Count >= Fewest && _most.TryGetValue(s.Key.Column, out var most) && s.Value.First.Value > Above * most))
        {
            findings.Warn("sentinel-suspected", seen.First, $"{seen.Series.Name}: {key.Text} stands here and {seen.Count} times in all, above every other value, as a logger writes it where it has none; it is counted as measured.", "Where it is no value, list it in \"absent\" of the mapping's \"table\".");
        }
    }

    /// <summary>The same for whatever number it is: the largest stands several times, digit for digit, and far above the next.</summary>
    internal static void Tell(SeriesReadings series, List<Reading> sorted, Findings findings)
    {
        var (most, next, count, first) = (0m, 0m, 0, default(Reading));
        foreach (var reading in sorted)
        {
            if (reading.Value > most)
            {
                (most, next, count, first) = (reading.Value, most, 1, reading);
            }
            else if (reading.Value == most)
            {
                count++;
            }
            else if (reading.Value > next)
            {
                next = reading.Value;
            }
        }

        if (count > Fewest && next > 0m && most > Above * next && count * Rare <= sorted.Count && sorted.Select(r => r.Value).Distinct().Take(Varied).Count() == Varied
            && !findings.Problems.ToList().Any(p => p.Code == "sentinel-suspected" && p.Message.StartsWith(series.Mapping.Name + ":", StringComparison.Ordinal)))
        {
            findings.Warn("sentinel-suspected", first, $"{series.Mapping.Name}: {Ccts.Sdk.Quantities.QuantityText.Format(most)} stands here and {count} times in all, far above every other value, as a logger writes it where it has none; it is counted as measured.", "Where it is no value, list it in \"absent\" of the mapping's \"table\".");
        }
    }

    private const int Rare = 20;
    private const int Varied = 6;
}
