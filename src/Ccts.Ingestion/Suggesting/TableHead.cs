using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;

namespace Ccts.Ingestion.Suggesting;

/// <summary>The header of a table and what its columns hold, as far as the first rows show.</summary>
internal sealed record TableHead(char Separator, string[] Header, List<string[]> Rows, int TimeColumn, string? Pattern, bool IsDayFirstGuessed, IReadOnlyList<int> Numbers, NumberForm Form)
{
    internal static readonly char[] Separators = [',', ';', '\t', '|'];
    private const int FewestRows = 2;

    private static readonly (string? Pattern, string? Other)[] s_times =
    [
        (null, null), ("dd-MM-uuuu HH:mm", "MM-dd-uuuu HH:mm"), ("dd/MM/uuuu HH:mm", "MM/dd/uuuu HH:mm"), ("dd.MM.uuuu HH:mm", null), ("dd-MM-uuuu HH:mm:ss", "MM-dd-uuuu HH:mm:ss"),
        ("dd/MM/uuuu HH:mm:ss", "MM/dd/uuuu HH:mm:ss"), ("dd.MM.uuuu HH:mm:ss", null), ("dd-MM-uuuu", "MM-dd-uuuu"), ("dd/MM/uuuu", "MM/dd/uuuu"), ("dd.MM.uuuu", null), ("dd-MMM-uuuu", null), ("MM/dd/uuuu HH:mm", null), ("MM/dd/uuuu", null),
    ];

    private static readonly NumberForm[] s_forms = [NumberForm.Plain, new('.', ','), new(',', null), new(',', '.')];

    /// <summary>How much of a table it is: rows times columns that are understood.</summary>
    internal int Score => Rows.Count * (Numbers.Count + 1);

    internal static TableHead? Find(List<string[]> rows, char separator)
    {
        for (var i = 0; i < Math.Min(rows.Count, 50); i++)
        {
            var header = rows[i];
            var below = rows.Skip(i + 1).Where(r => r.Length >= header.Length).ToList();
            if (header.Length < 2 || below.Count < FewestRows || header.Count(h => h.Length > 0) < 2 || header.Distinct(StringComparer.Ordinal).Count() < header.Length || header.Any(h => s_forms.Any(f => IsNumber(h, f))))
            {
                continue;
            }

            if (Time(header, below) is { } time && Numeric(header, below, time.Column) is { Columns.Count: > 0 } numbers)
            {
                return new TableHead(separator, header, below, time.Column, time.Pattern, time.Guessed, numbers.Columns, numbers.Form);
            }
        }

        return null;
    }

    private static (int Column, string? Pattern, bool Guessed)? Time(string[] header, List<string[]> rows)
    {
        for (var column = 0; column < header.Length; column++)
        {
            foreach (var (pattern, other) in s_times)
            {
                if (Reads(pattern, rows, column))
                {
                    return (column, pattern, other is not null && Reads(other, rows, column));
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
