using System.Collections.Generic;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Rules.Clearing;

/// <summary>Who could have sold a block, and when. All its units had the same holders throughout.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Units">The units.</param>
/// <param name="Stays">Their places in order of time; the last one lasted to the session's end.</param>
public sealed record BlockHistory(Parcel Units, IReadOnlyList<BlockStay> Stays)
{
    /// <summary>The day on which they were issued, by the books, otherwise by the registry's statement; null if neither states it.</summary>
    public LocalDate? Issued { get; init; }

    /// <summary>The last day on which they are valid, by the books, otherwise by the registry's statement; null if neither states it.</summary>
    public LocalDate? Expires { get; init; }
}

/// <summary>Units with a holder for a time.</summary>
/// <param name="Account">The holder.</param>
/// <param name="Status">Where they stood with it.</param>
/// <param name="Since">From when; null for the opening.</param>
/// <param name="Trade">The trade that moved them there; null for the opening.</param>
public sealed record BlockStay(string Account, ShadowAccount Status, Instant? Since, string? Trade)
{
    /// <summary>Whether the holder could have sold them: only free or banked units can be.</summary>
    public bool CouldSell => Status is ShadowAccount.Free or ShadowAccount.Banked;
}

/// <summary>What one account had of one kind, in tonnes.</summary>
/// <param name="Account">The account.</param>
/// <param name="Kind">The kind of unit.</param>
/// <param name="Opening">At the opening, of every status.</param>
/// <param name="Bought">Received in trades.</param>
/// <param name="Sold">Given in trades.</param>
/// <param name="Closing">At the close, counted again from the blocks.</param>
/// <param name="Sellable">Of those, what is free or banked.</param>
public sealed record AccountTotals(string Account, UnitKind Kind, long Opening, long Bought, long Sold, long Closing, long Sellable);
