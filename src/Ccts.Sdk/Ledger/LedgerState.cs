using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// The state of the ledger. <see cref="Decide"/> answers a command without changing anything; <see cref="Apply"/> is the only way to change it.
/// No clock, no I/O. The same entries in the same order always give the same state.
/// </summary>
/// <remarks>Not thread-safe; <see cref="LedgerEngine"/> is.</remarks>
public sealed partial class LedgerState
{
    internal const string PausesStream = "pauses";
    internal const string KeysStream = "keys";

    private readonly LedgerPartition[] _partitions;
    private BusinessPauses _paused = BusinessPauses.None;
    private long _lastPauseAt;

    /// <summary>An empty ledger.</summary>
    public LedgerState()
        : this(1)
    {
    }

    internal LedgerState(int partitions)
    {
        _partitions = new LedgerPartition[partitions];
        for (var i = 0; i < partitions; i++)
        {
            _partitions[i] = new LedgerPartition(isOnly: partitions == 1);
        }
    }

    /// <summary>How many entries were applied: the position of the last one.</summary>
    public long Position
    {
        get
        {
            long applied = 0;
            foreach (var partition in _partitions)
            {
                applied += partition.Applied;
            }

            return applied;
        }
    }

    /// <summary>The pauses in force, in ordinal order of registry and holder.</summary>
    public IReadOnlyList<BusinessPause> Pauses => Paused.All;

    internal BusinessPauses Paused
    {
        get => System.Threading.Volatile.Read(ref _paused);
        set => System.Threading.Volatile.Write(ref _paused, value);
    }

    /// <summary>The position of the last pause or resumption since the ledger was opened; written before <see cref="Paused"/>.</summary>
    internal long LastPauseAt
    {
        get => System.Threading.Volatile.Read(ref _lastPauseAt);
        set => System.Threading.Volatile.Write(ref _lastPauseAt, value);
    }

    /// <summary>How often business was paused or resumed; what a journal is asked to expect.</summary>
    internal long PauseVersion { get; set; }

    /// <summary>How often keys were forgotten; what a journal is asked to expect.</summary>
    internal long ForgetVersion { get; set; }

    /// <summary>Idempotency keys of commands dated before this were forgotten, and such commands are refused; null while all are kept.</summary>
    public NodaTime.Instant? KeysKeptSince { get; internal set; }

    internal IReadOnlyList<LedgerPartition> Partitions => _partitions;

    /// <summary>Every account that ever held a unit, in ordinal order.</summary>
    public IReadOnlyList<string> Accounts
    {
        get
        {
            var names = _partitions.SelectMany(p => p.Accounts.Values).Where(a => a.IsKnown).Select(a => a.Id).ToList();
            names.Sort(StringComparer.Ordinal);
            return names;
        }
    }

    /// <summary>Rebuilds a ledger from its journal, checking every invariant on the way.</summary>
    /// <exception cref="LedgerContradictionException">An entry does not fit what came before it; the message says which and why.</exception>
    public static LedgerState Replay(IEnumerable<JournalEntry> entries)
    {
        var state = new LedgerState();
        foreach (var entry in Require.Each(entries))
        {
            state.Apply(entry);
        }

        return state;
    }

    /// <summary>Loads a snapshot; entries after its position may then be applied.</summary>
    /// <exception cref="Problems.CctsDataException">The snapshot is damaged.</exception>
    public static LedgerState FromSnapshot(LedgerSnapshot snapshot)
    {
        var state = new LedgerState();
        SnapshotReader.Read(Require.NotNull(snapshot), state);
        return state;
    }

    /// <summary>The whole state as bytes. Equal states give equal bytes, however they were reached.</summary>
    public LedgerSnapshot ToSnapshot() => SnapshotWriter.Write(this);

    /// <summary>Answers a command. Changes nothing.</summary>
    public Decision Decide(LedgerPolicy policy, LedgerCommand command) =>
        CommandForm.Refusal(Require.NotNull(command)) is { } malformed ? new Decision(null, malformed, null, 0) : DecideWellFormed(policy, command);

