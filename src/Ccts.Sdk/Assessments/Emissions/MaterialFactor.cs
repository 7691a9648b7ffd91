using System.Collections.Generic;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>A Type I process factor: t CO2 per t of material (DPCM Annexure IV).</summary>
/// <param name="Key">The material as printed, e.g. <c>CaCO3</c>.</param>
/// <param name="Factor">t CO2 per t.</param>
public sealed record MaterialFactor(string Key, LegalValue<MassEmissionFactor> Factor)
{
    /// <summary>Other names that people use, such as <c>limestone</c>; used for suggestions when a name is unknown, never to compute.</summary>
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];
}
