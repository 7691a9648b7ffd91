using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>An entity's output and emissions of a year, to apply a draft to.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Key">The registration number, or the key of a draft row printed without one.</param>
/// <param name="OnRequest">Whether <paramref name="Key"/> is the key of a draft, superseded or other row of <c>targets.on-request.csv</c>.</param>
/// <param name="Output">Equivalent product of the year, above zero.</param>
/// <param name="Emissions">Total GHG of the year, t CO2e, zero or more.</param>
public sealed record ImpactEntity(string Key, bool OnRequest, Output Output, Co2e Emissions)
{
    /// <summary>Its name, or null; if a ruleset has a row, that row's name is shown.</summary>
    public string? Name { get; init; }

    /// <summary>Its sector, or null; if a ruleset has a row, that row's sector counts.</summary>
    public string? Sector { get; init; }

    /// <summary>Its sub-sector, or null.</summary>
    public string? SubSector { get; init; }

    /// <summary>Its row in the earlier ruleset, if that has another key: a draft row means a plant whose row in force has its registration number. Null for the same row.</summary>
    internal (string Key, bool OnRequest)? Earlier { get; init; }

    /// <summary>Where it was read.</summary>
    public SourcePlace Place { get; init; }
}
