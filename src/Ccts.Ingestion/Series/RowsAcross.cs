using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>Finds several rows of one series in a table with months as columns: receipts below consumption, or the plan below the actuals, under one name.</summary>
internal sealed class RowsAcross(SourceMapping source, RowReader file, Findings findings)
{
    private const int MostTold = 4;
    private readonly Dictionary<int, List<(Reading First, IReadOnlyList<string> Texts)>> _rows = [];

    internal void Take(RowReader row, int series, Reading reading)
    {
        if (!source.Layout.HasMonthsAcross)
        {
            return;
        }

        var rows = _rows.TryGetValue(series, out var seen) ? seen : _rows[series] = [];
        if (rows.Count == 0 || rows[rows.Count - 1].First.Row != row.Row)
        {
            rows.Add((reading, [.. Own().Select(row.Beside)]));
        }
    }

    internal void Tell()
    {
        foreach (var (series, rows) in _rows.Where(r => r.Value.Count > 1).OrderBy(r => r.Key).Select(r => (source.Series[r.Key], r.Value)))
        {
            // Columns that the mapping does not choose by may distinguish them.
            var own = Own().ToList();
            var at = Enumerable.Range(0, own.Count).Cast<int?>().FirstOrDefault(i => rows.Select(r => r.Texts[i!.Value]).Distinct(System.StringComparer.Ordinal).Count() > 1 && rows.Exists(r => r.Texts[i!.Value].Any(char.IsLetter)));
            var parted = at is { } column ? $" \"{ShownText.Short(file.Header[own[column]])}\" says {string.Join(", ", rows.Select(r => $"\"{ShownText.Short(r.Texts[column])}\"").Distinct(System.StringComparer.Ordinal).Take(MostTold))} of them." : "";
            findings.Warn("second-row", rows[1].First, $"{series.Name}: {rows.Count} rows of the table are of it, and all are counted.{parted}", at is null ? "Where one corrects the other, or adds others up, take one out." : "Choose the rows that are meant by that column with \"where\".");
        }
    }

    /// <summary>The columns that are no months and that the mapping does not name.</summary>
    private IEnumerable<int> Own()
    {
        var months = MonthsAcross.In(file.Header, source.Layout.MonthsFrom).Select(m => m.At).ToList();
        return Enumerable.Range(0, file.Header.Count).Where(c => file.Header[c] is not (MonthsAcross.MonthName or MonthsAcross.AmountName) && !months.Contains(c) && !source.Columns.Contains(file.Header[c], System.StringComparer.Ordinal));
    }
}
