using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>A run of units in the exchange's books when the session opened.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Account">Whose units.</param>
/// <param name="Units">Which units, of what kind and vintage.</param>
/// <param name="Status">Where they stood.</param>
public sealed record SessionHolding(string Account, Parcel Units, ShadowAccount Status)
{
    /// <summary>The day on which the registry issued them; that of their lot unless set, null when it is not known.</summary>
    public LocalDate? Issued { get; init; } = Units.Lot?.Issued;

    /// <summary>The last day on which they are valid, where the registry states one; that of their lot unless set, null when it is not known.</summary>
    public LocalDate? Expires { get; init; } = Units.Lot?.Expires;

    internal UnitDays Days => new(Issued, Expires);

    /// <summary>Its place in a file.</summary>
    public SourcePlace Place { get; init; }
}

/// <summary>A run of units as the registry states it.</summary>
/// <remarks>Immutable and thread-safe. What a registry does not print is null and is not compared.</remarks>
/// <param name="Block">Which numbers.</param>
/// <param name="Status">What it states of them.</param>
public sealed record StatedHolding(SerialBlock Block, StatedStatus Status)
{
    /// <summary>To whose name they stand.</summary>
    public string? Account { get; init; }

    /// <summary>Kind of unit.</summary>
    public UnitKind? Kind { get; init; }

    /// <summary>Vintage.</summary>
    public int? Vintage { get; init; }

    /// <summary>The calendar year in which their vintage ends, where an export says that and no more: units of that year bear it out, and units of a compliance year that ends in it.</summary>
    public int? VintageEnds { get; init; }

    /// <summary>Day of issue.</summary>
    public LocalDate? Issued { get; init; }

    /// <summary>The last day on which they are valid.</summary>
    public LocalDate? Expires { get; init; }

    internal UnitDays Days => new(Issued, Expires);

    /// <summary>Its place in a file.</summary>
    public SourcePlace Place { get; init; }
}

/// <summary>A registry's statement about units. It does not know an exchange's reservations, so it has fewer states than the books.</summary>
public enum StatedStatus
{
    /// <summary>In an account and usable; confirms every live status of the books except buffered.</summary>
    Held,

    /// <summary>Set aside against reversals.</summary>
    Buffered,

    /// <summary>Blocked by the registry: reserved, under question, or given as security.</summary>
    Blocked,

    /// <summary>Ended: surrendered, retired, cancelled, expired or converted.</summary>
    Ended,

    /// <summary>On its way to an account and not confirmed; nobody can sell it.</summary>
    Pending,

    /// <summary>Carried to a later year; does not confirm units that the books have as free.</summary>
    Banked,
}
