using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Compares a mapping's units with those in the file: in a column's header, in a title above it, or in a column of units. Reading kilograms as tonnes would make an amount a thousandfold.</summary>
internal sealed partial class StatedUnits
{
    private const decimal HoursADay = 24m;
    private readonly SourceMapping _source;
    private readonly ProblemList _problems;
    private readonly int?[] _beside;

    // Units that headers state of columns whose rows say their own.
    private readonly (string Header, WrittenUnit Unit)?[] _ofHeader;
    private readonly HashSet<(int Column, string Text)> _rows = [];
    private readonly HashSet<(int Series, string Format)> _formats = [];
    private int _looked;
    private readonly HashSet<(int Column, string Text)> _told = [];

    internal StatedUnits(SourceMapping source, RowReader file, ProblemList problems)
    {
        (_source, _problems) = (source, problems);
        _beside = new int?[source.Series.Count];
        _ofHeader = new (string, WrittenUnit)?[source.Series.Count];
        for (var i = 0; i < _beside.Length; i++)
        {
            var series = source.Series[i];
            if (series.Unit is null)
            {
                _ofHeader[i] = (source.Layout.HasMonthsAcross ? MonthsAcross.In(file.Header, source.Layout.MonthsFrom).Select(m => file.Header[m.At]) : [source.Columns[series.Column]])
                    .Select(h => (h, InHeader(MonthHeaders.Unit(h) is { } unit ? $"x ({unit})" : h, series.List))).Where(h => h.Item2 is not null).Cast<(string, WrittenUnit)?>().FirstOrDefault();
                continue;
            }

            // What a row is called may say its unit: "Coal (kg)" in a table of months.
            foreach (var name in series.Where.SelectMany(c => c.Is).Where(n => HeaderWords.InBrackets(n) is not null && InHeader(n, series.List) is not null))
            {
                Hold(series, InHeader(name, series.List)!, $"\"{ShownText.Short(name)}\"", file.PlaceOfName(series.Column), ofOneMeasure: false);
            }

            if (InHeader(source.Columns[series.Column], series.List) is { } stated)
            {
                Hold(series, stated, "The header", file.PlaceOfName(series.Column), ofOneMeasure: false);
                continue;
            }

            foreach (var month in source.Layout.HasMonthsAcross ? MonthsAcross.In(file.Header, source.Layout.MonthsFrom) : [])
            {
                HoldMonth(series, file, month.At);
            }

            var at = file.Header.ToList().IndexOf(source.Columns[series.Column]);
            foreach (var cell in file.Near.Where(r => at > 0 && at < r.Count).Select(r => r[at].Trim(' ', '(', ')', '[', ']')).Where(c => c.Length > 0))
            {
                if (InHeader($"x ({cell})", series.List) is { } near)
                {
                    Hold(series, near, "The row beside the header", file.PlaceOfName(series.Column), ofOneMeasure: false);
                }
            }

            var titles = file.Titles.SelectMany(t => InTitle(t, series)).ToList();
            if (!titles.Exists(t => Agree(series, t)))
            {
                titles.ForEach(t => Hold(series, t, "A line above the table", file.PlaceOfName(series.Column), ofOneMeasure: true));
            }
        }
    }

    /// <summary>The column of units for each series: next to it, or the only one. Without a certain one, a possible one is used.</summary>
    private void Look(IReadOnlyList<string> header)
    {
        _looked = header.Count;
        var own = Enumerable.Range(0, header.Count).Where(c => HeaderWords.IsOfUnits(header[c])).ToList();
        var maybe = Enumerable.Range(0, header.Count).Where(c => HeaderWords.MayBeOfUnits(header[c])).ToList();
        for (var i = 0; i < _beside.Length; i++)
        {
            var series = _source.Series[i];
            var units = own.Count > 0 ? own : maybe;
            var isNamed = _source.Series.Any(s => s.UnitColumn is { } column && units.Exists(u => header[u] == _source.Columns[column]));
            if (series.Unit is not null && InHeader(_source.Columns[series.Column], series.List) is null)
            {
                var at = header.ToList().IndexOf(_source.Columns[series.Column]);
                _beside[i] = at < 0 ? null : units.Contains(at + 1) ? at + 1 : units.Contains(at - 1) ? at - 1 : units.Count == 1 && !isNamed ? units[0] : null;
            }
        }
    }

    /// <summary>The header of a month may state the unit of its column: "Apr-25 (t)".</summary>
    private void HoldMonth(SeriesMapping series, RowReader file, int at)
    {
        if (MonthHeaders.Unit(file.Header[at]) is not { } said)
        {
            return;
        }

        var where = $"\"{ShownText.Short(file.Header[at])}\"";
        if (InHeader($"x ({said})", series.List) is { } unit)
        {
            Hold(series, unit, where, file.PlaceOfHeader(at), ofOneMeasure: false);
        }
        else if (_told.Add((series.Column, said)))
        {
            _problems.Error("unit-unknown", file.PlaceOfHeader(at), $"{where} says {ShownText.Short(said)} of its month, which is no unit that is known, and the mapping reads {series.Name} in {series.Unit!.Symbol}.", "a month, alone or with its unit", "Rename the header, or take the column out where it holds no amounts.");
        }
    }

