using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;

namespace Ccts.Ingestion.Series;

/// <summary>Finds a multiplying factor in a file, next to or above readings. Where no row shows that the readings include it, the amount may be a thousandth of the true one.</summary>
internal sealed class MultipliersBeside
{
    private readonly SourceMapping _source;
    private readonly Findings _findings;
    private readonly IReadOnlyList<string> _header;
    private readonly List<int> _factors = [];
    private int _looked;
    private readonly Dictionary<int, (Reading First, string Text)> _multiplied = [];
    private readonly HashSet<int> _applied = [];
    private (int Rows, int Differ, Reading First, SeriesMapping? Series) _twice;

    internal MultipliersBeside(SourceMapping source, RowReader file, Findings findings)
    {
        (_source, _findings, _header) = (source, findings, file.Header);
        if (source.Kind is not (SourceKind.Meter or SourceKind.Movements))
        {
            return;
        }

        if (!_header.Any(h => !source.Columns.Contains(h, StringComparer.Ordinal) && ColumnReason.IsMultiplier(h)) && source.Series.FirstOrDefault(s => s.Times == 1m) is { } series && file.Titles.Select(InTitle).FirstOrDefault(t => t is not null) is { } stated)
        {
            findings.Problems.Warn("multiplier-beside", file.PlaceOfName(series.Column), $"A line above the table says \"{stated}\", and nothing shows that the values below were multiplied by it.", hint: "Where they were not, state it as \"times\" of the series.");
        }
    }

    internal void Take(RowReader row, SeriesMapping series, Reading reading)
    {
        for (; _looked < _header.Count; _looked++)
        {
            if (_source.Kind is SourceKind.Meter or SourceKind.Movements && !_source.Columns.Contains(_header[_looked], StringComparer.Ordinal) && ColumnReason.IsMultiplier(_header[_looked]))
            {
                _factors.Add(_looked);
            }
        }

        if (_factors.Count == 0)
        {
            return;
        }

        // The ratios of current and voltage transformers multiply together.
        var stated = _factors.Select(c => (At: c, IsRead: TryFactor(row.Beside(c), out var f), Factor: f)).Where(f => f.IsRead && f.Factor is not (0m or 1m)).ToList();
        if (stated.Count == 0 || !TryNumber(row.Cell(series.Column) ?? "", out var value) || value == 0m)
        {
            return;
        }

        var together = stated.Aggregate(1m, (all, f) => Math.Abs(all) < 1e9m ? all * f.Factor : all);
        var column = _source.Columns[series.Column];
        List<decimal>? others = null;
        if (series.Times != 1m)
        {
            // The mapping applies the stated factor: if the rows already include it, it is applied twice.
            var times = Math.Abs(series.Times);
            if (times == Math.Abs(together) || stated.Exists(f => Math.Abs(f.Factor) == times))
            {
                others = Others();
                var isTwice = others.Exists(n => IsProduct(n, times)) || others.Exists(a => others.Exists(b => IsProduct(a - b, times)));
                _twice = isTwice ? (_twice.Rows + 1, _twice.Differ, _twice.Rows == 0 ? reading : _twice.First, series) : (_twice.Rows, _twice.Differ + 1, _twice.First, _twice.Series);
            }

            return;
        }

        foreach (var (at, _, factor) in stated.Where(f => !_applied.Contains(f.At)))
        {
            others ??= Others();
            if (others.Exists(n => IsProduct(n, factor) || IsProduct(n, together)) || others.Exists(a => others.Exists(b => IsProduct(a - b, factor) || IsProduct(a - b, together))))
            {
                _applied.Add(at);
            }
            else if (!_multiplied.ContainsKey(at))
            {
                _multiplied[at] = (reading, row.Beside(at));
            }
        }

        List<decimal> Others() => [.. Enumerable.Range(0, _header.Count).Where(c => !_factors.Contains(c) && _header[c] != column).Select(c => TryNumber(row.Beside(c), out var n) ? n : 0m).Where(n => n != 0m)];

        bool IsProduct(decimal number, decimal factor) => number != 0m && Math.Abs(number) < 1e15m && Math.Abs(factor) < 1e9m && Math.Abs((number * factor) - value) * 1000m <= Math.Abs(value);
    }

    internal void Tell()
    {
        if (_twice is { Series: { } series } && _twice.Rows > _twice.Differ)
        {
            _findings.Problems.Error("multiplied-twice", _findings.PlaceOf(_twice.First.File, _twice.First.Row), $"{series.Name}: the value of this row{(_twice.Rows > 1 ? $", as of {_twice.Rows} rows," : "")} is the difference beside it multiplied by the factor that the file states, and the mapping multiplies it again.", "each factor once", "Take \"times\" out, or take the column of what was not multiplied.");
        }

        foreach (var (at, seen) in _multiplied.Select(m => (m.Key, m.Value)).Where(m => !_applied.Contains(m.Key)))
        {
            _findings.Warn("multiplier-beside", seen.First, $"\"{ShownText.Short(_header[at])}\" is {ShownText.Short(seen.Text)} here, and no row shows that its value was multiplied by it.", "Where it was not, state it as \"times\" of the series.");
        }
    }

    /// <summary>"MF = 2000" of a line; null where it names no factor, or one of 1.</summary>
    private string? InTitle(string title)
    {
        var words = title.Split([' ', ':', '=', ',', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var at = Enumerable.Range(1, Math.Max(0, words.Length - 1)).FirstOrDefault(i => TryFactor(words[i], out var f) && f is not (0m or 1m) && (ColumnReason.IsMultiplier(words[i - 1]) || (i > 1 && ColumnReason.IsMultiplier(words[i - 2] + " " + words[i - 1]))));
        return at == 0 ? null : ShownText.Short(title);
    }

    /// <summary>A number, or the ratio of a transformer as 400/5.</summary>
    private bool TryFactor(string text, out decimal factor)
    {
        var parts = text.Split('/', ':');
        if (parts.Length == 2 && TryNumber(parts[0], out var primary) && TryNumber(parts[1], out var secondary) && secondary > 0m)
        {
            factor = primary / secondary;
            return true;
        }

        return TryNumber(text, out factor);
    }

    private bool TryNumber(string text, out decimal number)
    {
        number = 0m;
        return _source.Layout.Numbers.Rewrite(text) is { Length: > 0 } plain && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && Math.Abs(number) < 1e15m;
    }
}
