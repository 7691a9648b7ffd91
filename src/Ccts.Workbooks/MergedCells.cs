using System.Collections.Generic;
using System.Globalization;

namespace Ccts.Workbooks;

/// <summary>Merged cells, which a spreadsheet shows as one: the first has the value, and the others are empty.</summary>
/// <param name="FirstRow">The first row, from 1.</param>
/// <param name="FirstColumn">The first column, from 1.</param>
/// <param name="LastRow">The last row.</param>
/// <param name="LastColumn">The last column.</param>
internal sealed record MergedCells(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    /// <summary>Their name for people, e.g. <c>E33:G33</c>.</summary>
    internal string Reference => WorkbookCell.Letters(FirstColumn) + FirstRow.ToString(CultureInfo.InvariantCulture) + ":" + WorkbookCell.Letters(LastColumn) + LastRow.ToString(CultureInfo.InvariantCulture);

    /// <summary>The cells but the first.</summary>
    internal IEnumerable<(int Row, int Column)> Others()
    {
        for (var row = FirstRow; row <= LastRow; row++)
        {
            for (var column = FirstColumn; column <= LastColumn; column++)
            {
                if (row != FirstRow || column != FirstColumn)
                {
                    yield return (row, column);
                }
            }
        }
    }

    internal static bool TryParse(string reference, out MergedCells merged)
    {
        merged = new MergedCells(0, 0, 0, 0);
        var ends = reference.Split(':');
        if (ends.Length != 2 || !WorkbookCell.TryAt(ends[0], out var row, out var column) || !WorkbookCell.TryAt(ends[1], out var lastRow, out var lastColumn))
        {
            return false;
        }

        merged = new MergedCells(row, column, lastRow, lastColumn);
        return lastRow >= row && lastColumn >= column;
    }
}
