using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Headers;

namespace Ccts.Ingestion.Suggesting;

/// <summary>What numbers the rows of a table: tickets, receipts, postings.</summary>
/// <param name="Column">The column.</param>
/// <param name="Item">The column that numbers the items of one document, or null.</param>
/// <param name="IsOfDocuments">Whether its header names a document; otherwise it may only count rows.</param>
internal sealed record SuggestedNumber(int Column, int? Item, bool IsOfDocuments)
{
    private static readonly string[] s_documents = ["ticket", "receipt", "grn", "invoice", "document", "documents", "doc", "batch", "slip", "voucher", "vch", "challan", "bill", "weighment", "rst", "token", "mblnr", "belnr", "consignment", "pass", "transaction", "txn"];
    private static readonly string[] s_numbers = ["no", "nos", "number", "id", "num"];

    // A header with one of these tells a day, an amount, a kind or a thing that many rows share, or counts rows anew in each file.
    private static readonly string[] s_others =
    [
        "date", "dt", "time", "day", "type", "qty", "quantity", "weight", "wt", "net", "gross", "tare", "amount", "value", "rate", "status", "by",
        "sr", "sl", "serial", "s", "row", "meter", "device", "vehicle", "truck", "lorry", "block", "interval", "slot", "hour", "item", "line", "feeder", "plant", "material", "vendor", "supplier", "customer", "party", "po", "order", "cost", "storage",
    ];

    private static readonly string[] s_items = ["item", "line", "item no", "line no", "pos", "zeile", "position", "line number", "item number"];

    /// <summary>Null where nothing numbers the rows. A column that repeats itself in most rows numbers something else, and is told.</summary>
    internal static SuggestedNumber? Of(SuggestedTable table, List<string> notes)
    {
        var items = Enumerable.Range(0, table.Header.Length).Where(c => s_items.Contains(string.Join(" ", HeaderWords.Of(table.Header[c])), StringComparer.Ordinal) && table.Numbers.Contains(c)).Cast<int?>().FirstOrDefault();
        var named = Enumerable.Range(0, table.Header.Length).Where(c => c != table.TimeColumn && c != items).Select(c => (Column: c, Rank: Rank(HeaderWords.Of(table.Header[c])))).Where(c => c.Rank > 0).OrderByDescending(c => c.Rank).ToList();
        foreach (var (column, rank) in named)
        {
            var keys = table.Rows.Select(r => r[column] + "/" + (items is { } item ? r[item] : "")).ToList();
            if (table.Rows.TrueForAll(r => r[column].Length > 0) && keys.Distinct(StringComparer.Ordinal).Count() * 2 > keys.Count)
            {
                return new SuggestedNumber(column, items, rank > 1);
            }

            notes.Add($"\"{table.Header[column]}\" is empty or repeats itself, so it does not number the rows.");
        }

        return null;
    }

    private static int Rank(IReadOnlyList<string> words) =>
        words.Any(w => s_others.Contains(w, StringComparer.Ordinal)) ? 0
        : words.Any(w => s_documents.Contains(w, StringComparer.Ordinal)) ? words.Any(w => s_numbers.Contains(w, StringComparer.Ordinal)) || words.Count == 1 ? 3 : 2
        : words.Count > 0 && s_numbers.Contains(words[words.Count - 1], StringComparer.Ordinal) ? 1
        : 0;
}
