using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Suggesting;

/// <summary>What the columns of a table hold, as far as its first rows show.</summary>
/// <param name="Separator">The column separator.</param>
/// <param name="Header">The names of the columns.</param>
/// <param name="Times">The times, and the rows that have one.</param>
/// <param name="Numbers">The columns of numbers.</param>
/// <param name="Form">How numbers are written.</param>
/// <param name="Undated">The rows that have no time.</param>
internal sealed record SuggestedTable(char Separator, string[] Header, SuggestedTimes Times, IReadOnlyList<int> Numbers, NumberForm Form, List<string[]> Undated)
{
    /// <summary>Whether the months stand across, and each cell of one has a row here.</summary>
    internal bool HasMonthsAcross { get; init; }

    /// <summary>Whether some of its months have no year.</summary>
    internal bool HasMonthsOfNoYear { get; init; }

    /// <summary>Whether times are months, whose starts give no interval.</summary>
    internal bool IsOfMonths => HasMonthsAcross || Times.Pattern == TimeForm.Month;

    /// <summary>The text above the header.</summary>
    internal string Above { get; init; } = "";

    /// <summary>The text above the header and in it, which may say what the table is about.</summary>
    internal string Context => Above + " " + string.Join(" ", Header);

    /// <summary>The first column of another table to the right; null where there is none.</summary>
    internal string? Beside { get; init; }

    /// <summary>The rows that have a time.</summary>
    internal List<string[]> Rows => Times.Rows;

    internal int TimeColumn => Times.Column;

    private const int FewestRows = 2;

    private static readonly NumberForm[] s_forms =
    [
        .. new[] { MinusPlace.Before, MinusPlace.Behind, MinusPlace.Brackets }.SelectMany(m => new[] { NumberForm.Plain, new('.', ','), new(',', null), new(',', '.') }.Select(f => f with { Minus = m })),
    ];

    /// <summary>The number in a cell; null where there is none.</summary>
    internal decimal? Value(string[] row, int column) => ValueOf(row[column], Form);

    /// <summary>How many values of a column there are where, in the order of time, they rise and fall in no more than one step of twenty, as where a register was replaced; 0 where they do not.</summary>
    internal int Rising(int column)
    {
        var values = Rows.Select((r, i) => (Value: Value(r, column), At: Times.Seconds[i])).Where(v => v.Value is not null).OrderBy(v => v.At).Select(v => v.Value!.Value).ToList();
        var steps = values.Zip(values.Skip(1), (a, b) => b - a).ToList();
        return steps.Exists(s => s > 0m) && steps.Count(s => s < 0m) * 20 <= steps.Count ? values.Count : 0;
    }

    /// <summary>The rows that have a text in a column.</summary>
    internal SuggestedTable Where(int column, string text)
    {
        var at = Enumerable.Range(0, Rows.Count).Where(i => Rows[i][column] == text).ToList();
        return this with { Times = Times with { Rows = [.. at.Select(i => Rows[i])], Seconds = [.. at.Select(i => Times.Seconds[i])] } };
    }

    /// <summary>The minutes between the times of rows, in their order, where they are the same nearly everywhere and divide a day.</summary>
    internal int? Step()
    {
        var times = Times.Seconds.OrderBy(t => t).ToList();
        var steps = times.Zip(times.Skip(1), (a, b) => b - a).GroupBy(s => s).OrderByDescending(g => g.Count()).FirstOrDefault();
        var minutes = steps?.Key / 60;
        return steps?.Key > 0 && steps.Key % 60 == 0 && minutes <= 1440 && 1440 % minutes == 0 && steps.Count() * 10 >= (times.Count - 1) * 9 ? (int)minutes! : null;
    }

    /// <summary>The texts in a column of numbers that are none.</summary>
    internal IReadOnlyList<string> WordsIn(int column) => [.. Rows.Select(r => r[column]).Where(t => t.Length > 0 && ValueOf(t, Form) is null).Distinct(StringComparer.Ordinal)];

    /// <summary>A number that would differ if point and comma changed roles, as in other countries; null where the rows leave no doubt.</summary>
    internal string? UnclearNumber()
    {
        var cells = Numbers.SelectMany(c => Rows.Select(r => r[c])).Where(t => t.IndexOfAny(['.', ',']) > 0 && ValueOf(t, Form) is not null).ToList();
        return cells.Exists(t => t.TrimStart('-', '+', '(')[0] == '0') ? null
            : s_forms.Where(f => f.Minus == Form.Minus && cells.TrueForAll(t => ValueOf(t, f) is not null)).Select(f => cells.Find(t => ValueOf(t, f) != ValueOf(t, Form))).FirstOrDefault(t => t is not null);
    }

