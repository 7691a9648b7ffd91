using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Headers;

namespace Ccts.Ingestion.Suggesting;

/// <summary>Chooses the columns of numbers that are amounts to add up. Money, rates, plans, balances, running sums or totals would make the sum wrong.</summary>
internal sealed class SuggestedColumns(SuggestedTable table, int? unitColumn, bool isInterval, List<string> notes)
{
    private const int FewestRising = 5;

    private static readonly string[] s_quantities = ["qty", "quantity", "quantities", "menge", "erfmg", "net", "weight", "wt", "consumed", "consumption", "issued", "issue", "received", "produced", "production", "despatched", "dispatched", "amount", "value", "total", "tonnage", "mass"];

    /// <summary>Where several columns only say that they weigh the row, the first of these is taken: consumption, then weights.</summary>
    private static readonly string[] s_preferred = ["consumed", "consumption", "issued", "issue", "issues", "outward", "outwards", "used", "net", "accepted", "received", "inward", "inwards", "receipt", "receipts", "actual", "quantity", "qty", "menge", "weight", "wt", "total", "gross", "tare", "challan", "invoice", "bill", "party", "supplier", "vendor", "po", "ordered"];
    private static readonly string[] s_fillers = ["of", "in", "the", "as", "at", "our", "material", "entry", "une", "base", "by", "uom", "unit"];

    /// <summary>The amounts among some columns; each other one is told with the reason.</summary>
    internal List<int> Amounts(IReadOnlyList<int> columns)
    {
        var hours = HourHeaders.In(table.Header).Where(h => HeaderWords.UnitIn(h) is null).ToList();
        if (hours.Count > 0)
        {
            notes.Add($"\"{hours[0]}\" to \"{hours[hours.Count - 1]}\" are {hours.Count} hours or blocks of a day and say no unit; they are left out. Write a series of one stream for each, in a source of the kind \"movements\".");
        }

        var kept = new List<int>();
        foreach (var column in columns.Where(c => !hours.Contains(table.Header[c], StringComparer.Ordinal)))
        {
            if (WhyNot(column) is { } why)
            {
                notes.Add($"\"{table.Header[column]}\" {why}; it is left out.");
            }
            else
            {
                kept.Add(column);
            }
        }

        var chosen = OfOneRow(OfUnitColumn(kept));
        return WithoutTotals(chosen);
    }

    /// <summary>Whether a header says that the row weighs something, and not what.</summary>
    internal static bool IsOfAnything(string header) => Words(header) is { Count: > 0 } words && words.All(w => HeaderWords.IsUnit(w) || s_quantities.Contains(w, StringComparer.Ordinal) || s_preferred.Contains(w, StringComparer.Ordinal) || s_fillers.Contains(w, StringComparer.Ordinal));

    private string? WhyNot(int column)
    {
        var text = " " + string.Join(" ", HeaderWords.Of(table.Header[column])) + " ";
        var isMoney = text.Contains(" value ") && HeaderWords.UnitIn(table.Header[column]) is null && table.Numbers.Any(c => c != column && HeaderWords.Of(table.Header[c]).Any(w => w is "qty" or "quantity"));
        return isMoney ? ColumnReason.Money.Why
            : ColumnReason.Of(table.Header[column]) is { } found ? found.Why
            : isInterval && OnlyRises(column) ? "only rises as what a register shows or a running sum, while others rise and fall; a register gets a source of its own, with \"counts\": \"register\""
            : null;
    }

    /// <summary>Columns without their own unit take that of the column of units only where they name a quantity, and only one of them: other numbers may be of plants and materials.</summary>
    private List<int> OfUnitColumn(List<int> columns)
    {
        var bare = columns.Where(c => HeaderWords.UnitIn(table.Header[c]) is null).ToList();
        if (unitColumn is not { } unit || bare.Count == 0)
        {
            return columns;
        }

        var speaking = bare.Where(c => HeaderWords.Of(table.Header[c]).Any(w => s_quantities.Contains(w, StringComparer.Ordinal))).ToList();
        var among = speaking.Count > 0 ? speaking : bare;
        var one = among.OrderBy(c => c == unit - 1 ? 0 : c == unit + 1 ? 1 : 2).First();
        foreach (var other in bare.Where(c => c != one))
        {
            notes.Add($"\"{table.Header[other]}\" says no unit, and \"{table.Header[unit]}\" was taken for that of \"{table.Header[one]}\"; it is left out.");
        }

        return [.. columns.Where(c => c == one || !bare.Contains(c))];
    }

    private List<int> OfOneRow(List<int> columns)
    {
        var generic = columns.Where(c => IsOfAnything(table.Header[c])).ToList();
        if (generic.Count < 2)
        {
            return columns;
        }

        var one = generic.OrderBy(c => Words(table.Header[c]).Select(w => Array.IndexOf(s_preferred, w)).Where(i => i >= 0).DefaultIfEmpty(s_preferred.Length).Min()).First();
        notes.Add($"{string.Join(", ", generic.Select(c => $"\"{table.Header[c]}\""))} are of the same thing, and added they would count it more than once: \"{table.Header[one]}\" was taken. What came in belongs into stock.received where a stock is kept.");
        return [.. columns.Where(c => c == one || !generic.Contains(c))];
    }

    /// <summary>Leaves out what is in every row the sum of all others of its unit.</summary>
    private List<int> WithoutTotals(List<int> columns)
    {
        foreach (var group in columns.GroupBy(c => HeaderWords.UnitIn(table.Header[c]), StringComparer.Ordinal).Where(g => g.Count() > 2))
        {
            foreach (var total in group)
            {
                var sums = table.Rows.Select(r => (All: group.Select(c => table.Value(r, c)).ToList(), Total: table.Value(r, total))).Where(r => r.All.TrueForAll(v => v is not null)).ToList();
                if (sums.Count > 1 && sums.TrueForAll(r => r.All.Sum() == 2 * r.Total) && sums.Exists(r => r.Total != 0m))
                {
                    notes.Add($"\"{table.Header[total]}\" is in every row the sum of the columns beside it; it is left out.");
                    return [.. columns.Where(c => c != total)];
                }
            }
        }

        return columns;
    }

    private bool OnlyRises(int column) => table.Rising(column) >= FewestRising;

    private static IReadOnlyList<string> Words(string header) => HeaderWords.Of(HeaderWords.WithoutUnit(header));
}
