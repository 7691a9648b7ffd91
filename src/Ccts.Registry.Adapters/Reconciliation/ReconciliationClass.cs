namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Where a tonne ends up when a ledger is compared with a registry. Every tonne of either side is in exactly one class.</summary>
public enum ReconciliationClass
{
    /// <summary>Both sides have the unit in the same state.</summary>
    Matched,

    /// <summary>The ledger has the unit, the registry does not: a ghost.</summary>
    MissingAtRegistry,

    /// <summary>The registry has the unit, the ledger does not.</summary>
    MissingLocally,

    /// <summary>Both sides have the unit, in states that exclude each other.</summary>
    StateMismatch,

    /// <summary>A row states another quantity than its block has, or both sides have the same unnumbered serial with different quantities.</summary>
    QuantityMismatch,

    /// <summary>One side states the unit more than once: a double count.</summary>
    Overlap,

    /// <summary>One side's row is part of a larger row of the same side, as a retirement is of its batch: legitimate.</summary>
    Contained,

    /// <summary>One side knows the unit as converted to another programme.</summary>
    ConversionLink,

    /// <summary>The other side has units of the same project or serial, but nothing tells which.</summary>
    Ambiguous,

    /// <summary>
    /// A cell could not be read that says which units these are, how many, or what became of them: the tonnes are what the row states, and what
    /// faces them on the other side is neither right nor wrong.
    /// </summary>
    Unparsable,

    /// <summary>Both sides have the numbers, in serials that name another project or another vintage: which units are meant is not known.</summary>
    SerialMismatch,
}
