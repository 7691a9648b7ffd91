using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>Every open instruction in memory: which are due, which wait for another, and which are in work.</summary>
/// <remarks>Not thread-safe; the dispatcher locks it.</remarks>
internal sealed class OutboxBoard
{
    private readonly SortedDictionary<IntentPlace, OutboxRecord> _records = [];
    private readonly Dictionary<string, IntentPlace> _byKey = new(StringComparer.Ordinal);
    private readonly HashSet<IntentPlace> _busy = [];
    private readonly NumberOrder _order = new();
    private readonly OutgoingNumbers _outgoing = new();
    private readonly Dictionary<string, SortedSet<(Instant Due, IntentPlace Place)>> _forRegistry = new(Spelled.Names);
    private readonly SortedSet<(Instant Due, IntentPlace Place)> _forLedger = [];

    // The queue of each queued instruction, so that it is in no other.
    private readonly Dictionary<IntentPlace, (SortedSet<(Instant Due, IntentPlace Place)> Queue, Instant Due)> _queued = [];

    // What a notification asked about, and when, until the question is taken up: a move in between must not put it off.
    private readonly Dictionary<IntentPlace, Instant> _toAsk = [];

    internal IReadOnlyCollection<OutboxRecord> All => _records.Values;

    internal int Count => _records.Count;

    /// <summary>When one of them last moved.</summary>
    internal Instant MovedAt { get; private set; } = Instant.MinValue;

    /// <summary>The key of an instruction that nobody works on, or null: of a registry, or of any.</summary>
    internal string? AtRest(string? registry = null) =>
        _records.Values.FirstOrDefault(r => !_busy.Contains(r.Place) && r.Row != RowStanding.OutOfStep && (registry is null || Spelled.Same(r.Registry, registry)))?.Key;

    internal OutboxRecord? Find(string key) => _byKey.TryGetValue(key, out var place) ? _records[place] : null;

    internal bool IsBusy(IntentPlace place) => _busy.Contains(place);

    /// <summary>Adds an instruction after all those added before. False where one with this place or key is there already, as when somebody changed two rows into one.</summary>
    internal bool Add(OutboxRecord record)
    {
        if (record.IsClosed)
        {
            return true;
        }

        if (_records.ContainsKey(record.Place) || _byKey.ContainsKey(record.Key))
        {
            return false;
        }

        _records.Add(record.Place, record);
        MovedAt = Instant.Max(MovedAt, record.Since);
        _byKey.Add(record.Key, record.Place);
        if (record.Instruction is { } instruction)
        {
            if (!record.State.IsFinal())
            {
                _order.Add(record.Place, instruction.Units);
            }

            if (record.State == InstructionState.Partial)
            {
                _order.Narrow(record.Place, record.Rest);
            }

            if (record.RestsUntil is not null)
            {
                _outgoing.Add(record.Place, instruction);
            }
        }

        Queue(record);
        return true;
    }

    /// <summary>Whether an open instruction is about some of these units.</summary>
    internal bool Holds(SerialBlock units) => _order.Holds(units);

    /// <summary>Takes a durable move in.</summary>
    internal void Replace(OutboxRecord next)
    {
        var before = _records[next.Place];
        Unqueue(before.Place);
        _records[next.Place] = next;
        MovedAt = next.Since;
        if (next.RestsUntil is not null && next.RestsUntil != before.RestsUntil)
        {
            _outgoing.Add(next.Place, next.Instruction!);
        }

        if (next.State.IsFinal() && !before.State.IsFinal())
        {
            Requeue(_order.End(next.Place));
        }
        else if (next.State == InstructionState.Partial)
        {
            Requeue(_order.Narrow(next.Place, next.Rest));
        }

        if (next.IsClosed)
        {
            Remove(next);
        }
        else
        {
            Queue(next);
        }
    }

    /// <summary>Takes the first instruction that is due at a registry; it stays in work until <see cref="Free"/>.</summary>
    internal OutboxRecord? BeginForRegistry(string registry, Instant now) =>
        _forRegistry.TryGetValue(registry, out var queue) ? Begin(queue, now) : null;

