using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>What operators see and may do while the dispatcher runs.</content>
public sealed partial class OutboxDispatcher
{
    /// <summary>Every open instruction, in the order in which the ledger committed them; empty while another process owns the outbox.</summary>
    public IReadOnlyList<OutboxRecord> Open()
    {
        lock (_lock)
        {
            return IsOwner ? _board.All.ToArray() : [];
        }
    }

    /// <summary>How each registry stands; also one without a link to which instructions wait, or on which the breaker of an earlier owner has left a pause, which nothing probes.</summary>
    public IReadOnlyList<RegistryCondition> Registries()
    {
        lock (_lock)
        {
            return IsOwner
                ? [.. _lanes.ConvertAll(l => new RegistryCondition(l.Registry, l.IsOpenForBusiness, l.IsPaused, l.Running)), .. WithoutLink().Select(r => new RegistryCondition(r, false, _orphanPauses.Contains(r, Spelled.Names), 0) { HasLink = false })]
                : [];
        }
    }

    private IEnumerable<string> WithoutLink() => _orphanPauses.Concat(_board.All.Where(r => !r.State.IsFinal()).Select(r => r.Registry)).Where(r => !_links.ContainsKey(r)).Distinct(Spelled.Names);

    /// <summary>Has a parked instruction tried again: one that may have taken effect is asked about first.</summary>
    /// <param name="key">The instruction.</param>
    /// <param name="by">The operator.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="OperatorRefusedException">It is not parked, is not in this outbox, or is in work.</exception>
    public Task<OutboxRecord> RetryAsync(string key, string by, string reason) => OperateAsync(key, (machine, record) => machine.Retry(record, by, reason, Now));

    /// <summary>Resolves a doubt with what an operator learnt from the registry.</summary>
    /// <param name="key">The instruction.</param>
    /// <param name="done">The numbers on which it took effect: all, some or none. The rest is given up.</param>
    /// <param name="by">The operator.</param>
    /// <param name="reason">How it is known.</param>
    /// <param name="isEarly">Whether to give up the rest before the registry's settling time is over, while the registry may still act; journaled with the code <see cref="OutboxMachine.Early"/>.</param>
    /// <exception cref="OperatorRefusedException">Nothing is in doubt, the numbers are not the instruction's, it is too early to give up the rest, no person is named, or it is in work.</exception>
    public Task<OutboxRecord> ResolveAsync(string key, BlockSet done, string by, string reason, bool isEarly = false) =>
        OperateAsync(key, (machine, record) => machine.Resolve(record, done, by, reason, Now, isEarly));

    /// <summary>Gives up an instruction: at once when it was never sent, otherwise as soon as it is certain that it had no effect.</summary>
    /// <param name="key">The instruction.</param>
    /// <param name="by">The operator.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="OperatorRefusedException">It has ended, was done in part, or is in work.</exception>
    public Task<OutboxRecord> CancelAsync(string key, string by, string reason) => OperateAsync(key, (machine, record) => machine.Cancel(record, by, reason, Now));

    /// <summary>Closes an outcome that the ledger refuses for good, because somebody corrected the ledger by hand or nothing is left to do.</summary>
    /// <param name="key">The instruction.</param>
    /// <param name="by">The operator.</param>
    /// <param name="reason">What was done instead.</param>
    /// <exception cref="OperatorRefusedException">The ledger has not refused it, or it is in work.</exception>
    public Task<OutboxRecord> SettleByHandAsync(string key, string by, string reason) => OperateAsync(key, (machine, record) => machine.SettleByHand(record, by, reason, Now));

    private async Task<OutboxRecord> OperateAsync(string key, Func<OutboxMachine, OutboxRecord, OutboxStep> move)
    {
        OutboxRecord? record;
        LeaseKeeper lease;
        lock (_lock)
        {
            lease = _lease ?? throw new OperatorRefusedException(key, "This process does not own the outbox.");
            var known = _board.Find(key) ?? throw new OperatorRefusedException(key, _store.Find(key) is null ? "The outbox has no instruction of this key." : "It has ended already.");
            record = _board.Begin(key) ?? throw new OperatorRefusedException(key, known.State, "It is being worked on; ask again.");
            _working++;
        }

        try
        {
            return await MoveAsync(move(MachineOf(record.Registry, lease), record), lease).ConfigureAwait(false);
        }
        catch (Exception bad) when (bad is not OperatorRefusedException)
        {
            Fail(bad);
            throw;
        }
        finally
        {
            lock (_lock)
            {
                _working--;
                _board.Free(record.Place);
            }

            _alarm.Ring();
        }
    }
}

/// <summary>How one registry stands.</summary>
/// <param name="Registry">The registry.</param>
/// <param name="IsOpen">Whether requests go through; false while its breaker is open.</param>
/// <param name="IsPaused">Whether the ledger refuses new business with it because of the breaker.</param>
/// <param name="Running">Requests on their way.</param>
public sealed record RegistryCondition(string Registry, bool IsOpen, bool IsPaused, int Running)
{
    /// <summary>Whether the host has a link to it. Without one nothing is sent to it or asked of it.</summary>
    public bool HasLink { get; init; } = true;
}
