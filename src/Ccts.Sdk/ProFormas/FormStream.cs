using System.Collections.Generic;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>A stream of the monitoring report as a form states it.</summary>
/// <param name="List">The list it belongs to, e.g. <c>fuels</c>.</param>
/// <param name="Id">Its id in the report.</param>
/// <param name="When">Whether the plant has it: not zero.</param>
/// <param name="Members">Its members.</param>
internal sealed record FormStream(string List, string Id, FormulaNode When, IReadOnlyList<FormMember> Members);

/// <summary>A member of such a stream: a text, or a figure of the form with its unit.</summary>
/// <param name="Path">The member; a point leads into it, e.g. <c>factor.value</c>.</param>
/// <param name="Text">The text, or null for a figure.</param>
/// <param name="Figure">The figure, or null for a text.</param>
/// <param name="Unit">Its unit; empty for a pure number and for a word that a formula chooses.</param>
internal sealed record FormMember(string Path, string? Text, FormulaNode? Figure, string Unit);

/// <summary>A line of Form E2 and the field of the pro-forma that fills it.</summary>
/// <param name="Number">The line, e.g. <c>B2(i)</c>.</param>
/// <param name="Field">The field.</param>
public sealed record FormE2Line(string Number, ProFormaField Field);
