using System.Runtime.InteropServices;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>Where a field stands in a serial's text. <c>default</c> is an absent field.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Start">Index of the first character.</param>
/// <param name="Length">How many characters; 0 when the field is absent.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct FieldSlice(int Start, int Length)
{
    /// <summary>Whether the serial has the field.</summary>
    public bool IsPresent => Length > 0;
}
