using System;
using System.Collections.Generic;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger.History;

namespace Ccts.Sdk.Assessments.Position;

/// <summary>
/// Where an entity stands in a compliance year before it is over. Tonnes are certificates: above zero earned or in surplus, below zero owed or short.
/// Provisional until the year is verified; nothing here is a filing.
/// </summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the same list objects.</remarks>
public sealed record YearPosition
{
    /// <summary>Who.</summary>
    public required ObligatedEntity Entity { get; init; }

    /// <summary>Which year.</summary>
    public required ComplianceYear Year { get; init; }

    /// <summary>Earned or owed on the report so far; null without a target.</summary>
    public required long? YearToDate { get; init; }

    /// <summary>The same at the year's expected output and the intensity so far; null without a target.</summary>
    public required long? Projected { get; init; }

    /// <summary>The projection under every other reading of an unresolved point of law, one at a time; empty if none would change it.</summary>
    public required IReadOnlyList<ReadingEffect> Readings { get; init; }

    /// <summary>Units held that could be surrendered for the year: free, banked, or reserved for another purpose than sale; of no later vintage.</summary>
    public required long Held { get; init; }

    /// <summary>Units held by open reservations for sale: not counted as held.</summary>
    public required long OnSale { get; init; }

    /// <summary>Units that cannot be surrendered on the day asked about, because the account is frozen or their validity is over or unknown. Not counted as held.</summary>
    public long NotUsable { get; init; }

    /// <summary>The worst projection over all readings, taken together; null without a target.</summary>
    public required long? Low { get; init; }

    /// <summary>The best projection over all readings, taken together; null without a target.</summary>
    public required long? High { get; init; }

    /// <summary>What was already issued and surrendered for the year, perhaps on a report corrected since.</summary>
    public SettledSoFar Settled { get; init; } = SettledSoFar.Nothing;

    /// <summary>
    /// Projection plus holdings plus what is settled already: surplus above zero, deficit below; null without a target. Issued certificates are subtracted,
    /// because they are earned once and those left are among the holdings. No text read says that excess certificates are given back.
    /// </summary>
    public long? Net => Projected + Held - Settled.Issued + Settled.Surrendered;

    /// <summary>The worst case of <see cref="Net"/>.</summary>
    public long? NetLow => Low + Net - Projected;

    /// <summary>The best case of <see cref="Net"/>.</summary>
    public long? NetHigh => High + Net - Projected;

    /// <summary>Earned but not issued yet; null without a target.</summary>
    public long? StillToIssue => Projected is { } projected ? Math.Max(0, Math.Max(projected, 0) - Settled.Issued) : null;

    /// <summary>Issued but, by this report, not earned; null without a target.</summary>
    public long? IssuedTooMany => Projected is { } projected ? Math.Max(0, Settled.Issued - Math.Max(projected, 0)) : null;

    /// <summary>Owed but not surrendered yet; null without a target.</summary>
    public long? StillToSurrender => Projected is { } projected ? Math.Max(0, Math.Max(-projected, 0) - Settled.Surrendered) : null;

    /// <summary>Surrendered but, by this report, not owed; null without a target.</summary>
    public long? SurrenderedTooMany => Projected is { } projected ? Math.Max(0, Settled.Surrendered - Math.Max(-projected, 0)) : null;
}

/// <summary>The effect of another reading of one point of law.</summary>
/// <param name="Path">The parameter whose reading it is.</param>
/// <param name="Reading">The other reading.</param>
/// <param name="Projected">The projection under it.</param>
/// <param name="Difference">The difference to the reading used; below zero is worse for the entity.</param>
public sealed record ReadingEffect(string Path, string Reading, long Projected, long Difference);
