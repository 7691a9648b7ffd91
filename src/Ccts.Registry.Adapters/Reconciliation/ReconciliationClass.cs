namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>The result for a tonne when a ledger is compared with a registry. Every tonne of either side is in exactly one class.</summary>
public enum ReconciliationClass
{
    /// <summary>Both sides have the unit in the same state.</summary>
    Matched,

    /// <summary>The ledger has the unit, the registry does not: a ghost.</summary>
    MissingAtRegistry,

    /// <summary>The registry has the unit, the ledger does not.</summary>
    MissingLocally,

    /// <summary>Both sides have the unit, in incompatible states.</summary>
    StateMismatch,

    /// <summary>A row states a quantity other than its block's, or both sides have the same unnumbered serial with different quantities.</summary>
    QuantityMismatch,

    /// <summary>One side states the unit more than once: a double count.</summary>
    Overlap,

    /// <summary>One side's row is part of a larger row of the same side, as a retirement is of its batch: legitimate.</summary>
    Contained,

    /// <summary>One side knows the unit as converted to another programme.</summary>
    ConversionLink,

    /// <summary>The other side has units of the same project or serial, but nothing shows which.</summary>
    Ambiguous,

    /// <summary>
    /// A cell with the identity, the number or the state of the units could not be read. The tonnes are those that the row states; units
    /// on the other side that correspond to them are neither right nor wrong.
    /// </summary>
    Unparsable,

    /// <summary>Both sides have the numbers, in serials that name different projects or vintages: it is unknown which units are meant.</summary>
    SerialMismatch,
}
