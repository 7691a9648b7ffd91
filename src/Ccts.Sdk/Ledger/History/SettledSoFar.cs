using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;

namespace Ccts.Sdk.Ledger.History;

/// <summary>What was already issued to an entity for a compliance year and surrendered by it for that year, at any time.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Issued">Certificates of the year's vintage that were issued to its account.</param>
/// <param name="Surrendered">Certificates of any vintage that it surrendered for the year.</param>
public sealed record SettledSoFar(long Issued, long Surrendered)
{
    /// <summary>Nothing yet.</summary>
    public static SettledSoFar Nothing { get; } = new(0, 0);

    /// <summary>Reads it from the entries of a journal.</summary>
    /// <param name="entries">All of them, in order.</param>
    /// <param name="account">The entity's account.</param>
    /// <param name="year">The year.</param>
    /// <param name="kind">The kind of unit that is issued and surrendered; certificates unless stated.</param>
    public static SettledSoFar Of(IEnumerable<JournalEntry> entries, string account, ComplianceYear year, UnitKind? kind = null)
    {
        Require.NotNull(entries);
        Require.NotNull(account);
        kind ??= UnitKind.Ccc;
        var settled = Nothing;
        foreach (var entry in entries)
        {
            settled = Require.NotNull(entry, nameof(entries)).Event switch
            {
                UnitsEntered { Origin: EntryOrigin.Issued } e when IsOf(e.Account) && e.Units.Lot?.Vintage == year.StartYear => settled with { Issued = settled.Issued + Tonnes(e.Units) },
                UnitsMoved { To: ShadowAccount.Surrendered } e when IsOf(e.Account) && e.ComplianceYear == year.StartYear => settled with { Surrendered = settled.Surrendered + Require.NotNull(e.Units, nameof(entries)).Sum(Tonnes) },
                _ => settled,
            };
        }

        return settled;

        bool IsOf(string name) => string.Equals(name, account, StringComparison.Ordinal);

        long Tonnes(Parcel units) => kind.Equals(units.Lot?.Kind) ? units.Tonnes : 0;
    }
}
