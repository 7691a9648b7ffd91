using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Diff.Entries;

/// <summary>Compares two tables cell by cell. Rows are matched by their first cell, whatever the order of rows and columns.</summary>
internal sealed class CsvEntries(EntryList list)
{
    /// <summary>Ignores rows of the old table that the new one lacks, because an overlay only adds rows.</summary>
    internal bool IsPart { get; init; }

    internal void Compare(RulesetFile? old, RulesetFile? @new)
    {
        var (before, after) = (Rows(old), Rows(@new));
        foreach (var key in before.Keys.Concat(after.Keys).Distinct(StringComparer.Ordinal))
        {
            var (was, isNow) = (before.TryGetValue(key, out var b) ? b : null, after.TryGetValue(key, out var a) ? a : null);
            if (isNow is null && IsPart)
            {
                continue;
            }

            if (was is null || isNow is null)
            {
                list.Add(key, was?.Text, isNow?.Text, (isNow ?? was)!.Place, isRow: true);
                continue;
            }

            list.Standing = EntryStanding.Of(was.Cells, isNow.Cells);
            foreach (var column in was.Cells.Keys.Concat(isNow.Cells.Keys).Distinct(StringComparer.Ordinal))
            {
                var (left, right) = (was.Cells.TryGetValue(column, out var o) ? o : null, isNow.Cells.TryGetValue(column, out var n) ? n : null);
                if (!string.Equals(left, right, StringComparison.Ordinal))
                {
                    list.Add(EntryList.Join(key, column), left, right, isNow.Place);
                }
            }
        }

        list.Standing = null;
        list.AddOrder("", before.Keys, after.Keys, @new?.Start ?? old!.Start);
    }

    /// <summary>The place of each row, by its cell in a column; of rows with the same key the first.</summary>
    internal static IReadOnlyDictionary<string, SourcePlace> Places(RulesetFile file, string column) => Rows(file).Values
        .Select(r => (Key: r.Cells.TryGetValue(column, out var key) ? key.Trim() : "", r.Place))
        .GroupBy(r => r.Key, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First().Place, StringComparer.Ordinal);

    /// <summary>What was typed in each row, by its first cell and by column.</summary>
    internal static IEnumerable<KeyValuePair<string, IReadOnlyDictionary<string, string>>> Typed(RulesetFile? file) =>
        Rows(file).Select(r => new KeyValuePair<string, IReadOnlyDictionary<string, string>>(r.Key.Trim(), r.Value.Cells));

    private static Dictionary<string, TableRow> Rows(RulesetFile? file)
    {
        var rows = new Dictionary<string, TableRow>(StringComparer.Ordinal);
        var csv = file is null ? null : LocatedCsv.Open(file.Bytes, file.Name, new ProblemList(), RulesetLimits.MaxFileBytes);
        var header = csv?.ReadRow();
        while (header is not null && csv!.ReadRow() is { } row)
        {
            var key = row.Fields[0].Text;
            for (var again = 2; rows.ContainsKey(key); again++)
            {
                key = row.Fields[0].Text + " (" + again.ToString(CultureInfo.InvariantCulture) + ")";
            }

            rows.Add(key, new TableRow(row.Place, Cells(header, row)));
        }

        return rows;
    }

    private static Dictionary<string, string> Cells(CsvRow header, CsvRow row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(header.Fields.Length, row.Fields.Length); i++)
        {
            cells[header.Fields[i].Text] = row.Fields[i].Text;
        }

        return cells;
    }

    private sealed record TableRow(SourcePlace Place, Dictionary<string, string> Cells)
    {
        internal string Text => string.Join(", ", Cells.Values.Where(v => v.Length > 0));
    }
}
