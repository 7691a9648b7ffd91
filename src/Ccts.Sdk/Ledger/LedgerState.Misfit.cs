using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <content>Whether an event fits the state; a forged, damaged or doubled one does not.</content>
public sealed partial class LedgerState
{
    /// <summary>Why the event does not fit this state, or null. Does not check whether the key is new.</summary>
    internal string? Misfit(NodaTime.Instant at, string key, LedgerEvent happened) =>
        !CommandForm.IsName(key) ? "it has no key."
        : happened is null ? "it says nothing."
        : at < KeysKeptSince ? "it is dated before the keys that are kept."
        : Misfit(happened);

    private string? Misfit(LedgerEvent happened) => happened switch
    {
        UnitsEntered entered => MisfitName(entered.Account) ?? Misfit(entered.Units)
            ?? (entered.Origin.MayPutInto(entered.Into) ? null : "units do not enter there.")
            ?? MisfitSum(entered.Account, entered.Units),
        UnitsReserved reserved => MisfitName(reserved.Reservation) ?? MisfitSource(reserved.Account, reserved.From, null, reserved.Units)
            ?? (reserved.From is ShadowAccount.Free or ShadowAccount.Banked ? null : "only free and banked units are reserved.")
            ?? (reserved.Purpose is ReservationPurpose.Sale or ReservationPurpose.Other ? null : "units are reserved for a sale or for something else.")
            ?? (Find(reserved.Account)!.FindReservation(reserved.Reservation) is not null ? $"reservation {reserved.Reservation} is open." : null),
        UnitsReleased released => MisfitSource(released.Account, ShadowAccount.Reserved, released.Reservation, released.Units),
        UnitsMoved moved => MisfitName(moved.ToAccount) ?? Misfit(moved),
        AccountFrozen frozen => frozen.Account is null || FindKnown(frozen.Account) is null ? $"there is no account {frozen.Account}." : null,
        CommandRefused refused => refused.Refusal?.Account is { } account ? MisfitName(account) : "a refusal names its account.",
        UnitsConverted converted => MisfitSource(converted.Account, converted.From, converted.Reservation, converted.Units)
            ?? Misfit(converted.Into)
            ?? (Reservation.TonnesOf(converted.Units) == converted.Into.Tonnes ? null : "the conversion changes the number of tonnes.")
            ?? MisfitSum(converted.Account, converted.Into),
        _ => null,
    };

    private static string? MisfitName(string? name) => CommandForm.IsName(name) ? null : "a name is empty, too long or has control characters.";

    private string? Misfit(Parcel entering)
    {
        if (CommandForm.Fault(entering) is { } fault)
        {
            return $"{fault} of the units that enter is empty or out of range.";
        }

        var numbers = FindScope(entering.Lot)?.Numbers;
        return numbers?.FindOverlap(entering.Range) is { } twice ? $"{entering.Lot.Registry}:{entering.Lot.Scope}:{twice} is in the ledger already." : null;
    }

    private string? Misfit(UnitsMoved moved)
    {
        if (!moved.From.IsKnown() || !moved.To.IsKnown() || moved.Cause is < MoveCause.Transfer or > MoveCause.Convert)
        {
            return "it names a shadow account or a cause that there is not.";
        }

        var sameAccount = string.Equals(moved.Account, moved.ToAccount, System.StringComparison.Ordinal);
        if (moved.From == ShadowAccount.Reserved ? !moved.Cause.MayTakeReserved(moved.To) : !moved.Cause.MayTakeFrom(moved.From))
        {
            return $"{moved.Cause.Word()} takes no {moved.From.Word()} units.";
        }

        if (!moved.Cause.MayPutInto(moved.To) || moved.Cause == MoveCause.Convert || sameAccount == moved.Cause is MoveCause.Transfer or MoveCause.ClawBack)
        {
            return $"{moved.Cause.Word()} does not move units from {moved.Account} to {moved.ToAccount}, {moved.To.Word()}.";
        }

        return MisfitSource(moved.Account, moved.From, moved.Reservation, moved.Units) ?? (sameAccount ? null : MisfitSum(moved.ToAccount, moved.Units));
    }

    private string? MisfitSum(string account, IReadOnlyList<Parcel> units)
    {
        for (var i = 0; i < units.Count; i++)
        {
            if (MisfitSum(account, units[i]) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    private string? MisfitSum(string account, Parcel units) => Find(account)?.BookOf(units.Lot.Kind)?.Total > MostHeld - units.Tonnes
        ? $"{account} would hold more {units.Lot.Kind} than can be counted."
        : null;

    private string? MisfitSource(string account, ShadowAccount from, string? reservation, IReadOnlyList<Parcel> units)
    {
        if (!from.IsKnown())
        {
            return "it names a shadow account that there is not.";
        }

        if (units is null || units.Count == 0)
        {
            return "it moves nothing.";
        }

        if (account is null || FindKnown(account) is not { } holder)
        {
            return $"there is no account {account}.";
        }

        if ((reservation is not null) != (from == ShadowAccount.Reserved))
        {
            return "reserved units, and only they, are taken through their reservation.";
        }

        return reservation is null ? MisfitHeld(holder, from, units) : MisfitReserved(holder, reservation, units);
    }

    private static string? MisfitReserved(AccountState holder, string reservation, IReadOnlyList<Parcel> units)
    {
        if (holder.FindReservation(reservation) is not { } open)
        {
            return $"there is no open reservation {reservation}.";
        }

        return ReferenceEquals(units, open.Units) || (units.All(u => u.Lot is not null) && open.Holds(units)) ? null : $"reservation {reservation} does not hold these units.";
    }

    private static string? MisfitHeld(AccountState holder, ShadowAccount from, IReadOnlyList<Parcel> units)
    {
        for (var i = 0; i < units.Count; i++)
        {
            if (units[i].Lot is null || from.IsFinal() || !holder.Holds(from, units[i]))
            {
                return $"{units[i]} is not in the {from.Word()} units of {holder.Id}.";
            }
        }

        if (units.Count == 1)
        {
            return null;
        }

        var sorted = units.Select(u => u.Block).ToList();
        sorted.Sort();
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].Overlaps(sorted[i - 1]))
            {
                return $"{sorted[i]} is moved twice.";
            }
        }

        return null;
    }

    // Some twenty times what the world emits in a year, in one run that enters.
    /// <summary>The most tonnes of one block: some twenty times what the world emits in a year.</summary>
    public const long MostTonnes = 1_000_000_000_000;

    // What one account may hold of a kind, ended units included. It keeps every sum within 64 bits, so that no change fails half way.
    private const long MostHeld = long.MaxValue >> 2;

    /// <summary>Whether the numbers of a block can be counted, at most <see cref="MostTonnes"/>.</summary>
    public static bool IsCountable(BlockRange range) => range.TryGetCount(out var count) && count <= (ulong)MostTonnes;
}
