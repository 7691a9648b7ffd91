using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger;

/// <summary>What the ledger answers to a command before anything has changed.</summary>
/// <param name="Event">What to apply: the change, or a refusal to remember; null for nothing.</param>
/// <param name="Refusal">Why not; null when the command is accepted or repeated.</param>
/// <param name="Repeats">The position of the earlier answer to the same key and content, or null.</param>
/// <param name="Print">64 bits over the command's content.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Decision(LedgerEvent? Event, Refusal? Refusal, long? Repeats, ulong Print)
{
    /// <summary>The entry to apply, if there is something to apply.</summary>
    public JournalEntry? EntryAt(long position, LedgerCommand command) => Require.NotNull(command) is { } asked && Event is not null
        ? new JournalEntry(position, asked.At, asked.Key, Print, Event)
        : null;
}
