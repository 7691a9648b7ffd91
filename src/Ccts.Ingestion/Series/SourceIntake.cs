using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Takes the rows of a source and keeps the readings of each of its series.</summary>
internal sealed class SourceIntake
{
    /// <summary>The limits of a report's amount, plus the decimals that a computer's number and a unit add: a year of such values adds up exactly or is refused.</summary>
    internal const decimal Largest = 1_000_000_000_000m;
    private const int MostDecimals = 20;
    private const int MostTold = 100;
    private static readonly string[] s_clocks = ["Z", "UTC", "GMT", "IST"];
    private readonly SourceMapping _source;
    private readonly Findings _findings;
    private readonly ProblemList _problems;
    private readonly Dictionary<(string List, string Unit), Measure> _measures = [];
    private readonly string?[] _lastUnit;
    private readonly Dictionary<string, (Reading First, int Rows)> _unnamed = new(StringComparer.Ordinal);
    private readonly Reversals _reversals;
    private readonly TotalRows _totals;
    private readonly DayOrder _days;
    private readonly UtcTimes _utc;
    private StatedUnits? _units;
    private ColumnsBeside? _beside;
    private NamesBeside? _names;
    private MultipliersBeside? _multipliers;
    private RowSums? _rowSums;
    private Sentinels? _sentinels;
    private RowsAcross? _across;
    private ResultsBeside? _results;
    private ColumnSums? _columnSums;
    private LotWeights? _weights;
    private ThousandsOrDecimals? _marks;
    private RowReader? _table;
    private int _file = -1;
    private long _last;
    private bool _toldOrder;
    private int _empty;

    internal SourceIntake(SourceMapping source, Findings findings)
    {
        (_source, _findings, _problems, _reversals, _totals, _days, _utc) = (source, findings, findings.Problems, new Reversals(source, findings), new TotalRows(source, findings), new DayOrder(source, findings), new UtcTimes(source, findings));
        Series = [.. source.Series.Select(s => new SeriesReadings(s))];
        _lastUnit = new string?[Series.Count];
    }

    internal IReadOnlyList<SeriesReadings> Series { get; }