    /// <summary>Takes the first instruction whose outcome is due at the ledger, or that is due to be closed.</summary>
    internal OutboxRecord? BeginForLedger(Instant now) => Begin(_forLedger, now);

    /// <summary>Takes one instruction for an operator; null while it is in work.</summary>
    internal OutboxRecord? Begin(string key)
    {
        if (Find(key) is not { } record || !_busy.Add(record.Place))
        {
            return null;
        }

        Unqueue(record.Place);
        return record;
    }

    internal void Free(IntentPlace place)
    {
        _busy.Remove(place);
        if (_records.TryGetValue(place, out var record))
        {
            Queue(record);
        }
    }

    /// <summary>Makes every question to a registry due now, because a notification came in.</summary>
    internal void AskNow(string registry, Instant now)
    {
        foreach (var record in _records.Values.Where(r => !r.State.IsFinal() && Spelled.Same(r.Registry, registry)))
        {
            _toAsk[record.Place] = now;
            Queue(record);
        }
    }

    /// <summary>When the next work at a registry is due, or null.</summary>
    internal Instant? NextForRegistry(string registry) => _forRegistry.TryGetValue(registry, out var queue) && queue.Count > 0 ? queue.Min.Due : null;

    internal Instant? NextForLedger => _forLedger.Count > 0 ? _forLedger.Min.Due : null;

    private OutboxRecord? Begin(SortedSet<(Instant Due, IntentPlace Place)> queue, Instant now)
    {
        while (queue.Count > 0 && queue.Min is var first && first.Due <= now)
        {
            Unqueue(first.Place);
            var record = _records[first.Place];
            if (BackUntil(record) is { } later && later > now)
            {
                Queue(first.Place, queue, later);
                continue;
            }

            _busy.Add(first.Place);
            _toAsk.Remove(first.Place);
            return record;
        }

        return null;
    }

    // Until when the numbers must not return to where this instruction would bring them.
    private Instant? BackUntil(OutboxRecord record) => IsToBeSent(record)
        ? _outgoing.BroughtBackBy(record.Instruction!).Select(p => _records[p].RestsUntil).Max()
        : null;

    private static bool IsToBeAsked(OutboxRecord record) => record.State is InstructionState.Unknown or InstructionState.Pending;

    private static bool IsToBeSent(OutboxRecord record) => record.State is InstructionState.Intended or InstructionState.NotDone;

    private void Queue(OutboxRecord record)
    {
        var mustWait = IsToBeSent(record) && _order.IsBlocked(record.Place);
        if (record.Due is { } due && !mustWait && !_busy.Contains(record.Place))
        {
            Queue(record.Place, QueueOf(record), _toAsk.TryGetValue(record.Place, out var asked) && IsToBeAsked(record) ? Instant.Min(due, asked) : due);
        }
    }

    private void Requeue(IReadOnlyList<IntentPlace> free)
    {
        foreach (var place in free)
        {
            Queue(_records[place]);
        }
    }

    private void Queue(IntentPlace place, SortedSet<(Instant Due, IntentPlace Place)> queue, Instant due)
    {
        Unqueue(place);
        queue.Add((due, place));
        _queued.Add(place, (queue, due));
    }

    private void Unqueue(IntentPlace place)
    {
        if (_queued.TryGetValue(place, out var at))
        {
            at.Queue.Remove((at.Due, place));
            _queued.Remove(place);
        }
    }

    private SortedSet<(Instant Due, IntentPlace Place)> QueueOf(OutboxRecord record)
    {
        if (record.State.IsFinal() || record.State == InstructionState.Partial)
        {
            return _forLedger;
        }

        if (!_forRegistry.TryGetValue(record.Registry, out var queue))
        {
            _forRegistry.Add(record.Registry, queue = []);
        }

        return queue;
    }

    private void Remove(OutboxRecord record)
    {
        _records.Remove(record.Place);
        _toAsk.Remove(record.Place);
        _byKey.Remove(record.Key);
        if (record.RestsUntil is not null && record.Instruction is { } instruction)
        {
            _outgoing.Remove(record.Place, instruction);
        }
    }
}
