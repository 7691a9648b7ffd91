using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks.Tests;

/// <summary>Cells to write into a workbook: a formula begins with =, and behind a bar stands what was computed, e.g. <c>=B1*2|8</c>; a number that is shown in per cent begins with the sign, e.g. <c>%0.98</c>.</summary>
internal sealed class Sheets
{
    private readonly Dictionary<string, SortedDictionary<(int Row, int Column), string>> _sheets = new(StringComparer.Ordinal);
    private readonly HashSet<(string Sheet, string At)> _hidden = [];
    private readonly List<(string Sheet, string Range)> _merged = [];

    /// <summary>Hides a row (<c>7</c>), a column (<c>H</c>), or the whole sheet (empty).</summary>
    internal Sheets Hide(string sheet, string at)
    {
        _hidden.Add((sheet, at));
        return this;
    }

    internal Sheets Merge(string sheet, string range)
    {
        _merged.Add((sheet, range));
        return this;
    }

    internal Sheets Set(string sheet, string reference, string text)
    {
        var letters = new string(reference.TakeWhile(char.IsLetter).ToArray());
        return Set(sheet, int.Parse(reference[letters.Length..], CultureInfo.InvariantCulture), WorkbookCell.ColumnOf(letters), text);
    }

    internal Sheets Set(string address, string text) => Set(address[..address.LastIndexOf('!')], address[(address.LastIndexOf('!') + 1)..], text);

    internal Sheets Set(string sheet, int row, int column, string text)
    {
        var cells = _sheets.TryGetValue(sheet, out var known) ? known : _sheets[sheet] = [];
        cells[(row, column)] = text;
        return this;
    }

    internal Sheets Clear(string sheet, string reference)
    {
        var letters = new string(reference.TakeWhile(char.IsLetter).ToArray());
        _sheets[sheet].Remove((int.Parse(reference[letters.Length..], CultureInfo.InvariantCulture), WorkbookCell.ColumnOf(letters)));
        return this;
    }

    internal byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var sheets = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            foreach (var (name, cells) in _sheets)
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(cells.GroupBy(c => c.Key.Row).Select(r => new Row(r.Select(c => CellOf(c.Key.Row, c.Key.Column, c.Value))) { RowIndex = (uint)r.Key, Hidden = _hidden.Contains((name, r.Key.ToString(CultureInfo.InvariantCulture))) ? true : null })));
                if (_hidden.Where(h => h.Sheet == name && h.At.Any(char.IsLetter)).Select(h => (uint)WorkbookCell.ColumnOf(h.At)).ToList() is { Count: > 0 } columns)
                {
                    part.Worksheet.InsertAt(new Columns(columns.Order().Select(c => new Column { Min = c, Max = c, Hidden = true })), 0);
                }

                if (_merged.Where(m => m.Sheet == name).ToList() is { Count: > 0 } merged)
                {
                    part.Worksheet.Append(new MergeCells(merged.Select(m => new MergeCell { Reference = m.Range })));
                }

                sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)(sheets.ChildElements.Count + 1), Name = name, State = _hidden.Contains((name, "")) ? SheetStateValues.Hidden : null });
            }

            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(new Fonts(new Font(), new Font(new Strike())), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()), new CellFormats(new CellFormat { NumberFormatId = 0 }, new CellFormat { NumberFormatId = 9, ApplyNumberFormat = true }, new CellFormat { FontId = 1, ApplyFont = true }));
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(sheets);
        }

        return stream.ToArray();
    }

    internal Workbook ToWorkbook() => Read(ToBytes());

    internal static Workbook Read(byte[] bytes)
    {
        Assert.True(WorkbookReader.TryRead(new MemoryStream(bytes), "plant.xlsx", WorkbookLimits.Default, out var workbook, out var problems), string.Join("\n", problems));
        return workbook;
    }

    private static Cell CellOf(int row, int column, string text)
    {
        var cell = new Cell { CellReference = WorkbookCell.Letters(column) + row.ToString(CultureInfo.InvariantCulture) };
        if (text.Length > 1 && text[0] == '%' && char.IsAsciiDigit(text[1]))
        {
            (cell.StyleIndex, text) = (1, text[1..]);
        }
        else if (text.StartsWith('~'))
        {
            (cell.StyleIndex, text) = (2, text[1..]);
        }

        if (text.StartsWith('='))
        {
            var bar = text.IndexOf('|', StringComparison.Ordinal);
            cell.CellFormula = new CellFormula(bar < 0 ? text[1..] : text[1..bar]);
            text = bar < 0 ? "" : text[(bar + 1)..];
            cell.CellValue = text.Length == 0 ? null : new CellValue(text);
            cell.DataType = text.StartsWith('#') ? CellValues.Error : null;
        }
        else if (text.StartsWith('#'))
        {
            (cell.CellValue, cell.DataType) = (new CellValue(text), CellValues.Error);
        }
        else if (text.Length > 0 && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            cell.CellValue = new CellValue(text);
        }
        else
        {
            (cell.InlineString, cell.DataType) = (new InlineString(new Text(text.TrimStart('\''))), CellValues.InlineString);
        }

        return cell;
    }
}
