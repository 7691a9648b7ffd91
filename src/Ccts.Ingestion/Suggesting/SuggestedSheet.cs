using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ingestion.Suggesting;

/// <summary>A laboratory's sheet: which of its columns hold results, and whether they are of a fuel or of a process material.</summary>
/// <param name="Columns">The results, by column.</param>
internal sealed record SuggestedSheet(IReadOnlyDictionary<int, LabColumn> Columns)
{
    /// <summary>A calorific value or the moisture is of a fuel, whatever stands beside.</summary>
    internal bool IsOfFuels => Columns.Values.Any(c => c.IsOfFuels);

    internal bool IsOfMaterials => !IsOfFuels && Columns.Values.Any(c => c.IsOfMaterials);

    /// <summary>Null where the table has no result of a laboratory.</summary>
    internal static SuggestedSheet? Of(SuggestedTable table, IReadOnlyCollection<string> components)
    {
        var columns = table.Numbers.Select(c => (Column: c, Result: LabHeaders.Of(table.Header[c], components))).Where(c => c.Result is not null).ToDictionary(c => c.Column, c => c.Result!);
        return columns.Count == 0 ? null : new SuggestedSheet(columns);
    }
}
