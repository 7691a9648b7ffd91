using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Ccts.Workbooks;

/// <summary>The cells of one sheet that hold something.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class WorkbookSheet
{
    private readonly Dictionary<(int Row, int Column), WorkbookCell> _cells;

    internal WorkbookSheet(string name, IReadOnlyList<WorkbookCell> cells)
    {
        Name = name;
        Cells = cells;
        _cells = [];
        foreach (var cell in cells)
        {
            _cells[(cell.Row, cell.Column)] = cell;
        }
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its cells, row by row.</summary>
    public IReadOnlyList<WorkbookCell> Cells { get; }

    /// <summary>The last row that holds something, or 0.</summary>
    public int LastRow => Cells.Count == 0 ? 0 : Cells.Max(c => c.Row);

    /// <summary>The cell, or null when nothing stands there.</summary>
    public WorkbookCell? CellAt(int row, int column) => _cells.TryGetValue((row, column), out var cell) ? cell : null;

    /// <summary>The cell that a person calls <c>B12</c>, or null when nothing stands there.</summary>
    public WorkbookCell? CellAt(string reference)
    {
        var digits = 0;
        while (digits < (reference ?? "").Length && reference![digits] is >= 'A' and <= 'Z')
        {
            digits++;
        }

        return int.TryParse(reference?.Substring(digits), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? CellAt(row, WorkbookCell.ColumnOf(reference!.Substring(0, digits))) : null;
    }
}
