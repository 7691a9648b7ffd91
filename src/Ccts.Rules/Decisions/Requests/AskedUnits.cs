using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>The units that a request is about, in the account: lots, tonnes and place.</summary>
internal sealed class AskedUnits
{
    internal AskedUnits(UnitRequest request, AccountView account, UnitSelection units, LedgerPolicy policy)
    {
        // Units that the ledger would skip are skipped here too.
        bool IsUsable(UnitLot lot) =>
            UnitValidity.On(lot, policy.Units.FirstOrDefault(u => string.Equals(u.Kind, lot.Kind, StringComparison.Ordinal))?.ValidityMonths, request.Date) == Validity.Valid
            && (request is not SurrenderRequest || policy.BorrowingPermitted || lot.Vintage <= request.Year.StartYear);

        var found = account.Find(units, IsUsable);
        var there = found.Sum(u => u.Tonnes);
        Tonnes = units switch
        {
            OldestUnits oldest => oldest.Tonnes,
            ChosenUnits chosen => Sum(chosen.Blocks),
            ReservedUnits { Blocks: { } blocks } => Sum(blocks),
            ReservedUnits { Tonnes: { } tonnes } => tonnes,
            _ => there,
        };
        AreMissing = there < Tonnes || found.Count == 0;
        Lots = found.Select(u => u.Lot).Distinct().ToList();
        Kind = (units as OldestUnits)?.Kind ?? Lots.Select(l => l.Kind).FirstOrDefault();
        Status = account.IsFrozen ? UnitStatuses.Of(ShadowAccount.Quarantined) : UnitStatuses.Of(units switch
        {
            OldestUnits oldest => oldest.From,
            ChosenUnits chosen => chosen.From,

            // The account's own reservation keeps its units for this purpose.
            _ => ShadowAccount.Free,
        });
    }

    /// <summary>The lots, each once, in the order in which the ledger takes them.</summary>
    internal IReadOnlyList<UnitLot> Lots { get; }

    /// <summary>How many tonnes are asked for.</summary>
    internal long Tonnes { get; }

    /// <summary>Whether the account lacks some of them.</summary>
    internal bool AreMissing { get; }

    /// <summary>Their kind; null when nobody knows it.</summary>
    internal string? Kind { get; }

    /// <summary>Their place, in the words of the vocabulary.</summary>
    internal string Status { get; }

    private static long Sum(IReadOnlyList<SerialBlock> blocks) => blocks.Sum(b => (long)Math.Min(b.Count.ToDecimal(), LedgerState.MostTonnes));
}
