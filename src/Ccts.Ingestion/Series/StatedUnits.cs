using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Holds the units of a mapping against those that a file states: in the header of a column, in a title above it, or in a column of units beside it. Kilograms read as tonnes would be a thousandfold amount.</summary>
internal sealed class StatedUnits
{
    private static readonly string[] s_lists = ["fuels", "electricity", Measure.Net, Measure.Gross, Measure.Share];
    private static readonly string[] s_figures = ["figures", "figure", "values", "quantities", "quantity", "amounts", "readings", "data", "numbers", "weights", "unit", "units", "uom", "all"];
    private readonly SourceMapping _source;
    private readonly ProblemList _problems;
    private readonly int?[] _beside;
    private readonly HashSet<(int Column, string Text)> _told = [];

    internal StatedUnits(SourceMapping source, RowReader file, ProblemList problems)
    {
        (_source, _problems) = (source, problems);
        _beside = new int?[source.Series.Count];
        var units = Enumerable.Range(0, file.Header.Count).Where(c => HeaderWords.IsOfUnits(file.Header[c])).ToList();
        var isNamed = source.Series.Any(s => s.UnitColumn is { } column && units.Exists(u => file.Header[u] == source.Columns[column]));
        for (var i = 0; i < _beside.Length; i++)
        {
            var series = source.Series[i];
            if (series.Unit is null)
            {
                continue;
            }

            if (InHeader(source.Columns[series.Column], series.List) is { } stated)
            {
                Hold(series, stated, "The header", file.PlaceOfName(series.Column), ofOneMeasure: false);
                continue;
            }

            foreach (var title in file.Titles.Select(InTitle).Where(t => t is not null))
            {
                Hold(series, title!, "A line above the table", file.PlaceOfName(series.Column), ofOneMeasure: true);
            }

            var at = Enumerable.Range(0, file.Header.Count).First(c => file.Header[c] == source.Columns[series.Column]);
            _beside[i] = units.Contains(at + 1) ? at + 1 : units.Contains(at - 1) ? at - 1 : units.Count == 1 && !isNamed ? units[0] : null;
        }
    }

    /// <summary>Holds the unit beside the amount of a row that a series takes.</summary>
    internal void Take(RowReader row, int series)
    {
        if (_beside[series] is { } at && row.Beside(at) is { Length: > 0 } text)
        {
            Hold(_source.Series[series], text, $"\"{ShownText.Short(row.Header[at])}\"", row.PlaceOf(_source.Series[series].Column), ofOneMeasure: true);
        }
    }

    private void Hold(SeriesMapping series, string text, string where, SourcePlace place, bool ofOneMeasure)
    {
        var (unit, list) = (Meant(text), series.List);
        var isRead = Measure.TryOf(list, unit, out var stated, out _);
        if ((!isRead && ofOneMeasure) || (isRead && (Agree(series, stated!) || (ofOneMeasure && where[0] == 'A' && stated!.Canonical != series.Unit!.Canonical))) || !_told.Add((series.Column, text)))
        {
            return;
        }

        _problems.Error("unit-differs", place, $"{where} says {ShownText.Short(text)}, and the mapping reads {series.Name} in {series.Unit!.Symbol}.", "the unit of the file in \"unit\"", $"Where the file writes {ShownText.Short(text)} and means {series.Unit.Symbol}, say so in \"units\" of the mapping's \"table\".");
    }

    /// <summary>Readings that are multiplied may come out in the unit that the file states.</summary>
    private static bool Agree(SeriesMapping series, Measure stated) =>
        stated.Canonical == series.Unit!.Canonical && stated.TryRead("1", out var one, out _) && series.Unit.TryRead("1", out var own, out _)
        && (one == own || (ExactDecimal.TryMultiply(own, Math.Abs(series.Times), out var times) && one == times));

    private string Meant(string text) => _source.Layout.Units.TryGetValue(text, out var meant) ? meant : HeaderWords.UnitOf(text);

    /// <summary>The unit that a header states: in brackets behind it, or the only one among its words; null where it states none that anything is measured in.</summary>
    private string? InHeader(string header, string list)
    {
        if (HeaderWords.InBrackets(header) is { } inside && IsUnit(inside, list))
        {
            return inside;
        }

        // A word alone may be a name: m3 is the third meter.
        var words = header.Split([' ', '_', ',', '(', ')', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        var among = words.Where(w => w.Length > 1 && !w.Equals("to", StringComparison.OrdinalIgnoreCase) && IsUnit(w, "") && Measure.TryOf(list, Meant(w), out _, out _)).ToList();
        return words.Length > 1 && among.Count == 1 ? among[0] : null;
    }

    private string? InTitle(string title)
    {
        if (HeaderWords.InBrackets(title) is { } inside && IsUnit(inside, ""))
        {
            return inside;
        }

        var words = title.Split([' ', ':', ',', ';', '(', ')', '='], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, w => s_figures.Contains(w.ToLowerInvariant(), StringComparer.Ordinal));
        return at < 0 ? null : words.Skip(at + 1).FirstOrDefault(w => w.Length > 1 && !w.Equals("to", StringComparison.OrdinalIgnoreCase) && IsUnit(w, ""));
    }

    private bool IsUnit(string text, string list) =>
        Meant(text) is { Length: > 0 } unit && unit != "1" && !unit.All(char.IsDigit) && s_lists.Concat(list is "" or "products" ? [] : new[] { list }).Any(l => Measure.TryOf(l, unit, out _, out _));
}
