using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Headers;

namespace Ccts.Ingestion.Suggesting;

/// <summary>The column that names the rows' materials or meters, and those names; no column and a single null where there is none.</summary>
internal sealed record SuggestedNames(int? Column, IReadOnlyList<string?> Names)
{
    private const int MostNames = 60;
    private const int FewNames = 12;
    private static readonly string[] s_codes = ["material", "item", "product", "article", "matnr"];

    internal static SuggestedNames None { get; } = new(null, [null]);

    /// <summary>The materials of a table of movements or results.</summary>
    internal static SuggestedNames OfMaterials(SuggestedTable table, int? unit, SuggestedNumber? number, List<string> notes)
    {
        var taken = new[] { table.TimeColumn, table.Times.Clock, unit, number?.Column, number?.Item };
        var free = Enumerable.Range(0, table.Header.Length).Where(c => !taken.Contains(c)).ToList();
        var at = free.Where(c => !table.Numbers.Contains(c) && Has(table, c, NameHeaders.Materials)).Concat(free.Where(c => table.Numbers.Contains(c) && Has(table, c, s_codes) && HeaderWords.UnitIn(table.Header[c]) is null)).Cast<int?>().FirstOrDefault();
        return at is { } column ? Of(table, column, notes) : None;
    }

    /// <summary>The first column of words that tells rows apart, whatever it is called.</summary>
    internal static SuggestedNames OfRows(SuggestedTable table, int? unit, List<string> notes) =>
        Enumerable.Range(0, table.Header.Length).Where(c => c != table.TimeColumn && c != unit && !table.Numbers.Contains(c) && table.Rows.TrueForAll(r => r[c].Length > 0)).Cast<int?>().FirstOrDefault() is { } column ? Of(table, column, notes) : None;

    /// <summary>The meters of a table that lists several in its rows: each has evenly spaced times.</summary>
    internal static SuggestedNames? OfMeters(SuggestedTable table, List<string> notes)
    {
        foreach (var column in Enumerable.Range(0, table.Header.Length).Where(c => c != table.TimeColumn && c != table.Times.Clock && !table.Times.Others.Contains(c) && Has(table, c, NameHeaders.Meters) && HeaderWords.UnitIn(table.Header[c]) is null))
        {
            var steps = table.Rows.Select(r => r[column]).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).Select(n => table.Where(column, n).Step()).ToList();
            if (steps.Count is > 1 and <= MostNames && steps[0] is not null && steps.TrueForAll(s => s == steps[0]))
            {
                return Of(table, column, notes);
            }
        }

        return null;
    }

    private static bool Has(SuggestedTable table, int column, string[] words) => HeaderWords.Of(table.Header[column]).Any(w => words.Contains(w, StringComparer.Ordinal));

    private static SuggestedNames Of(SuggestedTable table, int column, List<string> notes)
    {
        var names = table.Rows.Select(r => r[column]).Where(n => n.Length > 0).GroupBy(n => n, StringComparer.Ordinal).Select(g => (g.Key, Count: g.Count())).ToList();
        if (names.Count == 0)
        {
            return None;
        }

        if (names.Count > FewNames && names.Count * 2 > table.Rows.Count)
        {
            notes.Add($"\"{table.Header[column]}\" has another text in nearly every row, so every row was taken as of the same: choose the rows that are meant with \"where\".");
            return None;
        }

        var most = names.Select((n, i) => (n.Key, n.Count, Place: i)).OrderByDescending(n => n.Count).Take(MostNames).OrderBy(n => n.Place).Select(n => n.Key).ToList();
        notes.Add($"\"{table.Header[column]}\" names {string.Join(", ", most)}{(names.Count > most.Count ? $" and {names.Count - most.Count} more, which got none," : "")} in the rows that were looked at; each got a series. Rows of any other name will be reported.");
        return new SuggestedNames(column, [.. most]);
    }
}
