namespace Ccts.Sdk.Ledger;

/// <summary>Which command moved units.</summary>
public enum MoveCause
{
    /// <summary><see cref="TransferUnits"/>.</summary>
    Transfer,

    /// <summary><see cref="SurrenderUnits"/>.</summary>
    Surrender,

    /// <summary><see cref="BankUnits"/>.</summary>
    Bank,

    /// <summary><see cref="AssignUnits"/>.</summary>
    Assign,

    /// <summary><see cref="RetireUnits"/>.</summary>
    Retire,

    /// <summary><see cref="ExpireUnits"/>.</summary>
    Expire,

    /// <summary><see cref="CancelUnits"/>.</summary>
    Cancel,

    /// <summary><see cref="BufferUnits"/>.</summary>
    Buffer,

    /// <summary><see cref="ReverseUnits"/>.</summary>
    Reverse,

    /// <summary><see cref="ClawBackUnits"/>.</summary>
    ClawBack,

    /// <summary><see cref="ConvertUnits"/>.</summary>
    Convert,
}

/// <summary>Names and rules of moves.</summary>
internal static class MoveCauses
{
    internal static readonly string[] Words =
        ["transfer", "surrender", "bank", "assign", "retire", "expire", "cancel", "buffer", "reverse", "claw-back", "convert"];

    internal static string Word(this MoveCause cause) => Words[(int)cause];

    /// <summary>Whether the move may take units from there. Reserved units are taken only through their reservation.</summary>
    internal static bool MayTakeFrom(this MoveCause cause, ShadowAccount place) => cause switch
    {
        _ when place.IsFinal() || place == ShadowAccount.Reserved => false,
        MoveCause.Assign or MoveCause.Expire or MoveCause.ClawBack => true,
        MoveCause.Reverse => place == ShadowAccount.Buffered,
        MoveCause.Bank or MoveCause.Buffer => place == ShadowAccount.Free,
        MoveCause.Cancel => place is ShadowAccount.Free or ShadowAccount.Banked or ShadowAccount.Pending or ShadowAccount.Quarantined,
        MoveCause.Transfer or MoveCause.Retire => place is ShadowAccount.Free or ShadowAccount.Banked or ShadowAccount.Quarantined,
        _ => place is ShadowAccount.Free or ShadowAccount.Banked,
    };

    /// <summary>Whether the move may put units there.</summary>
    internal static bool MayPutInto(this MoveCause cause, ShadowAccount place) => cause switch
    {
        MoveCause.Transfer => place is ShadowAccount.Free or ShadowAccount.Pending,
        MoveCause.Surrender => place == ShadowAccount.Surrendered,
        MoveCause.Bank => place == ShadowAccount.Banked,
        MoveCause.Assign => !place.IsFinal() && place != ShadowAccount.Reserved,
        MoveCause.Retire => place == ShadowAccount.Retired,
        MoveCause.Expire => place == ShadowAccount.Expired,
        MoveCause.Cancel or MoveCause.Reverse => place == ShadowAccount.Cancelled,
        MoveCause.Buffer => place == ShadowAccount.Buffered,
        MoveCause.ClawBack => place == ShadowAccount.Quarantined,
        _ => place == ShadowAccount.Converted,
    };

    /// <summary>Whether the move may take units out of a reservation: it completes one, or puts reserved units in question.</summary>
    internal static bool MayTakeReserved(this MoveCause cause, ShadowAccount target) => cause is
        MoveCause.Transfer or MoveCause.Surrender or MoveCause.Retire or MoveCause.Convert or MoveCause.Cancel or MoveCause.ClawBack
        || (cause == MoveCause.Assign && target == ShadowAccount.Quarantined);

    /// <summary>Whether the move is the use of a unit, for which it must still be valid.</summary>
    internal static bool NeedsValidUnits(this MoveCause cause) => cause is
        MoveCause.Transfer or MoveCause.Surrender or MoveCause.Bank or MoveCause.Retire or MoveCause.Convert or MoveCause.Buffer;

    /// <summary>Whether the move is allowed during a freeze or pause: it protects, or it only records what has happened.</summary>
    internal static bool IsProtective(this MoveCause cause, ShadowAccount target) =>
        cause is MoveCause.ClawBack or MoveCause.Expire || (cause == MoveCause.Assign && target == ShadowAccount.Quarantined);
}
