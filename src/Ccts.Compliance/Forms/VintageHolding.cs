using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;

namespace Ccts.Compliance.Forms;

/// <summary>Certificates of one vintage that an entity has, and has surrendered for a year, as its ledger knows them.</summary>
/// <param name="Vintage">Their compliance year.</param>
/// <param name="Held">Still held in the registry: free, banked, reserved or pledged.</param>
/// <param name="Surrendered">Surrendered for the given year.</param>
public sealed record VintageHolding(ComplianceYear Vintage, long Held, long Surrendered)
{
    /// <summary>The most that could be submitted for the year: what was submitted and what is still there.</summary>
    public long Available => Held + Surrendered;

    /// <summary>Every vintage of an account, oldest first.</summary>
    /// <param name="account">The account's current state.</param>
    /// <param name="entries">The ledger's entries, for what was surrendered for the year.</param>
    /// <param name="year">The year.</param>
    /// <param name="kind">The kind of unit that is surrendered.</param>
    public static IReadOnlyList<VintageHolding> Of(AccountView account, IEnumerable<JournalEntry> entries, ComplianceYear year, string kind = UnitKinds.Ccc)
    {
        Require.NotNull(account);
        var held = account.Holdings.Where(h => IsAtRegistry(h.Place) && IsOf(h.Units)).Select(h => h.Units).ToLookup(u => u.Lot.Vintage, u => u.Tonnes);
        var given = Require.NotNull(entries).Select(e => e.Event).OfType<UnitsMoved>()
            .Where(m => m.To == ShadowAccount.Surrendered && m.ComplianceYear == year.StartYear && string.Equals(m.Account, account.Account, StringComparison.Ordinal))
            .SelectMany(m => m.Units).Where(IsOf).ToLookup(u => u.Lot.Vintage, u => u.Tonnes);
        return [.. held.Select(h => h.Key).Union(given.Select(g => g.Key)).OrderBy(v => v).Select(v => new VintageHolding(new ComplianceYear(v), held[v].Sum(), given[v].Sum()))];

        bool IsOf(Parcel units) => string.Equals(units.Lot.Kind, kind, StringComparison.Ordinal);
    }

    private static bool IsAtRegistry(ShadowAccount place) => place is ShadowAccount.Free or ShadowAccount.Reserved or ShadowAccount.Banked or ShadowAccount.Pledged;
}
