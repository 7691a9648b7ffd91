using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Headers;

namespace Ccts.Ingestion.Suggesting;

/// <summary>A laboratory's sheet: which of its columns hold results, and whether they are of a fuel or of a process material.</summary>
/// <param name="Columns">The results, by column.</param>
internal sealed record SuggestedSheet(IReadOnlyDictionary<int, LabColumn> Columns)
{
    /// <summary>A calorific value or the moisture is of a fuel, whatever stands beside.</summary>
    internal bool IsOfFuels => Columns.Values.Any(c => c.IsOfFuels);

    internal bool IsOfMaterials => !IsOfFuels && Columns.Values.Any(c => c.IsOfMaterials);

    /// <summary>Null where the table has no laboratory result. Of several columns of one result, the one as received is taken, or else the first; the notes name the others.</summary>
    internal static SuggestedSheet? Of(SuggestedTable table, IReadOnlyCollection<string> components, List<string> notes)
    {
        var found = table.Numbers.Select(c => (Column: c, Result: LabHeaders.Of(table.Header[c], components))).Where(c => c.Result is not null).ToList();
        var columns = new Dictionary<int, LabColumn>();
        foreach (var same in found.GroupBy(c => (c.Result!.Result, c.Result.Component)))
        {
            var (column, result) = same.OrderBy(c => Array.Exists(s_received, w => HeaderWords.Of(table.Header[c.Column]).Contains(w, StringComparer.Ordinal)) ? 0 : 1).First();
            columns.Add(column, result!);
            if (same.Count() > 1)
            {
                notes.Add($"{string.Join(", ", same.Select(c => $"\"{table.Header[c.Column]}\""))} are of one result: \"{table.Header[column]}\" was taken, because the amounts are weighed as received. Choose the one on the basis of the amounts.");
            }
            else if (HeaderWords.Of(table.Header[column]).FirstOrDefault(w => s_dried.Contains(w, StringComparer.Ordinal)) is { } basis)
            {
                notes.Add($"\"{table.Header[column]}\" is of a dried sample ({basis}): it holds for amounts on that basis alone.");
            }
        }

        return columns.Count == 0 ? null : new SuggestedSheet(columns);
    }

    private static readonly string[] s_received = ["arb", "ar", "received"];
    private static readonly string[] s_dried = ["adb", "ad", "db", "daf", "dry", "dried"];
}
