using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>A store whose rows somebody changes behind its back.</summary>
internal sealed class ChangedDisk(IOutboxStore inner, Func<OutboxRow, OutboxRow?> change, Func<bool> remembers) : IOutboxStore
{
    public OutboxLease? Holder => inner.Holder;

    // A store that does not keep it by itself has it from its rows.
    public IntentPlace Taken => remembers() ? inner.Taken : All().Select(r => r.Place).DefaultIfEmpty().Max();

    public Task<OutboxLease?> TakeAsync(string owner, Duration length, CancellationToken cancellationToken = default) => inner.TakeAsync(owner, length, cancellationToken);

    /// <summary>Whether the disk fails when a lease is renewed.</summary>
    internal bool IsBroken { get; set; }

    /// <summary>What a renewal waits for.</summary>
    internal Task Renewing { get; set; } = Task.CompletedTask;

    public async Task<bool> RenewAsync(OutboxLease lease, CancellationToken cancellationToken = default)
    {
        await Renewing.ConfigureAwait(false);
        return IsBroken ? throw new System.IO.IOException("The disk is broken.") : await inner.RenewAsync(lease, cancellationToken).ConfigureAwait(false);
    }

    public Task ReturnAsync(OutboxLease lease, CancellationToken cancellationToken = default) => inner.ReturnAsync(lease, cancellationToken);

    /// <summary>What the row of an attempt waits for.</summary>
    internal Task Sending { get; set; } = Task.CompletedTask;

    public async Task WriteAsync(OutboxLease lease, IReadOnlyList<OutboxWrite> writes, CancellationToken cancellationToken = default)
    {
        await (writes.Any(w => OutboxText.ReadMove(w.Move).Cause == OutboxCause.Send) ? Sending : Task.CompletedTask).ConfigureAwait(false);
        await inner.WriteAsync(lease, writes, cancellationToken).ConfigureAwait(false);
    }

    public IEnumerable<OutboxRow> Open() => All().Where(r => r.IsOpen);

    public IEnumerable<OutboxRow> All() => inner.All().Select(change).OfType<OutboxRow>().OrderBy(r => r.Place);

    public OutboxRow? Find(string key) => inner.Find(key) is { } row ? change(row) : null;

    public IEnumerable<string> Moves(string key) => inner.Moves(key);
}
