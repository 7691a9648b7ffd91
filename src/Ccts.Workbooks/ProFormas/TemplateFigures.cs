using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Workbooks.Templates;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks.ProFormas;

/// <summary>The sheets of a template that take figures: headings and the lines that a plant states, in the order of the form.</summary>
internal sealed class TemplateFigures(ProForma form, ProFormaFiling? filing)
{
    private const int LongestNote = 120;
    private readonly Dictionary<string, JsonNode> _stated = filing is null ? [] : ProFormaFilingWriter.ToJson(filing, form)["inputs"]!.AsArray().ToDictionary(i => (string)i!["field"]!, i => i!, StringComparer.Ordinal);

    internal Worksheet ToWorksheet(string name, string yearsCell)
    {
        var sheet = new TemplateSheet();
        sheet.Add([(TemplateLayout.KeyColumn, TemplateLayout.FieldHeader, TemplateStyles.Bold), (TemplateLayout.LabelColumn, "Particulars", TemplateStyles.Bold), (TemplateLayout.BasisColumn, "Basis", TemplateStyles.Bold), (TemplateLayout.UnitColumn, "Unit", TemplateStyles.Bold), .. TemplateLayout.Years.Select(y => (y.At, y.Header, TemplateStyles.Bold)), (TemplateLayout.FormNoteColumn, "Note", TemplateStyles.Bold)]);
        foreach (var field in form.Fields.Where(f => f.Sheet == name && f.Kind != ProFormaFieldKind.Computed))
        {
            Line(sheet, field);
        }

        foreach (var (column, at, _) in TemplateLayout.Years.Where(y => y.Column is ProFormaColumn.Year2 or ProFormaColumn.Year3))
        {
            sheet.Grey(at, $"AND({yearsCell}<>\"\",VALUE({yearsCell})<{(int)column + 1})");
        }

        return sheet.ToWorksheet([16, 60, 24, 16, 18, 18, 18, 18, 60], freezes: true);
    }

    private void Line(TemplateSheet sheet, ProFormaField field)
    {
        if (field.Kind == ProFormaFieldKind.Heading)
        {
            sheet.Add((TemplateLayout.KeyColumn, field.Key, TemplateStyles.Note), (TemplateLayout.LabelColumn, field.Label, TemplateStyles.Bold));
            return;
        }

        var (first, last) = (TemplateLayout.Years[0].At, TemplateLayout.Years[TemplateLayout.Years.Count - 1].At);
        if (field.Kind == ProFormaFieldKind.Answer)
        {
            sheet.Offer(first, last, TemplateWords.Of(field.Answers));
        }
        else
        {
            sheet.TakeFigures(first, last, field.Unit);
        }

        var (line, style) = (_stated.TryGetValue(field.Key, out var found) ? found : null, field.Kind == ProFormaFieldKind.Answer ? TemplateStyles.Word : TemplateStyles.Figure);
        sheet.Add([
            (TemplateLayout.KeyColumn, field.Key, TemplateStyles.Note),
            (TemplateLayout.LabelColumn, field.Label, TemplateStyles.Plain),
            (TemplateLayout.BasisColumn, field.Basis, TemplateStyles.Note),
            (TemplateLayout.UnitColumn, field.Unit, TemplateStyles.Plain),
            .. TemplateLayout.Years.Select(y => (y.At, Figure(line, y.Column), style)),
            (TemplateLayout.FormNoteColumn, Note(field), TemplateStyles.Note),
        ]);
    }

    private static string Figure(JsonNode? line, ProFormaColumn column) =>
        line is null ? "" : column == ProFormaColumn.Current ? (string)line["current"]! : line["baseline_years"] is JsonArray years && (int)column < years.Count ? (string)years[(int)column]! : "";

    /// <summary>What counts where the cell stays empty, and what to mind.</summary>
    private string Note(ProFormaField field) => string.Join(" ", form.HintsOf(field).Prepend(field.Kind != ProFormaFieldKind.Default ? ""
        : field.Formula is { Length: <= LongestNote } formula ? $"Empty: {formula}." : "Empty: computed as the workbook does.")).Trim();
}
