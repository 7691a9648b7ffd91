using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Finds total rows of a file: by a word, by a cell's formula, or because an amount equals the sum of the rows above.</summary>
internal sealed class TotalRows(SourceMapping source, Findings findings)
{
    /// <summary>Two rows may add up to a third by chance; so many hardly ever do.</summary>
    internal const int ManyRows = 4;
    private readonly RowSumsSoFar[] _sums = [.. source.Series.Select(_ => new RowSumsSoFar())];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (string Text, int Rows)> _labels = [];
    private string? _formula;
    private bool _isSum;

    internal void Take(RowReader row, int series, Reading reading)
    {
        _formula ??= row.AddsUp(source.Series[series].Column) ? source.Columns[source.Series[series].Column] : null;
        _isSum |= IsOfRows && _sums[series].Add(reading, !string.IsNullOrEmpty(source.Series[series].NumberOf(row)));
    }

    /// <summary>Tells of the row that was taken. What the mapping chooses by name is no total.</summary>
    internal void EndRow(RowReader row, Reading at)
    {
        var (formula, isSum) = (_formula, _isSum);
        (_formula, _isSum) = (null, false);
        if (IsOfRows)
        {
            Label(row, isSum);
        }

        if (row.Total() is { } total && !(total.IsOfStock && source.Kind == SourceKind.Stock) && !(total.IsOfResults && source.Kind != SourceKind.Laboratory) && !source.Series.Any(s => s.Where.Any(c => c.Is.Contains(total.Cell, StringComparer.Ordinal))))
        {
            if (total.IsSure || isSum)
            {
                findings.Problems.Error("total-row", row.PlaceOf(source.TimeColumn), $"\"{ShownText.Short(total.Cell)}\" is in this row: it adds others up or is made from them, and counted with them it would count twice.", "rows that are no totals", "Take the row out. Where it is no total, choose the rows of the series by this column with \"where\".");
                Array.ForEach(_sums, s => s.Forget(at));
            }
            else if (_told.Add(total.Cell))
            {
                findings.Warn("total-suspected", at, $"\"{ShownText.Short(total.Cell)}\" is in this row, and it is counted like the others.", "Where it adds others up, take the row out; where it is a name, choose the rows of the series by this column with \"where\".");
            }
        }
        else if (formula is not null)
        {
            findings.Problems.Error("total-row", row.PlaceOf(source.TimeColumn), $"The cell in \"{ShownText.Short(formula)}\" adds up others of its column by a formula, and counted with them it would count twice.", "rows that are no totals", "Take the row out.");
        }
    }

    /// <summary>Whether the rows of an amount stand below each other.</summary>
    private bool IsOfRows => source is { Kind: SourceKind.Movements, Layout.HasMonthsAcross: false };

    /// <summary>Reports total rows that only their amount reveals.</summary>
    internal void EndFile()
    {
        foreach (var (sum, series) in _sums.Select((s, i) => (s, source.Series[i])))
        {
            if (sum.Found.Count > 1 || sum.Found.Exists(f => f.Rows >= ManyRows || f.IsNamed))
            {
                var (row, rows) = sum.Found.OrderByDescending(f => f.Rows).Select(f => (f.Row, f.Rows)).First();
                var message = $"{series.Name}: the amount of this row is what the {rows} rows above it come to{(sum.Found.Count > 1 ? $", and so {sum.Found.Count} rows of the file are" : "")}; ";
                if (sum.IsNoChance(series.Plausible.Most))
                {
                    findings.Problems.Error("sum-of-rows", findings.PlaceOf(row.File, row.Row), message + "counted with them it would count twice.", "rows that are no totals", "Take these rows out. Where they are no totals, state in \"most\" of \"plausible\" how large an amount of the series can be.");
                }
                else
                {
                    findings.Warn("sum-of-rows", row, message + "it is counted like the others.", "Where the row adds others up, take it out.");
                }
            }

            if (sum.Above is { } above)
            {
                findings.Problems.Error("sum-of-rows", findings.PlaceOf(above.Row.File, above.Row.Row), $"{series.Name}: the amount of this row is what the {above.Rows} rows below it come to{(above.Sums > 1 ? $", and so {above.Sums} rows of the file are" : "")}; counted with them it would count twice.", "rows that are no totals", "Take these rows out.");
            }

            sum.Clear();
        }

        _labels.Clear();
    }

    /// <summary>A total row has another name than its rows, which all share one: its month's name, or none.</summary>
    private void Label(RowReader row, bool isSum)
    {
        var isNamed = false;
        for (var at = 0; at < row.Header.Count; at++)
        {
            if (source.Columns.Contains(row.Header[at], StringComparer.Ordinal))
            {
                continue;
            }

            var text = row.Beside(at);
            var (before, rows) = _labels.TryGetValue(at, out var label) ? label : (text, 0);
            isNamed |= isSum && rows > 1 && text != before && before.Any(char.IsLetter) && _sums.All(s => s.Last < 2 || s.Last <= rows);
            _labels[at] = isSum ? (before, rows) : (text, text == before ? rows + 1 : 1);
        }

        if (isNamed)
        {
            Array.ForEach(_sums, s => s.Name(row.Row));
        }
    }
}
