using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// Which instructions must wait for which: two that share a number go strictly in the order in which the ledger committed them, and nothing
/// else waits. For each of its numbers an instruction waits for the latest open one before it; that one waits for those before itself.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class NumberOrder
{
    private readonly Dictionary<(string Registry, string Scope), NumberMap> _scopes = new(Spelled.Scopes);
    private readonly Dictionary<IntentPlace, Queued> _entries = [];

    /// <summary>Adds an instruction after every one added before.</summary>
    internal void Add(IntentPlace place, SerialBlock units)
    {
        var entry = new Queued(MapOf(units), BlockSet.Of(units.Range));
        _entries.Add(place, entry);
        foreach (var before in entry.Map.Give(units.Range, place))
        {
            Wait(place, entry, before);
        }
    }

    /// <summary>Whether an instruction on some of these units has not ended.</summary>
    internal bool Holds(SerialBlock units) =>
        _scopes.TryGetValue((units.Registry, units.Scope), out var map) && _entries.Values.Any(e => e.Map == map && e.Numbers.Overlaps(units.Range));

    /// <summary>Whether an earlier instruction on some of the same numbers has not ended.</summary>
    internal bool IsBlocked(IntentPlace place) => _entries.TryGetValue(place, out var entry) && entry.WaitsFor.Count > 0;

    /// <summary>Ends an instruction, in its turn or before it (an operator gave it up). Gives those that no longer wait for anything.</summary>
    internal IReadOnlyList<IntentPlace> End(IntentPlace place) => Narrow(place, BlockSet.Empty);

    /// <summary>An instruction has ended on some of its numbers: from now on only the rest holds others up. Gives those that no longer wait for anything.</summary>
    internal IReadOnlyList<IntentPlace> Narrow(IntentPlace place, BlockSet rest)
    {
        if (!_entries.TryGetValue(place, out var entry))
        {
            return [];
        }

        var ended = entry.Numbers.Subtract(rest);
        entry.Numbers = rest;
        if (rest.IsEmpty)
        {
            _entries.Remove(place);
        }

        GiveBack(place, entry, ended);
        return Free(place, entry);
    }

    // Those before it are again the latest on the numbers they share with it.
    private void GiveBack(IntentPlace place, Queued entry, BlockSet ended)
    {
        var own = entry.Map.Taken(ended, place);
        foreach (var before in entry.WaitsFor.OrderBy(p => p))
        {
            foreach (var range in own.Intersect(_entries[before].Numbers).Ranges)
            {
                entry.Map.Give(range, before);
            }
        }
    }

    private List<IntentPlace> Free(IntentPlace place, Queued entry)
    {
        var free = new List<IntentPlace>();
        foreach (var later in entry.Blocks)
        {
            if (!_entries.TryGetValue(later, out var waiting) || !waiting.WaitsFor.Contains(place) || Shares(waiting, entry))
            {
                continue;
            }

            waiting.WaitsFor.Remove(place);
            foreach (var before in entry.WaitsFor.Where(b => Shares(waiting, _entries[b])))
            {
                Wait(later, waiting, before);
            }

            if (waiting.WaitsFor.Count == 0)
            {
                free.Add(later);
            }
        }

        return free;
    }

    private void Wait(IntentPlace place, Queued entry, IntentPlace before)
    {
        if (_entries.TryGetValue(before, out var earlier) && entry.WaitsFor.Add(before))
        {
            earlier.Blocks.Add(place);
        }
    }

    private static bool Shares(Queued one, Queued other) => one.Map == other.Map && !one.Numbers.Intersect(other.Numbers).IsEmpty;

    private NumberMap MapOf(SerialBlock units)
    {
        if (!_scopes.TryGetValue((units.Registry, units.Scope), out var map))
        {
            _scopes.Add((units.Registry, units.Scope), map = new NumberMap());
        }

        return map;
    }

    private sealed class Queued(NumberMap map, BlockSet numbers)
    {
        internal NumberMap Map { get; } = map;

        internal BlockSet Numbers { get; set; } = numbers;

        internal HashSet<IntentPlace> WaitsFor { get; } = [];

        internal List<IntentPlace> Blocks { get; } = [];
    }
}
