using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Workbooks.Templates;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheets = DocumentFormat.OpenXml.Spreadsheet.Sheets;

namespace Ccts.Workbooks.Answers;

/// <summary>Writes an answer as a workbook: single figures on the sheet Answer, each list on its own sheet, with units.</summary>
/// <remarks>
/// Thread-safe. It takes the JSON of an answer, so that every answer can be written. A number that a spreadsheet stores
/// exactly, with at most 15 digits, is a number; a longer one stays text, so that no digit is lost. Text is never a formula.
/// </remarks>
public static class AnswerWorkbook
{
    /// <summary>The sheet of single figures, before those of the lists.</summary>
    internal const string First = "Answer";
    private static readonly int[] Widths = [40, 34, 17, .. Enumerable.Repeat(24, 61)];

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">The target stream, which must be seekable.</param>
    /// <param name="answer">The answer, as <c>--json</c> prints it.</param>
    public static void Write(Stream output, JsonObject answer)
    {
        _ = output ?? throw new ArgumentNullException(nameof(output));
        var parts = new AnswerParts(answer ?? throw new ArgumentNullException(nameof(answer)));
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        TemplateStyles.Add(workbook);
        var sheets = new Sheets();
        Add(workbook, sheets, First, Single(parts.Values));
        foreach (var table in parts.Tables)
        {
            Add(workbook, sheets, Name(table.Path, sheets), Table(table));
        }

        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(sheets);
        workbook.Workbook.Save();
    }

    private static TemplateSheet Single(IReadOnlyList<(string Path, string Text)> values)
    {
        var sheet = new TemplateSheet();
        sheet.Add((1, "Member", TemplateStyles.Bold), (2, "Value", TemplateStyles.Bold), (3, "Unit", TemplateStyles.Bold));
        foreach (var (path, text) in values)
        {
            var (number, unit) = AnswerFigure.Split(text);
            sheet.Add((1, path, TemplateStyles.Plain), (2, number, AnswerFigure.StyleOf(number)), (3, unit, TemplateStyles.Plain));
        }

        return sheet;
    }

    private static TemplateSheet Table(AnswerTable table)
    {
        var sheet = new TemplateSheet();

        // A column whose figures share a unit states it once, and contains numbers.
        var units = table.Columns.Select(c => AnswerFigure.UnitOf([.. table.Rows.Select(r => r.TryGetValue(c, out var text) ? text : "")])).ToList();
        sheet.Add([.. table.Columns.Select((c, i) => (i + 1, units[i].Length == 0 ? c : $"{c} ({units[i]})", TemplateStyles.Bold))]);
        foreach (var row in table.Rows)
        {
            sheet.Add([.. table.Columns.Select((c, i) => Cell(i + 1, row.TryGetValue(c, out var text) ? text : "", units[i]))]);
        }

        return sheet;
    }

    private static (int Column, string Text, uint Style) Cell(int column, string text, string unit)
    {
        var shown = unit.Length == 0 ? text : AnswerFigure.Split(text).Number;
        return (column, shown, AnswerFigure.StyleOf(shown));
    }

    private static void Add(WorkbookPart workbook, Sheets sheets, string name, TemplateSheet sheet)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = sheet.ToWorksheet(Widths, freezes: true, isLocked: false);
        sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)(sheets.ChildElements.Count + 1), Name = name });
    }

    /// <summary>A sheet's name has at most 31 letters and is unique.</summary>
    private static string Name(string path, Sheets sheets)
    {
        const int longest = 31;
        var plain = new string([.. path.Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or '\'' ? '-' : c)]);
        var name = plain.Length <= longest ? plain : plain.Substring(plain.Length - longest);
        for (var number = 2; sheets.Elements<Sheet>().Any(s => string.Equals(s.Name?.Value, name, StringComparison.OrdinalIgnoreCase)); number++)
        {
            var mark = " " + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            name = plain.Substring(0, Math.Min(plain.Length, longest - mark.Length)) + mark;
        }

        return name;
    }
}
