using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Ledger.Crash;

/// <summary>An outbox that tells before and after whatever becomes durable.</summary>
internal sealed class CountedOutbox(IOutboxStore store, Action step) : IOutboxStore
{
    public OutboxLease? Holder => store.Holder;

    public IntentPlace Taken => store.Taken;

    public async Task<OutboxLease?> TakeAsync(string owner, Duration length, CancellationToken cancellationToken = default)
    {
        var lease = await store.TakeAsync(owner, length, cancellationToken).ConfigureAwait(false);
        step();
        return lease;
    }

    public Task<bool> RenewAsync(OutboxLease lease, CancellationToken cancellationToken = default) => store.RenewAsync(lease, cancellationToken);

    public Task ReturnAsync(OutboxLease lease, CancellationToken cancellationToken = default) => store.ReturnAsync(lease, cancellationToken);

    public async Task WriteAsync(OutboxLease lease, IReadOnlyList<OutboxWrite> writes, CancellationToken cancellationToken = default)
    {
        step();
        await store.WriteAsync(lease, writes, cancellationToken).ConfigureAwait(false);
        step();
    }

    public IEnumerable<OutboxRow> Open() => store.Open();

    public IEnumerable<OutboxRow> All() => store.All();

    public OutboxRow? Find(string key) => store.Find(key);

    public IEnumerable<string> Moves(string key) => store.Moves(key);
}
