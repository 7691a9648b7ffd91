using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Workbooks.Tables;

/// <summary>
/// Finds two tables next to each other, separated by an empty column without a name. They cannot be read as one table: rows of the second would be read as part of the
/// first's, or skipped. If names repeat, or the right side is longer than the left, it is an error; otherwise somebody may have left a column empty, which is a warning.
/// </summary>
internal static class TablesBeside
{
    internal static Problem? Of(Workbook workbook, WorkbookSheet sheet, int header)
    {
        var said = sheet.Cells.Where(c => c.Row >= header).Select(c => (c.Row, c.Column, Text: CellText.Of(c).Trim())).Where(c => c.Text.Length > 0).ToList();
        var names = said.Where(c => c.Row == header).ToDictionary(c => c.Column, c => c.Text);
        var below = said.Where(c => c.Row > header).ToList();
        var used = new HashSet<int>(below.Select(c => c.Column));
        var width = names.Keys.DefaultIfEmpty(0).Max();
        for (var gap = names.Keys.DefaultIfEmpty(0).Min() + 1; gap < width; gap++)
        {
            if (names.ContainsKey(gap) || used.Contains(gap) || !names.ContainsKey(gap - 1))
            {
                continue;
            }

            var first = names.Keys.Where(c => c > gap).Min();
            var place = workbook.PlaceOf(sheet.Name, header, first);
            var left = new HashSet<string>(names.Where(n => n.Key < gap).Select(n => n.Value), StringComparer.OrdinalIgnoreCase);
            var alone = below.GroupBy(c => c.Row).OrderBy(r => r.Key).FirstOrDefault(r => r.All(c => c.Column > gap));
            var why = names.Where(n => n.Key > gap).OrderBy(n => n.Key).Select(n => n.Value).FirstOrDefault(left.Contains) is { } twice ? $"both have a column \"{ShownText.Short(twice)}\""
                : alone is not null ? FormattableString.Invariant($"row {alone.Key} is on the right alone") : null;
            return why is not null
                ? new Problem("two-tables", Severity.Error, $"Column {WorkbookCell.Letters(gap)} of the sheet \"{sheet.Name.Trim()}\" is empty, and parts two tables: {why}.", place) { Expected = "one table on a sheet", Hint = "Move one of them to a sheet of its own." }
                : new Problem("column-left-free", Severity.Warning, $"Column {WorkbookCell.Letters(gap)} of the sheet \"{sheet.Name.Trim()}\" is empty; both sides of it are read as one table.", place) { Hint = "Where these are two tables, move one of them to a sheet of its own." };
        }

        return null;
    }
}
