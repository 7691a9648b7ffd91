using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Recognises the rows of totals that reports and spreadsheets end with: they name no units, and add up the rows above.</summary>
internal static class TotalRow
{
    private static readonly HashSet<string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        "total", "totals", "grandtotal", "grandtotals", "subtotal", "subtotals", "overalltotal", "reporttotal", "pagetotal", "sum", "sumtotal", "gesamt", "summe", "gesamtsumme", "suma", "totalgeneral", "totaux",
        "somme", "totale", "totaal", "कुल", "योग", "कुलयोग", "Σ",
    };

    // Every word above contains one of these; checked first, because nearly every cell has none.
    private static readonly string[] s_stems = ["tot", "sum", "som", "gesamt", "कुल", "योग", "Σ"];

    // What may follow: of what the total is.
    private static readonly string[] s_follow = ["credits", "quantity", "units", "tonnes", "vcus", "rows", "records", "tco2e", "retired", "issued", "cancelled", "canceled", "for", "of", "all"];

    /// <summary>Whether a cell says that its row is a total, such as "Grand Total:" or "Total (3 rows)".</summary>
    internal static bool Says(string text)
    {
        if (text.Length is 0 or > 64 || !Array.Exists(s_stems, stem => text.AsSpan().IndexOf(stem.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return false;
        }

        var words = text.Split([' ', '\u00A0', '-', ':', '=', '*', '(', ')', '.', ',', '_', '/'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return false;
        }

        for (var taken = Math.Min(3, words.Length); taken > 0; taken--)
        {
            if (s_words.Contains(string.Concat(words.Take(taken))))
            {
                return words.Length == taken || s_follow.Contains(words[taken], StringComparer.OrdinalIgnoreCase) || words.Skip(taken).All(w => w.All(char.IsDigit)) || IsCount(words, taken);
            }
        }

        return false;
    }

    private static bool IsCount(string[] words, int taken) => words.Length > taken + 1 && words[taken].All(char.IsDigit) && s_follow.Contains(words[taken + 1], StringComparer.OrdinalIgnoreCase);
}
