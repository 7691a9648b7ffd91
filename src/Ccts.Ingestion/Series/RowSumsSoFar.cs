using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Sums of a file's rows since the last total and since the first row; and whether the first row, or the next after those that it covers, is the total of the rows after it.</summary>
internal sealed class RowSumsSoFar
{
    private const decimal Rounded = 1_000m;
    private (decimal Sum, int Rows) _all;
    private (decimal Sum, int Rows) _since;
    private (Reading Row, decimal Sum, int Rows)? _head;
    private (Reading Row, int Rows, int Sums, int All) _above;
    private int _rows;
    private bool _isNotAbove;

    internal List<SumRow> Found { get; } = [];

    /// <summary>How many rows the last row taken adds up; 0 where it is no total.</summary>
    internal int Last { get; private set; }

    /// <summary>The total above the most rows, where every row of the file is such a total or one of its rows; otherwise null.</summary>
    internal (Reading Row, int Rows, int Sums)? Above => !_isNotAbove && _head is null && _above.All == _rows && (_above.Rows >= TotalRows.ManyRows || _above.Sums > 2) ? (_above.Row, _above.Rows, _above.Sums) : null;

    /// <summary>Whether the amount is that of the two or more rows above.</summary>
    /// <param name="reading">The amount.</param>
    /// <param name="isNumbered">Whether the row has a number of its own, as a ticket has.</param>
    internal bool Add(Reading reading, bool isNumbered)
    {
        Last = 0;
        if (reading.Value == 0m)
        {
            return false;
        }

        Head(reading, isNumbered);
        var rows = Is(_since, reading.Value) ? _since.Rows : Is(_all, reading.Value) ? _all.Rows : 0;
        if (rows > 0)
        {
            var isExact = _since.Sum == reading.Value || _all.Sum == reading.Value;
            Found.Add(new SumRow(reading, rows, isExact && !isNumbered));
            Last = rows;
            _since = default;
            return true;
        }

        (_all, _since) = ((_all.Sum + reading.Value, _all.Rows + 1), (_since.Sum + reading.Value, _since.Rows + 1));
        return false;
    }

    /// <summary>Whether the totals are not chance: one covers many rows, or several cover half of the file. An amount within the plant's own limit may still be real.</summary>
    internal bool IsNoChance(decimal? most)
    {
        var sure = Found.Where(f => f.IsSure && !(most >= Math.Abs(f.Row.Value))).ToList();
        return sure.Exists(f => f.Rows >= TotalRows.ManyRows)
            || (sure.Count > 1 && sure.Select(f => f.Row.Value).Distinct().Count() > 1 && sure.Sum(f => f.Rows + 1) is var held && held * 2 >= _rows && (sure.Count > 2 || held == _rows))
            || (Found.Count(f => f.Rows >= TotalRows.ManyRows) > 2 && Found.Select(f => f.Row.Value).Distinct().Count() > 1);
    }

    private void Head(Reading reading, bool isNumbered)
    {
        _rows++;
        _isNotAbove |= isNumbered;
        if (_head is not { } head)
        {
            _head = (reading, 0m, 0);
            return;
        }

        head = (head.Row, head.Sum + reading.Value, head.Rows + 1);
        _head = head;
        if (head.Rows > 1 && head.Sum == head.Row.Value)
        {
            _above = (head.Rows > _above.Rows ? head.Row : _above.Row, Math.Max(head.Rows, _above.Rows), _above.Sums + 1, _above.All + head.Rows + 1);
            _head = null;
        }
    }

    /// <summary>Whether an amount is the sum of two rows or more; of many, also where it is rounded to fewer decimals than they have.</summary>
    private static bool Is((decimal Sum, int Rows) above, decimal value) =>
        above.Rows > 1 && (above.Sum == value || (above.Rows >= TotalRows.ManyRows && Math.Abs(above.Sum - value) * Rounded <= Math.Abs(value) && ExactDecimal.Scale(value) < ExactDecimal.Scale(above.Sum) && decimal.Round(above.Sum, ExactDecimal.Scale(value)) == value));

    /// <summary>Marks the row as already reported as a total.</summary>
    internal void Forget(Reading at) => Found.RemoveAll(f => f.Row.Row == at.Row);

    /// <summary>Marks the row as named differently from those above it.</summary>
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
        (Last, _rows, _head, _above, _isNotAbove) = (0, 0, null, default, false);
        (_all, _since) = (default, default);
    }

    /// <summary>A row whose amount is that of rows above it.</summary>
    /// <param name="Row">The row.</param>
    /// <param name="Rows">How many rows it adds up.</param>
    /// <param name="IsSure">Whether it does so to the last digit and has no number of its own.</param>
    internal readonly record struct SumRow(Reading Row, int Rows, bool IsSure)
    {
        /// <summary>Whether its name differs from theirs.</summary>
        internal bool IsNamed { get; init; }
    }
}
