using System.Collections.Generic;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>Shows how the figures of the current year were computed, for checks by hand.</summary>
internal static class FormSteps
{
    internal static List<FormStep> Of(ProForma form, FormEvaluation computed)
    {
        var steps = new List<FormStep>();
        var written = new WrittenCell?[]?[ProForma.CellCount];
        WrittenCell Written(int field, ProFormaColumn column) => (written[(int)column] ??= new WrittenCell?[form.Fields.Count])[field] ??= new WrittenCell(computed.Cell(field, column));

        for (var field = 0; field < form.Fields.Count; field++)
        {
            var value = computed.Cell(field, ProFormaColumn.Current);
            if (form.FormulaOf(field, ProFormaColumn.Current) is { } formula && value.Kind != CellKind.Blank && (value.Kind != CellKind.Number || value.Number.Sign != 0))
            {
                var operands = new List<FormOperand>();
                formula.Reads(ProFormaColumn.Current, (read, column) => operands.Add(new FormOperand(form.Fields[read], column, Written(read, column))));
                steps.Add(new FormStep(form.Fields[field], form.Fields[field].CurrentFormula ?? form.Fields[field].Formula ?? "", operands, Written(field, ProFormaColumn.Current)));
            }
        }

        return steps;
    }
}
