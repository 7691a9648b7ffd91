using System;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>A command that takes units from one place and puts them into another.</summary>
public abstract record MoveCommand : LedgerCommand
{
    private static readonly Fingerprint[] Moving = Array.ConvertAll(MoveCauses.Words, Fingerprint.Of);

    private protected MoveCommand(string key, Instant at, string account, UnitSelection units)
        : base(key, at, account) => Units = units;

    /// <summary>Which units.</summary>
    public UnitSelection Units { get; }

    internal abstract MoveCause Cause { get; }

    /// <summary>Where the units go.</summary>
    internal abstract ShadowAccount Target { get; }

    internal virtual string? Remark => null;

    internal virtual int? Year => null;

    internal override string Name => Cause.Word();

    private protected override Fingerprint Begun => Moving[(int)Cause];

    private protected override void AddTo(ref Fingerprint print)
    {
        Units.AddTo(ref print);
        print.Add((int)Target);
        print.Add(OtherAccount);
        print.Add(Remark);
        print.Add(Year ?? -1);
    }
}

/// <summary>Gives units to another account.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">Who gives.</param>
/// <param name="To">Who receives; opened by this if it is new.</param>
/// <param name="Units">Free, banked or reserved units; quarantined ones if the registry turned out to have moved them.</param>
public sealed record TransferUnits(string Key, Instant At, string Account, string To, UnitSelection Units) : MoveCommand(Key, At, Account, Units)
{
    /// <summary>Their place with the receiver: free, or pending until the registry confirms.</summary>
    public ShadowAccount Into { get; init; } = ShadowAccount.Free;

    internal override string? OtherAccount => To;

    internal override MoveCause Cause => MoveCause.Transfer;

    internal override ShadowAccount Target => Into;
}

/// <summary>Surrenders units for a compliance year (GEI Rules r.5(3)).</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">The obligated entity.</param>
/// <param name="ComplianceYear">The calendar year in which the compliance year starts. No later vintage may be used: no text read permits borrowing.</param>
/// <param name="Units">Free, banked or reserved units of a kind that policy admits.</param>
public sealed record SurrenderUnits(string Key, Instant At, string Account, int ComplianceYear, UnitSelection Units) : MoveCommand(Key, At, Account, Units)
{
    internal override MoveCause Cause => MoveCause.Surrender;

    internal override ShadowAccount Target => ShadowAccount.Surrendered;

    internal override int? Year => ComplianceYear;
}

/// <summary>Keeps units for later compliance years (GEI Rules r.5(4)). No limit is known.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">The holder.</param>
/// <param name="Units">Free units.</param>
public sealed record BankUnits(string Key, Instant At, string Account, UnitSelection Units) : MoveCommand(Key, At, Account, Units)
{
    internal override MoveCause Cause => MoveCause.Bank;

    internal override ShadowAccount Target => ShadowAccount.Banked;
}

/// <summary>Moves units between the live shadow accounts of one account: pledge and redeem, confirm at the registry, quarantine and clear, unbank.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">The holder.</param>
/// <param name="Units">Units in any live shadow account; reserved ones, by their reservation, only into quarantine.</param>
/// <param name="To">Any live shadow account but reserved.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record AssignUnits(string Key, Instant At, string Account, UnitSelection Units, ShadowAccount To, string? Reason = null)
    : MoveCommand(Key, At, Account, Units)
{
    internal override MoveCause Cause => MoveCause.Assign;

    internal override ShadowAccount Target => To;

    internal override string? Remark => Reason;
}

/// <summary>Uses units up for a claim. They never move again.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">The holder.</param>
/// <param name="Units">Free, banked or reserved units; quarantined ones if the registry turned out to have retired them.</param>
/// <param name="Beneficiary">In whose name, or null.</param>
public sealed record RetireUnits(string Key, Instant At, string Account, UnitSelection Units, string? Beneficiary = null) : MoveCommand(Key, At, Account, Units)
{
    internal override MoveCause Cause => MoveCause.Retire;

    internal override ShadowAccount Target => ShadowAccount.Retired;

    internal override string? Remark => Beneficiary;
}

/// <summary>Ends units whose validity is over. Refused if no rule sets a validity.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">The holder.</param>
/// <param name="Units">Units in any live shadow account except reserved.</param>
public sealed record ExpireUnits(string Key, Instant At, string Account, UnitSelection Units) : MoveCommand(Key, At, Account, Units)
{
    internal override MoveCause Cause => MoveCause.Expire;

    internal override ShadowAccount Target => ShadowAccount.Expired;
}

/// <summary>Ends units without use.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">The holder.</param>
/// <param name="Units">Free, banked, pending or quarantined units.</param>
/// <param name="Reason">Why, for the record.</param>
public sealed record CancelUnits(string Key, Instant At, string Account, UnitSelection Units, string Reason) : MoveCommand(Key, At, Account, Units)
{
    internal override MoveCause Cause => MoveCause.Cancel;

    internal override ShadowAccount Target => ShadowAccount.Cancelled;

    internal override string? Remark => Reason;
}

/// <summary>Sets units aside against a reversal of the project that made them.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">The holder.</param>
/// <param name="Units">Free units.</param>
public sealed record BufferUnits(string Key, Instant At, string Account, UnitSelection Units) : MoveCommand(Key, At, Account, Units)
{
    internal override MoveCause Cause => MoveCause.Buffer;

    internal override ShadowAccount Target => ShadowAccount.Buffered;
}

/// <summary>Makes a reversal good: cancels units of the buffer.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">The holder of the buffer.</param>
/// <param name="Units">Buffered units.</param>
/// <param name="Reason">What was reversed, for the record.</param>
public sealed record ReverseUnits(string Key, Instant At, string Account, UnitSelection Units, string Reason) : MoveCommand(Key, At, Account, Units)
{
    internal override MoveCause Cause => MoveCause.Reverse;

    internal override ShadowAccount Target => ShadowAccount.Cancelled;

    internal override string? Remark => Reason;
}

/// <summary>Takes units out of an account against its holder's will and quarantines them with another. Works on frozen accounts and while paused.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">From whom.</param>
/// <param name="To">Where they are quarantined.</param>
/// <param name="Units">Units in any live shadow account; reserved ones by their reservation.</param>
/// <param name="Reason">The order or decision behind it, for the record.</param>
public sealed record ClawBackUnits(string Key, Instant At, string Account, string To, UnitSelection Units, string Reason) : MoveCommand(Key, At, Account, Units)
{
    internal override string? OtherAccount => To;

    internal override MoveCause Cause => MoveCause.ClawBack;

    internal override ShadowAccount Target => ShadowAccount.Quarantined;

    internal override string? Remark => Reason;
}

/// <summary>Replaces units, tonne for tonne, by units of another lot, e.g. when a registry renumbers or another registry takes a project over.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">The holder.</param>
/// <param name="Units">Free, banked or reserved units.</param>
/// <param name="Into">What they become; as many tonnes, none of them in the ledger already.</param>
public sealed record ConvertUnits(string Key, Instant At, string Account, UnitSelection Units, Parcel Into) : MoveCommand(Key, At, Account, Units)
{
    internal override MoveCause Cause => MoveCause.Convert;

    internal override ShadowAccount Target => ShadowAccount.Converted;

    internal override Parcel? Entering => Into;

    private protected override void AddTo(ref Fingerprint print)
    {
        base.AddTo(ref print);
        print.Add(Into);
    }
}
