using System;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>
/// Finds tickets whose numbers are read in thousands and look like decimals. Scales weigh in steps of five kilograms or more: where every ticket in tonnes ends in a 0 or a 5, as in 20,105 and 19,870, the
/// mark parts tonnes from kilograms.
/// </summary>
internal sealed class ThousandsOrDecimals(SourceMapping source, Findings findings)
{
    private const int Fewest = 10;
    private const int Decimals = 3;
    private static readonly string[] s_units = ["t", "kl", "MWh"];
    private readonly (Reading First, string Text, int Count, int Round, bool IsNot)[] _seen = new (Reading, string, int, int, bool)[source.Series.Count];

    internal void Take(int series, string text, Reading reading)
    {
        if (source.Layout.Numbers.Thousands is not { } mark || reading.Value == 0m)
        {
            return;
        }

        ref var seen = ref _seen[series];
        var at = text.IndexOf(mark);
        seen.IsNot |= at is < 1 or > Decimals || text.Length != at + 1 + Decimals || text[text.Length - 1] is not ('0' or '5');
        seen.Round += text.EndsWith("00", StringComparison.Ordinal) ? 1 : 0;
        (seen.First, seen.Text, seen.Count) = seen.Count == 0 ? (reading, text, 1) : (seen.First, seen.Text, seen.Count + 1);
    }

    internal void Tell()
    {
        for (var i = 0; i < _seen.Length; i++)
        {
            var (series, seen) = (source.Series[i], _seen[i]);
            if (seen is { IsNot: false, Count: >= Fewest } && seen.Round * 2 < seen.Count && series is { NumberColumns.Count: > 0, Unit: { } unit, Plausible.Most: null } && s_units.Contains(unit.Symbol, StringComparer.Ordinal))
            {
                findings.Warn("thousands-suspected", seen.First, $"{series.Name}: every number has one \"{source.Layout.Numbers.Thousands}\" before its last three digits and ends in 0 or 5, as decimals of a scale do; {ShownText.Short(seen.Text)} is read in thousands.", $"Where it is a decimal mark, state it as \"decimal\" of the mapping's \"table\" in the place of \"thousands\"; else state in \"plausible\" the most that a row can have.");
            }
        }
    }
}
