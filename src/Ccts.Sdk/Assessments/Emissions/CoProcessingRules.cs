using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>Which alternate fuels may be left out of the total once their co-processing is recommended (DPCM s.4.4(3)(iii)).</summary>
/// <remarks>Immutable and thread-safe once built.</remarks>
/// <param name="NeverExcluded">Fuels that always count, by key, such as <c>petroleum-coke</c>.</param>
/// <param name="Standing">Source, force and evidence.</param>
public sealed record CoProcessingRules(IReadOnlyCollection<string> NeverExcluded, Standing Standing)
{
    /// <summary>Whether the fossil CO2 of a stream is left out: the stream says where that is recommended, and its fuel, under any name, is not one that always counts.</summary>
    internal static bool Excludes(FuelStream stream, EmissionRules rules) =>
        !string.IsNullOrWhiteSpace(stream.CoProcessing) && rules.CoProcessing is { } law && law.Refused(stream.Fuel, rules) is null;

    /// <summary>The listed fuel that this one is, or null.</summary>
    internal string? Refused(string fuel, EmissionRules rules)
    {
        var word = Plain(fuel);
        return NeverExcluded.FirstOrDefault(never => NamesOf(never, rules).Any(name => word.Contains(name)));
    }

    private static IEnumerable<string> NamesOf(string key, EmissionRules rules) =>
        (rules.Fuels.TryGetValue(key, out var listed) ? listed.AlsoCalled.Append(listed.Name).Append(key) : [key]).Select(Plain).Where(name => name.Length > 0);

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
