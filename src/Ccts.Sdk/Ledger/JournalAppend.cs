using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>One entry to write, with the state it was decided on.</summary>
/// <param name="At">When the command was asked.</param>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Print">64 bits over its content.</param>
/// <param name="Event">What is to happen.</param>
/// <param name="First">The stream it was decided on, at the version seen.</param>
/// <param name="Second">Another one, or the default.</param>
/// <param name="Third">Another one, or the default.</param>
/// <param name="Intents">Instructions to a registry that must be kept if and only if the entry is.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct JournalAppend(
    Instant At, string Key, ulong Print, LedgerEvent Event, StreamVersion First, StreamVersion Second, StreamVersion Third, IReadOnlyList<RegistryIntent> Intents)
{
    /// <summary>A stream that it was decided on and does not change, such as the pauses of business; or the default. A journal refuses the entry if another writer has changed it since.</summary>
    public StreamVersion Seen { get; init; }

    /// <summary>The entry at a position.</summary>
    public JournalEntry EntryAt(long position) => new(position, At, Key, Print, Event);
}

/// <summary>
/// A stream, and how many entries have changed it. Streams are accounts, numbering scopes (when units enter), and the pauses of business.
/// Two writers that saw the same version cannot both append.
/// </summary>
/// <param name="Stream"><c>account/…</c>, <c>scope/</c> with the length of the registry's name, that name and the scope, <c>pauses</c> or <c>keys</c>; null for none.</param>
/// <param name="Version">How many entries have changed it so far.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StreamVersion(string? Stream, long Version);
