using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using NodaTime;

namespace Ccts.Sdk.Ledger.Outbox;

/// <summary>
/// Keeps the instructions to registries from their commit with the ledger's entry to their end. One owner moves them; a store
/// sees to it that nobody else can.
/// </summary>
/// <remarks>
/// Implementations are thread-safe. Reads show what is durable. A durable store may be the ledger's own database or another one: an
/// instruction comes into it from <c>ILedgerJournal.Intents</c>, in the order of <see cref="OutboxRow.Place"/>.
/// </remarks>
public interface IOutboxStore : IStoredOutbox
{
    /// <summary>Who may write now, or null if no lease is running.</summary>
    OutboxLease? Holder { get; }

    /// <summary>Makes the caller the owner, and every earlier owner's writes fail from now on. Null while another's lease still runs.</summary>
    /// <param name="owner">Who asks, for people: host and process.</param>
    /// <param name="length">How long the lease lasts unless it is renewed; by the store's clock.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    Task<OutboxLease?> TakeAsync(string owner, Duration length, CancellationToken cancellationToken = default);

    /// <summary>Renews the lease; false if it is no longer the caller's.</summary>
    Task<bool> RenewAsync(OutboxLease lease, CancellationToken cancellationToken = default);

    /// <summary>Releases the lease, so that the next owner need not wait for its end.</summary>
    Task ReturnAsync(OutboxLease lease, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes all of it, in the order given, in one transaction, or nothing. Durable when the task ends.
    /// </summary>
    /// <exception cref="OutboxFencedException">Another owner has taken over; nothing was written.</exception>
    /// <exception cref="OutboxConflictException">An instruction is not at the version expected, or its key exists already; nothing was written.</exception>
    Task WriteAsync(OutboxLease lease, IReadOnlyList<OutboxWrite> writes, CancellationToken cancellationToken = default);
}
