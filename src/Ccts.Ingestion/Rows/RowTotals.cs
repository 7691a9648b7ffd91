using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ingestion.Rows;

/// <summary>A cell that marks, or may mark, its row as a total.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="IsSure">Whether nothing else can be meant; "Total Coal" may be a name.</param>
/// <param name="IsOfStock">Whether it speaks of what lay in stock, as a count of a stock does.</param>
/// <param name="IsOfResults">Whether it says so of a laboratory's results alone: elsewhere "min" are minutes.</param>
internal sealed record RowTotal(string Cell, bool IsSure, bool IsOfStock = false, bool IsOfResults = false);

/// <summary>Finds cells that mark their row as a total. Counting such a row would count its amount twice.</summary>
internal static class RowTotals
{
    private const int Longest = 80;
    private static readonly char[] s_marks = [' ', '-', ':', '.', '(', ')', '=', '*', ','];
    private static readonly string[] s_hints = ["tot", "sum", "ttl", "av", "mean", "/f", "forward"];
    private static readonly string[] s_sums = ["total", "totals", "subtotal", "subtotals", "ttl", "summe", "sum"];
    private static readonly string[] s_alone = ["average", "averages", "avg", "mean", "c/f", "b/f", "carried forward", "brought forward", "carried over"];

    // Words that mark a total only when alone in the cell.
    private static readonly HashSet<string> s_whole = new(StringComparer.OrdinalIgnoreCase) { "Σ", "∑", "कुल", "योग", "कुल योग", "जोड़", "to date", "till date", "upto date", "up to date", "month to date", "year to date", "mtd", "ytd", "cumulative", "progressive" };
    private static readonly HashSet<string> s_results = new(StringComparer.OrdinalIgnoreCase) { "min", "min.", "max", "max.", "minimum", "maximum", "median", "std dev", "std. dev.", "range" };
    private static readonly HashSet<string> s_stocks = new(StringComparer.OrdinalIgnoreCase) { "opening", "opening stock", "opening balance", "closing", "closing stock", "closing balance", "balance" };
    private static readonly string[] s_before = ["grand", "g", "sub", "net", "running", "daily", "weekly", "monthly", "yearly", "annual", "page", "balance"];

    private static readonly string[] s_stops = ["stop", "stopped", "stoppage", "shutdown", "shut", "failure", "breakdown", "outage", "trip", "blackout", "power"];

    private static readonly string[] s_behind =
    [
        "for", "of", "in", "to", "upto", "up", "till", "as", "on", "qty", "quantity", "consumption", "weight", "wt", "receipt", "receipts", "issue", "issues", "mt", "t", "kg", "kl", "kwh", "mwh",
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];

    /// <summary>The first cell that says so for sure, or else the first that may.</summary>
    internal static RowTotal? In(IEnumerable<string> cells)
    {
        RowTotal? perhaps = null;
        foreach (var cell in cells)
        {
            if (Of(cell) is { } total)
            {
                if (total is { IsSure: true, IsOfResults: false })
                {
                    return total;
                }

                perhaps = perhaps is null or { IsOfResults: true } ? total : perhaps;
            }
        }

        return perhaps;
    }

    /// <summary>Certain: "Total", "G.TOTAL", "COAL Total", "Total for April", "Total - Coal", "Average"; possible: "Total Coal". A longer name that begins like this is neither.</summary>
    internal static RowTotal? Of(string cell)
    {
        // Most cells are numbers and times.
        if (cell.Length == 0 || cell[0] is >= '0' and <= '9')
        {
            return null;
        }

        if (cell.Length is > 0 and <= 15 && (s_whole.Contains(cell) || s_stocks.Contains(cell)))
        {
            return new RowTotal(cell, IsSure: true, s_stocks.Contains(cell));
        }

        if (cell.Length is > 2 and <= 9 && s_results.Contains(cell))
        {
            return new RowTotal(cell, IsSure: true, IsOfResults: true);
        }

        if (cell.Length is < 3 or > Longest || !char.IsLetter(cell[0]) || !Array.Exists(s_hints, h => cell.AsSpan().IndexOf(h.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0))
        {
            return null;
        }

        var words = cell.ToLowerInvariant().Split(s_marks, StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(words, w => s_sums.Contains(w, StringComparer.Ordinal));
        if (at < 0)
        {
            var said = string.Join(" ", words.SkipWhile(w => s_before.Contains(w, StringComparer.Ordinal)));
            return s_alone.Contains(said, StringComparer.Ordinal) ? new RowTotal(cell, IsSure: true) : null;
        }

        // "The sum" of a remark, and "Lump sum", are no sums of rows.
        if (words[at] == "sum" && (at > 0 || (words.Length > 1 && !s_behind.Contains(words[1], StringComparer.Ordinal))))
        {
            return null;
        }

        // "Total stop for mill inspection" totals nothing.
        var isLast = at == words.Length - 1;
        if (!isLast && s_stops.Contains(words[at + 1], StringComparer.Ordinal))
        {
            return null;
        }

        var isPlain = words.Take(at).All(w => s_before.Contains(w, StringComparer.Ordinal));
        var isParted = !isLast && isPlain && cell.Substring(cell.IndexOf(words[at], StringComparison.OrdinalIgnoreCase) + words[at].Length).TrimStart(' ') is [':' or '-' or '=', ..];
        return new RowTotal(cell, isLast || isParted || (isPlain && IsBehind(words[at + 1])));
    }

    private static bool IsBehind(string word) => s_behind.Contains(word, StringComparer.Ordinal) || (word.Length > 3 && s_behind.Contains(word.Substring(0, 3), StringComparer.Ordinal) && word is "january" or "february" or "march" or "april" or "june" or "july" or "august" or "september" or "october" or "november" or "december");
}
