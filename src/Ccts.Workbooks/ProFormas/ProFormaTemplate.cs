using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.ProFormas;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheets = DocumentFormat.OpenXml.Spreadsheet.Sheets;

namespace Ccts.Workbooks.ProFormas;

/// <summary>Writes a workbook in which a plant fills in a pro-forma; <see cref="ProFormaWorkbook"/> reads it back.</summary>
/// <remarks>Thread-safe. Every cell is locked but those to fill in, each line has its field and unit, words are chosen from lists. There is no password.</remarks>
public static class ProFormaTemplate
{
    /// <summary>Writes a template, empty or with the figures of a filing.</summary>
    /// <param name="output">Where the workbook goes; it has to be able to seek.</param>
    /// <param name="form">The form.</param>
    /// <param name="year">The compliance year that is filled in, or null.</param>
    /// <param name="filing">A filing of the form whose figures go in, or null.</param>
    public static void Write(Stream output, ProForma form, ComplianceYear? year = null, ProFormaFiling? filing = null)
    {
        _ = output ?? throw new ArgumentNullException(nameof(output));
        _ = form ?? throw new ArgumentNullException(nameof(form));
        using var document = SpreadsheetDocument.Create(output, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        TemplateStyles.Add(workbook);
        var sheets = new Sheets();
        var words = new TemplateWords(form);
        var general = new TemplateGeneral(form, words, filing?.Year ?? year, filing);
        Add(workbook, sheets, TemplateLayout.GeneralSheet, general.ToWorksheet(), isHidden: false);
        var stated = new TemplateFigures(form, filing);
        foreach (var sheet in form.Fields.Where(f => f.Kind is ProFormaFieldKind.Input or ProFormaFieldKind.Default or ProFormaFieldKind.Answer).Select(f => f.Sheet).Distinct(StringComparer.Ordinal).ToList())
        {
            Add(workbook, sheets, sheet, stated.ToWorksheet(sheet, general.YearsCell), isHidden: false);
        }

        Add(workbook, sheets, TemplateLayout.WordsSheet, words.ToWorksheet(), isHidden: true);
        workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new WorkbookProtection { LockStructure = true }, sheets);
        workbook.Workbook.Save();
    }

    private static void Add(WorkbookPart workbook, Sheets sheets, string name, Worksheet worksheet, bool isHidden)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = worksheet;
        sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)(sheets.ChildElements.Count + 1), Name = name, State = isHidden ? SheetStateValues.Hidden : null });
    }
}
