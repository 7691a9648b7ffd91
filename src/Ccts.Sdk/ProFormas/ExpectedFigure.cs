using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.ProFormas;

/// <summary>A figure that a filing brings along to be compared with what comes out: those who publish worked examples write them.</summary>
/// <param name="Key">The key of the field.</param>
/// <param name="Column">Baseline or current.</param>
/// <param name="AsPrinted">Whether it is what the workbook prints.</param>
/// <param name="Text">The figure.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record ExpectedFigure(string Key, ProFormaColumn Column, bool AsPrinted, string Text, SourcePlace Place);
