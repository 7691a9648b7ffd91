using System.Runtime.InteropServices;
using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>
/// A row that names no units, or none that can be read: what it states and its place. <paramref name="Name"/> is the project, or the serial that could not be read;
/// only the first such serials are kept, and the line number finds the others again.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LooseRow(StatementSide Side, string Registry, string Name, string? ProjectKey, bool IsUnreadable, decimal Quantity, EntryPlace Place)
{
    internal const int MostSerialsKept = 1000;

    internal static LooseRow Of(StatementSide side, StatementEntry entry, bool keepsSerial) => new(
        side,
        entry.Registry,
        (keepsSerial && entry.Serial is { Length: > 0 } serial ? serial : null) ?? entry.Project ?? "",
        entry.Project is { } project ? Serials.ProjectKey.Of(entry.Registry, project) : null,
        entry.Serial is not null || (entry.Doubts & Doubts.Cell) != Doubts.None,
        entry.Quantity,
        new EntryPlace(entry.File, entry.Line, entry.State));
}
