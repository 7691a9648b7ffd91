using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// The ledger for many threads. Each command locks only the partitions of its key, its accounts and the scope that units enter; commands
/// on other accounts go on meanwhile. An entry has its place in the journal before it changes the state, and no answer is given before
/// everything it rests on is durable. Locks are not held meanwhile: commands on the same account share one sync of the disk.
/// </summary>
/// <remarks>
/// Thread-safe. Locks are held while the journal enqueues, so a journal must not call the engine back: that throws.
/// If an entry did not become durable, or the journal threw anything but <see cref="JournalConflictException"/> or
/// <see cref="JournalUnavailableException"/> on taking it, the state is, or may be, ahead of the journal. From then on the engine
/// refuses to work: reopen the journal and build a new engine, which reads what is stored.
/// </remarks>
public sealed partial class LedgerEngine
{
    private const int Partitions = 32;

    private readonly ILedgerJournal _journal;
    private readonly LedgerState _state;
    private readonly LedgerLocks _locks;
    private readonly LedgerGate _gate;
    private LedgerPolicy _policy;

    // What the journal threw when the state got, or may have got, ahead of it.
    private Exception? _doubt;

    /// <summary>Rebuilds the ledger from the journal, starting from its latest snapshot.</summary>
    /// <param name="journal">Where entries are kept; no other engine may write to it.</param>
    /// <param name="policy">The limits to enforce.</param>
    /// <exception cref="LedgerContradictionException">The journal contradicts itself.</exception>
    public LedgerEngine(ILedgerJournal journal, LedgerPolicy policy)
        : this(journal, policy, new LedgerLocks(Partitions))
    {
    }

    internal LedgerEngine(ILedgerJournal journal, LedgerPolicy policy, LedgerLocks locks)
    {
        _journal = Require.NotNull(journal);
        _policy = Require.NotNull(policy);
        _locks = locks;
        _gate = new LedgerGate(locks);
        _state = new LedgerState(locks.Count);
        if (journal.LatestSnapshot() is { } snapshot)
        {
            SnapshotReader.Read(snapshot, _state);
        }

        foreach (var entry in journal.Read(_state.Position))
        {
            _state.Apply(entry);
        }
    }

    /// <summary>The limits enforced. A new policy applies to commands that begin after it is set.</summary>
    public LedgerPolicy Policy
    {
        get => Volatile.Read(ref _policy);
        set => Volatile.Write(ref _policy, Require.NotNull(value));
    }

    // Decides, enqueues and applies under the locks of the command; the caller then waits without them.
    private Pending Begin(LedgerCommand command, IReadOnlyList<RegistryIntent> intents)
    {
        CommandForm.RequireWellFormed(intents);
        if ((CommandForm.Refusal(Require.NotNull(command)) ?? CommandForm.NoTonnes(command)) is { } malformed)
        {
            return new Pending(new LedgerAnswer(null, malformed, IsRepeat: false), 0);
        }

        using var call = EngineCall.Begin(this);
        return command.ConcernsAll ? BeginAlone(command, intents) : BeginInPart(command, intents);
    }

    // A separate method, so that other commands do not allocate the closure.
    private Pending BeginAlone(LedgerCommand command, IReadOnlyList<RegistryIntent> intents) => _gate.Alone(() => Decide(command, intents));

    private Pending BeginInPart(LedgerCommand command, IReadOnlyList<RegistryIntent> intents)
    {
        var locks = LockSet.Of(_state, command);
        locks.Enter(_locks);
        while (_gate.IsClosed)
        {
            locks.Exit(_locks);
            _gate.WaitUntilOpen();
            locks.Enter(_locks);
        }

        try
        {
            return Decide(command, intents);
        }
        finally
        {
            locks.Exit(_locks);
        }
    }

    private Pending Decide(LedgerCommand command, IReadOnlyList<RegistryIntent> intents)
    {
        RequireNoDoubt();
        var decision = _state.DecideWellFormed(Policy, command);
        if (decision.Repeats is { } position)
        {
            return new Pending(null, position);
        }

        if (decision.Event is not { } happened)
        {
            // The refusal rests on entries that a crash could still undo; waiting for all entries enqueued so far covers them.
            return new Pending(new LedgerAnswer(null, decision.Refusal, IsRepeat: false), _journal.Position);
        }

        // Before it is in the journal for good.
        if (_state.Misfit(command.At, command.Key, happened) is { } reason)
        {
            throw new LedgerContradictionException(0, reason);
        }

        var entry = Enqueue(Draft(command, decision.Print, happened, decision.Refusal is null ? intents : []));
        _state.ApplyFitting(entry);
        return new Pending(new LedgerAnswer(entry, decision.Refusal, IsRepeat: false), entry.Position);
    }

    private AccountView? View(string account, out long changedAt)
    {
        var index = _state.IndexOf(Require.NotNull(account));
        _locks.Enter(index);
        try
        {
            changedAt = _state.Find(account)?.LastPosition ?? 0;
            return _state.View(account);
        }
        finally
        {
            _locks.Exit(index);
        }
    }

    private (ReservationView View, long ChangedAt) ReservationOf(string account, string reservation)
    {
        var index = _state.IndexOf(Require.NotNull(account));
        _locks.Enter(index);
        try
        {
            var found = _state.Find(account);
            return (new ReservationView(found?.FindReservation(reservation), found is { Frozen: true }, _state.Position), found?.LastPosition ?? 0);
        }
        finally
        {
            _locks.Exit(index);
        }
    }

    private JournalEntry Enqueue(in JournalAppend append)
    {
        try
        {
            return _journal.Enqueue(append);
        }
        catch (Exception bad) when (bad is not (JournalConflictException or JournalUnavailableException))
        {
            Volatile.Write(ref _doubt, bad);
            throw;
        }
    }

    private void RequireNoDoubt()
    {
        if (Volatile.Read(ref _doubt) is { } bad)
        {
            throw new InvalidOperationException("The journal has failed, and what this engine knows may not be in it. Open the journal anew and build a new engine on it.", bad);
        }
    }

    private JournalAppend Draft(LedgerCommand command, ulong print, LedgerEvent happened, IReadOnlyList<RegistryIntent> intents)
    {
        var (first, second, third) = _state.StreamsOf(happened);
        return new JournalAppend(command.At, command.Key, print, happened, first, second, third, intents) { Seen = command.ConcernsAll ? default : _state.PausesSeen };
    }

    /// <summary>An answer, or null for the answer of the entry at <paramref name="Until"/>; to be given once that position is durable.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Pending(LedgerAnswer? Answer, long Until);
}
