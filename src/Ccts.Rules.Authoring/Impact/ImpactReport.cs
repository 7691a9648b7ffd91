using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>What a draft changes for the given entities.</summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the same list objects.</remarks>
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

    /// <summary>The effect of the later ruleset's unsettled points on these entities, in ordinal order.</summary>
    public IReadOnlyList<ReadingImpact> Readings { get; init; } = [];

    /// <summary>Differing entries of the files that do not affect these figures, such as factors, due days and retention; <c>ccts ruleset diff</c> lists them.</summary>
    public IReadOnlyList<EntryChange> Unreached { get; init; } = [];

    /// <summary>What is odd about the input but was counted.</summary>
    public required IReadOnlyList<Problem> Remarks { get; init; }

    /// <summary>Entities of the input.</summary>
    public int Entities => Sectors.Sum(s => s.Entities);

    /// <summary>Entities that end on another side.</summary>
    public int ChangedSides => Sectors.SelectMany(s => s.Moves).Where(m => m.Key.Old != m.Key.New).Sum(m => m.Value);

    /// <summary>All sectors together.</summary>
    public SectorSide OldTotal => Sectors.Aggregate(SectorSide.Zero, (sum, s) => sum.Plus(s.Old));

    /// <summary>All sectors together.</summary>
    public SectorSide NewTotal => Sectors.Aggregate(SectorSide.Zero, (sum, s) => sum.Plus(s.New));

    /// <summary>Entities with a known target in one of the two rulesets only: added, changed to a dash, or no longer known.</summary>
    public int OnlyInOne => Sectors.SelectMany(s => s.Moves).Where(m => m.Key.Old.IsKnown() != m.Key.New.IsKnown()).Sum(m => m.Value);

    /// <summary>Entities with a known target in both rulesets that end on another side.</summary>
    public int ChangedSidesOfBoth => Sectors.Sum(s => s.ChangedSidesOfBoth);

    /// <summary>The earlier sums of the entities with a known target in both: only these can be compared.</summary>
    public SectorSide OldOfBoth => Sectors.Aggregate(SectorSide.Zero, (sum, s) => sum.Plus(s.OldOfBoth));

    /// <summary>The later sums of the same entities.</summary>
    public SectorSide NewOfBoth => Sectors.Aggregate(SectorSide.Zero, (sum, s) => sum.Plus(s.NewOfBoth));

    /// <summary>Whether any entity's outcome is another.</summary>
    public bool ChangesAnything => Movers.Count + SideChanges.Count > 0;

    /// <summary>Whether the two rulesets differ in anything, visible in these figures or not.</summary>
    public bool DiffersInAnything => ChangesAnything || Unreached.Count > 0;
}

/// <summary>The effect of another reading of an unsettled point of the later ruleset.</summary>
/// <param name="Path">The parameter, e.g. <c>certificates.rounding</c>.</param>
/// <param name="Used">The reading used.</param>
/// <param name="Other">The other reading.</param>
/// <param name="Entities">Entities whose certificates it changes.</param>
/// <param name="Tonnes">The sum of the absolute differences of all entities, in certificates.</param>
public sealed record ReadingImpact(string Path, string Used, string Other, int Entities, decimal Tonnes);
