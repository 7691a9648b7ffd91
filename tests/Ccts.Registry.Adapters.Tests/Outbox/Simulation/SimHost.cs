using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox.Simulation;

/// <summary>One life of the host's process: its ledger, rebuilt from the journal, and its outbox.</summary>
internal sealed class SimHost
{
    private readonly SimWorld _world;

    internal SimHost(SimWorld world, SimFaults faults, SimRegistry registry, SimDisk disk, ILedgerJournal journal, Missing missing, int number, List<string> violations)
    {
        _world = world;

        // The date with which a process starts may be wrong, as later the one to which its clock is set.
        Process = new SimProcess { ClockOff = faults.ClockJumps && world.Chance(0.5) ? world.Between(-SimFaults.WrongBy, SimFaults.WrongBy) : Duration.Zero };
        Engine = new LedgerEngine(journal, LedgerPolicy.Bare);
        var settling = missing == Missing.SettlingWait ? SimFaults.Timeout : SimFaults.Settling;
        var link = new RegistryLink(new SimChannel(world, faults, registry, disk, Process, violations), new RegistryLinkOptions
        {
            SettlingTime = settling,
            Patience = new OutboxPolicy(Duration.MaxValue)
            {
                AttemptTimeout = SimFaults.Timeout,
                FirstPause = Duration.FromSeconds(2),
                LongestPause = Duration.FromMinutes(3),
                MostDoubts = 3,
            },
            Burst = 5,
            BreakFor = Duration.FromSeconds(30),
        });
        Dispatcher = new OutboxDispatcher(
            new SimStore(world, disk, Process), journal.Intents, _ => LedgerOf(Engine = new LedgerEngine(journal, LedgerPolicy.Bare), missing), [link],
            new OutboxDispatcherOptions { Owner = Name = "host-" + number, Lease = Duration.FromSeconds(60), LookEvery = Duration.FromSeconds(30), LongestAbsence = faults.ClockJumps ? Duration.Zero : new OutboxDispatcherOptions().LongestAbsence, GoesOnAtOnce = true },
            new SimClock(world, Process));
        _ = RunAsync();
    }

    internal string Name { get; }

    internal SimProcess Process { get; }

    internal LedgerEngine Engine { get; private set; }

    internal OutboxDispatcher Dispatcher { get; }

    /// <summary>What ended the outbox's work, unless it was the loss of its lease.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>Whether another process has written to its ledger's journal: a host builds its engine anew then.</summary>
    internal bool IsOutdated { get; set; }

    internal static bool IsStale(Exception thrown) =>
        thrown is JournalConflictException or InvalidOperationException { InnerException: JournalConflictException };

    private static IOutboxLedger LedgerOf(LedgerEngine engine, Missing missing) =>
        missing is Missing.Reservation or Missing.Pause or Missing.Quarantine ? new Careless(new EngineLedger(engine), missing) : new EngineLedger(engine);

    private async Task RunAsync()
    {
        while (!Process.IsDead)
        {
            try
            {
                await Dispatcher.RunAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception lost) when (lost is Ccts.Sdk.Ledger.Outbox.OutboxFencedException or Ccts.Sdk.Ledger.Outbox.OutboxConflictException)
            {
                await _world.AfterAsync(Duration.FromSeconds(1), Process, () => true).ConfigureAwait(false);
            }
            catch (Exception stale) when (IsStale(stale))
            {
                Process.IsDead = true;
                IsOutdated = true;
            }
            catch (Exception bad)
            {
                Failure = bad;
                return;
            }
        }
    }

    /// <summary>A ledger that is not asked whether it holds what leaves, is not paused while a registry is in trouble, or lets go of what is in question.</summary>
    private sealed class Careless(EngineLedger ledger, Missing missing) : IOutboxLedger
    {
        private readonly HashSet<string> _paused = [];

        public IReadOnlyList<string> Paused => missing == Missing.Pause ? [.. _paused] : ledger.Paused;

        public Task<LedgerReply> MayLeaveAsync(OutboxRecord record, CancellationToken cancellationToken = default) =>
            missing == Missing.Reservation ? Task.FromResult(LedgerReply.Taken) : ledger.MayLeaveAsync(record, cancellationToken);

        public Task<LedgerReply> SettleAsync(OutboxRecord record, CancellationToken cancellationToken = default) =>
            ledger.SettleAsync(missing == Missing.Quarantine && record.State == InstructionState.Partial ? record with { State = InstructionState.Cancelled } : record, cancellationToken);

        public Task<LedgerReply> PauseAsync(string registry, bool pause, string key, string reason, Instant at, CancellationToken cancellationToken = default)
        {
            if (missing != Missing.Pause)
            {
                return ledger.PauseAsync(registry, pause, key, reason, at, cancellationToken);
            }

            _ = pause ? _paused.Add(registry) : _paused.Remove(registry);
            return Task.FromResult(LedgerReply.Taken);
        }
    }
}
