using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Workbooks.Templates;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheets = DocumentFormat.OpenXml.Spreadsheet.Sheets;

namespace Ccts.Workbooks.Reports;

/// <summary>Writes a workbook in which a plant fills in its monitoring report, a line for each stream and a column for each month; <see cref="ReportWorkbook"/> reads it back.</summary>
/// <remarks>Thread-safe. Every cell is locked except those to fill in. There is no password.</remarks>
public static class ReportTemplate
{
    private const int Streams = 99;

    /// <summary>Writes a template.</summary>
    /// <param name="output">The target stream, which must be seekable.</param>
    /// <param name="sector">The sector, as the schedule prints it.</param>
    /// <param name="year">The compliance year.</param>
    public static void Write(Stream output, string sector, ComplianceYear year)
    {
        _ = output ?? throw new ArgumentNullException(nameof(output));
        _ = sector ?? throw new ArgumentNullException(nameof(sector));
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        TemplateStyles.Add(workbook);
        var sheets = new Sheets();
        Add(workbook, sheets, ReportLayout.ReportSheet, Head(sector, year));
        Add(workbook, sheets, ReportLayout.StreamsSheet, Lines(year));
        Add(workbook, sheets, ReportLayout.ColumnsSheet, Words());
        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new WorkbookProtection { LockStructure = true }, sheets);
        workbook.Workbook.Save();
    }

    private static Worksheet Head(string sector, ComplianceYear year)
    {
        var sheet = new TemplateSheet();
        sheet.Add((ReportLayout.KeyColumn, ReportLayout.Format, TemplateStyles.Note), (ReportLayout.TitleColumn, "Monitoring report", TemplateStyles.Bold), (ReportLayout.NoteColumn, "Fill in the yellow cells here, and a line for each stream on the next sheet.", TemplateStyles.Note));
        foreach (var (key, title, note) in ReportLayout.Head)
        {
            var value = key == "complianceYear" ? year.ToString() : key == "entity.sector" ? sector : "";
            sheet.Add((ReportLayout.KeyColumn, key, TemplateStyles.Note), (ReportLayout.TitleColumn, title, TemplateStyles.Plain), (ReportLayout.ValueColumn, value, TemplateStyles.Word), (ReportLayout.NoteColumn, note, TemplateStyles.Note));
        }

        return sheet.ToWorksheet([34, 34, 34, 34], freezes: false);
    }

    private static Worksheet Lines(ComplianceYear year)
    {
        var sheet = new TemplateSheet();
        var months = Enumerable.Range(0, 12).Select(m => year.FirstDay.PlusMonths(m)).Select(d => d.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        var further = ReportLayout.Columns.Count + 13;
        var columns = ReportLayout.Columns.Select(c => c.Key).Concat(months).Append(StreamColumn.WholeYear).Concat(ReportLayout.Further.Select(f => f.Key)).ToList();
        var words = ReportLayout.Columns.Count;
        sheet.Add([.. columns.Select((c, i) => (i + 1, c, TemplateStyles.Bold))]);
        for (var line = 0; line < Streams; line++)
        {
            sheet.Offer(1, 1, "\"" + ReportLayout.Lists + "\"");
            sheet.Add([.. columns.Select((_, i) => (i + 1, "", i < words || i >= further ? TemplateStyles.Word : TemplateStyles.Figure))]);
        }

        return sheet.ToWorksheet([.. columns.Select(_ => 17)], freezes: true);
    }

    /// <summary>Explains the columns to people who fill them in.</summary>
    private static Worksheet Words()
    {
        var sheet = new TemplateSheet();
        sheet.Add((1, "Column of the sheet Streams", TemplateStyles.Bold), (2, "What it holds", TemplateStyles.Bold));
        foreach (var (key, note) in ReportLayout.Columns.Append((Key: "2025-04 and the like", Note: "the amount of the month with its unit, such as 100 t")).Append((Key: StreamColumn.WholeYear, Note: "the amount of the year in one figure, where there are no months; never beside months")).Concat(ReportLayout.Further))
        {
            sheet.Add((1, key, TemplateStyles.Plain), (2, note, TemplateStyles.Plain));
        }

        return sheet.ToWorksheet([34, 88], freezes: true);
    }

    private static void Add(WorkbookPart workbook, Sheets sheets, string name, Worksheet worksheet)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = worksheet;
        sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)(sheets.ChildElements.Count + 1), Name = name });
    }
}
