using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger.Settlement;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Accounts;

/// <summary>A plant of a group.</summary>
/// <param name="Assessment">Its assessment.</param>
/// <param name="Position">Its position.</param>
public sealed record GroupPlant(Assessment Assessment, YearPosition Position)
{
    /// <summary>Whether it has a figure that counts. It has none where certificates are withheld, or where there is no target in force.</summary>
    public bool IsCounted => Position.Net is not null && Assessment.HasBindingTarget();
}

/// <summary>The plants of a group side by side, and what they could settle among themselves. A target stays with its plant; a group has none.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Name">The group's name.</param>
/// <param name="Plants">Its plants, in the order given.</param>
/// <param name="Net">Surpluses set against needs; plants that are not counted are left out.</param>
public sealed record GroupAccount(string Name, IReadOnlyList<GroupPlant> Plants, GroupNet Net)
{
    /// <summary>Adds the plants up.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="plants">Its plants, each once.</param>
    /// <param name="price">The internal price of a certificate, or null.</param>
    /// <exception cref="System.ArgumentException">A plant is listed twice, or two may be one: they have one name, and not a registration number each.</exception>
    public static GroupAccount Of(string name, IReadOnlyList<GroupPlant> plants, Inr? price = null)
    {
        var entities = Require.All(plants).Select(p => p.Assessment.Entity).ToList();
        return entities.SelectMany((e, i) => entities.Take(i).Where(o => MayBeOne(o, e))).FirstOrDefault() is { } twice
            ? throw new System.ArgumentException($"A plant occurs twice: {ShownText.Short(twice.Registration?.ToString() ?? twice.Name)}.", nameof(plants))
            : new(Require.NotBlank(name), plants, GroupNetting.Net(plants.Where(p => p.IsCounted).Select(p => new EntityBalance(KeyOf(p), p.Position.Net!.Value)), price));
    }

    private static bool MayBeOne(ObligatedEntity one, ObligatedEntity other) =>
        one.Registration is { } a && other.Registration is { } b ? a == b
        : OrganisationName.Same(one.Name, other.Name) && (one.State is null || other.State is null || PlainName.Same(one.State, other.State));

    /// <summary>What a plant is called in <see cref="Net"/>: its registration number, or its name.</summary>
    public static string KeyOf(GroupPlant plant) => Require.NotNull(plant).Assessment.Entity.Registration?.ToString() ?? plant.Assessment.Entity.Name;

    /// <summary>The net position of the plants that are counted, below zero short; null where none is.</summary>
    public long? NetTonnes => Sum(p => p.Position.Net);

    /// <summary>The sum of the plants' lowest positions, likewise.</summary>
    public long? NetLow => Sum(p => p.Position.NetLow);

    /// <summary>The sum of the plants' highest positions, likewise.</summary>
    public long? NetHigh => Sum(p => p.Position.NetHigh);

    private long? Sum(System.Func<GroupPlant, long?> of) => Plants.Any(p => p.IsCounted) ? Plants.Where(p => p.IsCounted).Sum(of) : null;

    /// <summary>Emissions of all plants, t CO2e; null where those of one are not known.</summary>
    public decimal? Tonnes => Plants.All(p => p.Assessment.ReportedTotal() is not null) ? Plants.Sum(p => p.Assessment.Emissions.Total.Tonnes) : null;
}
