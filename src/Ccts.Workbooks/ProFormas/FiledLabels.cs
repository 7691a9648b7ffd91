using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;

namespace Ccts.Workbooks.ProFormas;

/// <summary>Sees by its labels whether a sheet has the rows of the form: a row too many, and every figure below would be another's.</summary>
internal sealed class FiledLabels(Workbook workbook, WorkbookSheet sheet, WorkbookSheetLayout layout)
{
    private const int MostTold = 3;

    /// <summary>So many rows are looked at for where the labels went.</summary>
    private const int MostMoved = 9;

    /// <summary>Plants complete a label, e.g. by the name of another cement; so much of it has to stand.</summary>
    private const int SameBeginning = 20;

    private readonly int _column = WorkbookCell.ColumnOf(layout.Label);

    internal IEnumerable<Problem> Differing(IEnumerable<ProFormaField> fields)
    {
        var labels = Labels(fields);
        var found = fields.Where(f => f.Kind != ProFormaFieldKind.Computed && !Stands(f, f.Row, labels)).ToList();
        if (found.Count > 2 * MostMoved && Enumerable.Range(1, MostMoved).SelectMany(n => new[] { n, -n }).FirstOrDefault(n => found.Count(f => !Stands(f, f.Row + n, labels)) <= Math.Max(0, -n)) is not 0 and var by)
        {
            var rows = Math.Abs(by) == 1 ? "A row was" : Math.Abs(by) + " rows were";
            return [At(found[0].Row, $"{rows} {(by > 0 ? "inserted above" : "deleted at")} \"{found[0].Label}\" ({found[0].Key}), so that every figure below is in another's row.", by > 0 ? "Delete what was inserted; a spreadsheet moves the formulas along." : "Insert what was deleted, with the words of the published workbook.")];
        }

        return found.Take(MostTold).Select(f => At(f.Row, $"Row {f.Row} is called \"{Label(f.Row)?.Text.Trim() ?? ""}\"; the form has \"{f.Label}\" ({f.Key}) there. {(found.Count == 1 ? "No other row differs." : $"{found.Count} rows differ.")}", "A row was inserted or deleted, or this is another edition: copy the figures into the published workbook, or into a template of \"ccts proforma template\"."));
    }

    /// <summary>Whether most of the form's labels stand here: the sheet is one of the form, be it of another plant.</summary>
    internal bool IsOfForm(IEnumerable<ProFormaField> fields)
    {
        var labels = Labels(fields);
        var stated = fields.Where(f => f.Kind != ProFormaFieldKind.Computed).ToList();
        return stated.Count(f => Stands(f, f.Row, labels)) > stated.Count / 2;
    }

    private static HashSet<string> Labels(IEnumerable<ProFormaField> fields) => new(fields.Select(f => FiledSheets.Letters(f.Label)), StringComparer.Ordinal);

    private WorkbookCell? Label(int row) => sheet.CellAt(row, _column);

    private bool Stands(ProFormaField field, int row, HashSet<string> labels) =>
        Label(row) is { HasFormula: true } || IsSame(FiledSheets.Letters(field.Label), FiledSheets.Letters(Label(row)?.Text ?? ""), labels);

    private Problem At(int row, string message, string hint) => new("layout-differs", Severity.Error, message, workbook.PlaceOf(sheet.Name, row, _column)) { Expected = "the rows of the published workbook", Hint = hint };

    private static bool IsSame(string label, string text, HashSet<string> labels) =>
        label == text || (label.Length >= SameBeginning && text.StartsWith(label.Substring(0, SameBeginning), StringComparison.Ordinal) && !labels.Contains(text));
}
