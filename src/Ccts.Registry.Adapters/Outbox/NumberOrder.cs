using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// Which instructions must wait for which. Two that share a number go strictly in the order in which the ledger committed them; nothing
/// else waits. For each of its numbers an instruction waits for the latest open one before it, which in turn waits for those before itself.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class NumberOrder
{
    private readonly Dictionary<(string Registry, string Scope), NumberMap> _scopes = new(Spelled.Scopes);
    private readonly Dictionary<IntentPlace, Queued> _entries = [];

    /// <summary>Adds an instruction after all those added before.</summary>
    internal void Add(IntentPlace place, SerialBlock units)
    {
        var entry = new Queued(MapOf(units), BlockSet.Of(units.Range));
        _entries.Add(place, entry);
        foreach (var before in entry.Map.Give(units.Range, place))
        {
            Wait(place, entry, before);
        }
    }

    /// <summary>Whether an instruction on some of these units is still open.</summary>
    internal bool Holds(SerialBlock units) =>
        _scopes.TryGetValue((units.Registry, units.Scope), out var map) && _entries.Values.Any(e => e.Map == map && e.Numbers.Overlaps(units.Range));

    /// <summary>Whether an earlier instruction on some of the same numbers is still open.</summary>
    internal bool IsBlocked(IntentPlace place) => _entries.TryGetValue(place, out var entry) && entry.WaitsFor.Count > 0;

    /// <summary>Ends an instruction, in its turn or earlier (an operator gave it up). Returns those that no longer wait.</summary>
    internal IReadOnlyList<IntentPlace> End(IntentPlace place) => Narrow(place, BlockSet.Empty);

    /// <summary>Ends an instruction on some of its numbers: from now on only the rest blocks others. Returns those that no longer wait.</summary>
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

    // The instructions before it become the latest again on the numbers they share with it.
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
