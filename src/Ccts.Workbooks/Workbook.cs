using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Workbooks;

/// <summary>The cells of a workbook, sheet by sheet.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Workbook
{
    internal Workbook(string? file, IReadOnlyList<WorkbookSheet> sheets) => (File, Sheets) = (file, sheets);

    /// <summary>What messages call it, or null.</summary>
    public string? File { get; }

    /// <summary>Its sheets, in their order, hidden ones too.</summary>
    public IReadOnlyList<WorkbookSheet> Sheets { get; }

    /// <summary>The sheet with this name, whatever the case and the blanks around it, or null.</summary>
    public WorkbookSheet? Find(string name) => Sheets.FirstOrDefault(s => string.Equals(s.Name.Trim(), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The cell that <c>Sheet!B12</c> names, or null when nothing stands there.</summary>
    public WorkbookCell? CellAt(string address)
    {
        var at = (address ?? "").LastIndexOf('!');
        return at <= 0 ? null : Find(address!.Substring(0, at))?.CellAt(address.Substring(at + 1));
    }

    /// <summary>The place of a cell for messages.</summary>
    public SourcePlace PlaceOf(string sheet, int row, int column) => new(File, row, column, sheet + "!" + WorkbookCell.Letters(column) + row.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
