using System;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>What cannot be relied on in a row. A doubt stays with its row; it makes nothing missing on the other side.</summary>
[Flags]
internal enum Doubts
{
    None = 0,

    /// <summary>How many units there are.</summary>
    Quantity = 1,

    /// <summary>The row does not say since when the state holds.</summary>
    Day = 2,

    /// <summary>Which numbers of the serial are meant.</summary>
    Numbers = 4,

    /// <summary>One cell has several serials whose units do not add up to the quantity.</summary>
    Sum = 8,

    /// <summary>A cell that says how many units there are, what became of them or since when could not be read: the row agrees with nothing.</summary>
    Cell = 16,
}
