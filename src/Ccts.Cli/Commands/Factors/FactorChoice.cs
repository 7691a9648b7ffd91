using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Factors;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Cli.Commands.Factors;

/// <summary>The requested rows of a factor library.</summary>
internal sealed record FactorChoice(
    IReadOnlyList<FuelFactor> Fuels,
    IReadOnlyList<MaterialFactor> Materials,
    IReadOnlyList<KeyValuePair<string, LegalValue<decimal>>> Gases,
    IReadOnlyList<GridFactor> Grid,
    IReadOnlyList<KeyValuePair<string, LegalValue<EnergyEmissionFactor>>> Ipcc)
{
    /// <summary>The only region: the procedure takes the national average, and no regional series was read.</summary>
    internal const string Region = "all-india";
    private const string GridWord = "grid";

    internal bool IsEmpty => Fuels.Count + Materials.Count + Gases.Count + Grid.Count + Ipcc.Count == 0;

    internal static FactorChoice All(Ruleset ruleset) =>
        new([.. ruleset.Factors.Fuels.Values], [.. ruleset.Factors.Materials.Values], [.. GasesOf(ruleset)], ruleset.Factors.Grid, [.. ruleset.Factors.IpccFuels]);

    /// <summary>What a name probably means; empty when nothing is similar.</summary>
    internal static FactorChoice Near(Ruleset ruleset, string name)
    {
        var library = ruleset.Factors;
        var fuels = library.FuelsNear(name);
        return new(
            [.. fuels.Select(key => library.Fuels[key])],
            [.. library.MaterialsNear(name).Select(key => library.Materials[key])],
            [.. GasesOf(ruleset).Where(g => Same(g.Key, name))],
            [.. library.Grid.Where(g => Same(name, GridWord) || IsOfSeries(g.Series, name))],
            [.. library.IpccFuels.Where(f => fuels.Contains(f.Key, StringComparer.Ordinal))]);
    }

    /// <summary>Rows of a region, a year, an edition and a source; a row without one of these is left out when it is requested.</summary>
    internal FactorChoice Of(string? region, string? year, string? version, string? source)
    {
        var isGrid = region is not null || year is not null || version is not null;
        bool From(ILegalValue value) => source is null || value.Standing.Source.ToString().Contains(source, StringComparison.OrdinalIgnoreCase);
        return new(
            isGrid ? [] : [.. Fuels.Where(f => From(f.Factor))],
            isGrid ? [] : [.. Materials.Where(m => From(m.Factor))],
            isGrid ? [] : [.. Gases.Where(g => From(g.Value))],
            [.. Grid.Where(g => From(g.Factor) && (region is null || Same(region, Region)) && (year is null || Same(year, g.FinancialYear)) && (version is null || Same(version, g.Version)))],
            isGrid ? [] : [.. Ipcc.Where(f => From(f.Value))]);
    }

    /// <summary>The request in words and the available values, for a request without a match.</summary>
    internal static string Asked(FactorLibrary library, string? name, string? region, string? year, string? version, string? source)
    {
        static string List(IEnumerable<string> known) => string.Join(", ", known.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var asked = new List<string>();
        void Add(string? value, string words)
        {
            if (value is not null)
            {
                asked.Add(words);
            }
        }

        Add(name, $"near \"{name}\"");
        Add(region, $"of the region \"{region}\" (the only one read is {Region})");
        Add(year, $"of the year \"{year}\" ({List(library.Grid.Select(g => g.FinancialYear))})");
        Add(version, $"of the edition \"{version}\" ({List(library.Grid.Select(g => g.Version))})");
        Add(source, $"from the source \"{source}\"");
        return string.Join(" and ", asked);
    }

    /// <summary>With the gases that a parameter adds, as an overlay does.</summary>
    private static IReadOnlyDictionary<string, LegalValue<decimal>> GasesOf(Ruleset ruleset) => ruleset.Assessment.Emissions.GlobalWarmingPotentials;

    // "combined margin" is a series of two words; part of a word never matches.
    private static bool IsOfSeries(string series, string name) =>
        name.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } words && words.All(w => series.Split('-').Contains(w, StringComparer.OrdinalIgnoreCase));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
