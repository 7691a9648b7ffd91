using System;
using System.Collections.Generic;

namespace Ccts.Sdk.Monitoring;

/// <summary>A gas by its composition, such as blast-furnace, coke-oven or refinery gas. Its carbon is that of its components.</summary>
/// <param name="Shares">Volume (molar) share of each component, 0 to 1, by formula, such as <c>CO</c>. They add up to 1.</param>
/// <param name="MolarVolume">Cubic metres of a kilomole at the conditions of the amounts; no text read prints one. Null means that of an ideal gas at the stated conditions.</param>
/// <param name="Source">The analysis, and where the molar volume comes from.</param>
public sealed record GasComposition(IReadOnlyList<ComponentShare> Shares, decimal? MolarVolume, string Source)
{
    // Atoms of carbon in a molecule: chemistry, not law.
    private static readonly Dictionary<string, int> CarbonAtoms = new(StringComparer.Ordinal)
    {
        ["CO2"] = 1, ["CO"] = 1, ["CH4"] = 1, ["C2H2"] = 2, ["C2H4"] = 2, ["C2H6"] = 2, ["C3H6"] = 3, ["C3H8"] = 3, ["C4H8"] = 4, ["C4H10"] = 4,
        ["C5H12"] = 5, ["C6H6"] = 6, ["C6H14"] = 6, ["H2"] = 0, ["N2"] = 0, ["O2"] = 0, ["H2O"] = 0, ["H2S"] = 0, ["Ar"] = 0, ["He"] = 0, ["NH3"] = 0,
    };

    /// <summary>The components that can be stated, by formula.</summary>
    public static IReadOnlyCollection<string> Components => CarbonAtoms.Keys;

    /// <summary>Kilomoles of carbon in a kilomole of a component, or null when it is not known.</summary>
    internal static int? CarbonOf(string component) => CarbonAtoms.TryGetValue(component, out var atoms) ? atoms : null;
}

/// <summary>How much of a mixture a component is.</summary>
/// <param name="Component">The component: a gas by its formula, or a material of the ruleset such as <c>CaCO3</c>.</param>
/// <param name="Share">0 to 1.</param>
public sealed record ComponentShare(string Component, decimal Share);
