using System;
using System.Collections.Generic;
using System.Threading;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// The ledger for many threads. Each command locks only the partitions of its key, its accounts and the scope that units enter; commands
/// on other accounts go on meanwhile. An entry is in the journal before it changes the state.
/// </summary>
/// <remarks>
/// Thread-safe. Locks are held while the journal appends, so a journal must not call the engine back: that throws.
/// When the journal throws anything but <see cref="JournalConflictException"/> or <see cref="JournalUnavailableException"/>, the entry may
/// have been written or not. From then on the engine refuses to work: build a new one, which reads what is there.
/// </remarks>
public sealed class LedgerEngine
{
    private const int Partitions = 32;

    private readonly ILedgerJournal _journal;
    private readonly LedgerState _state;
    private readonly LedgerLocks _locks;
    private readonly LedgerGate _gate;
    private LedgerPolicy _policy;

    // What the journal threw when nobody could tell whether it had written the entry.
    private Exception? _doubt;

    /// <summary>Rebuilds the ledger from the journal, its latest snapshot first, and goes on from there.</summary>
    /// <param name="journal">Where entries are kept; no other engine writes to it meanwhile.</param>
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

    /// <summary>The limits enforced. A new policy holds for the commands that begin after it is set.</summary>
    public LedgerPolicy Policy
    {
        get => Volatile.Read(ref _policy);
        set => Volatile.Write(ref _policy, Require.NotNull(value));
    }

    /// <summary>Does what the command asks, or says why not.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="intents">Instructions to registries, kept if and only if the command is accepted.</param>
    /// <exception cref="JournalConflictException">Another writer uses the journal: build a new engine.</exception>
    /// <exception cref="JournalUnavailableException">The journal could not be reached and nothing was written: ask again.</exception>
    /// <exception cref="InvalidOperationException">The journal called back, or an earlier append failed with nobody knowing how far it came.</exception>
    public LedgerAnswer Execute(LedgerCommand command, params RegistryIntent[] intents)
    {
        if (CommandForm.Refusal(Require.NotNull(command)) is { } malformed)
        {
            return new LedgerAnswer(null, malformed, IsRepeat: false);
        }

        using var call = EngineCall.Begin(this);
        return command.ConcernsAll ? ExecuteAlone(command, intents) : ExecuteInPart(command, intents);
    }

    // By itself, so that no other command pays for what the lambda keeps.
    private LedgerAnswer ExecuteAlone(LedgerCommand command, RegistryIntent[] intents) => _gate.Alone(() => Answer(command, intents));

    private LedgerAnswer ExecuteInPart(LedgerCommand command, RegistryIntent[] intents)
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
            return Answer(command, intents);
        }
        finally
        {
            locks.Exit(_locks);
        }
    }

    private LedgerAnswer Answer(LedgerCommand command, RegistryIntent[] intents)
    {
        RequireNoDoubt();
        var decision = _state.DecideWellFormed(Policy, command);
        if (decision.Repeats is { } position)
        {
            return Repeat(position);
        }

        if (decision.Event is not { } happened)
        {
            return new LedgerAnswer(null, decision.Refusal, IsRepeat: false);
        }

        // Before it is in the journal for good.
        if (_state.Misfit(command.At, command.Key, happened) is { } reason)
        {
            throw new LedgerContradictionException(0, reason);
        }

        var entry = Append(Draft(command, decision.Print, happened, decision.Refusal is null ? intents : []));
        _state.ApplyFitting(entry);
        return new LedgerAnswer(entry, decision.Refusal, IsRepeat: false);
    }

    /// <summary>The pauses in force, in ordinal order of registry and holder.</summary>
    public IReadOnlyList<BusinessPause> Pauses => _state.Pauses;

    /// <summary>What an account has; null when it never held units.</summary>
    public AccountView? Account(string account)
    {
        var index = _state.IndexOf(Require.NotNull(account));
        _locks.Enter(index);
        try
        {
            return _state.View(account);
        }
        finally
        {
            _locks.Exit(index);
        }
    }

    /// <summary>Keeps a snapshot in the journal. Commands that begin meanwhile wait for it.</summary>
    /// <exception cref="InvalidOperationException">The journal called back, or an earlier append failed with nobody knowing how far it came.</exception>
    public LedgerSnapshot TakeSnapshot()
    {
        using var call = EngineCall.Begin(this);
        return _gate.Alone(() =>
        {
            RequireNoDoubt();
            var snapshot = _state.ToSnapshot();
            _journal.Keep(snapshot);
            return snapshot;
        });
    }

    private JournalEntry Append(in JournalAppend append)
    {
        try
        {
            return _journal.Append(append);
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
            throw new InvalidOperationException("An append failed, and nobody knows whether its entry was written. Build a new engine on the journal.", bad);
        }
    }

    private LedgerAnswer Repeat(long position)
    {
        var entry = _journal.Find(position) ?? throw new InvalidOperationException($"The journal has lost entry {position}.");
        return new LedgerAnswer(entry, (entry.Event as CommandRefused)?.Refusal, IsRepeat: true);
    }

    private JournalAppend Draft(LedgerCommand command, ulong print, LedgerEvent happened, RegistryIntent[] intents)
    {
        var first = command switch
        {
            PauseBusiness => new StreamVersion("pauses", _state.PauseVersion),
            ForgetKeys => new StreamVersion("keys", _state.ForgetVersion),
            _ => VersionOf(command.Account),
        };
        var refused = happened is CommandRefused;
        var second = !refused && command.OtherAccount is { } other ? VersionOf(other) : default;
        var third = !refused && command.Entering is { } units ? VersionOf(units.Lot) : default;
        return new JournalAppend(command.At, command.Key, print, happened, first, second, third, intents);
    }

    private StreamVersion VersionOf(string account)
    {
        var state = _state.AccountOf(account);
        return new StreamVersion(state.Stream, state.Version);
    }

    private StreamVersion VersionOf(UnitLot lot) =>
        new("scope/" + lot.Registry + "/" + lot.Scope, _state.FindScope(lot)?.Version ?? 0);
}
