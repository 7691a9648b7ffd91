using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks;

/// <summary>A cell to write.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Address">Its address, e.g. <c>L65</c>.</param>
/// <param name="Value">Its text; a plain decimal where it is a figure.</param>
/// <param name="IsFigure">Whether it is written as a number.</param>
public sealed record FilledCell(string Sheet, string Address, string Value, bool IsFigure);

/// <summary>Writes cells at their addresses into sheets of their names: values to copy into another workbook, without its formulas and styles.</summary>
public static class FilledWorkbook
{
    /// <summary>Writes the workbook; sheets are in the order in which they first occur.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="cells">The cells, each address once.</param>
    /// <exception cref="ArgumentException">A cell occurs twice.</exception>
    public static void Write(Stream output, IReadOnlyCollection<FilledCell> cells)
    {
        _ = output ?? throw new ArgumentNullException(nameof(output));
        _ = cells ?? throw new ArgumentNullException(nameof(cells));
        _ = cells.Any(c => c is null) ? throw new ArgumentException("An element of the list is null; leave it out.", nameof(cells)) : 0;
        if (cells.GroupBy(c => (c.Sheet, c.Address)).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"{twice.Key.Sheet}!{twice.Key.Address} is filled twice.", nameof(cells));
        }

        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new Sheets());
        foreach (var (sheet, number) in cells.GroupBy(c => c.Sheet, StringComparer.Ordinal).Select((g, i) => (g, (uint)i + 1)))
        {
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(sheet.GroupBy(c => RowOf(c.Address)).OrderBy(r => r.Key).Select(Row)));
            workbook.Workbook.Sheets!.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = number, Name = sheet.Key });
        }
    }

    private static Row Row(IGrouping<uint, FilledCell> row) =>
        new(row.OrderBy(c => ColumnOf(c.Address).Length).ThenBy(c => ColumnOf(c.Address), StringComparer.Ordinal).Select(Cell)) { RowIndex = row.Key };

    private static Cell Cell(FilledCell cell) => cell.IsFigure
        ? new Cell { CellReference = cell.Address, CellValue = new CellValue(cell.Value) }
        : new Cell(new InlineString(new Text(cell.Value) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = cell.Address, DataType = CellValues.InlineString };

    private static string ColumnOf(string address) => address.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    private static uint RowOf(string address) => uint.Parse(address.Substring(ColumnOf(address).Length), CultureInfo.InvariantCulture);
}
