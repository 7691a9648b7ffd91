using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Workbooks.Templates;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks.Tables;

/// <summary>Writes tables as a workbook, a sheet for each: the first row in bold and in view, every cell as the text it is, so that no figure loses a digit.</summary>
/// <remarks>Thread-safe.</remarks>
public static class TableWorkbook
{
    private const int MostRows = 1_048_576;
    private const int MostLetters = 32_767;
    private const int Width = 24;

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Where it goes; it has to be able to seek.</param>
    /// <param name="tables">The sheets, at least one: a name of 1 to 31 characters, each once, and the rows.</param>
    /// <exception cref="ArgumentException">A table has more rows than a sheet, or a cell more letters than one can hold.</exception>
    public static void Write(Stream output, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string[]>>> tables)
    {
        _ = output ?? throw new ArgumentNullException(nameof(output));
        _ = tables ?? throw new ArgumentNullException(nameof(tables));
        if (tables.Any(t => t.Value.Count > MostRows || t.Value.Any(r => r.Any(c => c.Length > MostLetters))))
        {
            throw new ArgumentException("A sheet has at most 1048576 rows, and a cell at most 32767 letters.", nameof(tables));
        }

        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        TemplateStyles.Add(workbook);
        var sheets = new Sheets();
        foreach (var table in tables)
        {
            var sheet = new TemplateSheet();
            foreach (var row in table.Value)
            {
                var style = sheet.Next == 1 ? TemplateStyles.Bold : TemplateStyles.Plain;
                sheet.Add([.. row.Select((text, at) => (at + 1, text, style))]);
            }

            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = sheet.ToWorksheet([.. (table.Value.Count > 0 ? table.Value[0] : [""]).Select(_ => Width)], freezes: table.Value.Count > 1, isLocked: false);
            sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)(sheets.ChildElements.Count + 1), Name = table.Key });
        }

        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(sheets);
        workbook.Workbook.Save();
    }
}
