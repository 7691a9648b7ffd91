using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Compares a mapping's units with those in the file: in a column's header, in a title above it, or in a column of units. Reading kilograms as tonnes would make an amount a thousandfold.</summary>
internal sealed class StatedUnits
{
    private static readonly string[] s_lists = ["fuels", "electricity", "importedHeat", Measure.Net, Measure.Gross, Measure.Share];
    private static readonly string[] s_figures = ["figures", "figure", "values", "quantities", "quantity", "amounts", "readings", "data", "numbers", "weights", "qty", "energy", "unit", "units", "uom", "all"];
    // Counts are not weights, and current and voltage are not energy.
    private static readonly string[] s_counts = ["nos", "no", "numbers", "count", "pcs", "pieces", "each", "ea", "bag", "bags", "truck", "trucks", "lorry", "lorries", "rake", "rakes", "wagon", "wagons", "trip", "trips", "drum", "drums", "cylinder", "cylinders", "pkt", "pkts", "packets", "boxes", "barrels", "bbl"];
    private static readonly string[] s_heats = ["toe", "mtoe", "btu", "mmbtu", "therm", "therms"];
    private static readonly string[] s_noEnergy = ["reactive", "apparent", "amp", "amps", "ampere", "amperes", "volts", "voltage"];

    // The capacity of a scale, store or plant is not the unit of the numbers.
    private static readonly string[] s_notOfValues = ["accuracy", "least", "capacity", "rounded", "rounding", "rating", "rated", "tolerance", "resolution", "not"];
    private static readonly Regex s_brackets = new(@"[(\[](?<in>[^)\]]*)[)\]]", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    private static readonly string[] s_energies = ["electricity", "exportedPower"];
    private static readonly string[] s_amounts = [.. Measure.Lists, Measure.FlowOfCarbon];
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

    private static bool IsCount(string text) => s_counts.Contains(text.TrimEnd('.').ToLowerInvariant(), StringComparer.Ordinal);

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

    private WrittenUnit Written(string text) => _source.Layout.Units.TryGetValue(text, out var meant) ? new WrittenUnit(text, meant, 1m) : WrittenUnit.Of(text) ?? new WrittenUnit(text, HeaderWords.UnitOf(text), 1m);

    private string Meant(string text) => _source.Layout.Units.TryGetValue(text, out var meant) ? meant : HeaderWords.UnitOf(text);

    /// <summary>The unit that a header states: in brackets behind it, or the only one among its words; null where it states none that anything is measured in.</summary>
    private WrittenUnit? InHeader(string text, string list)
    {
        bool Counts(WrittenUnit unit) => unit.Symbol switch { null => true, "" => s_energies.Contains(list, StringComparer.Ordinal), _ => Measure.TryOf(list, unit.Symbol, out _, out _) };
        var header = HeaderWords.Spread(text);
        var inside = HeaderWords.InBrackets(text) ?? HeaderWords.InBrackets(header);
        var words = header.Split([' ', '_', ',', '(', ')', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        if (inside is null && words.Length > 0 && s_amounts.Contains(list, StringComparer.Ordinal) && Alone(words) is { } alone && (Counts(alone) || words.Length == 1))
        {
            return Known(alone);
        }

        if (s_amounts.Contains(list, StringComparer.Ordinal) && (inside is not null && WrittenUnit.Of(inside) is { } whole && !_source.Layout.Units.ContainsKey(inside) ? whole : WrittenUnit.In(header, Counts)) is { } written && Counts(written))
        {
            return Known(written);
        }

        if (inside is not null && (IsUnit(inside, list) || (s_amounts.Contains(list, StringComparer.Ordinal) && IsCount(inside)) || (list is Measure.Net or Measure.Gross && inside.IndexOf('/') > 0)))
        {
            return new WrittenUnit(inside, Meant(inside), 1m);
        }

        // A word alone may be a name: m3 is the third meter.
        var among = words.Where(w => w.Length > 1 && !w.Equals("to", StringComparison.OrdinalIgnoreCase) && IsUnit(w, "") && Measure.TryOf(list, Meant(w), out _, out _)).ToList();
        if (among.Count == 1 && (words.Length > 1 || (among[0].Length > 2 && among[0].All(char.IsLetter))))
        {
            return new WrittenUnit(among[0], Meant(among[0]), 1m);
        }

        return among.Count > 0 || !s_amounts.Contains(list, StringComparer.Ordinal) ? null
            : Array.IndexOf(words, "%") >= 0 ? new WrittenUnit("%", "%", 1m)
            : s_energies.Contains(list, StringComparer.Ordinal) && Array.Find(words, w => s_noEnergy.Contains(w.ToLowerInvariant(), StringComparer.Ordinal)) is { } none ? new WrittenUnit(none, "", 1m) : null;
    }

    /// <summary>A unit that is the whole header, as its symbol is written, or Wh behind other words.</summary>
    private static WrittenUnit? Alone(string[] words) =>
        words[words.Length - 1] is var last && last.Equals("Wh", StringComparison.OrdinalIgnoreCase) ? WrittenUnit.Of(last)
        : words.Length == 1 && last.Length > 1 && last.All(char.IsLetter) && (s_lists.Any(l => Measure.TryOf(l, last, out _, out _)) || s_heats.Contains(last, StringComparer.OrdinalIgnoreCase)) ? new WrittenUnit(last, last, 1m)
        : null;

    /// <summary>The mapping's meaning of a text takes precedence over the usual one.</summary>
    private WrittenUnit Known(WrittenUnit written) => _source.Layout.Units.TryGetValue(written.Text, out var meant) ? new WrittenUnit(written.Text, meant, 1m) : written;

    /// <summary>The units of the series' measure in a line: in brackets at its end, or after "in" or a word such as "figures". An hourly capacity of a plant does not count.</summary>
    private IEnumerable<WrittenUnit> InTitle(string title, SeriesMapping series)
    {
        var said = HeaderWords.Of(title);
        if (said.Any(w => s_notOfValues.Contains(w, StringComparer.Ordinal)))
        {
            return [];
        }

        // A scale alone counts where the line speaks of figures, and not of money.
        var isOfFigures = ColumnReason.Of(title) != ColumnReason.Money && said.Any(w => s_figures.Contains(w, StringComparer.Ordinal));
        bool Counts(WrittenUnit unit) => unit is { Hours: null } && (unit.Symbol is null ? isOfFigures : unit.Symbol.Length > 0 && InOwn(series, unit) is not null);
        foreach (var inside in s_brackets.Matches(title).Cast<Match>().Select(m => m.Groups["in"].Value))
        {
            if ((IsUnit(inside, "") || WrittenUnit.Of(inside) is not null) && Written(inside) is var found)
            {
                return new[] { found }.Where(Counts);
            }
        }

        var words = title.Split([' ', ':', ',', ';', '(', ')', '='], StringSplitOptions.RemoveEmptyEntries);
        if (Array.FindIndex(words, w => w.Equals("multiply", StringComparison.OrdinalIgnoreCase) || w.Equals("multiplied", StringComparison.OrdinalIgnoreCase)) is >= 0 and var times && words.Length > times + 2 && words[times + 1].Equals("by", StringComparison.OrdinalIgnoreCase)
            && decimal.TryParse(words[times + 2], NumberStyles.None, CultureInfo.InvariantCulture, out var factor) && factor > 1m)
        {
            return [new WrittenUnit(title, null, factor)];
        }

        var at = Array.FindIndex(words, w => s_figures.Contains(w.ToLowerInvariant(), StringComparer.Ordinal));
        var from = at >= 0 ? at : Array.FindIndex(words, w => w.Equals("in", StringComparison.OrdinalIgnoreCase));
        if (from < 0)
        {
            return [];
        }

        var rest = string.Join(" ", words.Skip(from + 1));
        return WrittenUnit.In(rest, Counts) is { } written ? [Known(written)] : words.Skip(from + 1).Take(at >= 0 ? words.Length : 1).Where((w, i) => w.Length > 1 && !w.Equals("to", StringComparison.OrdinalIgnoreCase) && IsUnit(w, "") && !IsOfNumber(words, from + 1 + i)).Select(w => new WrittenUnit(w, Meant(w), 1m)).Where(Counts);
    }

    /// <summary>"10 kg" and "kg: 20" describe a thing.</summary>
    private static bool IsOfNumber(string[] words, int at) => (at > 0 && IsNumber(words[at - 1])) || (at + 1 < words.Length && IsNumber(words[at + 1]));

    private static bool IsNumber(string word) => decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is < 1900m or > 2100m;

    private bool IsUnit(string text, string list) =>
        Meant(text) is { Length: > 0 } unit && unit != "1" && !unit.All(char.IsDigit) && s_lists.Concat(list is "" or "products" ? [] : new[] { list }).Any(l => Measure.TryOf(l, unit, out _, out _));
}
