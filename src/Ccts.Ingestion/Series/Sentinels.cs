using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Finds numbers that a logger writes where it has none, as 9999 or 65535: the same several times, and above all others, or below all that are not zero.</summary>
internal sealed class Sentinels(SourceMapping source, Findings findings)
{
    private const int Fewest = 2;
    private const decimal Above = 3m / 2m;
    private static readonly string[] s_known = ["32767", "65535", "2147483647", "4294967295"];
    private readonly Dictionary<(int Column, string Text), (SeriesMapping Series, Reading First, int Count)> _seen = [];
    private readonly Dictionary<int, (decimal Least, decimal Most)> _others = [];

    internal void Take(RowReader row, SeriesMapping series, Reading reading)
    {
        if (source.Kind != SourceKind.Meter || source.IsRegister)
        {
            return;
        }

        var text = row.Cell(series.Column) ?? "";
        if (text.Length is > 2 and < 14 && text[0] is '9' or '6' or '3' or '2' or '4' && (NinesOf(text) ?? s_known.FirstOrDefault(k => text == k || (text.StartsWith(k, StringComparison.Ordinal) && text.Substring(k.Length).Trim('0', '.', ',').Length == 0 && text.Length > k.Length && text[k.Length] is '.' or ','))) is { } known)
        {
            _seen[(series.Column, known)] = _seen.TryGetValue((series.Column, known), out var seen) ? seen with { Count = seen.Count + 1 } : (series, reading, 1);
        }
        else
        {
            var (least, most) = _others.TryGetValue(series.Column, out var others) ? others : (decimal.MaxValue, 0m);
            _others[series.Column] = (reading.Value > 0m ? Math.Min(least, reading.Value) : least, Math.Max(most, reading.Value));
        }
    }

    internal void Tell()
    {
        foreach (var (key, seen) in _seen.Select(s => (s.Key, s.Value)))
        {
            var (value, isRepeated) = (seen.First.Value, seen.Count >= Fewest);
            if (!_others.TryGetValue(key.Column, out var others) || (value <= (isRepeated ? Above : FarAbove) * others.Most && !(isRepeated && value * Above < others.Least)))
            {
                continue;
            }

            findings.Warn("sentinel-suspected", seen.First, $"{seen.Series.Name}: {key.Text} occurs here{(seen.Count > 1 ? $" and {seen.Count} times in all" : "")}, {(value < others.Least ? "below" : isRepeated ? "above" : "far above")} every other value, as a logger writes it where it has none; it is counted as measured.", "Where it is no value, list it in \"absent\" of the mapping's \"table\".");
        }
    }

    /// <summary>A number of only nines, before any zeros after the point; null for any other.</summary>
    private static string? NinesOf(string text)
    {
        var point = text.IndexOfAny(['.', ',']);
        var plain = point > 0 && text.Substring(point + 1).Trim('0').Length == 0 ? text.Substring(0, point) : text;
        return plain.Count(c => c == '9') >= FewestNines && plain.All(c => c is '9' or '.' or ',') ? plain : null;
    }

    /// <summary>A load that never falls far does not stop for single intervals: there a zero means a missing value.</summary>
    internal static void TellZeros(SeriesReadings series, List<Reading> sorted, Findings findings)
    {
        var zeros = Enumerable.Range(0, sorted.Count).Where(i => sorted[i].Value == 0m).ToList();
        if (zeros.Count < FewestZeros || zeros.Count * Rare > sorted.Count || zeros.Exists(i => (i > 0 && sorted[i - 1].Value == 0m) || (i + 1 < sorted.Count && sorted[i + 1].Value == 0m)))
        {
            return;
        }

        var others = sorted.Where(r => r.Value != 0m).Select(r => r.Value).OrderBy(v => v).ToList();
        if (others[0] * FarAbove >= others[others.Count / 2])
        {
            findings.Warn("sentinel-suspected", sorted[zeros[0]], $"{series.Mapping.Name}: 0 occurs here and {zeros.Count} times in all, each between two values that are not, and no other is below {QuantityText.Format(others[0])}, as where a logger has no value; it is counted as measured.", "Where it is no value, list it in \"absent\" of the mapping's \"table\".");
        }
    }

    private const int FewestZeros = 3;
    private const int FewestNines = 3;
    private const decimal FarAbove = 5m;

    /// <summary>The same for any number: the largest value repeats digit for digit, far above the next.</summary>
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
            findings.Warn("sentinel-suspected", first, $"{series.Mapping.Name}: {QuantityText.Format(most)} occurs here and {count} times in all, far above every other value, as a logger writes it where it has none; it is counted as measured.", "Where it is no value, list it in \"absent\" of the mapping's \"table\".");
        }
    }

    private const int Rare = 20;
    private const int Varied = 6;
}