    /// <summary>How well cells fit as a header: names, each once, none of them a number.</summary>
    internal static int Fits(IReadOnlyList<string> cells)
    {
        var names = cells.Select(c => c.Trim()).Where(c => c.Length > 0).ToList();
        return names.Count < 2 || names.Distinct(StringComparer.Ordinal).Count() < names.Count || names.Exists(n => s_forms.Any(f => ValueOf(n, f) is not null)) ? 0 : names.Count;
    }

    /// <summary>The table of a header with months, as if each of their cells had a row of its own; null where it has none.</summary>
    internal static SuggestedTable? Across(TableHead head, string above, List<string[]> rows, int? monthsFrom)
    {
        string[] header = [.. head.Cells.Select(c => c.Trim())];
        var months = MonthsAcross.In(header, monthsFrom);
        var own = Enumerable.Range(0, header.Length).Where(c => !months.Any(m => m.At == c) && header[c].Length > 0).ToList();
        if (months.Count < FewestMonths || own.Count == 0)
        {
            return null;
        }

        var cells = rows.Where(r => r.Length >= header.Length).SelectMany(r => months.Where(m => r[m.At].Length > 0).Select(m => (string[])[.. own.Select(c => r[c]), m.Month, r[m.At]])).ToList();
        string[] names = [.. own.Select(c => header[c]), MonthsAcross.MonthName, MonthsAcross.AmountName + (months.Select(m => MonthHeaders.Unit(header[m.At])).Distinct(StringComparer.Ordinal).ToList() is [{ } unit] ? $" ({unit})" : "")];
        return Of(head with { Cells = names }, above, cells, monthsFrom) is { } table && table.Header[table.TimeColumn] == MonthsAcross.MonthName && table.Numbers.Contains(own.Count + 1)
            ? table with { HasMonthsAcross = true, HasMonthsOfNoYear = months.Any(m => MonthHeaders.IsOfNoYear(header[m.At])), Numbers = [own.Count + 1] }
            : null;
    }

    private const int FewestMonths = 2;

    /// <summary>The table below a header; null where no column is of times or none of numbers.</summary>
    internal static SuggestedTable? Of(TableHead head, string above, List<string[]> rows, int? monthsFrom)
    {
        string[] header = [.. head.Cells.Select(c => c.Trim())];
        var below = rows.Where(r => r.Length >= header.Length && Array.Exists(r, c => c.Length > 0)).ToList();
        if (below.Count < FewestRows || SuggestedTimes.Of(header, below, monthsFrom) is not { } times)
        {
            return null;
        }

        // An empty column with days to its right parts this table from another one.
        var gap = Enumerable.Range(0, header.Length).Where(c => c > times.Column && header[c].Length == 0 && below.TrueForAll(r => r[c].Length == 0) && times.Others.Any(o => o > c)).Cast<int?>().FirstOrDefault();
        var own = gap is { } end ? [.. header.Take(end)] : header;
        times = gap is null ? times : times with { Others = [.. times.Others.Where(o => o < gap)] };
        return Numeric(own, times, head.Separator) is { Columns.Count: > 0 } numbers
            ? new SuggestedTable(head.Separator, own, times, numbers.Columns, numbers.Form, [.. below.Except(times.Rows)]) { Above = above, HasMonthsOfNoYear = times.Pattern == TimeForm.Month && times.Rows.Exists(r => MonthHeaders.IsOfNoYear(r[times.Column])), Beside = gap is { } at ? header.Skip(at).FirstOrDefault(h => h.Length > 0) : null }
            : null;
    }

    /// <summary>The columns in which most of what stands is a number, written as most columns write it.</summary>
    private static (IReadOnlyList<int> Columns, NumberForm Form) Numeric(string[] header, SuggestedTimes times, char separator)
    {
        // Where 415,000 is ambiguous, a file with semicolons between columns, or points in its dates, uses the decimal comma.
        var isComma = separator == ';' || times.Pattern?.IndexOf('.') >= 0;
        var columns = Enumerable.Range(0, header.Length).Where(c => c != times.Column && c != times.Clock && !times.Others.Contains(c) && header[c].Length > 0).Select(c => (Column: c, Cells: times.Rows.Select(r => r[c]).Where(t => t.Length > 0).ToList())).Where(c => c.Cells.Count > 0).ToList();
        var best = s_forms.Select(f => (Form: f, Counts: columns.Select(c => (c.Column, Most: c.Cells.Count, Numbers: c.Cells.Count(t => ValueOf(t, f) is not null))).ToList()))
            .OrderByDescending(f => f.Counts.Count(c => c.Numbers == c.Most)).ThenByDescending(f => f.Counts.Sum(c => c.Numbers)).ThenBy(f => isComma && f.Form.Decimal != ',' && f.Form.Thousands is not null ? 1 : 0).First();
        return ([.. best.Counts.Where(c => c.Numbers * 2 > c.Most).Select(c => c.Column)], best.Form);
    }

    private static decimal? ValueOf(string text, NumberForm form) => form.Rewrite(text) is { } number && QuantityText.TryReadAlone(number, out var value) ? value : null;
}