    /// <summary>A header such as "Quantity (t)", or a title such as "Weights in t", and a row that says kg cannot both be right.</summary>
    private void HoldRow(RowReader row, int at)
    {
        var series = _source.Series[at];
        var said = row.Cell(series.UnitColumn!.Value) ?? "";
        if (!_rows.Add((series.Column, said)) || !Measure.TryOf(series.List, _source.Layout.Units.TryGetValue(said, out var meant) ? meant : said, out var own, out _))
        {
            return;
        }

        var read = series with { Unit = own };
        List<(string Where, WrittenUnit Unit)> stated = _ofHeader[at] is { } header ? [($"the header \"{ShownText.Short(header.Header)}\"", header.Unit)] : [.. row.Titles.SelectMany(t => InTitle(t, read)).Select(u => ("a line above the table", u))];
        if (stated.Count > 0 && !stated.Exists(s => Agree(read, s.Unit)))
        {
            _problems.Error("unit-differs", row.PlaceOf(series.UnitColumn.Value), $"The row says {ShownText.Short(said)}, and {stated[0].Where} says {ShownText.Short(stated[0].Unit.Text)}.", "one unit", "Find out which is right, and take the other out of the file; or state \"unit\" in the place of \"unitColumn\".");
        }
    }

    /// <summary>Checks the unit next to the amount of a row that a series takes, and the one in its cell's format.</summary>
    internal void Take(RowReader row, int series)
    {
        if (row.Header.Count > _looked)
        {
            Look(row.Header);
        }

        if (_source.Series[series] is { Unit: not null } shown && row.ShownUnit(shown.Column) is { } format && _formats.Add((series, format)))
        {
            if (ColumnReason.Of(format) == ColumnReason.Money)
            {
                _problems.Warn("column-suspected", row.PlaceOf(shown.Column), $"The format of the cell shows {ShownText.Short(format)}, and the mapping reads {shown.Name} in {shown.Unit!.Symbol}.", hint: "Look at \"column\" of the series.");
            }
            else if (InHeader($"x ({format})", shown.List) is { } inCell)
            {
                Hold(shown, inCell, "The format of the cell", row.PlaceOf(shown.Column), ofOneMeasure: false);
            }
        }

        if (_source.Series[series].UnitColumn is not null)
        {
            HoldRow(row, series);
        }

        if (_beside[series] is { } at && row.Beside(at) is { Length: > 0 } text)
        {
            var (of, where, place) = (_source.Series[series], $"\"{ShownText.Short(row.Header[at])}\"", row.PlaceOf(_source.Series[series].Column));
            var stated = Written(text);
            var isCount = IsCount(text) && !_source.Layout.Units.ContainsKey(text);
            if (!isCount && (Measure.TryOf(of.List, stated.Symbol ?? "", out _, out _) || stated.Symbol is "" or null))
            {
                Hold(of, stated, where, place, ofOneMeasure: true);
            }
            else if ((isCount || HeaderWords.IsOfNothingElse(row.Header[at])) && (isCount || !IsUnit(stated.Symbol!, "")) && ColumnReason.Of(text) != ColumnReason.Money && _told.Add((of.Column, text)))
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

    /// <summary>Readings may be given in the file's unit after multiplication.</summary>
    private bool Agree(SeriesMapping series, WrittenUnit stated) => InOwn(series, stated) is { } times && (times == 1m || times == Math.Abs(series.Times) || (stated.Symbol is null && OfAnyUnit(series, stated.Times)));

    /// <summary>The stated unit as a multiple of the series' unit; for a rate, over the interval of a row. Null where it measures something else.</summary>
    private decimal? InOwn(SeriesMapping series, WrittenUnit stated)
    {
        if (stated.Symbol is null)
        {
            return stated.Times;
        }

        // A monthly header does not give the hours for a rate.
        if (stated.Hours is not null && (_source.Time.IsOfMonths || _source.Layout.HasMonthsAcross))
        {
            return null;
        }

        var hours = stated.Hours is { } span ? (_source.Kind == SourceKind.Meter ? _source.Seconds / 3600m : HoursADay) / span : 1m;
        return stated.Symbol.Length > 0 && Measure.TryOf(series.List, stated.Symbol, out var measure, out _) && measure!.Canonical == series.Unit!.Canonical
            && measure.TryRead("1", out var one, out _) && series.Unit.TryRead("1", out var own, out _) ? one * stated.Times * hours / own : null;
    }

    /// <summary>"In lakhs" alone may mean lakhs of a smaller unit than the series' unit. For masses it means tonnes, not kilograms.</summary>
    private static bool OfAnyUnit(SeriesMapping series, decimal scale) => series.Unit!.TryRead("1", out var own, out _) && own * Math.Abs(series.Times) / scale is var one && Measure.Ones(series.List, series.Unit.Canonical).Contains(one) && (one >= 1m || series.Unit.Canonical != "t");
}
