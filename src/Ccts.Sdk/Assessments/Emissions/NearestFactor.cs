using Ccts.Sdk.Formats.Json;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>Finds the listed fuels or materials that somebody probably meant: by key, printed name and everyday names.</summary>
public static class NearestFactor
{
    private const string ListedBy = "\"ccts factors\" lists them all.";

    /// <summary>Biomass, whose CO2 does not count, is offered only where nothing else is near: plastic waste is no wood waste.</summary>
    internal static string Hint(string word, IEnumerable<FuelFactor> fuels)
    {
        var all = fuels as IReadOnlyCollection<FuelFactor> ?? [.. fuels];
        var near = Of(word, all);
        var fossil = near.Where(n => !all.First(f => f.Key == n).Biogenic).ToList();
        return Hint(fossil.Count > 0 ? fossil : near);
    }

    internal static string Hint(string word, IEnumerable<MaterialFactor> materials) => Hint(Of(word, materials));

    /// <summary>The keys of the nearest fuels, the nearest first; empty if nothing is near.</summary>
    public static IReadOnlyList<string> Of(string word, IEnumerable<FuelFactor> fuels) =>
        NearestName.Of(Require.NotNull(word), Require.Each(fuels).Select(f => (f.Key, Names: f.AlsoCalled.Prepend(f.Name))), ofSubstances: true);

    /// <summary>The keys of the nearest materials, the nearest first; empty if nothing is near.</summary>
    public static IReadOnlyList<string> Of(string word, IEnumerable<MaterialFactor> materials) =>
        NearestName.Of(Require.NotNull(word), Require.Each(materials).Select(m => (m.Key, Names: (IEnumerable<string>)m.AlsoCalled)), ofSubstances: true);

    private static string Hint(IReadOnlyList<string> near) =>
        near.Count == 0 ? ListedBy : $"Did you mean {string.Join(", ", near.Take(near.Count - 1).Select(n => $"\"{n}\""))}{(near.Count > 1 ? " or " : "")}\"{near[near.Count - 1]}\"? {ListedBy}";
}
