using System.Collections.Generic;

namespace Ccts.Sdk.ProFormas;

/// <summary>How one figure of the current year was computed.</summary>
/// <param name="Field">The field.</param>
/// <param name="Formula">Its formula, as the form's data gives it.</param>
/// <param name="Operands">The figures that went in, under their keys.</param>
/// <param name="Result">What came out.</param>
public sealed record FormStep(ProFormaField Field, string Formula, IReadOnlyList<FormOperand> Operands, string Result);

/// <summary>A figure that went into a step.</summary>
/// <param name="Field">The field.</param>
/// <param name="Column">The column it was read in.</param>
/// <param name="Value">The figure.</param>
public sealed record FormOperand(ProFormaField Field, ProFormaColumn Column, string Value);
