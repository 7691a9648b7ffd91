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
    /// <summary>What a report takes in one amount, and as many decimals as leave room to add a year of them exactly.</summary>
    private const decimal Largest = 1_000_000_000_000m;
    private const int MostDecimals = 12;
    private readonly SourceMapping _source;
    private readonly Findings _findings;
    private readonly ProblemList _problems;
    private readonly Dictionary<(string List, string Unit), Measure> _measures = [];
    private readonly string?[] _lastUnit;
    private readonly HashSet<string> _unnamed = new(StringComparer.Ordinal);
    private int _file = -1;
    private long _last;
    private bool _toldOrder;

    internal SourceIntake(SourceMapping source, Findings findings)
    {
        (_source, _findings, _problems) = (source, findings, findings.Problems);
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
        var named = false;
        for (var i = 0; i < Series.Count; i++)
        {
            var mapping = Series[i].Mapping;
            if (mapping.WhereColumn is { } where && !string.Equals(row.Cell(where), mapping.Is, StringComparison.Ordinal))
            {
                continue;
            }

            named = true;
            if (!_source.Layout.IsAbsent(row.Cell(mapping.Column)) && TryValue(row, i, mapping, out var value))
            {
                var reading = new Reading(_source.StampsEnd ? at - _source.Seconds : at, value, file, row.Row);
                if (mapping.Mean?.WeightColumn is not { } weight || TryWeight(row, weight, Series[i], reading))
                {
                    Series[i].Add(reading, mapping.NumberColumn is { } number ? row.Cell(number) : null);
                }
            }
        }

        if (!named)
        {
            TellUnnamed(row, file);
        }
    }

    private void TellUnnamed(RowReader row, int file)
    {
        var name = string.Join(", ", _source.Series.Select(s => s.WhereColumn!.Value).Distinct().Select(row.Cell));
        if (_unnamed.Count < 100 && _unnamed.Add(name))
        {
            _findings.Warn("row-of-no-series", new Reading(0, 0m, file, row.Row), $"No series of the source \"{_source.Id}\" takes the rows of \"{ShownText.Short(name)}\".", "Give it a series, or leave it out knowingly.");
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
        if (string.IsNullOrEmpty(text))
        {
            _problems.Error("no-time", row.PlaceOf(_source.TimeColumn), "The row has no time.", _source.Time.Expected, "Take the row out when it is a total or a note.");
            return false;
        }

        if ((row.IsDay(_source.TimeColumn) ? _source.Time.OfDays : _source.Time).TryRead(text!, out at))
        {
            return true;
        }

        _problems.Error("bad-time", row.PlaceOf(_source.TimeColumn), $"\"{ShownText.Short(text!)}\" is no time as the mapping has it.", _source.Time.Expected, "State in \"format\" how the file writes days and times; a row that is a total or a note is taken out.");
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

        string? reason = null;
        if (_source.Layout.Numbers.Rewrite(text) is not { } number)
        {
            _problems.Error("bad-value", row.PlaceOf(mapping.Column), $"\"{ShownText.Short(text)}\" is no number as the mapping has it.", $"decimal separator \"{_source.Layout.Numbers.Decimal}\", thousands separator {(_source.Layout.Numbers.Thousands is { } t ? $"\"{t}\"" : "none")}");
        }
        else if (!QuantityText.TryReadAlone(number, out _))
        {
            _problems.Error("bad-value", row.PlaceOf(mapping.Column), $"\"{ShownText.Short(text)}\" is not a plain decimal number.", "digits and a decimal separator, no exponent", WritingSlip.HintFor(text) ?? "When it says that there is no value, list it in \"absent\" of the mapping's \"table\".");
        }
        else if (!measure.TryRead(measure.Symbol == "%" && row.IsPercentage(mapping.Column) ? Hundredfold(number) : number, out var counted, out reason) || !ExactDecimal.TryMultiply(counted, mapping.Times, out value))
        {
            _problems.Unreadable(row.PlaceOf(mapping.Column), text, reason ?? $"a number that can be held exactly {mapping.Times} times");
        }
        else if (Math.Abs(value) > Largest || ExactDecimal.Scale(value) > MostDecimals)
        {
            _problems.Error("implausible-value", row.PlaceOf(mapping.Column), $"\"{ShownText.Short(text)}\" is {QuantityText.Format(value)} {measure.Canonical}: too large or too fine to be an amount.", $"at most {QuantityText.Format(Largest)} {measure.Canonical}, with at most {MostDecimals} decimals", "Look at the unit and at the decimal separator.");
        }
        else
        {
            return true;
        }

        return false;
    }

    /// <summary>A sheet that shows 98 % holds 0.98; a column whose unit is % means what it shows.</summary>
    private static string Hundredfold(string number) => QuantityText.TryReadAlone(number, out var share) && ExactDecimal.TryMultiply(share, 100m, out var shown) ? QuantityText.Format(shown) : number;

    private bool TryWeight(RowReader row, int column, SeriesReadings series, Reading reading)
    {
        if (_source.Layout.Numbers.Rewrite(row.Cell(column) ?? "") is { } text && QuantityText.TryReadAlone(text, out var weight) && weight is > 0m and <= Largest)
        {
            series.Weigh(reading, weight);
            return true;
        }

        _problems.Error("bad-value", row.PlaceOf(column), $"\"{ShownText.Short(row.Cell(column) ?? "")}\" is no weight of a lot.", "a number above zero", "Leave the result out, or state what its lot weighs.");
        return false;
    }

    private Measure? UnitOf(RowReader row, int series, SeriesMapping mapping)
    {
        var unit = row.Cell(mapping.UnitColumn!.Value) ?? "";
        string? reason = null;
        if (!_measures.TryGetValue((mapping.List, unit), out var measure) && !Measure.TryOf(mapping.List, unit, out measure, out reason))
        {
            _problems.Unreadable(row.PlaceOf(mapping.UnitColumn.Value), unit, reason);
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
