using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Headers;

namespace Ccts.Ingestion.Suggesting;

/// <summary>Columns with a few texts that say what a row is, how far it holds, or where it is from: movement types, qualities, plants. Every row is taken, and that is told.</summary>
internal sealed class RowKinds(SuggestedTable table, SuggestedNames names, SuggestedNumber? number, int? unit, List<string> notes)
{
    private const int MostKinds = 12;
    private static readonly string[] s_words = ["movement", "mvt", "bwart", "type", "code", "status", "quality", "flag", "plant", "sloc", "shift"];

    /// <summary>Columns of numbers that are such codes.</summary>
    internal IReadOnlyList<int> Columns { get; } = [.. table.Numbers.Where(c => c != number?.Column && c != number?.Item && c != names.Column && HeaderWords.UnitIn(table.Header[c]) is null && HeaderWords.Of(table.Header[c]).Any(w => s_words.Contains(w, StringComparer.Ordinal)))];

    internal void Tell()
    {
        var taken = new[] { table.TimeColumn, table.Times.Clock, unit, number?.Column, number?.Item, names.Column };
        foreach (var column in Enumerable.Range(0, table.Header.Length).Where(c => table.Header[c].Length > 0 && !taken.Contains(c) && !table.Times.Others.Contains(c) && (!table.Numbers.Contains(c) || Columns.Contains(c))))
        {
            var kinds = table.Rows.Select(r => r[column]).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal).ToList();
            if (kinds.Count is > 1 and <= MostKinds && (kinds.Count * 2 <= table.Rows.Count || HeaderWords.Of(table.Header[column]).Any(w => s_words.Contains(w, StringComparer.Ordinal))))
            {
                notes.Add($"\"{table.Header[column]}\" says by {string.Join(", ", kinds)} what a row is, and every row was taken: choose those that are meant with a further condition in \"where\", and give what came in a series into stock.received.");
            }
        }
    }
}
