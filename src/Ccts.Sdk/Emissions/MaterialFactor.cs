using System.Collections.Generic;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Emissions;

/// <summary>A Type I process factor: t CO2 per t of material (DPCM Annexure IV).</summary>
/// <param name="Key">The material as printed, e.g. <c>CaCO3</c>.</param>
/// <param name="Factor">t CO2 per t.</param>
public sealed record MaterialFactor(string Key, LegalValue<MassEmissionFactor> Factor)
{
    /// <summary>What people call it besides, such as <c>limestone</c>; an unknown name is answered with it, and nothing is computed by it.</summary>
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];
}
