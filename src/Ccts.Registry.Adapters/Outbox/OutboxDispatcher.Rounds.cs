using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>One round: keep the lease, take over new instructions from the ledger, start what is due, and wait until something is.</content>
public sealed partial class OutboxDispatcher
{
    private async Task RoundAsync(LeaseKeeper lease, CancellationToken cancellationToken)
    {
        if (!await lease.KeepAsync().ConfigureAwait(false))
        {
            Fail(new OutboxFencedException(lease.Lease.Epoch, _store.Holder?.Epoch ?? lease.Lease.Epoch + 1));
            return;
        }

        var hasMore = await TakeOverAsync(lease).ConfigureAwait(false);
        StartWhatIsDue(lease);
        await NoteAsync().ConfigureAwait(false);
        if (!hasMore && _failure is null)
        {
            await ReadOnAsync(lease).ConfigureAwait(false);
            await _alarm.WaitAsync(UntilNext(lease), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes over new instructions, whole journal entries at a time, so that none is skipped after a crash.</summary>
    private async Task<bool> TakeOverAsync(LeaseKeeper lease)
    {
        var (steps, lastPosition) = (new List<OutboxStep>(), -1L);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var hasMore = false;
        foreach (var (position, number, intent) in _intents(_taken.Position))
        {
            if (steps.Count >= _options.TakeAtOnce && position != lastPosition)
            {
                hasMore = true;
                break;
            }

            var machine = MachineOf(intent.Registry, lease);
            var place = new IntentPlace(position, number);
            steps.Add(IsUsed(intent.Key) ? machine.TakeAgain(place, intent, Now, IsUsed) : machine.Take(place, intent, Now));
            keys.Add(steps[^1].Next.Key);
            lastPosition = position;
        }

        if (steps.Count > 0)
        {
            await WriteAsync(lease, steps).ConfigureAwait(false);
            _taken = steps[^1].Next.Place;
            lock (_lock)
            {
                steps.ForEach(s => _board.Add(s.Next));
            }

            TellUnlinked(steps.Select(s => s.Next));
        }

        return hasMore;

        bool IsUsed(string key) => keys.Contains(key) || _store.Find(key) is not null;
    }

    private Duration UntilNext(LeaseKeeper lease)
    {
        lock (_lock)
        {
            var next = Now + Duration.Min(_options.LookEvery, lease.UntilRenewal);
            foreach (var lane in _lanes)
            {
                var look = lane.IsOpenForBusiness && !lane.IsProbing ? Latest(lane.LookAt, Now + lane.Wait) : null;
                next = look is { } soon && soon < next ? soon : next;
                var due = lane.IsOpenForBusiness ? _board.NextForRegistry(lane.Registry) : lane.IsProbing ? null : lane.ProbeAt;
                next = Latest(due, Now + lane.Wait) is { } there && there < next && lane.Running < lane.MostAtOnce ? there : next;
            }

            next = _board.NextForLedger is { } settle && settle < next && _settling < _options.SettleAtOnce ? settle : next;
            return next - Now;
        }

        static Instant? Latest(Instant? due, Instant leave) => due is { } there ? Instant.Max(there, leave) : null;
    }
}
