using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.ProFormas;

/// <summary>A figure in a filing that is compared with the computed one. Authors of worked examples write them.</summary>
/// <param name="Key">The key of the field.</param>
/// <param name="Column">Baseline or current.</param>
/// <param name="AsPrinted">Whether to compare it with what the workbook prints.</param>
/// <param name="Text">The figure.</param>
/// <param name="Place">Its place in the filing.</param>
internal sealed record ExpectedFigure(string Key, ProFormaColumn Column, bool AsPrinted, string Text, SourcePlace Place);
