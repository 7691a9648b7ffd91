using System.Runtime.InteropServices;
using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>
/// A row that names no units: what it states and where it stands. <paramref name="Name"/> is the project, or the serial that could not be read;
/// of these only the first are kept, the line finds the others again.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LooseRow(StatementSide Side, string Registry, string Name, string? ProjectKey, bool HasSerial, decimal Quantity, EntryPlace Place)
{
    internal const int MostSerialsKept = 1000;

    internal static LooseRow Of(StatementSide side, StatementEntry entry, bool keepsSerial) => new(
        side,
        entry.Registry,
        (keepsSerial ? entry.Serial : null) ?? entry.Project ?? "",
        entry.Project is { } project ? Reconciliation.ProjectKey.Of(entry.Registry, project) : null,
        entry.Serial is not null || entry.IsDoubtful,
        entry.Quantity,
        new EntryPlace(entry.File, entry.Line, entry.State));
}
