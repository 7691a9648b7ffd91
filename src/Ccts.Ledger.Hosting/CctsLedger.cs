using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Microsoft.Extensions.Logging;

namespace Ccts.Ledger.Hosting;

/// <summary>The ledger of a running host: the engine with the limits of the year, regular snapshots, spans and metrics (<see cref="CctsLedgerTelemetry"/>).</summary>
/// <remarks>Thread-safe. <see cref="Engine"/> can be used directly; it then writes no telemetry, and keeps its current limits.</remarks>
public sealed class CctsLedger : IDisposable
{
    private readonly ILogger<CctsLedger> _log;
    private readonly LedgerYear _year;
    private readonly IDisposable _watched;
    private readonly long _snapshotEvery;
    private long _lastSnapshot;
    private int _isTakingSnapshot;

    internal CctsLedger(ILedgerJournal journal, LedgerYear year, CctsLedgerOptions options, ILogger<CctsLedger> log)
    {
        (Journal, _year, _log, _snapshotEvery) = (journal, year, log, options.SnapshotEvery);
        Engine = new LedgerEngine(journal, year.Policy());
        _lastSnapshot = journal.Position;
        _watched = CctsLedgerTelemetry.Watch(journal);
        LedgerLog.Opened(log, journal.Position);
    }

    /// <summary>The engine.</summary>
    public LedgerEngine Engine { get; }

    /// <summary>Where its entries are kept.</summary>
    public ILedgerJournal Journal { get; }

    /// <summary>Why the ledger has stopped permanently, or null while it works. Restart the process to open it again.</summary>
    public Exception? Failure => (Journal as GroupCommitJournal)?.Failure;

    internal string? StaleLimits => _year.Stale;

    /// <summary>Carries out the command or says why not, and answers when the result is durable. See <see cref="LedgerEngine.ExecuteAsync(LedgerCommand, IReadOnlyList{RegistryIntent}, CancellationToken)"/>.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="intents">Instructions to registries, kept if and only if the command is accepted; null for none.</param>
    /// <param name="cancellation">Cancels the waiting, not the command.</param>
    /// <exception cref="JournalConflictException">Another writer owns the ledger; nothing was written.</exception>
    /// <exception cref="JournalUnavailableException">Nothing was written, for certain.</exception>
    /// <exception cref="JournalStoppedException">It is unknown whether the command was written: restart, and repeat it under the same key.</exception>
    public async ValueTask<LedgerAnswer> ExecuteAsync(LedgerCommand command, IReadOnlyList<RegistryIntent>? intents = null, CancellationToken cancellation = default)
    {
        var name = (command ?? throw new ArgumentNullException(nameof(command))).GetType().Name;
        using var span = CctsLedgerTelemetry.Spans.StartActivity("ccts.ledger.execute");
        var started = Stopwatch.GetTimestamp();
        if (_year.Change() is { } policy)
        {
            Engine.Policy = policy;
        }

        try
        {
            var answer = await Engine.ExecuteAsync(command, intents, cancellation).ConfigureAwait(false);
            CctsLedgerTelemetry.Tell(span, started, name, answer.IsRepeat ? "repeated" : answer.IsAccepted ? "accepted" : "refused", answer.Refusal?.CodeText);
            TakeSnapshotWhenDue();
            return answer;
        }
        catch (Exception no)
        {
            var outcome = no switch { OperationCanceledException => "cancelled", JournalUnavailableException => "unavailable", JournalConflictException => "conflict", _ => "stopped" };
            CctsLedgerTelemetry.Tell(span, started, name, outcome, refusal: null);
            if (outcome is not "cancelled")
            {
                LedgerLog.Failed(_log, outcome, Journal.DurablePosition, no);
            }

            throw;
        }
    }

    /// <summary>Stops the monitoring. The opener of the journal closes it.</summary>
    public void Dispose() => _watched.Dispose();

    // One at a time, on its own thread, so that no command waits for a snapshot.
    private void TakeSnapshotWhenDue()
    {
        if (_snapshotEvery == 0 || Journal.DurablePosition - Volatile.Read(ref _lastSnapshot) < _snapshotEvery || Interlocked.Exchange(ref _isTakingSnapshot, 1) == 1)
        {
            return;
        }

        _ = Task.Run(() =>
        {
            try
            {
                var position = Engine.TakeSnapshot().Position;
                Volatile.Write(ref _lastSnapshot, position);
                LedgerLog.SnapshotKept(_log, position);
            }
            catch (Exception no)
            {
                // No entry is lost; opening only takes longer.
                Volatile.Write(ref _lastSnapshot, Journal.DurablePosition);
                LedgerLog.SnapshotFailed(_log, no);
            }
            finally
            {
                Volatile.Write(ref _isTakingSnapshot, 0);
            }
        });
    }
}
