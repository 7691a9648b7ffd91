using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;

namespace Ccts.Workbooks.ProFormas;

/// <summary>Sees by its labels whether a sheet has the rows of the form: a row too many, and every figure below would be another's.</summary>
internal sealed class FiledLabels(Workbook workbook, WorkbookSheetLayout layout)
{
    private const int MostTold = 3;

    /// <summary>Plants complete a label, e.g. by the name of another cement; so much of it has to stand.</summary>
    private const int SameBeginning = 20;

    internal IEnumerable<Problem> Differing(IEnumerable<ProFormaField> fields)
    {
        var labels = new HashSet<string>(fields.Select(f => Letters(f.Label)), StringComparer.Ordinal);
        var (sheet, column) = (workbook.Find(layout.Name)!, WorkbookCell.ColumnOf(layout.Label));
        var found = fields.Where(f => f.Kind != ProFormaFieldKind.Computed).Select(f => (Field: f, Cell: sheet.CellAt(f.Row, column))).Where(l => l.Cell is not { HasFormula: true } && !IsSame(Letters(l.Field.Label), Letters(l.Cell?.Text ?? ""), labels)).ToList();
        return found.Take(MostTold).Select(l => new Problem("layout-differs", Severity.Error, $"Row {l.Field.Row} is called \"{l.Cell?.Text.Trim() ?? ""}\"; the form has \"{l.Field.Label}\" ({l.Field.Key}) there. {Rows(found.Count)}", workbook.PlaceOf(sheet.Name, l.Field.Row, column))
        {
            Expected = "the rows of the published workbook",
            Hint = "A row was inserted or deleted, or this is another edition: copy the figures into the published workbook, or into a template of \"ccts proforma template\".",
        });
    }

    private static string Rows(int count) => count == 1 ? "No other row differs." : $"{count} rows differ.";

    private static bool IsSame(string label, string text, HashSet<string> labels) =>
        label == text || (label.Length >= SameBeginning && text.StartsWith(label.Substring(0, SameBeginning), StringComparison.Ordinal) && !labels.Contains(text));

    private static string Letters(string text) => new(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant).ToArray());
}
