using System.Collections.Generic;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>A workbook error that changes a figure of a filing, with both figures.</summary>
/// <remarks>Two are equal only when they hold the very same lists.</remarks>
/// <param name="Slip">The slip.</param>
/// <param name="Cells">The cells that it changes: the figure that counts, and the figure with this error alone.</param>
/// <param name="BaselineIntensity">The baseline intensity with this error alone; empty where it is unchanged.</param>
/// <param name="CurrentIntensity">The intensity of the current year with this error alone; empty where it is unchanged.</param>
public sealed record SlipAccount(ProFormaSlip Slip, IReadOnlyList<SlipCell> Cells, string BaselineIntensity, string CurrentIntensity);

/// <summary>One cell of a slip.</summary>
/// <param name="Field">The field.</param>
/// <param name="Column">The column.</param>
/// <param name="Intended">The figure that counts.</param>
/// <param name="Printed">What the workbook would print with this error alone.</param>
public sealed record SlipCell(ProFormaField Field, ProFormaColumn Column, string Intended, string Printed);
