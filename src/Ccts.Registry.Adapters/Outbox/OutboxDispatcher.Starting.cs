using System;
using System.Threading.Tasks;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>Starts what is due, within the limits of each registry and of the ledger.</content>
public sealed partial class OutboxDispatcher
{
    private void StartWhatIsDue(LeaseKeeper lease)
    {
        foreach (var lane in _lanes)
        {
            StartLane(lane, lease);
        }

        while (BeginSettling() is { } record)
        {
            _ = FinishAsync(SettleAsync(record, lease), null);
        }
    }

    private void StartLane(RegistryLane lane, LeaseKeeper lease)
    {
        if (!lane.IsOpenForBusiness)
        {
            StartProbe(lane, lease);
            return;
        }

        StartTelling(lane, lease);
        StartLooking(lane, lease);
        while (lease.Left > lane.Policy.AttemptTimeout + lane.Policy.AttemptTimeout / 4 && BeginAtRegistry(lane) is { } record)
        {
            var isQuestion = record.State is InstructionState.Unknown or InstructionState.Pending;
            _ = FinishAsync(isQuestion ? AskAsync(record, lane, lease) : SendAsync(record, lane, lease), lane);
        }
    }

    private OutboxRecord? BeginAtRegistry(RegistryLane lane)
    {
        lock (_lock)
        {
            if (lane.Running >= lane.MostAtOnce || lane.Wait > Duration.Zero || _board.BeginForRegistry(lane.Registry, Now) is not { } record)
            {
                return null;
            }

            if (!lane.TryTake())
            {
                // Whoever reads holdings was first.
                _board.Free(record.Place);
                return null;
            }

            lane.Running++;
            _working++;
            return record;
        }
    }

    private OutboxRecord? BeginSettling()
    {
        lock (_lock)
        {
            if (_settling >= _options.SettleAtOnce || _board.BeginForLedger(Now) is not { } record)
            {
                return null;
            }

            _settling++;
            _working++;
            return record;
        }
    }

    /// <summary>Completes one piece of work. The first failure stops the owner; what it did not save is in doubt for the next owner.</summary>
    private async Task FinishAsync(Task<OutboxRecord> work, RegistryLane? lane)
    {
        OutboxRecord? worked = null;
        try
        {
            worked = await work.ConfigureAwait(false);
        }
        catch (Exception bad)
        {
            Fail(bad);
        }

        lock (_lock)
        {
            if (lane is null)
            {
                _settling--;
            }
            else
            {
                lane.Running--;
            }

            _working--;
            if (worked is not null)
            {
                _board.Free(worked.Place);
            }
        }

        _alarm.Ring();
    }
}
