using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;

namespace Ccts.Ingestion.Suggesting;

/// <summary>The column of a table's times, and how they are written.</summary>
/// <param name="Column">The first column of times.</param>
/// <param name="Clock">The column of the time of day beside it, or null.</param>
/// <param name="Pattern">How both are written; null as ISO 8601 has them.</param>
/// <param name="IsDayFirstGuessed">Whether the rows fit with the month first as well.</param>
/// <param name="Others">Further columns of times.</param>
/// <param name="Rows">The rows that have a time.</param>
/// <param name="Seconds">The time of each, in seconds.</param>
internal sealed record SuggestedTimes(int Column, int? Clock, string? Pattern, bool IsDayFirstGuessed, IReadOnlyList<int> Others, List<string[]> Rows, IReadOnlyList<long> Seconds)
{
    /// <summary>Null where no column is of times. Totals and notes below a table have no time and may be among the rows.</summary>
    internal static SuggestedTimes? Of(string[] header, List<string[]> rows, int? monthsFrom) => new WrittenTimes(header, rows, monthsFrom).Find();
}

/// <summary>Looks for the times of a table. It keeps the patterns that it has tried.</summary>
internal sealed class WrittenTimes(string[] header, List<string[]> rows, int? monthsFrom)
{
    private static readonly string[] s_clocks = ["HH:mm", "HH:mm:ss", "H:mm", "hh:mm tt"];
    private readonly (string? Pattern, string? Other)[] _times = [(null, null), .. Times("", " HH:mm", " HH:mm:ss", " hh:mm tt"), (TimeForm.Month, null)];
    private readonly Dictionary<string, TimeForm?> _forms = new(StringComparer.Ordinal);

    internal SuggestedTimes? Find()
    {
        var found = Enumerable.Range(0, header.Length).Select(c => (Column: c, Times: At(c))).Where(c => c.Times is not null).ToList();
        if (found.Count == 0)
        {
            return null;
        }

        var (column, times) = found[0];
        var dated = rows.Where(r => Reads(times!.Value.Pattern, r[column])).ToList();
        var clock = Beside(times!.Value.Pattern, dated, column);
        var (pattern, seconds) = (clock is null ? times.Value.Pattern : clock.Value.Pattern, new List<long>());
        foreach (var row in dated)
        {
            FormOf(pattern)!.TryRead(clock is null ? row[column] : row[column] + " " + row[clock.Value.Column], out var at);
            seconds.Add(at);
        }

        return new SuggestedTimes(column, clock?.Column, pattern, times.Value.IsGuessed, [.. found.Skip(1).Select(f => f.Column)], dated, seconds);
    }

    /// <summary>How times are written in a column; null where it has none. A few rows may hold something that is not a time.</summary>
    private (string? Pattern, bool IsGuessed)? At(int column)
    {
        foreach (var (pattern, other) in _times)
        {
            var rest = rows.Where(r => !Reads(pattern, r[column])).ToList();
            if (rest.Count * 5 <= rows.Count && rows.Count - rest.Count > 1 && !rest.Exists(r => _times.Any(t => Reads(t.Pattern, r[column]))))
            {
                return (pattern, other is not null && rows.Except(rest).All(r => Reads(other, r[column])));
            }
        }

        return null;
    }

    /// <summary>The column of the time of day beside one of days, and how both together are written; null where there is none.</summary>
    private (int Column, string? Pattern)? Beside(string? pattern, List<string[]> dated, int day)
    {
        foreach (var column in Enumerable.Range(0, header.Length).Where(c => c != day && dated.TrueForAll(r => r[c].IndexOf(':') > 0)))
        {
            foreach (var both in s_clocks.Select(clock => pattern is null ? null : pattern + " " + clock))
            {
                if (dated.TrueForAll(r => Reads(both, r[day] + " " + r[column])))
                {
                    return (column, both);
                }
            }
        }

        return null;
    }

    private bool Reads(string? pattern, string text) => text.Length > 0 && FormOf(pattern) is { } form && form.TryRead(text, out _);

    private TimeForm? FormOf(string? pattern)
    {
        if (!_forms.TryGetValue(pattern ?? "", out var form))
        {
            _forms[pattern ?? ""] = form = TimeForm.TryOf(pattern, null, out var read, out _, monthsFrom: monthsFrom) ? read : null;
        }

        return form;
    }

    /// <summary>Days before months, as India writes them, and where that fits nothing the other way round.</summary>
    private static IEnumerable<(string? Pattern, string? Other)> Times(params string[] clocks)
    {
        foreach (var clock in clocks)
        {
            foreach (var mark in new[] { "-", "/", "." })
            {
                foreach (var (day, month, year) in new[] { ("dd", "MM", "uuuu"), ("d", "M", "uuuu"), ("dd", "MM", "yy"), ("dd", "MMM", "uuuu"), ("dd", "MMM", "yy"), ("d", "MMM", "uuuu"), ("d", "MMM", "yy") })
                {
                    yield return (day + mark + month + mark + year + clock, month.Length == 3 ? null : month + mark + day + mark + year + clock);
                }
            }
        }

        foreach (var clock in clocks)
        {
            foreach (var mark in new[] { "-", "/" })
            {
                yield return ("MM" + mark + "dd" + mark + "uuuu" + clock, null);
                yield return ("M" + mark + "d" + mark + "uuuu" + clock, null);
            }
        }
    }
}