    internal void Take(RowReader row, int file)
    {
        if (file != _file)
        {
            Array.Clear(_lastUnit, 0, _lastUnit.Length);
            (_file, _last, _toldOrder) = (file, long.MinValue, false);
            (_units, _beside, _names, _multipliers, _rowSums, _sentinels) = (new StatedUnits(_source, row, _problems), new ColumnsBeside(_source, row, _findings), new NamesBeside(_source, row, _findings), new MultipliersBeside(_source, row, _findings), new RowSums(_source, row, _findings), new Sentinels(_source, _findings));
            (_columnSums, _across, _results, _table) = (new ColumnSums(_source, _findings), new RowsAcross(_source, row, _findings), new ResultsBeside(_source, row, _findings), row);
            (_weights, _marks) = (new LotWeights(_source, _problems), new ThousandsOrDecimals(_source, _findings));
            new NamedColumns(_source, row, _findings).Tell();
            PassedRows.Tell(_source, row, file, _findings);
        }

        if (!TryTime(row, out var at))
        {
            return;
        }

        if (at < _last && !_toldOrder && _source.Kind == SourceKind.Meter)
        {
            _findings.Info("clock-back", new Reading(at, 0m, file, row.Row), "The time of this row is before that of the row above: the rows are not in the order of time, or the clock was set back.");
            _toldOrder = true;
        }

        _last = at;
        _days.Take(row, new Reading(at, 0m, file, row.Row));
        _utc.Take(row, new Reading(at, 0m, file, row.Row));
        var (named, isEmpty) = (false, true);
        for (var i = 0; i < Series.Count; i++)
        {
            var mapping = Series[i].Mapping;
            if (!RowCondition.AllTake(mapping.Where, row))
            {
                continue;
            }

            named = true;
            isEmpty &= string.IsNullOrEmpty(row.Cell(mapping.Column));
            if (!row.IsBroken(mapping.Column) && !_source.Layout.IsAbsent(row.Cell(mapping.Column)) && TryValue(row, i, mapping, out var value))
            {
                var reading = new Reading(_source.StampsEnd ? at - _source.Seconds : at, value, file, row.Row);
                if (mapping.Mean?.WeightColumn is not { } weight || _weights!.Take(row, weight, Series[i], reading))
                {
                    Series[i].Add(reading, mapping.NumberOf(row), mapping.NumberColumns.Count == 0 && _source.Kind is (SourceKind.Movements or SourceKind.Laboratory) ? RowPrint.Of(row) : 0);
                    _units!.Take(row, i);
                    _beside!.Take(row, reading);
                    _names!.Take(row, i, reading);
                    _columnSums!.Take(i, reading);
                    _marks!.Take(i, row.Cell(mapping.Column)!, reading);
                    _across!.Take(row, i, reading);
                    _results!.Take(row, mapping, reading);
                    _multipliers!.Take(row, mapping, reading);
                    _rowSums!.Take(row, reading);
                    _sentinels!.Take(row, mapping, reading);
                    _reversals.Take(row, mapping, reading);
                    _totals.Take(row, i, reading);
                }
            }
        }

        _columnSums!.EndRow();
        if (!named)
        {
            TellUnnamed(row, file);
        }
        else if (!isEmpty)
        {
            _totals.EndRow(row, new Reading(at, 0m, file, row.Row));
        }
        else if (_source.Kind != SourceKind.Meter && _empty++ < MostTold)
        {
            _findings.Warn("no-amount", new Reading(at, 0m, file, row.Row), $"The row has a day and nothing in {string.Join(", ", _source.Series.Select(s => $"\"{ShownText.Short(_source.Columns[s.Column])}\"").Distinct(StringComparer.Ordinal))}, so nothing of it is counted.", "Find out what belongs there; when there is no amount, write 0, or a word that \"absent\" of the mapping's \"table\" lists.");
        }
    }

    /// <summary>Tells what only the whole of a file shows.</summary>
    internal void EndFile()
    {
        _beside?.Tell();
        _names?.Tell();
        _columnSums?.Tell(_table!);
        _across?.Tell();
        _results?.Tell();
        _multipliers?.Tell();
        _rowSums?.Tell();
        _sentinels?.Tell();
        _marks?.Tell();
        _totals.EndFile();
        _days.EndFile();
        _utc.EndFile();
        (_beside, _names, _multipliers, _rowSums, _sentinels, _columnSums, _across, _results, _table, _marks) = (null, null, null, null, null, null, null, null, null, null);
    }

    /// <summary>Tells what only all files of the source show.</summary>
    internal void End()
    {
        _reversals.Tell();
        foreach (var (name, (first, rows)) in _unnamed.Select(u => (u.Key, u.Value)).OrderBy(u => u.Value.First.File).ThenBy(u => u.Value.First.Row))
        {
            _findings.Warn("row-of-no-series", first, $"No series of the source \"{_source.Id}\" takes the {(rows == 1 ? "row" : $"{QuantityText.Format(rows)} rows")} of \"{ShownText.Short(name)}\"{(rows == 1 ? "" : ", of which this is the first")}.", "Give it a series, or leave it out knowingly.");
        }
    }

    private void TellUnnamed(RowReader row, int file)
    {
        // Pivot tables and merged cells leave repeated values empty; an amount that no series takes would be lost unnoticed.
        var conditions = _source.Series.SelectMany(s => s.Where).ToList();
        if (conditions.Find(c => string.IsNullOrEmpty(row.Cell(c.Column))) is { } empty && _source.Series.Any(s => !_source.Layout.IsAbsent(row.Cell(s.Column))))
        {
            _problems.Error("no-name", row.PlaceOf(empty.Column), $"\"{ShownText.Short(_source.Columns[empty.Column])}\", which says what the row is of, is empty, and the row has an amount.", string.Join(", ", conditions.Where(c => c.Column == empty.Column).SelectMany(c => c.Is).Distinct(StringComparer.Ordinal)), _source.Series.Any(s => row.Cell(s.Column) is { } amount && amount.Any(char.IsDigit)) ? "Fill in each cell; one that means the same as the cell above says so by nothing that can be read."
                : "A row of units right below the header is passed over by \"skip\" of the mapping's \"table\"; else fill in each cell.");
            return;
        }

        var name = string.Join(", ", _source.Series.SelectMany(s => s.Where).Select(c => c.Column).Distinct().Select(row.Cell));
        if (_unnamed.TryGetValue(name, out var seen) || _unnamed.Count < MostTold)
        {
            _unnamed[name] = seen.Rows == 0 ? (new Reading(0, 0m, file, row.Row), 1) : (seen.First, seen.Rows + 1);
        }
    }

    private bool TryTime(RowReader row, out long at)
    {
        var text = row.Cell(_source.TimeColumn);
        if (_source.ClockColumn is { } clock && text is { Length: > 0 })
        {
            text += " " + row.Cell(clock);
        }

        at = 0;
        if (row.IsBroken(_source.TimeColumn))
        {
            return false;
        }

        if (string.IsNullOrEmpty(text))
        {
            _problems.Error("no-time", row.PlaceOf(_source.TimeColumn), "The row has no time.", _source.Time.Expected, "Take the row out when it is a total or a note, or pass over it: right below the header by \"skip\" of the mapping's \"table\", below the rows by \"until\".");
            return false;
        }

        if ((row.IsDay(_source.TimeColumn) ? _source.Time.OfDays : _source.Time).TryRead(text!, out at))
        {
            return true;
        }

        _problems.Error("bad-time", row.PlaceOf(_source.TimeColumn), $"\"{ShownText.Short(text!)}\" is no time as the mapping has it.", _source.Time.Expected, text!.Length == 5 && text.All(char.IsDigit) ? "This looks like a day as a spreadsheet counts it: give the cells a format of days."
            : _source.Time.IsOfMonths && MonthHeaders.IsOfNoYear(text) ? "It " + MonthHeaders.NoYear
            : MonthText.FirstDay(text) is not null && _source.Kind is SourceKind.Movements or SourceKind.Laboratory ? "This is a month: state \"format\": \"month\"."
            : s_clocks.Any(c => text.EndsWith(c, StringComparison.OrdinalIgnoreCase)) ? "The text names its clock: write those letters in single quotes into \"format\", and where they are UTC or GMT state \"writtenBy\": \"+00:00\"."
            : "State in \"format\" how the file writes days and times; a row that is a total or a note is taken out, or passed over by \"skip\" or \"until\" of the mapping's \"table\".");
        return false;
    }

    private bool TryValue(RowReader row, int series, SeriesMapping mapping, out decimal value)
    {
        value = 0m;
        var text = row.Cell(mapping.Column)!;
        if ((mapping.Unit ?? UnitOf(row, series, mapping)) is not { } measure)
        {
            return false;
        }

        // A cell that shows per cent holds a part of one, and a text that says so parts of a hundred, whatever the unit of the column.
        if (mapping.List == Measure.Share && (row.IsPercent(mapping.Column) || (text.Length > 0 && text[text.Length - 1] == '%')))
        {
            (measure, text) = row.IsPercent(mapping.Column) ? (Measure.PartOfOne, text) : (Measure.PartsOfAHundred, text.Substring(0, text.Length - 1).TrimEnd(' '));
        }

        string? reason = null;
        if (row.IsPercent(mapping.Column) && mapping.List != Measure.Share)
        {
            _problems.Error("cell-percent", row.PlaceOf(mapping.Column), $"The cell shows a percentage, and the series is in {measure.Symbol}.", "a number in " + measure.Symbol, "Look at the format of the cell, and at the column of the mapping.");
        }
        else if (row.ShownIn(mapping.Column) is not 1m and var shown)
        {
            _problems.Error("cell-scaled", row.PlaceOf(mapping.Column), $"The format of the cell shows a {QuantityText.Format(shown)}th of its number, so the {ShownText.Short(text)} that it holds is not seen.", "a cell that shows its number", "Give the cells a format that shows the number as it is, and look which of the two is meant.");
        }
        else if (NumberInCell.Read(text, measure, mapping.List, _source.Layout, out var plain, out var unread) is not { } number)
        {
            _problems.Add(unread! with { Place = row.PlaceOf(mapping.Column) });
        }
        else if ((!measure.TryConvert(plain, out var counted) && !measure.TryRead(number, out counted, out reason)) || !ExactDecimal.TryMultiply(counted, mapping.Times, out value))
        {
            _problems.Unreadable(row.PlaceOf(mapping.Column), text, reason ?? $"a number that can be held exactly {mapping.Times} times");
        }
        else if (value <= 0m && mapping.List is Measure.Net or Measure.Gross)
        {
            _problems.Error("bad-value", row.PlaceOf(mapping.Column), $"\"{ShownText.Short(text)}\" is no calorific value.", "a number above zero", "When it says that there is no result, list it in \"absent\" of the mapping's \"table\".");
        }
        else if (mapping.List == Measure.Share && value is < 0m or > 1m)
        {
            _problems.Error("bad-value", row.PlaceOf(mapping.Column), $"\"{ShownText.Short(text)}\" is {QuantityText.Format(value * 100m)} %, and a share is a part of the whole.", "0 to 100 %", "Look at the unit of the column: a share in per cent has the unit %, and one as a part of one the unit 1.");
        }
        else if (Math.Abs(value) <= Largest && ExactDecimal.Scale(value) > MostDecimals)
        {
            _problems.Error("too-precise", row.PlaceOf(mapping.Column), $"\"{ShownText.Short(text)}\" has {ExactDecimal.Scale(value)} decimals in {measure.Canonical}.", $"at most {MostDecimals}", "Round the values where they are measured.");
        }
        else if (Math.Abs(value) > Largest)
        {
            _problems.Error("implausible-value", row.PlaceOf(mapping.Column), $"\"{ShownText.Short(text)}\" is {QuantityText.Format(value)} {measure.Canonical}: too large to be an amount.", $"at most {QuantityText.Format(Largest)} {measure.Canonical}", "Look at the unit and at the decimal separator.");
        }
        else
        {
            return true;
        }

        return false;
    }

    private Measure? UnitOf(RowReader row, int series, SeriesMapping mapping)
    {
        var written = row.Cell(mapping.UnitColumn!.Value) ?? "";
        var unit = _source.Layout.Units.TryGetValue(written, out var meant) ? meant : written;
        string? reason = null;
        if (unit.Length == 0)
        {
            _problems.Error("bad-value", row.PlaceOf(mapping.UnitColumn.Value), "The row has an amount and no unit.", "the unit of the row", "Fill it in; where an empty cell means one unit, say so in \"units\" of the mapping's \"table\", such as { \"\": \"t\" }.");
            return null;
        }

        if (!_measures.TryGetValue((mapping.List, unit), out var measure) && !Measure.TryOf(mapping.List, unit, out measure, out reason))
        {
            _problems.Error("bad-value", row.PlaceOf(mapping.UnitColumn.Value), $"\"{ShownText.Short(written)}\" is no unit of the series{(meant is null ? "" : $", and neither is \"{ShownText.Short(meant)}\", which the mapping takes it for")}.", reason, "Say in \"units\" of the mapping's \"table\" what the file means by it, such as { \"MT\": \"t\" }.");
            return null;
        }

        _measures[(mapping.List, unit)] = measure!;
        if ((Series[series].Canonical ?? mapping.Plausible.Canonical) is { } canonical && canonical != measure!.Canonical)
        {
            _problems.Error("stream-unit", row.PlaceOf(mapping.UnitColumn.Value), $"This row is in {ShownText.Short(unit)}, and rows before it, or the limits of the series, in a unit of another measure ({canonical}).", "one measure a series", "Give these rows a series and a stream of their own.");
            return null;
        }

        Series[series].Canonical = measure!.Canonical;
        if (_lastUnit[series] is { } before && before != unit)
        {
            _findings.Warn("unit-change", new Reading(0, 0m, _file, row.Row), $"{mapping.Name}: the unit changes from {ShownText.Short(before)} to {ShownText.Short(unit)} here; each row is taken in its own unit.");
        }

        _lastUnit[series] = unit;
        return measure;
    }
}
