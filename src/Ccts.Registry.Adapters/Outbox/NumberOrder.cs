using System.Collections.Generic;
using Ccts.Sdk.Blocks;
using Ccts.Sdk.Outbox;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// Which instructions must wait for which: two that share a number go strictly in the order in which the ledger committed them, and nothing
/// else waits.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class NumberOrder
{
    private readonly Dictionary<(string Registry, string Scope), NumberMap> _scopes = [];
    private readonly Dictionary<IntentPlace, Entry> _entries = [];

    /// <summary>Adds an instruction after every one added before.</summary>
    internal void Add(IntentPlace place, SerialBlock units)
    {
        var entry = new Entry(units);
        _entries.Add(place, entry);
        foreach (var before in MapOf(units).Give(units.Range, place))
        {
            if (_entries.TryGetValue(before, out var earlier) && entry.WaitsFor.Add(before))
            {
                earlier.Blocks.Add(place);
            }
        }
    }

    /// <summary>Whether an earlier instruction on some of the same numbers has not ended.</summary>
    internal bool IsBlocked(IntentPlace place) => _entries.TryGetValue(place, out var entry) && entry.WaitsFor.Count > 0;

    /// <summary>
    /// Ends an instruction, and gives those that no longer wait for anything. One that ends before its turn (an operator gave it up) keeps its
    /// place until those before it have ended: whoever comes later must still wait for them.
    /// </summary>
    internal IReadOnlyList<IntentPlace> End(IntentPlace place)
    {
        var free = new List<IntentPlace>();
        if (_entries.TryGetValue(place, out var entry))
        {
            entry.HasEnded = true;
            Remove(place, entry, free);
        }

        return free;
    }

    private void Remove(IntentPlace place, Entry entry, List<IntentPlace> free)
    {
        if (entry.WaitsFor.Count > 0)
        {
            return;
        }

        _entries.Remove(place);
        MapOf(entry.Units).Take(entry.Units.Range, place);
        foreach (var later in entry.Blocks)
        {
            if (_entries.TryGetValue(later, out var waiting) && waiting.WaitsFor.Remove(place) && waiting.WaitsFor.Count == 0)
            {
                if (waiting.HasEnded)
                {
                    Remove(later, waiting, free);
                }
                else
                {
                    free.Add(later);
                }
            }
        }
    }

    private NumberMap MapOf(SerialBlock units)
    {
        if (!_scopes.TryGetValue((units.Registry, units.Scope), out var map))
        {
            _scopes.Add((units.Registry, units.Scope), map = new NumberMap());
        }

        return map;
    }

    private sealed class Entry(SerialBlock units)
    {
        internal SerialBlock Units { get; } = units;

        internal bool HasEnded { get; set; }

        internal HashSet<IntentPlace> WaitsFor { get; } = [];

        internal List<IntentPlace> Blocks { get; } = [];
    }
}
