using System.Collections.Generic;
using System.Linq;

namespace Ccts.Workbooks;

/// <summary>The cells of one sheet with content.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class WorkbookSheet
{
    private readonly Dictionary<(int Row, int Column), WorkbookCell> _cells;

    private readonly SheetLook _look;

    internal WorkbookSheet(string name, IReadOnlyList<WorkbookCell> cells, bool isHidden, IReadOnlyList<int> hiddenRows, SheetLook look)
    {
        (IsHidden, HiddenRows, _look) = (isHidden, hiddenRows, look);
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

    /// <summary>Whether it is hidden.</summary>
    public bool IsHidden { get; }

    /// <summary>The hidden rows.</summary>
    public IReadOnlyList<int> HiddenRows { get; }

    /// <summary>Its cells, row by row.</summary>
    public IReadOnlyList<WorkbookCell> Cells { get; }

    /// <summary>The last row with content, or 0.</summary>
    public int LastRow => Cells.Count == 0 ? 0 : Cells.Max(c => c.Row);

    /// <summary>The cell, or null when it is empty.</summary>
    public WorkbookCell? CellAt(int row, int column) => _cells.TryGetValue((row, column), out var cell) ? cell : null;

    /// <summary>The cell at an address such as <c>B12</c>, or null when it is empty.</summary>
    public WorkbookCell? CellAt(string reference) => WorkbookCell.TryAt(reference, out var row, out var column) ? CellAt(row, column) : null;

    /// <summary>Whether a column is hidden.</summary>
    internal bool IsColumnHidden(int column) => _look.IsHidden(column);

    /// <summary>The merged cells with a value in the first, so that it looks as if each had it.</summary>
    internal IEnumerable<MergedCells> Merged => _look.Merged.Where(m => CellAt(m.FirstRow, m.FirstColumn) is not null);
}
