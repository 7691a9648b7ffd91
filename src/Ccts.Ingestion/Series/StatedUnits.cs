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
    private static readonly string[] s_figures = ["figures", "figure", "values", "quantities", "quantity", "amounts", "readings", "data", "numbers", "weights", "qty", "energy", "unit", "units", "uom", "all"];
    private static readonly string[] s_energies = ["electricity", "exportedPower"];
    private static readonly string[] s_amounts = [.. Measure.Lists, Measure.FlowOfCarbon];
    private const decimal HoursADay = 24m;
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

            var titles = file.Titles.SelectMany(t => InTitle(t, series)).ToList();
            if (!titles.Exists(t => Agree(series, t)))
            {
                titles.ForEach(t => Hold(series, t, "A line above the table", file.PlaceOfName(series.Column), ofOneMeasure: true));
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
            var (of, where, place) = (_source.Series[series], $"\"{ShownText.Short(row.Header[at])}\"", row.PlaceOf(_source.Series[series].Column));
            var stated = Written(text);
            if (Measure.TryOf(of.List, stated.Symbol ?? "", out _, out _) || stated.Symbol is "" or null)
            {
                Hold(of, stated, where, place, ofOneMeasure: true);
            }
            else if (HeaderWords.IsOfNothingElse(row.Header[at]) && !IsUnit(stated.Symbol, "") && ColumnReason.Of(text) != ColumnReason.Money && _told.Add((of.Column, text)))
            {
                _problems.Error("unit-unknown", place, $"{where} says {ShownText.Short(text)}, which is no unit that is known, and the mapping reads {of.Name} in {of.Unit!.Symbol}.", "a unit that is known", $"Where the file writes {ShownText.Short(text)} and means {of.Unit.Symbol}, say so in \"units\" of the mapping's \"table\".");
            }
        }
    }

    private void Hold(SeriesMapping series, WrittenUnit stated, string where, SourcePlace place, bool ofOneMeasure)
    {
        if ((ofOneMeasure && stated.Symbol is { Length: > 0 } symbol && !Measure.TryOf(series.List, symbol, out _, out _)) || Agree(series, stated) || !_told.Add((series.Column, stated.Text)))
        {
            return;
        }

        var (text, own) = (ShownText.Short(stated.Text), series.Unit!.Symbol);
        _problems.Error("unit-differs", place, $"{where} says {text}, and the mapping reads {series.Name} in {own}.", "the unit of the file in \"unit\"", stated.Symbol is "" ? $"{text} is no active energy: name the column that holds it."
            : InOwn(series, stated) is { } times && stated is not { Times: 1m, Hours: null } ? $"One {text} is {QuantityText.Format(times)} {own}{(stated.Hours is null ? "" : " in the interval of a row")}: where the numbers are so, state \"times\": \"{QuantityText.Format(times)}\" of the series. Where the file writes {text} and means {own}, say so in \"units\" of the mapping's \"table\"."
            : $"Where the file writes {text} and means {own}, say so in \"units\" of the mapping's \"table\".");
    }

    /// <summary>Readings that are multiplied may come out in the unit that the file states.</summary>
    private bool Agree(SeriesMapping series, WrittenUnit stated) => InOwn(series, stated) is { } times && (times == 1m || times == Math.Abs(series.Times) || (stated.Symbol is null && OfAnyUnit(series, stated.Times)));

    /// <summary>How many of the series' unit the stated one is; of a rate, in the interval of a row. Null where it is of another measure.</summary>
    private decimal? InOwn(SeriesMapping series, WrittenUnit stated)
    {
        if (stated.Symbol is null)
        {
            return stated.Times;
        }

        var hours = stated.Hours is { } span ? (_source.Kind == SourceKind.Meter ? _source.Seconds / 3600m : HoursADay) / span : 1m;
        return stated.Symbol.Length > 0 && Measure.TryOf(series.List, stated.Symbol, out var measure, out _) && measure!.Canonical == series.Unit!.Canonical
            && measure.TryRead("1", out var one, out _) && series.Unit.TryRead("1", out var own, out _) ? one * stated.Times * hours / own : null;
    }

    /// <summary>"In lakhs" alone may be lakhs of a smaller unit than the one the series is in. Masses are told in tonnes so, and not in kilograms.</summary>
    private static bool OfAnyUnit(SeriesMapping series, decimal scale) => series.Unit!.TryRead("1", out var own, out _) && own * Math.Abs(series.Times) / scale is var one && Measure.Ones(series.List, series.Unit.Canonical).Contains(one) && (one >= 1m || series.Unit.Canonical != "t");

    private WrittenUnit Written(string text) => _source.Layout.Units.TryGetValue(text, out var meant) ? new WrittenUnit(text, meant, 1m) : WrittenUnit.Of(text) ?? new WrittenUnit(text, HeaderWords.UnitOf(text), 1m);

    private string Meant(string text) => _source.Layout.Units.TryGetValue(text, out var meant) ? meant : HeaderWords.UnitOf(text);

    /// <summary>The unit that a header states: in brackets behind it, or the only one among its words; null where it states none that anything is measured in.</summary>
    private WrittenUnit? InHeader(string header, string list)
    {
        bool Counts(WrittenUnit unit) => unit.Symbol switch { null => true, "" => s_energies.Contains(list, StringComparer.Ordinal), _ => Measure.TryOf(list, unit.Symbol, out _, out _) };
        var inside = HeaderWords.InBrackets(header);
        if (s_amounts.Contains(list, StringComparer.Ordinal) && (inside is not null && WrittenUnit.Of(inside) is { } whole && !_source.Layout.Units.ContainsKey(inside) ? whole : WrittenUnit.In(header, Counts)) is { } written && Counts(written))
        {
            return Known(written);
        }

        if (inside is not null && IsUnit(inside, list))
        {
            return new WrittenUnit(inside, Meant(inside), 1m);
        }

        // A word alone may be a name: m3 is the third meter.
        var words = header.Split([' ', '_', ',', '(', ')', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        var among = words.Where(w => w.Length > 1 && !w.Equals("to", StringComparison.OrdinalIgnoreCase) && IsUnit(w, "") && Measure.TryOf(list, Meant(w), out _, out _)).ToList();
        return words.Length > 1 && among.Count == 1 ? new WrittenUnit(among[0], Meant(among[0]), 1m) : null;
    }

    /// <summary>What the mapping says that a text means goes before what it would mean.</summary>
    private WrittenUnit Known(WrittenUnit written) => _source.Layout.Units.TryGetValue(written.Text, out var meant) ? new WrittenUnit(written.Text, meant, 1m) : written;

    /// <summary>The units of the series' measure that a line states: in brackets at its end, behind a word such as "figures", or behind "in". What a plant can do in an hour is none.</summary>
    private IEnumerable<WrittenUnit> InTitle(string title, SeriesMapping series)
    {
        bool Counts(WrittenUnit unit) => unit is { Symbol.Length: > 0, Hours: null } && InOwn(series, unit) is not null;
        if (HeaderWords.InBrackets(title) is { } inside && (IsUnit(inside, "") || WrittenUnit.Of(inside) is not null))
        {
            return new[] { Written(inside) }.Where(Counts);
        }

        var words = title.Split([' ', ':', ',', ';', '(', ')', '='], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, w => s_figures.Contains(w.ToLowerInvariant(), StringComparer.Ordinal));
        var from = at >= 0 ? at : Array.FindIndex(words, w => w.Equals("in", StringComparison.OrdinalIgnoreCase));
        if (from < 0)
        {
            return [];
        }

        var rest = string.Join(" ", words.Skip(from + 1));
        return WrittenUnit.In(rest, Counts) is { } written ? [Known(written)] : words.Skip(from + 1).Take(at >= 0 ? words.Length : 1).Where(w => w.Length > 1 && !w.Equals("to", StringComparison.OrdinalIgnoreCase) && IsUnit(w, "")).Select(w => new WrittenUnit(w, Meant(w), 1m)).Where(Counts);
    }

    private bool IsUnit(string text, string list) =>
        Meant(text) is { Length: > 0 } unit && unit != "1" && !unit.All(char.IsDigit) && s_lists.Concat(list is "" or "products" ? [] : new[] { list }).Any(l => Measure.TryOf(l, unit, out _, out _));
}
