using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using NodaTime;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>One entry to be written, with what it was decided on.</summary>
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
    /// <summary>The entry at a position.</summary>
    public JournalEntry EntryAt(long position) => new(position, At, Key, Print, Event);
}

/// <summary>
/// A stream, and how many entries have changed it. Streams are accounts, numbering scopes (when units enter), and the pauses of business.
/// Two writers that saw the same version cannot both append.
/// </summary>
/// <param name="Stream"><c>account/…</c>, <c>scope/registry/…</c> or <c>pauses</c>; null for none.</param>
/// <param name="Version">How many entries have changed it so far.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StreamVersion(string? Stream, long Version);

/// <summary>An instruction to a registry, to be sent after the entry is safe (an outbox record).</summary>
/// <param name="Key">The idempotency key under which it is sent.</param>
/// <param name="Registry">To which registry.</param>
/// <param name="Payload">What is sent, in the adapter's own form.</param>
public sealed record RegistryIntent(string Key, string Registry, string Payload);

/// <summary>The journal could not be reached, and it is certain that nothing was written: the command may be asked again.</summary>
public sealed class JournalUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What could not be reached.</param>
    /// <param name="inner">Why, or null.</param>
    public JournalUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>Somebody else has written meanwhile. Nothing was written; rebuild the state and decide again.</summary>
public sealed class JournalConflictException : Exception
{
    /// <summary>Creates the exception.</summary>
    public JournalConflictException(string stream, long expected, long found)
        : base($"{stream} was expected at version {expected} and is at {found}.")
    {
    }
}
