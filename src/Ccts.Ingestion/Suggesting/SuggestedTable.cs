using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Formats.Files;

namespace Ccts.Ingestion.Suggesting;

/// <summary>What the columns of a table hold, as far as its first rows show.</summary>
internal sealed record SuggestedTable(char Separator, string[] Header, List<string[]> Rows, int TimeColumn, int? ClockColumn, string? Pattern, bool IsDayFirstGuessed, IReadOnlyList<int> Numbers, NumberForm Form)
{
    /// <summary>What stands above the header and in it: words that may tell what the table is of.</summary>
    internal string Context { get; init; } = "";

    private const int FewestRows = 2;

    private static readonly (string? Pattern, string? Other)[] s_times =
    [
        (null, null), ("dd-MM-uuuu HH:mm", "MM-dd-uuuu HH:mm"), ("dd/MM/uuuu HH:mm", "MM/dd/uuuu HH:mm"), ("dd.MM.uuuu HH:mm", null), ("dd-MM-uuuu HH:mm:ss", "MM-dd-uuuu HH:mm:ss"),
        ("dd/MM/uuuu HH:mm:ss", "MM/dd/uuuu HH:mm:ss"), ("dd.MM.uuuu HH:mm:ss", null), ("dd-MM-uuuu", "MM-dd-uuuu"), ("dd/MM/uuuu", "MM/dd/uuuu"), ("dd.MM.uuuu", null), ("dd-MMM-uuuu", null), ("dd-MMM-yy", null), ("dd-MMM-uuuu HH:mm", null), ("dd-MMM-yy HH:mm", null), ("dd-MM-uuuu hh:mm tt", "MM-dd-uuuu hh:mm tt"), ("dd/MM/uuuu hh:mm tt", "MM/dd/uuuu hh:mm tt"), ("MM/dd/uuuu HH:mm", null), ("MM/dd/uuuu", null),
    ];

    private static readonly string[] s_clocks = ["HH:mm", "HH:mm:ss", "H:mm", "hh:mm tt"];

    private static readonly NumberForm[] s_forms =
    [
        .. new[] { MinusPlace.Before, MinusPlace.Behind, MinusPlace.Brackets }.SelectMany(m => new[] { NumberForm.Plain, new('.', ','), new(',', null), new(',', '.') }.Select(f => f with { Minus = m })),
    ];

    /// <summary>The time of a row as it is written.</summary>
    internal string TimeOf(string[] row) => ClockColumn is { } clock ? row[TimeColumn] + " " + row[clock] : row[TimeColumn];

    /// <summary>The number in a cell; null where there is none.</summary>
    internal decimal? Value(string[] row, int column) => Form.Rewrite(row[column]) is { } text && Ccts.Sdk.Quantities.QuantityText.TryReadAlone(text, out var value) ? value : null;

    /// <summary>How well cells fit as a header: names, each once, none of them a number.</summary>
    internal static int Fits(IReadOnlyList<string> cells)
    {
        var names = cells.Select(c => c.Trim()).ToList();
        return names.Count < 2 || names.Distinct(StringComparer.Ordinal).Count() < names.Count || names.Exists(n => s_forms.Any(f => IsNumber(n, f))) ? 0 : names.Count(n => n.Length > 0) is var filled and > 1 ? filled : 0;
    }

    /// <summary>The table below a header; null where no column is of times or none of numbers.</summary>
    internal static SuggestedTable? Of(TableHead head, string above, List<string[]> rows)
    {
        string[] header = [.. head.Cells.Select(c => c.Trim())];
        var below = rows.Where(r => r.Length >= header.Length).ToList();
        return below.Count >= FewestRows && Time(header, below) is { } time && Numeric(header, below, time.Column) is { Columns.Count: > 0 } numbers
            ? new SuggestedTable(head.Separator, header, below, time.Column, time.Clock, time.Pattern, time.Guessed, numbers.Columns, numbers.Form) { Context = above + " " + string.Join(" ", header) }
            : null;
    }

    private static (int Column, int? Clock, string? Pattern, bool Guessed)? Time(string[] header, List<string[]> rows)
    {
        for (var column = 0; column < header.Length; column++)
        {
            foreach (var (pattern, other) in s_times)
            {
                if (Reads(pattern, rows, column))
                {
                    var isGuessed = other is not null && Reads(other, rows, column);
                    return Clock(pattern, header, rows, column) is { } clock ? (column, clock.Column, clock.Pattern, isGuessed) : (column, null, pattern, isGuessed);
                }
            }
        }

        return null;
    }

    /// <summary>The column of the time of day beside one of days, and how both together are written; null where there is none.</summary>
    private static (int Column, string? Pattern)? Clock(string? pattern, string[] header, List<string[]> rows, int day)
    {
        foreach (var column in Enumerable.Range(0, header.Length).Where(c => c != day && rows.TrueForAll(r => r[c].IndexOf(':') > 0)))
        {
            foreach (var clock in s_clocks)
            {
                var both = pattern is null ? null : pattern + " " + clock;
                if (TimeForm.TryOf(both, null, out var form, out _) && rows.TrueForAll(r => form!.TryRead(r[day] + " " + r[column], out _)))
                {
                    return (column, both);
                }
            }
        }

        return null;
    }

    private static bool Reads(string? pattern, List<string[]> rows, int column) =>
        TimeForm.TryOf(pattern, null, out var form, out _) && rows.TrueForAll(r => r[column].Length > 0 && form!.TryRead(r[column], out _));

    private static (IReadOnlyList<int> Columns, NumberForm Form) Numeric(string[] header, List<string[]> rows, int time)
    {
        var best = (Columns: (IReadOnlyList<int>)[], Form: NumberForm.Plain);
        foreach (var form in s_forms)
        {
            var columns = Enumerable.Range(0, header.Length).Where(c => c != time && header[c].Length > 0 && rows.Exists(r => r[c].Length > 0) && rows.TrueForAll(r => r[c].Length == 0 || IsNumber(r[c], form))).ToList();
            best = columns.Count > best.Columns.Count ? (columns, form) : best;
        }

        return best;
    }

    private static bool IsNumber(string text, NumberForm form) => form.Rewrite(text) is { } number && Ccts.Sdk.Quantities.QuantityText.TryReadAlone(number, out _);
}
