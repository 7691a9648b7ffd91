using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Ledger.Settlement;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Accounts;

/// <summary>A plant of a group.</summary>
/// <param name="Assessment">Its assessment.</param>
/// <param name="Position">Its position.</param>
public sealed record GroupPlant(Assessment Assessment, YearPosition Position);

/// <summary>The plants of a group side by side, and what they could settle among themselves. A target stays with its plant; a group has none.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Name">The group's name.</param>
/// <param name="Plants">Its plants, in the order given.</param>
/// <param name="Net">Surpluses set against needs; plants without a target are left out.</param>
public sealed record GroupAccount(string Name, IReadOnlyList<GroupPlant> Plants, GroupNet Net)
{
    /// <summary>Adds the plants up.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="plants">Its plants, each once.</param>
    /// <param name="price">The internal price of a certificate, or null.</param>
    /// <exception cref="System.ArgumentException">A plant stands twice.</exception>
    public static GroupAccount Of(string name, IReadOnlyList<GroupPlant> plants, Inr? price = null) =>
        new(Require.NotBlank(name), Require.All(plants), GroupNetting.Net(plants.Where(p => p.Position.Net is not null).Select(p => new EntityBalance(KeyOf(p), p.Position.Net!.Value)), price));

    /// <summary>What a plant is called in <see cref="Net"/>: its registration number, or its name.</summary>
    public static string KeyOf(GroupPlant plant) => Require.NotNull(plant).Assessment.Entity.Registration?.ToString() ?? plant.Assessment.Entity.Name;

    /// <summary>Emissions of all plants, t CO2e; null where those of one are not known.</summary>
    public decimal? Tonnes => Plants.All(p => p.Assessment.ReportedTotal() is not null) ? Plants.Sum(p => p.Assessment.Emissions.Total.Tonnes) : null;
}
