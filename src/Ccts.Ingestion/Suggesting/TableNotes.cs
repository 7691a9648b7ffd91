using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Suggesting;

/// <summary>Says of a table what was guessed of its times and numbers, and what will not be read.</summary>
internal sealed class TableNotes(SuggestedTable table, List<string> notes)
{
    internal void Tell()
    {
        notes.Add(table.HasMonthsAcross ? "Months are columns; other columns beside them, such as totals, are not read."
            : table.IsOfMonths ? $"Months are in \"{table.Header[table.TimeColumn]}\"."
            : $"Times are in \"{table.Header[table.TimeColumn]}\", written {table.Times.Pattern ?? "as ISO 8601 has them"}.");
        if (table.Times.Others.Count > 0)
        {
            notes.Add($"{string.Join(", ", table.Times.Others.Select(c => $"\"{table.Header[c]}\""))} holds days too: the day of each amount is the one that decides its month.");
        }

        if (table.Beside is { } beside)
        {
            notes.Add($"To the right is another table, from \"{beside}\" on; none of it is taken: give it a file or a sheet of its own.");
        }

        if (table.Times.IsDayFirstGuessed)
        {
            notes.Add("No day above 12 shows whether the day or the month comes first; the day was taken.");
        }

        if (table.UnclearNumber() is { } unclear)
        {
            notes.Add($"\"{unclear}\" is another number where the point and the comma change places. The point was taken for {(table.Form.Decimal == '.' ? "that of the decimals" : "a mark of thousands, or for none")}.");
        }

        if (table.Undated.Count > 0)
        {
            notes.Add($"Rows without a time, such as \"{ShownText.Short(string.Join(" ", table.Undated[0].Where(c => c.Length > 0)))}\", are refused when the file is taken in: take out totals and notes.");
        }

        foreach (var column in table.Numbers.Where(c => table.WordsIn(c).Count > 0))
        {
            notes.Add($"\"{table.Header[column]}\" has {string.Join(", ", table.WordsIn(column).Take(3).Select(w => $"\"{ShownText.Short(w)}\""))} among its numbers, which is refused when the file is taken in: list in \"absent\" of \"table\" what says that there is no value.");
        }

        // Tally writes 120.500 MT in one cell.
        foreach (var column in Enumerable.Range(0, table.Header.Length).Where(c => c != table.TimeColumn && !table.Numbers.Contains(c)))
        {
            if (table.Rows.Select(r => r[column]).Where(t => t.Length > 0).ToList() is { Count: > 0 } cells && cells.TrueForAll(HasUnitBehind))
            {
                notes.Add($"\"{table.Header[column]}\" has numbers and their unit in one cell, such as \"{ShownText.Short(cells[0])}\", and was left out: put the unit in a column of its own.");
            }
        }
    }

    private bool HasUnitBehind(string text)
    {
        var blank = text.IndexOf(' ');
        return blank > 0 && text.Substring(blank + 1).Trim() is { Length: > 0 and < 8 } unit && unit.All(char.IsLetter) && text.Substring(0, blank) is var number && char.IsDigit(number[0]) && number.All(c => char.IsDigit(c) || c is '.' or ',');
    }
}
