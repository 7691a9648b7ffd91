using System.Collections.Generic;
using System.Linq;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>What two rulesets make of a sector.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Sector">The sector.</param>
/// <param name="Entities">Entities of the input that belong to it.</param>
/// <param name="Old">Under the earlier ruleset.</param>
/// <param name="New">Under the later one.</param>
/// <param name="Moves">The number of entities for each pair of sides, before and now.</param>
public sealed record SectorImpact(string Sector, int Entities, SectorSide Old, SectorSide New, IReadOnlyDictionary<SideMove, int> Moves)
{
    /// <summary>Under the earlier ruleset, of the entities whose target both know.</summary>
    public SectorSide OldOfBoth { get; init; } = SectorSide.Zero;

    /// <summary>Under the later ruleset, of the same entities.</summary>
    public SectorSide NewOfBoth { get; init; } = SectorSide.Zero;

    /// <summary>How many of these end on another side.</summary>
    internal int ChangedSidesOfBoth => Moves.Where(m => m.Key.Old != m.Key.New && m.Key.Old.IsKnown() && m.Key.New.IsKnown()).Sum(m => m.Value);
}

/// <summary>A sector's sums under one ruleset. Entities whose target is unknown are counted but are in no sum.</summary>
/// <param name="Long">Entities to whom certificates are issued.</param>
/// <param name="Short">Entities that have to surrender.</param>
/// <param name="Even">Entities on target.</param>
/// <param name="NoTarget">Entities for which the schedule prints a dash.</param>
/// <param name="Unknown">Entities whose target is not known.</param>
/// <param name="TonnesLong">Certificates issued, t CO2e.</param>
/// <param name="TonnesShort">Certificates to be surrendered, t CO2e, zero or more.</param>
public sealed record SectorSide(int Long, int Short, int Even, int NoTarget, int Unknown, decimal TonnesLong, decimal TonnesShort)
{
    /// <summary>Issued less to be surrendered.</summary>
    public decimal Net => TonnesLong - TonnesShort;

    internal static SectorSide Zero { get; } = new(0, 0, 0, 0, 0, 0m, 0m);

    internal SectorSide With(EntityOutcome outcome) => outcome.Side switch
    {
        EntitySide.Long => this with { Long = Long + 1, TonnesLong = TonnesLong + outcome.Certificates!.Value },
        EntitySide.Short => this with { Short = Short + 1, TonnesShort = TonnesShort - outcome.Certificates!.Value },
        EntitySide.Even => this with { Even = Even + 1 },
        EntitySide.NoTarget => this with { NoTarget = NoTarget + 1 },
        _ => this with { Unknown = Unknown + 1 },
    };

    internal SectorSide Plus(SectorSide other) => new(
        Long + other.Long,
        Short + other.Short,
        Even + other.Even,
        NoTarget + other.NoTarget,
        Unknown + other.Unknown,
        TonnesLong + other.TonnesLong,
        TonnesShort + other.TonnesShort);
}

/// <summary>From one side to another, or staying.</summary>
/// <param name="Old">The side under the earlier ruleset.</param>
/// <param name="New">The side under the later one.</param>
public readonly record struct SideMove(EntitySide Old, EntitySide New);
