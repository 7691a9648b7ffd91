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

/// <content>The work on one instruction: send, ask, settle. Each saves before it acts and after.</content>
public sealed partial class OutboxDispatcher
{
    private async Task<OutboxRecord> SendAsync(OutboxRecord record, RegistryLane lane, LeaseKeeper lease)
    {
        var machine = MachineOf(record.Registry, lease);
        if (await _ledger.MayLeaveAsync(record, lease.Lost).ConfigureAwait(false) is { IsTaken: false } no)
        {
            return await MoveAsync(machine.HeldBack(record, no.Code, no.Reason, Now), lease).ConfigureAwait(false);
        }

        record = await MoveAsync(machine.Send(record, Now), lease).ConfigureAwait(false);

        // The store may have taken so long that another owner already asks about this attempt. From here on the request is sent within its
        // time-out, which is shorter than the lease, or not at all.
        var window = new SendWindow(_time, lane.Policy.AttemptTimeout);
        var outcome = lease.Left > lane.Policy.AttemptTimeout
            ? await RequestAsync("send", lane, () => lane.SendAsync(record.Instruction!, window, lease.Lost)).ConfigureAwait(false)
            : ChannelOutcome.NotSent("lease-too-short", "The lease ended before the request left.");
        if (outcome.After is { } after)
        {
            lane.Hold(after);
        }

        record = await MoveAsync(machine.Answered(record, outcome, Now), lease).ConfigureAwait(false);
        return record.OutcomeAt is not null && !record.IsSettled ? await SettleNowAsync(record, machine, lease).ConfigureAwait(false) : record;
    }

    private async Task<OutboxRecord> AskAsync(OutboxRecord record, RegistryLane lane, LeaseKeeper lease)
    {
        var machine = MachineOf(record.Registry, lease);
        record = await MoveAsync(machine.Ask(record, Now), lease).ConfigureAwait(false);
        var answer = await RequestAsync("ask", lane, () => lane.AskAsync(record.Instruction!, record.Reference, lease.Lost)).ConfigureAwait(false);
        if (answer.After is { } after)
        {
            lane.Hold(after);
        }

        record = await MoveAsync(machine.Answered(record, answer, Now), lease).ConfigureAwait(false);
        return record.OutcomeAt is not null && !record.IsSettled ? await SettleNowAsync(record, machine, lease).ConfigureAwait(false) : record;
    }

    private Task<OutboxRecord> SettleAsync(OutboxRecord record, LeaseKeeper lease)
    {
        var machine = MachineOf(record.Registry, lease);
        return record.IsSettled ? MoveAsync(machine.Close(record, Now), lease) : SettleNowAsync(record, machine, lease);
    }

    private async Task<OutboxRecord> SettleNowAsync(OutboxRecord record, OutboxMachine machine, LeaseKeeper lease)
    {
        var reply = IsOthers(record) ? LedgerReply.Taken : await _ledger.SettleAsync(record, lease.Lost).ConfigureAwait(false);
        var step = reply.IsTaken ? machine.Settled(record, Now) : machine.NotSettled(record, reply.Code, reply.Reason, Now);
        return await MoveAsync(step, lease).ConfigureAwait(false);
    }

    // The units that an instruction with a used key reserved are not released while another instruction may still act on them.
    private bool IsOthers(OutboxRecord record)
    {
        lock (_lock)
        {
            return record.NeverSent is { } unsent && _board.Holds(unsent.Units);
        }
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

    private async Task WriteAsync(LeaseKeeper lease, IReadOnlyList<OutboxStep> steps)
    {
        await _store.WriteAsync(lease.Lease, steps.Select(OutboxText.ToWrite).ToList(), CancellationToken.None).ConfigureAwait(false);
        _telemetry.Moved(steps);
    }

    private OutboxMachine MachineOf(string registry, LeaseKeeper lease) =>
        new(_links.TryGetValue(registry, out var link) ? link.Policy : Unlinked, _options.Owner, lease.Lease.Epoch);

    // For instructions whose registry has no link: they wait and are never sent.
    private static OutboxPolicy Unlinked { get; } = new(Duration.FromDays(1));
}
