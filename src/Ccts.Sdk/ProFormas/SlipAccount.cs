using System.Collections.Generic;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>A slip of the workbook that changes a figure of a filing, with both figures.</summary>
/// <remarks>Two are equal only when they hold the very same lists.</remarks>
/// <param name="Slip">The slip.</param>
/// <param name="Cells">Its cells that differ: what counts and what this slip alone would make of them.</param>
/// <param name="BaselineIntensity">The baseline intensity with this slip alone, or empty where it does not move it.</param>
/// <param name="CurrentIntensity">The intensity of the current year with this slip alone, or empty where it does not move it.</param>
public sealed record SlipAccount(ProFormaSlip Slip, IReadOnlyList<SlipCell> Cells, string BaselineIntensity, string CurrentIntensity);

/// <summary>One cell of a slip.</summary>
/// <param name="Field">The field.</param>
/// <param name="Column">The column.</param>
/// <param name="Intended">The figure that counts.</param>
/// <param name="Printed">What the workbook prints by this slip alone.</param>
public sealed record SlipCell(ProFormaField Field, ProFormaColumn Column, string Intended, string Printed);
