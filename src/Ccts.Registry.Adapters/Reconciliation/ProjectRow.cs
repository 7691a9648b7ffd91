using System.Runtime.InteropServices;
using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>What a row says about a project, packed to 32 bytes so that millions fit in memory: without text, which the line number finds again.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ProjectRow
{
    private const short NoYear = -1;

    private readonly short _vintage;
    private readonly byte _state;

    internal ProjectRow(StatementEntry entry, ushort file, byte convertedFrom)
    {
        Quantity = entry.Quantity;
        Line = entry.Line;
        File = file;
        _vintage = (short)(entry.VintageYear ?? NoYear);
        _state = (byte)entry.State;
        ConvertedFrom = convertedFrom;
    }

    internal decimal Quantity { get; }

    internal int Line { get; }

    internal ushort File { get; }

    /// <summary>The registry the units were converted from, by number; 0 for none.</summary>
    internal byte ConvertedFrom { get; }

    /// <summary>Whether it comes of a row.</summary>
    internal bool IsOf(ushort file, int line) => File == file && Line == line;

    internal int? Vintage => _vintage == NoYear ? null : _vintage;

    internal UnitState State => (UnitState)_state;

    /// <summary>Whether the units have left the registry: a counterpart elsewhere is then not a double count.</summary>
    internal bool IsGone => State is UnitState.Converted or UnitState.Cancelled;
}
