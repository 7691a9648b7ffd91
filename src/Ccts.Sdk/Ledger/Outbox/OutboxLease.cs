using NodaTime;

namespace Ccts.Sdk.Ledger.Outbox;

/// <summary>The right to move the instructions of an outbox.</summary>
/// <remarks>
/// Immutable and thread-safe. The time decides who may take over and is measured by the store; the epoch decides whose writes are accepted. An
/// owner that lost its lease without noticing cannot write, whatever its clock says.
/// </remarks>
/// <param name="Epoch">Rises with every owner, from 1.</param>
/// <param name="Owner">Who holds it, for people.</param>
/// <param name="Length">How long it lasts from when it was taken or renewed.</param>
public sealed record OutboxLease(long Epoch, string Owner, Duration Length);
