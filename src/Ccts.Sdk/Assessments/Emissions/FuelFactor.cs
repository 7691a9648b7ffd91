using System.Collections.Generic;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>A Type I combustion factor.</summary>
/// <param name="Key">e.g. <c>petroleum-coke</c>.</param>
/// <param name="Name">As Annexure IV prints it.</param>
/// <param name="Factor">t CO2 per TJ.</param>
/// <param name="Biogenic">Zero-rated and reported as a memo item (DPCM s.4.4(3)).</param>
/// <param name="IpccNetCalorificValue">IPCC 2006 net calorific value, for comparison only: the DPCM prints none and asks for measured values.</param>
/// <param name="Standing">Source, force and evidence of the factor.</param>
public sealed record FuelFactor(
    string Key,
    string Name,
    LegalValue<EnergyEmissionFactor> Factor,
    bool Biogenic,
    NetCalorificValue? IpccNetCalorificValue,
    Standing Standing)
{
    /// <summary>Other names that people use, such as <c>furnace oil</c>; used for suggestions when a name is unknown, never to compute.</summary>
    public IReadOnlyList<string> AlsoCalled { get; init; } = [];

    /// <summary>Other readings of the texts; a result that uses <see cref="Factor"/> shows the figure under each. Mostly empty.</summary>
    public IReadOnlyList<LegalValue<EnergyEmissionFactor>> OtherReadings { get; init; } = [];
}
