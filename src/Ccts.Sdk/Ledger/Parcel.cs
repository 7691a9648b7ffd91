using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <summary>A run of units of one lot.</summary>
/// <remarks>Immutable. One number is one unit is one tonne of CO2 equivalent.</remarks>
/// <param name="Lot">What the units are.</param>
/// <param name="Range">Which numbers, both ends included.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Parcel(UnitLot Lot, BlockRange Range)
{
    /// <summary>How many tonnes. The ledger accepts no run of more than 10^12.</summary>
    /// <exception cref="System.OverflowException">The range is longer than that.</exception>
    public long Tonnes
    {
        // Called several times per command: short enough to be inlined.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            var beyondFirst = unchecked(Range.End.Low - Range.Start.Low);
            return Range.Start.High == Range.End.High && beyondFirst < long.MaxValue ? (long)beyondFirst + 1 : TonnesOfLongRange();
        }
    }

    /// <summary>The parcel as a registry's block; of a default parcel, which has no lot, the default block.</summary>
    public SerialBlock Block => Lot is null ? default : new(Lot.Registry, Lot.Scope, Range);

    /// <summary><c>kind vintage registry:scope:start-end</c>.</summary>
    public override string ToString() => Lot + ":" + Range;

    private long TonnesOfLongRange() => checked((long)Range.Count.ToUInt64());
}
