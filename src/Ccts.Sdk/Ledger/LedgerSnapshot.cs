using System;

namespace Ccts.Sdk.Ledger;

/// <summary>The whole state after an entry, in the ledger's own binary form.</summary>
/// <param name="Position">The last entry it contains.</param>
/// <param name="State">The bytes; their own digest is part of them.</param>
public sealed record LedgerSnapshot(long Position, ReadOnlyMemory<byte> State);
