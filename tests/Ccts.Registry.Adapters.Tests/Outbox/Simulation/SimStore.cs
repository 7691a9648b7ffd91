using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox.Simulation;

/// <summary>What can be taken out of the machinery, to see that its absence is noticed.</summary>
internal enum Missing
{
    Nothing,
    AttemptRow,
    SettlingWait,
    Fence,
    OrderOfNumbers,
    RestBeforeReturn,
    Reservation,
    Pause,
    Quarantine,
}

/// <summary>The disk: what all processes share, and what survives them.</summary>
internal sealed class SimDisk(SimWorld world, Missing missing) : IClock
{
    private readonly Dictionary<string, OutboxRow> _forged = new(StringComparer.Ordinal);

    internal InMemoryOutbox Outbox { get; private set; } = null!;

    /// <summary>Every move in the order in which it became durable, with the time at which it did.</summary>
    internal List<(Instant At, string Key, OutboxMove Move)> Moves { get; } = [];

    internal bool HasFence => missing != Missing.Fence;

    internal bool WritesAttempts => missing != Missing.AttemptRow;

    internal SimDisk Open()
    {
        Outbox = new InMemoryOutbox(this);
        return this;
    }

    public Instant GetCurrentInstant() => world.Now;

    internal void Write(OutboxLease lease, IReadOnlyList<OutboxWrite> writes)
    {
        if (HasFence)
        {
            Outbox.WriteAsync(lease, writes).GetAwaiter().GetResult();
        }
        else
        {
            // The last writer wins, whoever it is.
            foreach (var write in writes)
            {
                _forged[write.Row.Key] = write.Row;
            }
        }

        Moves.AddRange(writes.Select(w => (world.Now, w.Row.Key, OutboxText.ReadMove(w.Move))));
    }

    internal IEnumerable<OutboxRow> Rows() => (HasFence ? Outbox.All() : _forged.Values.OrderBy(r => r.Place)).ToList();

    internal OutboxRow? Find(string key) => HasFence ? Outbox.Find(key) : _forged.GetValueOrDefault(key);

    internal IntentPlace Taken => HasFence ? Outbox.Taken : _forged.Values.Select(r => r.Place).DefaultIfEmpty().Max();
}

/// <summary>One process's way to the disk: it takes time, and a crash on the way leaves the write done or not done.</summary>
internal sealed class SimStore(SimWorld world, SimDisk disk, SimProcess process) : IOutboxStore
{
    public IntentPlace Taken => disk.Taken;

    public OutboxLease? Holder => disk.Outbox.Holder;

    public Task<OutboxLease?> TakeAsync(string owner, Duration length, CancellationToken cancellationToken = default) =>
        Later(() => disk.Outbox.TakeAsync(owner, length, cancellationToken).GetAwaiter().GetResult());

    public Task<bool> RenewAsync(OutboxLease lease, CancellationToken cancellationToken = default) =>
        Later(() => disk.Outbox.RenewAsync(lease, cancellationToken).GetAwaiter().GetResult());

    public Task ReturnAsync(OutboxLease lease, CancellationToken cancellationToken = default) =>
        Later(() => disk.Outbox.ReturnAsync(lease, cancellationToken).IsCompleted);

    public Task WriteAsync(OutboxLease lease, IReadOnlyList<OutboxWrite> writes, CancellationToken cancellationToken = default)
    {
        if (!disk.WritesAttempts && writes.Any(w => OutboxText.ReadMove(w.Move).Cause == OutboxCause.Send))
        {
            // Told that it is durable before it is.
            world.After(Duration.FromSeconds(2), process, () => disk.Write(lease, writes));
            return Task.CompletedTask;
        }

        // The write is on its way whether or not the process lives to hear of it; a write of a dead process may still be lost.
        var source = new TaskCompletionSource<bool>();
        world.After(Delay(), null, () =>
        {
            if (process.IsDead && world.Chance(0.5))
            {
                return;
            }

            Exception? refused = null;
            try
            {
                disk.Write(lease, writes);
            }
            catch (Exception no) when (no is OutboxFencedException or OutboxConflictException)
            {
                refused = no;
            }

            world.After(Delay(), process, () => _ = refused is null ? source.TrySetResult(true) : source.TrySetException(refused));
        });
        return source.Task;
    }

    public IEnumerable<OutboxRow> Open() => disk.Rows().Where(r => r.IsOpen);

    public IEnumerable<OutboxRow> All() => disk.Rows();

    public OutboxRow? Find(string key) => disk.Find(key);

    public IEnumerable<string> Moves(string key) => disk.Outbox.Moves(key);

    private Task<T> Later<T>(Func<T> what) => world.AfterAsync(Delay(), process, what);

    private Duration Delay() => world.Between(Duration.FromMilliseconds(1), Duration.FromMilliseconds(world.Chance(0.02) ? 8_000 : 20));
}
