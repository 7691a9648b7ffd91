using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>What is done with one instruction: send, ask, settle. Each writes before it acts and after.</content>
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
            if (lane.Running >= lane.MostAtOnce || lane.Bucket.Next > Now || _board.BeginForRegistry(lane.Registry, Now) is not { } record)
            {
                return null;
            }

            lane.Bucket.TryTake(Now);
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

    /// <summary>Sees one piece of work to its end. The first that fails stops the owner: what it did not write is in doubt for the next.</summary>
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

    private async Task<OutboxRecord> SendAsync(OutboxRecord record, RegistryLane lane, LeaseKeeper lease)
    {
        var machine = MachineOf(record.Registry, lease);
        record = await MoveAsync(machine.Send(record, Now), lease).ConfigureAwait(false);

        // The store may have kept us waiting for so long that another owner may ask about this attempt already. From here on it leaves within its
        // time, which is shorter than the lease, or not at all.
        var departure = new Departure(_time, lane.Policy.AttemptTimeout);
        var outcome = lease.Left > lane.Policy.AttemptTimeout
            ? await RequestAsync("send", lane, () => lane.SendAsync(record.Instruction!, departure, lease.Lost)).ConfigureAwait(false)
            : ChannelOutcome.NotTaken("lease-too-short", "The lease ended before the request left.");
        if (outcome.After is { } after)
        {
            Hold(lane, after);
        }

        record = await MoveAsync(machine.Answered(record, outcome, Now), lease).ConfigureAwait(false);
        return record.OutcomeAt is not null && !record.IsSettled ? await SettleNowAsync(record, machine, lease).ConfigureAwait(false) : record;
    }

    private async Task<OutboxRecord> AskAsync(OutboxRecord record, RegistryLane lane, LeaseKeeper lease)
    {
        var machine = MachineOf(record.Registry, lease);
        record = await MoveAsync(machine.Ask(record, Now), lease).ConfigureAwait(false);
        var answer = await RequestAsync("ask", lane, () => lane.AskAsync(record.Instruction!, record.Reference, lease.Lost)).ConfigureAwait(false);
        record = await MoveAsync(machine.Told(record, answer, Now), lease).ConfigureAwait(false);
        return record.OutcomeAt is not null && !record.IsSettled ? await SettleNowAsync(record, machine, lease).ConfigureAwait(false) : record;
    }

    private Task<OutboxRecord> SettleAsync(OutboxRecord record, LeaseKeeper lease)
    {
        var machine = MachineOf(record.Registry, lease);
        return record.IsSettled ? MoveAsync(machine.Close(record, Now), lease) : SettleNowAsync(record, machine, lease);
    }

    private async Task<OutboxRecord> SettleNowAsync(OutboxRecord record, OutboxMachine machine, LeaseKeeper lease)
    {
        var reply = await _ledger.SettleAsync(record, lease.Lost).ConfigureAwait(false);
        var step = reply.IsTaken ? machine.Settled(record, Now) : machine.NotSettled(record, reply.Code, reply.Reason, Now);
        return await MoveAsync(step, lease).ConfigureAwait(false);
    }

    private async Task<OutboxRecord> MoveAsync(OutboxStep step, LeaseKeeper lease)
    {
        await WriteAsync(lease, [step]).ConfigureAwait(false);
        lock (_lock)
        {
            _board.Replace(step.Next);
        }

        return step.Next;
    }

    private async Task<T> RequestAsync<T>(string what, RegistryLane lane, Func<Task<T>> request)
        where T : class
    {
        var began = _time.GetTimestamp();
        using var span = OutboxTelemetry.Spans.StartActivity("ccts.registry.request", ActivityKind.Client);
        var answer = await request().ConfigureAwait(false);
        OutboxTelemetry.Requested(span, lane.Registry, what, answer, _time.GetElapsedTime(began));
        return answer;
    }

    private void Hold(RegistryLane lane, Duration time)
    {
        lock (_lock)
        {
            lane.Bucket.HoldUntil(Now + time);
        }
    }

    /// <summary>The breaker is open: the ledger takes no new business with the registry until a harmless question is answered.</summary>
    private void StartProbe(RegistryLane lane, LeaseKeeper lease)
    {
        lock (_lock)
        {
            if (lane.IsProbing)
            {
                return;
            }

            if (lane.IsPaused && Now < lane.ProbeAt)
            {
                return;
            }

            lane.IsProbing = true;
            _working++;
        }

        _ = FinishProbeAsync(ProbeAsync(lane, lease), lane);
    }

    private void StartTelling(RegistryLane lane, LeaseKeeper lease)
    {
        lock (_lock)
        {
            if (lane.IsProbing || !lane.IsPaused)
            {
                return;
            }

            lane.IsProbing = true;
            _working++;
        }

        _ = FinishProbeAsync(TellAsync(lane, lease, pause: false), lane);
    }

    private async Task ProbeAsync(RegistryLane lane, LeaseKeeper lease)
    {
        if (!lane.IsPaused)
        {
            lane.Breaks++;
            lane.ProbeAt = Now + lane.BreakFor;
            await TellAsync(lane, lease, pause: true).ConfigureAwait(false);
            return;
        }

        await lane.ProbeAsync(lease.Lost).ConfigureAwait(false);
        lane.ProbeAt = Now + lane.BreakFor;
        _telemetry.Probed(lane.Registry, lane.IsOpenForBusiness);
        if (lane.IsOpenForBusiness)
        {
            await TellAsync(lane, lease, pause: false).ConfigureAwait(false);
        }
    }

    // One pause and one resume for each time that the breaker opens.
    private async Task TellAsync(RegistryLane lane, LeaseKeeper lease, bool pause)
    {
        var word = pause ? "pause" : "resume";
        var key = $"breaker/{lane.Registry}/{lease.Lease.Epoch}/{lane.Breaks}/{word}";
        var reason = pause ? "The registry is in trouble." : "The registry answers again.";
        var reply = await _ledger.PauseAsync(lane.Registry, pause, key, reason, Now, lease.Lost).ConfigureAwait(false);
        if (!reply.IsTaken)
        {
            throw new InvalidOperationException($"The ledger refused to {word} business with {lane.Registry}: {reply.Code}: {reply.Reason}");
        }

        lane.IsPaused = pause;
        _telemetry.Told(lane.Registry, pause);
    }

    private async Task FinishProbeAsync(Task work, RegistryLane lane)
    {
        try
        {
            await work.ConfigureAwait(false);
        }
        catch (Exception bad)
        {
            Fail(bad);
        }

        lock (_lock)
        {
            lane.IsProbing = false;
            _working--;
        }

        _alarm.Ring();
    }

    private async Task WriteAsync(LeaseKeeper lease, IReadOnlyList<OutboxStep> steps)
    {
        await _store.WriteAsync(lease.Lease, steps.Select(OutboxText.ToWrite).ToList(), CancellationToken.None).ConfigureAwait(false);
        _telemetry.Moved(steps);
    }

    private OutboxMachine MachineOf(string registry, LeaseKeeper lease) =>
        new(_links.TryGetValue(registry, out var link) ? link.Policy : Unlinked, _options.Owner, lease.Lease.Epoch);

    // For instructions whose registry has no link: they wait, and are never sent.
    private static OutboxPolicy Unlinked { get; } = new(Duration.FromDays(1));
}
