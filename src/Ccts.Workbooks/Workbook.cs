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

    /// <summary>Its name in messages, or null.</summary>
    public string? File { get; }

    /// <summary>Its sheets in order, hidden ones too.</summary>
    public IReadOnlyList<WorkbookSheet> Sheets { get; }

    /// <summary>The sheet with this name, ignoring case and surrounding blanks, or null.</summary>
    public WorkbookSheet? Find(string name) => Sheets.FirstOrDefault(s => string.Equals(s.Name.Trim(), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The cell at an address such as <c>Sheet!B12</c>, or null when it is empty.</summary>
    public WorkbookCell? CellAt(string address)
    {
        var at = (address ?? "").LastIndexOf('!');
        return at <= 0 ? null : Find(address!.Substring(0, at))?.CellAt(address.Substring(at + 1));
    }

    /// <summary>The place of a cell, for messages.</summary>
    public SourcePlace PlaceOf(string sheet, int row, int column) => new(File, row, column, sheet + "!" + WorkbookCell.Letters(column) + row.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
