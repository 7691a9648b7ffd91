using System.Runtime.InteropServices;
using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>The row a finding rests on.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="State">The state it states.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct EntryPlace(string File, int Line, UnitState State)
{
    /// <summary><c>file(line)</c>.</summary>
    public override string ToString() => File + "(" + Line.ToString(System.Globalization.CultureInfo.InvariantCulture) + ")";
}
