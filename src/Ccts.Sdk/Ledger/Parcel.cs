using System.Runtime.InteropServices;
using Ccts.Sdk.Blocks;

namespace Ccts.Sdk.Ledger;

/// <summary>A run of units of one lot: the smallest thing the ledger moves.</summary>
/// <remarks>Immutable. One number is one unit is one tonne of CO2 equivalent.</remarks>
/// <param name="Lot">What the units are.</param>
/// <param name="Range">Which numbers, both ends included.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Parcel(UnitLot Lot, BlockRange Range)
{
    /// <summary>How many tonnes. The ledger takes in no run of more than 10^12.</summary>
    /// <exception cref="System.OverflowException">The range is longer than that.</exception>
    public long Tonnes => Range.Start.High == Range.End.High
        ? checked((long)(Range.End.Low - Range.Start.Low) + 1)
        : checked((long)Range.Count.ToUInt64());

    /// <summary>The parcel as a registry's block; of a default parcel, which has no lot, the default block.</summary>
    public SerialBlock Block => Lot is null ? default : new(Lot.Registry, Lot.Scope, Range);

    /// <summary><c>kind vintage registry:scope:start-end</c>.</summary>
    public override string ToString() => Lot + ":" + Range;
}
