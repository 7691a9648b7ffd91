using System;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger.Outbox;

/// <summary>Where in the journal an instruction was committed: names it for good, and orders it among all others.</summary>
/// <remarks><c>default</c> comes before every instruction.</remarks>
/// <param name="Position">The position of the entry it belongs to.</param>
/// <param name="Number">Its place among the instructions of that entry, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct IntentPlace(long Position, int Number) : IComparable<IntentPlace>
{
    /// <summary>Whether the left one was committed before the right one.</summary>
    public static bool operator <(IntentPlace left, IntentPlace right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left one was committed after the right one.</summary>
    public static bool operator >(IntentPlace left, IntentPlace right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left one was not committed after the right one.</summary>
    public static bool operator <=(IntentPlace left, IntentPlace right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left one was not committed before the right one.</summary>
    public static bool operator >=(IntentPlace left, IntentPlace right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(IntentPlace other) => Position != other.Position ? Position.CompareTo(other.Position) : Number.CompareTo(other.Number);

    /// <summary><c>position.number</c>.</summary>
    public override string ToString() => Position.ToString(CultureInfo.InvariantCulture) + "." + Number.ToString(CultureInfo.InvariantCulture);
}
