using System;
using System.Linq;

namespace Ccts.Ingestion.Rows;

/// <summary>Cells that say of their row that it adds others up. Counted like the others, its amount would stand twice.</summary>
internal static class RowTotals
{
    private const int Longest = 80;
    private static readonly char[] s_marks = [' ', '-', ':', '.', '(', ')', '='];
    private static readonly string[] s_sums = ["total", "totals", "subtotal", "subtotals"];
    private static readonly string[] s_before = ["grand", "sub", "net", "running"];
    private static readonly string[] s_behind = ["for", "of", "in", "to", "upto", "up", "till", "as", "on"];

    /// <summary>"Total", "Grand Total", "COAL Total", "Total for April"; not a name that only begins so.</summary>
    internal static bool IsTotal(string cell)
    {
        if (cell.Length is < 5 or > Longest || !char.IsLetter(cell[0]) || cell.IndexOf("total", StringComparison.OrdinalIgnoreCase) < 0)
        {
            return false;
        }

        var words = cell.ToLowerInvariant().Split(s_marks, StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, w => s_sums.Contains(w, StringComparer.Ordinal));
        return at >= 0 && (at == words.Length - 1 || (words.Take(at).All(w => s_before.Contains(w, StringComparer.Ordinal)) && s_behind.Contains(words[at + 1], StringComparer.Ordinal)));
    }
}