    internal Decision DecideWellFormed(LedgerPolicy policy, LedgerCommand command)
    {
        var print = command.Print();
        if (PartitionOf(command.Key).Keys.TryGet(command.Key, out var mark))
        {
            return mark.Print == print
                ? new Decision(null, null, mark.Position, print)
                : new Decision(null, new Refusal(RefusalCode.KeyReused) { Subject = command.Key }, null, print);
        }

        if (command.At < KeysKeptSince)
        {
            var since = NodaTime.Text.InstantPattern.ExtendedIso.Format(KeysKeptSince.Value);
            return new Decision(null, new Refusal(RefusalCode.PastRetention) { Account = command.Account, Subject = since }, null, print);
        }

        var verdict = new Decider(this, Require.NotNull(policy), command).Decide();
        var answer = verdict.Refusal is { } no && verdict.Event is null && policy.RefusalsAreRemembered
            ? new CommandRefused(no, Breach: false, BarredUntil: null)
            : verdict.Event;
        return new Decision(answer, verdict.Refusal, null, print);
    }

    // With the length of the first name: names may contain a slash, and two scopes must never be one stream.
    internal static string StreamOf(string registry, string scope) =>
        "scope/" + registry.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) + "/" + registry + "/" + scope;

    internal int IndexOf(string name) => _partitions.Length == 1 ? 0 : NameSpread.Over(_partitions.Length, name.AsSpan());

    internal AccountState? Find(string account) => PartitionOf(account).Find(account);

    /// <summary>The account, once it has held units.</summary>
    internal AccountState? FindKnown(string account) => Find(account) is { IsKnown: true } found ? found : null;

    internal AccountState AccountOf(string account)
    {
        var partition = PartitionOf(account);
        if (partition.Find(account) is { } found)
        {
            return found;
        }

        found = new AccountState(account);
        partition.Accounts.Add(account, found);
        return found;
    }

    /// <summary>The partition of a numbering scope: that of its normalised spelling, so that all spellings share one.</summary>
    internal int IndexOfScope(string scope) => _partitions.Length == 1 ? 0 : IndexOf(Spelled.Plain(scope).ToUpperInvariant());

    internal ScopeRegister? FindScope(UnitLot lot)
    {
        var found = FindAnySpelling(lot.Registry, lot.Scope);
        while (found is not null && !found.IsOf(lot.Registry, lot.Scope))
        {
            found = found.OtherSpelling;
        }

        return found;
    }

    /// <summary>A block of these numbers that entered under registry and scope in this or another spelling, or null.</summary>
    internal Blocks.SerialBlock? FindEntered(UnitLot lot, Blocks.BlockRange range)
    {
        for (var register = FindAnySpelling(lot.Registry, lot.Scope); register is not null; register = register.OtherSpelling)
        {
            if (register.Numbers.FindOverlap(range)?.Intersect(range) is { } twice)
            {
                return new Blocks.SerialBlock(register.Registry, register.Scope, twice);
            }
        }

        return null;
    }

    internal ScopeRegister ScopeOf(string registry, string scope)
    {
        var scopes = _partitions[IndexOfScope(scope)].Scopes;
        if (!scopes.TryGetValue((registry, scope), out var found))
        {
            scopes.Add((registry, scope), found = new ScopeRegister(registry, scope));
        }

        while (!found.IsOf(registry, scope))
        {
            found = found.OtherSpelling ??= new ScopeRegister(registry, scope);
        }

        return found;
    }

    private ScopeRegister? FindAnySpelling(string registry, string scope) => _partitions[IndexOfScope(scope)].Scopes.TryGetValue((registry, scope), out var found) ? found : null;

    /// <summary>Records that a key was answered; false, and nothing recorded, if it was before.</summary>
    internal bool TryRemember(string key, in KeyMark mark)
    {
        var partition = PartitionOf(key);
        if (!partition.Keys.TryAdd(key, mark))
        {
            return false;
        }

        partition.Applied++;
        return true;
    }

    /// <summary>The same for a key of a snapshot.</summary>
    internal bool TryRemember(System.ReadOnlySpan<char> key, in KeyMark mark)
    {
        var partition = _partitions[_partitions.Length == 1 ? 0 : NameSpread.Over(_partitions.Length, key)];
        partition.Applied++;
        return partition.Keys.TryAdd(key, mark);
    }

    private LedgerPartition PartitionOf(string name) => _partitions[IndexOf(name)];
}
