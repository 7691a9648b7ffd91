using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Checks unread headers: whether one is about the state of units, or is a missing column under another name.</summary>
internal static class HeaderDoubts
{
    private static readonly string[] s_time = ["date", "day", "time", "when", "asof", "as of", "as-of", "since"];

    // Until when units are valid is not since when they are where they are.
    private static readonly string[] s_validity = ["expir", "validity", "valid until", "valid till", "valid to"];

    // States of units. An unknown column of this kind may be renamed or new, and retired units would look held.
    private static readonly string[] s_fate = ["retire", "cancel", "surrender", "convert", "conversion", "buffer", "invalid", "revers", "withdraw", "redeem", "expired", "compliance period"];

    private static readonly HashSet<string> s_state = new(StringComparer.Ordinal) { "status", "state", "disposition", "lifecycle", "event", "action", "fate" };
    private static readonly HashSet<string> s_ofUnits = new(StringComparer.Ordinal)
    {
        "credit", "credits", "unit", "units", "vcu", "vcus", "ccc", "cccs", "certificate", "certificates", "serial", "batch", "block", "asset", "holding", "current", "latest", "new", "of", "the", "transaction", "type", "account", "inventory", "registry",
    };

    private static readonly HashSet<string> s_ofDay = new(StringComparer.Ordinal) { "date", "on", "day" };
    private static readonly HashSet<string> s_ends = new(StringComparer.Ordinal) { "retired", "retirement", "cancelled", "canceled", "cancellation", "surrendered", "surrender", "converted", "conversion" };

    // Words of headers that say how many.
    private static readonly HashSet<string> s_amount = new(StringComparer.OrdinalIgnoreCase)
    {
        "quantity", "quantities", "qty", "qnty", "amount", "volume", "number", "no", "nos", "count", "balance", "unit", "units", "credit", "credits", "certificate", "certificates", "tonne", "tonnes", "ton", "tons", "t", "tco2", "tco2e", "co2e", "kg",
    };

    /// <summary>The reason, as a sentence; null if there is none.</summary>
    /// <param name="format">The format.</param>
    /// <param name="notRead">The headers that nothing is read from.</param>
    /// <param name="has">Whether the file has a column for a role.</param>
    /// <param name="isNamed">Whether the caller named the format: then only what a header itself says counts.</param>
    internal static string? Find(ExportFormat format, IReadOnlyList<string> notRead, Func<string, bool> has, bool isNamed)
    {
        if (notRead.Count == 0)
        {
            return null;
        }

        // The host's own rows state their state; other columns are compared with it, row by row.
        var isStated = format.IsOwn && has(ColumnRoles.Status);
        if (!isStated && notRead.Where(h => Holds(h, s_fate) || SaysState(h)).ToArray() is { Length: > 0 } fates)
        {
            return $"Nothing is read from {Quoted(fates)}, which by its name says what became of units.";
        }

        var lacking = format.Optional.Where(role => format.Columns.ContainsKey(role) && !has(role)).ToArray();
        return Misspelt(format, lacking, notRead)
            ?? Lacks(ColumnRoles.Status, lacking, isNamed ? [] : notRead, "what became of the units")
            ?? Lacks(ColumnRoles.Quantity, lacking, isNamed ? notRead.Where(SaysHowMany).ToArray() : notRead, "how many units there are")
            ?? Lacks(ColumnRoles.Date, lacking, isNamed ? [] : notRead.Where(h => Holds(h, s_time) && !Holds(h, s_validity) && (!isStated || SaysSince(h))).ToArray(), "since when");
    }

    /// <summary>A header that is nearly one that is lacking.</summary>
    internal static string? Misspelt(ExportFormat format, IReadOnlyCollection<string> lacking, IReadOnlyList<string> notRead)
    {
        foreach (var header in notRead)
        {
            foreach (var name in lacking.SelectMany(role => format.Columns[role]))
            {
                if (Nearest.IsSlip(header, name))
                {
                    return $"\"{header}\" is nearly \"{name}\", which is not here.";
                }
            }
        }

        return null;
    }

    private static string? Lacks(string role, string[] lacking, IReadOnlyList<string> suspects, string what) =>
        suspects.Count > 0 && lacking.Contains(role, StringComparer.Ordinal) ? $"No column says {what}, and nothing is read from {Quoted(suspects)}: one of them may say it." : null;

    /// <summary>Whether a header names the day on which units ended: "Retired" alone may as well be over a yes or a number.</summary>
    internal static bool IsDayOfEnd(string header) =>
        HeaderText.Words(header) is var words && words.Any(w => s_ends.Contains(w)) && words.Any(s_ofDay.Contains) && words.All(w => s_ends.Contains(w) || s_ofDay.Contains(w) || w == "of");

    // "As of", "Since", "Status date": of the state, and not of a purchase, an invoice or a change in the sheet.
    private static bool SaysSince(string header) =>
        HeaderText.Words(header) is var words && words.Any(w => w is "since" or "asof" or "as" or "effective" || s_state.Contains(w)) && words.All(w => w is "since" or "asof" or "as" or "of" or "valid" or "effective" or "from" or "at" or "held" || s_state.Contains(w) || s_ofDay.Contains(w));

    // "Current status", "Credit Status", "Transaction Type": of units, and not of a project or a site.
    private static bool SaysState(string header) =>
        HeaderText.Words(header) is var words && words.All(w => s_state.Contains(w) || s_ofUnits.Contains(w)) && (words.Any(s_state.Contains) || string.Concat(words) is "transactiontype" or "typeoftransaction" or "accounttype");

    private static bool SaysHowMany(string header) =>
        string.Concat(header.Select(c => char.IsLetterOrDigit(c) ? c : ' ')).Split([' '], StringSplitOptions.RemoveEmptyEntries).Any(s_amount.Contains);

    private static bool Holds(string header, string[] words) => words.Any(w => header.AsSpan().IndexOf(w.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0);

    private static string Quoted(IReadOnlyList<string> headers) => string.Join(", ", headers.Take(5).Select(h => "\"" + h + "\"")) + (headers.Count > 5 ? " and others" : "");
}
