namespace Ccts.Registry.Adapters.Exports;

/// <summary>What has become of units, as a ledger or registry states it: a state, not an event.</summary>
public enum UnitState
{
    /// <summary>Issued; says nothing of what came after. A whole-batch row contains the rows of its parts.</summary>
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

    /// <summary>The row says something that cannot be read: it agrees with nothing and contradicts nothing.</summary>
    Unknown,
}
