using System.Collections.Generic;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>How one figure of the current year was computed.</summary>
/// <remarks>Immutable and thread-safe. Figures are formatted when first read, because formatting takes longer than computing.</remarks>
public sealed class FormStep
{
    private readonly WrittenCell _result;

    internal FormStep(ProFormaField field, string formula, IReadOnlyList<FormOperand> operands, WrittenCell result) => (Field, Formula, Operands, _result) = (field, formula, operands, result);

    /// <summary>The field.</summary>
    public ProFormaField Field { get; }

    /// <summary>Its formula, as the form's data gives it.</summary>
    public string Formula { get; }

    /// <summary>The figures that went in, under their keys.</summary>
    public IReadOnlyList<FormOperand> Operands { get; }

    /// <summary>The result, with 20 significant digits, or the text of the cell.</summary>
    public string Result => _result.Text;
}

/// <summary>A figure that went into a step.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FormOperand
{
    private readonly WrittenCell _value;

    internal FormOperand(ProFormaField field, ProFormaColumn column, WrittenCell value) => (Field, Column, _value) = (field, column, value);

    /// <summary>The field.</summary>
    public ProFormaField Field { get; }

    /// <summary>The column it was read in.</summary>
    public ProFormaColumn Column { get; }

    /// <summary>The figure, with 20 significant digits, or the text of the cell.</summary>
    public string Value => _value.Text;
}

/// <summary>A cell's figure for all steps that use it, formatted once, when first read.</summary>
internal sealed class WrittenCell(CellValue value)
{
    // Two threads may both format it; the text is the same.
    private string? _text;

    internal string Text => _text ??= value.Write(ProFormaFigure.Significant);
}
