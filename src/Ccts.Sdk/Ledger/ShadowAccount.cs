namespace Ccts.Sdk.Ledger;

/// <summary>The place of a unit within its account. The first seven are live; from the last five nothing ever moves again.</summary>
public enum ShadowAccount
{
    /// <summary>At the holder's disposal.</summary>
    Free,

    /// <summary>Set aside for one order or delivery; held by a reservation.</summary>
    Reserved,

    /// <summary>Kept for a later compliance year (GEI Rules r.5(4), DPCM s.10); may be sold or used from here.</summary>
    Banked,

    /// <summary>Given as security.</summary>
    Pledged,

    /// <summary>Instructed, and not yet confirmed by the registry.</summary>
    Pending,

    /// <summary>Under question: clawed back, disputed, or suspected of double counting.</summary>
    Quarantined,

    /// <summary>Kept against a reversal of the project that made it.</summary>
    Buffered,

    /// <summary>Given up for compliance (GEI Rules r.5(3)).</summary>
    Surrendered,

    /// <summary>Used for a claim.</summary>
    Retired,

    /// <summary>Past its validity, where a rule sets one.</summary>
    Expired,

    /// <summary>Ended without use; also what makes good a reversal.</summary>
    Cancelled,

    /// <summary>Replaced, tonne for tonne, by units of another lot.</summary>
    Converted,
}

/// <summary>What the ledger knows about shadow accounts.</summary>
public static class ShadowAccounts
{
    /// <summary>How many there are.</summary>
    public const int Count = (int)ShadowAccount.Converted + 1;

    /// <summary>Their words in journals and accounts, in the order of <see cref="ShadowAccount"/>.</summary>
    public static readonly string[] Words =
        ["free", "reserved", "banked", "pledged", "pending", "quarantined", "buffered", "surrendered", "retired", "expired", "cancelled", "converted"];

    internal static bool IsKnown(this ShadowAccount place) => place is >= ShadowAccount.Free and <= ShadowAccount.Converted;

    /// <summary>Whether nothing ever moves from here again.</summary>
    public static bool IsFinal(this ShadowAccount place) => place >= ShadowAccount.Surrendered;

    /// <summary>Whether units may enter there: issued ones free or pending, received ones with the place they had elsewhere, but not reserved.</summary>
    internal static bool MayPutInto(this EntryOrigin origin, ShadowAccount place) => origin == EntryOrigin.Received
        ? place.IsKnown() && place != ShadowAccount.Reserved
        : place is ShadowAccount.Free or ShadowAccount.Pending;

    /// <summary>Whether units here are in the holder's name at the registry, so that a sale may draw on them.</summary>
    internal static bool CountsAtRegistry(this ShadowAccount place) =>
        place is ShadowAccount.Free or ShadowAccount.Reserved or ShadowAccount.Banked or ShadowAccount.Pledged;

    /// <summary>The word in journals and accounts.</summary>
    public static string Word(this ShadowAccount place) => Words[(int)place];
}
