using System;
using System.Globalization;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Finds the rows of totals among the rows of a file, and compares them with the rows above.</summary>
internal sealed class RowTotals(ExportColumns columns, RowCells cells)
{
    private decimal _all;
    private decimal _sinceLast;
    private int _rows;
    private int _rowsSinceLast;
    private bool _isBroken;

    /// <summary>Whether the current row is a total; otherwise it is counted. <paramref name="difference"/> says if a total differs from the sum of the rows.</summary>
    internal bool IsTotal(out string? difference)
    {
        difference = null;
        var hasQuantity = TryQuantity(out var stated);
        var isTotal = cells.Row.Count > 0 && Says(stated, hasQuantity);
        if (isTotal)
        {
            if (hasQuantity && !_isBroken && stated != _all && stated != _sinceLast)
            {
                difference = string.Format(CultureInfo.InvariantCulture, "The total says {0}, and the rows above add up to {1}: rows may be missing.", stated, _all);
            }

            // A line below the table may count its rows: one with no quantity says how many there should be.
            else if (!hasQuantity && Counted() is { } count && count != _rows && count != _rowsSinceLast && (_isBroken || (count != _all && count != _sinceLast)))
            {
                difference = string.Format(CultureInfo.InvariantCulture, "This line says {0}, and {1} rows with {2} units are above it: rows may be missing.", count, _rows, _all);
            }

            (_sinceLast, _rowsSinceLast) = (0, 0);
            return true;
        }

        _rows++;
        _rowsSinceLast++;
        if (hasQuantity)
        {
            try
            {
                _all += stated;
                _sinceLast += stated;
            }
            catch (OverflowException)
            {
                _isBroken = true;
            }
        }
        else
        {
            _isBroken |= cells.Of(ColumnRoles.Quantity).Length > 0;
        }

        return false;
    }

    /// <summary>The number in the words of a total, as in "Total rows: 305,000"; null where there is none.</summary>
    private decimal? Counted()
    {
        for (var i = 0; i < cells.Row.Count; i++)
        {
            var text = cells.At(i);
            var (from, to) = (0, text.Length);
            while (from < to && !char.IsDigit(text[from]))
            {
                from++;
            }

            while (to > from && !char.IsDigit(text[to - 1]))
            {
                to--;
            }

            if (from < to && TotalRow.Says(text) && ExportNumbers.TryRead(text.Substring(from, to - from), out var count))
            {
                return count;
            }
        }

        return null;
    }

    private bool TryQuantity(out decimal stated)
    {
        stated = 0;
        return cells.Of(ColumnRoles.Quantity) is { Length: > 0 } text && ExportNumbers.TryRead(text, out stated);
    }

    // Only numbers and words for a total, or only the sum of the rows above.
    private bool Says(decimal stated, bool hasQuantity)
    {
        var (words, numbers) = (0, 0);
        for (var i = 0; i < cells.Row.Count; i++)
        {
            var text = cells.At(i);
            if (text.Length == 0)
            {
                continue;
            }

            if (TotalRow.Says(text))
            {
                words++;
            }
            else if (ExportNumbers.TryRead(text, out _) || text[0] == '-')
            {
                numbers++;
            }
            else
            {
                return false;
            }
        }

        return words > 0 || (numbers == 1 && hasQuantity && !_isBroken && _all > 0 && stated == _all && columns.Format.Columns.Count > 1);
    }
}
