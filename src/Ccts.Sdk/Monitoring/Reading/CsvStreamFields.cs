using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>
/// A stream written as rows of a CSV file, one row for each period. Values that do not change between periods are in
/// any one of the rows, or in several with the same text. A column is the path of the field in JSON, with dots.
/// </summary>
internal sealed class CsvStreamFields : IStreamFields
{
    private readonly IReadOnlyList<CsvRecord> _rows;
    private readonly string _prefix;
    private readonly HashSet<string> _used;

    internal CsvStreamFields(IReadOnlyList<CsvRecord> rows, ProblemList problems)
        : this(rows, "", new HashSet<string>(StringComparer.Ordinal) { "list" }, problems)
    {
    }

    private CsvStreamFields(IReadOnlyList<CsvRecord> rows, string prefix, HashSet<string> used, ProblemList problems) =>
        (_rows, _prefix, _used, Problems) = (rows, prefix, used, problems);

    public ProblemList Problems { get; }

    public SourcePlace Place => _rows[0].Row.Place;

    public SourcePlace PlaceOf(string field) => (Find(field) ?? _rows[0]).PlaceOf(_prefix + field);

    public string? Text(string field)
    {
        var text = OptionalText(field);
        if (text is null)
        {
            Problems.Error("csv-empty-field", _rows[0].PlaceOf(_prefix + field), $"\"{_prefix + field}\" is empty in every row of this stream.", "a value in one of its rows");
        }

        return text;
    }

    public string? OptionalText(string field)
    {
        var column = _prefix + field;
        _used.Add(column);
        var first = Find(field)?.OptionalText(column);
        foreach (var row in _rows)
        {
            if (row.OptionalText(column) is { } other && !string.Equals(other, first, StringComparison.Ordinal))
            {
                Problems.Error("csv-conflicting-value", row.PlaceOf(column), $"\"{ShownText.Short(other)}\" contradicts \"{ShownText.Short(first!)}\" in an earlier row of the same stream.", "the same text, or nothing", "What changes within the year belongs into streams of their own.");
            }
        }

        return first;
    }

    public T? Value<T>(string field, TextParser<T> parser)
        where T : struct => Parsed(field, Text(field), parser);

    public T? OptionalValue<T>(string field, TextParser<T> parser)
        where T : struct => Parsed(field, OptionalText(field), parser);

    public T? Choice<T>(string field, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        // The row reports its own problems; this only finds the value and compares it with the other rows.
        Text(field);
        return Find(field)?.Choice(_prefix + field, words, required: false);
    }

    public bool? OptionalFlag(string field) => OptionalValue<bool>(field, TryFlag);

    public int? OptionalInteger(string field) => OptionalValue<int>(field, TryInteger);

    public IStreamFields? OptionalPart(string field)
    {
        var prefix = _prefix + field + ".";
        return StreamCsvColumns.All.Any(c => c.StartsWith(prefix, StringComparison.Ordinal) && _rows.Any(r => r.OptionalText(c) is not null))
            ? new CsvStreamFields(_rows, prefix, _used, Problems)
            : null;
    }

    public IReadOnlyList<IStreamFields> Parts(string field)
    {
        var columns = StreamCsvColumns.All.Where(c => c.StartsWith(_prefix + field + ".", StringComparison.Ordinal)).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return _rows
            .Where(r => columns.Any(c => r.OptionalText(c) is not null) && seen.Add(string.Join("\n", columns.Select(c => r.OptionalText(c)))))
            .Select(r => new CsvStreamFields([r], _prefix + field + ".", _used, Problems))
            .ToList();
    }

    public IReadOnlyList<IStreamFields> EachPart(string field)
    {
        var columns = StreamCsvColumns.All.Where(c => c.StartsWith(_prefix + field + ".", StringComparison.Ordinal)).ToList();
        return _rows.Where(r => columns.Any(c => r.OptionalText(c) is not null)).Select(r => new CsvStreamFields([r], _prefix + field + ".", _used, Problems)).ToList();
    }

    public ReportingPeriod Period(ReportingPeriod year)
    {
        _used.Add(_prefix + "period");
        var column = _rows[0].OptionalText(_prefix + "period") is null ? "period" : _prefix + "period";
        _used.Add(column);
        var period = year;
        return _rows[0].OptionalText(column) is not { } text || AmountReading.TryPeriod(text, _rows[0].PlaceOf(column), Problems, out period) ? period : year;
    }

    public IReadOnlyList<RawAmount> Amounts(ReportingPeriod year)
    {
        var raw = new List<RawAmount>(Math.Min(_rows.Count, 12));
        var (ofPeriod, ofAmount) = (_prefix + "period", _prefix + "amount");
        _used.Add(ofPeriod);
        _used.Add(ofAmount);
        foreach (var row in _rows)
        {
            if (row.OptionalText(ofAmount) is null && _prefix.Length == 0 && StreamCsvColumns.Parts.Any(c => row.OptionalText(c) is not null))
            {
                continue;
            }

            var period = year;
            var readable = row.OptionalText(ofPeriod) is not { } text || AmountReading.TryPeriod(text, row.PlaceOf(ofPeriod), Problems, out period);
            if (row.Text(ofAmount) is { } amount && readable)
            {
                AmountReading.Add(raw, period, amount, row.PlaceOf(ofAmount), Problems);
            }
        }

        return raw;
    }

    public void Done()
    {
        if (_prefix.Length > 0)
        {
            return;
        }

        foreach (var column in StreamCsvColumns.All.Where(c => !_used.Contains(c)))
        {
            if (_rows.FirstOrDefault(r => r.OptionalText(column) is not null) is { } row)
            {
                Problems.Error("csv-field-not-used", row.PlaceOf(column), $"\"{column}\" does not belong to a stream of \"{row.OptionalText("list")}\".", "an empty field", "Clear it, or correct the list.");
            }
        }
    }

    private CsvRecord? Find(string field) => _rows.FirstOrDefault(r => r.OptionalText(_prefix + field) is not null);

    private T? Parsed<T>(string field, string? text, TextParser<T> parser)
        where T : struct
    {
        if (text is null)
        {
            return null;
        }

        if (parser(text, out var value, out var reason))
        {
            return value;
        }

        Problems.Unreadable(PlaceOf(field), text, reason);
        return null;
    }

    private static bool TryFlag(string text, out bool value, out string? reason)
    {
        value = string.Equals(text, "true", StringComparison.Ordinal);
        reason = value || string.Equals(text, "false", StringComparison.Ordinal) ? null : "true or false";
        return reason is null;
    }

    private static bool TryInteger(string text, out int value, out string? reason)
    {
        var read = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        reason = read ? null : "a whole number";
        return read;
    }
}
