using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Finds the rows of a file that add others up: by a word, by the formula of a cell, or because an amount is what the rows above come to.</summary>
internal sealed class TotalRows(SourceMapping source, Findings findings)
{
    /// <summary>Two rows may add up to a third by chance; so many hardly ever do, and neither do two such rows.</summary>
    private const int ManyRows = 4;
    private const int ManySums = 3;
    private const decimal Rounded = 1_000m;
    private readonly SumSoFar[] _sums = [.. source.Series.Select(_ => new SumSoFar())];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (string Text, int Rows)> _labels = [];
    private string? _formula;
    private bool _isSum;

    internal void Take(RowReader row, int series, Reading reading)
    {
        _formula ??= row.AddsUp(source.Series[series].Column) ? source.Columns[source.Series[series].Column] : null;
        _isSum |= IsOfRows && _sums[series].Add(reading);
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
                findings.Problems.Error("total-row", row.PlaceOf(source.TimeColumn), $"\"{ShownText.Short(total.Cell)}\" stands in this row: it adds others up or is made from them, and counted with them it would count twice.", "rows that are no totals", "Take the row out. Where it is no total, choose the rows of the series by this column with \"where\".");
                Array.ForEach(_sums, s => s.Forget(at));
            }
            else if (_told.Add(total.Cell))
            {
                findings.Warn("total-suspected", at, $"\"{ShownText.Short(total.Cell)}\" stands in this row, and it is counted like the others.", "Where it adds others up, take the row out; where it is a name, choose the rows of the series by this column with \"where\".");
            }
        }
        else if (formula is not null)
        {
            findings.Problems.Error("total-row", row.PlaceOf(source.TimeColumn), $"The cell in \"{ShownText.Short(formula)}\" adds up others of its column by a formula, and counted with them it would count twice.", "rows that are no totals", "Take the row out.");
        }
    }

    /// <summary>Whether the rows of an amount stand below each other.</summary>
    private bool IsOfRows => source is { Kind: SourceKind.Movements, Layout.HasMonthsAcross: false };

    /// <summary>Tells the rows of the file that nothing but their amount gives away.</summary>
    internal void EndFile()
    {
        foreach (var (sum, series) in _sums.Select((s, i) => (s, source.Series[i])))
        {
            if (sum.Found.Count > 1 || sum.Found.Exists(f => f.Rows >= ManyRows || f.IsNamed))
            {
                var (row, rows, _) = sum.Found.OrderByDescending(f => f.Rows).First();
                var many = sum.Found.Count(f => f.Rows >= ManyRows);
                var message = $"{series.Name}: the amount of this row is what the {rows} rows above it come to{(sum.Found.Count > 1 ? $", and so {sum.Found.Count} rows of the file are" : "")}; ";
                if (many >= ManySums && sum.Found.Select(f => f.Row.Value).Distinct().Count() > 1)
                {
                    findings.Problems.Error("sum-of-rows", findings.PlaceOf(row.File, row.Row), message + "counted with them it would count twice.", "rows that are no totals", "Take these rows out.");
                }
                else
                {
                    findings.Warn("sum-of-rows", row, message + "it is counted like the others.", "Where the row adds others up, take it out.");
                }
            }

            sum.Clear();
        }

        _labels.Clear();
    }

    /// <summary>A row that adds up others is called otherwise than they are, all of which are called the same: by its month, or by nothing.</summary>
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

    /// <summary>What the rows come to since the last one that added some up, and since the first.</summary>
    private sealed class SumSoFar
    {
        private (decimal Sum, int Rows) _all;
        private (decimal Sum, int Rows) _since;

        internal List<(Reading Row, int Rows, bool IsNamed)> Found { get; } = [];

        /// <summary>How many rows the one that was taken adds up; 0 where it does not.</summary>
        internal int Last { get; private set; }

        /// <summary>Whether the amount is that of the two or more rows above.</summary>
        internal bool Add(Reading reading)
        {
            Last = 0;
            if (reading.Value == 0m)
            {
                return false;
            }

            var rows = Is(_since, reading.Value) ? _since.Rows : Is(_all, reading.Value) ? _all.Rows : 0;
            if (rows > 0)
            {
                Found.Add((reading, rows, false));
                Last = rows;
                _since = default;
                return true;
            }

            (_all, _since) = ((_all.Sum + reading.Value, _all.Rows + 1), (_since.Sum + reading.Value, _since.Rows + 1));
            return false;
        }

        /// <summary>Whether an amount is the sum of two rows or more; of many, also where it is rounded to fewer decimals than they have.</summary>
        private static bool Is((decimal Sum, int Rows) above, decimal value) =>
            above.Rows > 1 && (above.Sum == value || (above.Rows >= ManyRows && Math.Abs(above.Sum - value) * Rounded <= Math.Abs(value) && ExactDecimal.Scale(value) < ExactDecimal.Scale(above.Sum) && decimal.Round(above.Sum, ExactDecimal.Scale(value)) == value));

        /// <summary>The row is told as a total already.</summary>
        internal void Forget(Reading at) => Found.RemoveAll(f => f.Row.Row == at.Row);

        /// <summary>The row is called otherwise than those above it.</summary>
        internal void Name(int row)
        {
            for (var i = 0; i < Found.Count; i++)
            {
                Found[i] = Found[i] with { IsNamed = Found[i].IsNamed || Found[i].Row.Row == row };
            }
        }

        internal void Clear()
        {
            Found.Clear();
            Last = 0;
            (_all, _since) = (default, default);
        }
    }
}
