using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Workbooks.Tests;

/// <summary>The published workbook as the form's data describes it: labels, the formulas of what is computed, a plant's figures.</summary>
internal static class FiledSheets
{
    internal static Sheets Of(ProFormaFiling filing)
    {
        var (form, layout, sheets) = (Cement.Form, Cement.Form.Workbook!, new Sheets());
        var chosen = layout.Choices.SelectMany(c => c.Cells).ToHashSet(StringComparer.Ordinal);
        foreach (var field in form.Fields.Where(f => f.Row > 0 && layout.Sheets.ContainsKey(f.Sheet)))
        {
            var sheet = layout.Sheets[field.Sheet];
            sheets.Set(sheet.Name, sheet.Label + field.Row.ToString(CultureInfo.InvariantCulture), "'" + field.Label);
            if (field.Kind is ProFormaFieldKind.Computed or ProFormaFieldKind.Default)
            {
                foreach (var column in sheet.Columns.Values.Where(c => !chosen.Contains($"{sheet.Name}!{c}{field.Row}")))
                {
                    sheets.Set(sheet.Name, column + field.Row.ToString(CultureInfo.InvariantCulture), "=A1");
                }
            }
        }

        sheets.Set(layout.EntityName!, filing.Entity!.Name).Set(layout.Registration!, filing.Entity.Registration!.Value.Text).Set(layout.Year!, filing.Year!.ToString()!);
        foreach (var choice in layout.Choices.Where(c => filing.Choices.ContainsKey(c.Choice)))
        {
            var word = filing.Choices[choice.Choice];
            sheets.Set(choice.Cells[0], choice.Words.FirstOrDefault(w => w.Value == word).Key ?? word);
        }

        foreach (var line in ProFormaFilingWriter.ToJson(filing, form)["inputs"]!.AsArray().OfType<JsonObject>())
        {
            State(sheets, line, layout);
        }

        return sheets;
    }

    private static void State(Sheets sheets, JsonObject line, WorkbookLayout layout)
    {
        var field = Cement.Form.Find((string)line["field"]!)!;
        var sheet = layout.Sheets[field.Sheet];
        var years = line["baseline_years"]!.AsArray().Select(y => (string)y!).ToList();
        foreach (var (column, letters) in sheet.Columns.Where(c => c.Key != ProFormaColumn.Baseline))
        {
            var text = column == ProFormaColumn.Current ? (string)line["current"]! : (int)column < years.Count ? years[(int)column] : "";
            if (text.Length > 0)
            {
                sheets.Set(sheet.Name, letters + field.Row.ToString(CultureInfo.InvariantCulture), text);
            }
        }
    }
}
