using System;
using System.Collections.Generic;
using Ccts.Sdk;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rulesets.Factors;

/// <summary>The emission factors of a ruleset.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FactorLibrary
{
    internal static readonly FactorLibrary Empty = new(
        new Dictionary<string, FuelFactor>(StringComparer.Ordinal),
        new Dictionary<string, MaterialFactor>(StringComparer.Ordinal),
        new Dictionary<string, LegalValue<decimal>>(StringComparer.Ordinal),
        new Dictionary<string, LegalValue<EnergyEmissionFactor>>(StringComparer.Ordinal),
        []);

    internal FactorLibrary(
        IReadOnlyDictionary<string, FuelFactor> fuels,
        IReadOnlyDictionary<string, MaterialFactor> materials,
        IReadOnlyDictionary<string, LegalValue<decimal>> globalWarmingPotentials,
        IReadOnlyDictionary<string, LegalValue<EnergyEmissionFactor>> ipccFuels,
        IReadOnlyList<GridFactor> grid)
    {
        Fuels = fuels;
        Materials = materials;
        GlobalWarmingPotentials = globalWarmingPotentials;
        IpccFuels = ipccFuels;
        Grid = grid;
    }

    /// <summary>Type I combustion factors (DPCM Annexure IV), by fuel key, e.g. <c>petroleum-coke</c>.</summary>
    public IReadOnlyDictionary<string, FuelFactor> Fuels { get; }

    /// <summary>Type I process factors (DPCM Annexure IV), by material, e.g. <c>CaCO3</c>.</summary>
    public IReadOnlyDictionary<string, MaterialFactor> Materials { get; }

    /// <summary>100-year global warming potentials (DPCM Annexure I), t CO2e per t, by gas, e.g. <c>CF4</c>.</summary>
    public IReadOnlyDictionary<string, LegalValue<decimal>> GlobalWarmingPotentials { get; }

    /// <summary>IPCC 2006 combustion factors by fuel key, for comparison only.</summary>
    public IReadOnlyDictionary<string, LegalValue<EnergyEmissionFactor>> IpccFuels { get; }

    /// <summary>The keys of the fuels that somebody probably means by a name such as <c>furnace oil</c> or <c>naptha</c>, the nearest first; empty if nothing is near.</summary>
    public IReadOnlyList<string> FuelsNear(string name) => NearestFactor.Of(Require.NotBlank(name), Fuels.Values);

    /// <summary>The keys of the materials that somebody probably means by a name such as <c>limestone</c>, the nearest first; empty if nothing is near.</summary>
    public IReadOnlyList<string> MaterialsNear(string name) => NearestFactor.Of(Require.NotBlank(name), Materials.Values);

    /// <summary>The CEA's grid series as quoted, in the order of the file.</summary>
    public IReadOnlyList<GridFactor> Grid { get; }
}
