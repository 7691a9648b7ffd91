using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Impact;

/// <summary>What a draft changes for the entities it was tried on.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ImpactReport
{
    /// <summary>The earlier ruleset.</summary>
    public required RulesetIdentity Old { get; init; }

    /// <summary>The later one.</summary>
    public required RulesetIdentity New { get; init; }

    /// <summary>The sectors in ordinal order.</summary>
    public required IReadOnlyList<SectorImpact> Sectors { get; init; }

    /// <summary>The entities whose certificates change most, at most as many as were asked for.</summary>
    public required IReadOnlyList<EntityImpact> Movers { get; init; }

    /// <summary>The entities that end on another side, those whose certificates change most first, at most as many as were asked for.</summary>
    public required IReadOnlyList<EntityImpact> SideChanges { get; init; }

    /// <summary>What is odd about the input and was counted all the same.</summary>
    public required IReadOnlyList<Problem> Remarks { get; init; }

    /// <summary>Entities of the input.</summary>
    public int Entities => Sectors.Sum(s => s.Entities);

    /// <summary>Entities that end on another side.</summary>
    public int ChangedSides => Sectors.SelectMany(s => s.Moves).Where(m => m.Key.Old != m.Key.New).Sum(m => m.Value);

    /// <summary>All sectors together.</summary>
    public SectorSide OldTotal => Sectors.Aggregate(SectorSide.Zero, (sum, s) => sum.Plus(s.Old));

    /// <summary>All sectors together.</summary>
    public SectorSide NewTotal => Sectors.Aggregate(SectorSide.Zero, (sum, s) => sum.Plus(s.New));

    /// <summary>Whether any entity's outcome is another.</summary>
    public bool ChangesAnything => Movers.Count + SideChanges.Count > 0;
}
