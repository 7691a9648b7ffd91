using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets.Factors;
using Ccts.Sdk.Emissions;
using Ccts.Sdk.Law;

namespace Ccts.Cli.Factors;

/// <summary>The rows of a factor library that were asked for.</summary>
internal sealed record FactorChoice(IReadOnlyList<FuelFactor> Fuels, IReadOnlyList<MaterialFactor> Materials, IReadOnlyList<KeyValuePair<string, LegalValue<decimal>>> Gases)
{
    internal bool IsEmpty => Fuels.Count + Materials.Count + Gases.Count == 0;

    internal static FactorChoice All(FactorLibrary library) =>
        new([.. library.Fuels.Values], [.. library.Materials.Values], [.. library.GlobalWarmingPotentials]);

    /// <summary>What somebody probably meant by a name; nothing when nothing is near.</summary>
    internal static FactorChoice Near(FactorLibrary library, string name) => new(
        [.. library.FuelsNear(name).Select(key => library.Fuels[key])],
        [.. library.MaterialsNear(name).Select(key => library.Materials[key])],
        [.. library.GlobalWarmingPotentials.Where(g => string.Equals(g.Key, name, System.StringComparison.OrdinalIgnoreCase))]);
}
