namespace Ccts.Registry.Adapters.Exports;

/// <summary>The state of units as a ledger or registry states it; not an event.</summary>
public enum UnitState
{
    /// <summary>Issued; does not say what happened later. A row of a whole batch contains the rows of its parts.</summary>
    Issued,

    /// <summary>In an account, usable.</summary>
    Held,

    /// <summary>Set aside against reversals.</summary>
    Buffer,

    /// <summary>Used up.</summary>
    Retired,

    /// <summary>Taken out of circulation; not necessarily destroyed.</summary>
    Cancelled,

    /// <summary>Retired or cancelled: the registry does not tell which.</summary>
    RetiredOrCancelled,

    /// <summary>Cancelled here to be issued under another programme.</summary>
    Converted,

    /// <summary>Unreadable: it neither agrees with nor contradicts another state.</summary>
    Unknown,
}
