using System;
using System.Globalization;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Finds the rows of totals among the rows of a file, and compares them with the rows above.</summary>
internal sealed class RowTotals(ExportColumns columns, RowCells cells)
{
    private decimal _all;
    private decimal _sinceLast;
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
                difference = string.Format(CultureInfo.InvariantCulture, "The total says {0}, and the rows above add up to {1}: rows may be lacking.", stated, _all);
            }

            _sinceLast = 0;
            return true;
        }

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
