using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>An event with its place in the journal and the command it answered.</summary>
/// <param name="Position">1 for the first; rises by one.</param>
/// <param name="At">When the command was asked, by the host's clock. Need not rise.</param>
/// <param name="Key">The command's idempotency key.</param>
/// <param name="Print">64 bits over the command's content, to tell a repeat from a reuse of the key.</param>
/// <param name="Event">What happened.</param>
public sealed record JournalEntry(long Position, Instant At, string Key, ulong Print, LedgerEvent Event);
