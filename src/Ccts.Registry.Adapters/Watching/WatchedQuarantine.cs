using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>What a watch has put into quarantine and has not been taken out since.</summary>
/// <remarks>Not thread-safe.</remarks>
/// <param name="keys">How the keys of the watch's own commands begin.</param>
internal sealed class WatchedQuarantine(string keys)
{
    private readonly Dictionary<(string Account, string Registry, string Scope), BlockSet> _held = [];

    /// <summary>Every block of it.</summary>
    internal List<(string Account, SerialBlock Block)> All() =>
        [.. _held.SelectMany(h => h.Value.Ranges.Select(r => (h.Key.Account, new SerialBlock(h.Key.Registry, h.Key.Scope, r))))];

    internal decimal Tonnes => _held.Values.SelectMany(h => h.Ranges).Sum(r => r.Count.ToDecimal());

    /// <summary>Takes an entry of the ledger's journal in.</summary>
    internal void Take(string key, UnitsMoved moved)
    {
        foreach (var units in moved.Units)
        {
            if (moved.From == ShadowAccount.Quarantined)
            {
                Remove(moved.Account, units.Block);
            }
            else if (moved.To == ShadowAccount.Quarantined && key.StartsWith(keys, StringComparison.Ordinal))
            {
                Add(moved.ToAccount, units.Block);
            }
        }
    }

    internal void Clear() => _held.Clear();

    internal void Add(string account, SerialBlock block) => Set(account, block, (set, part) => set.Union(part));

    internal void Remove(string account, SerialBlock block) => Set(account, block, (set, part) => set.Subtract(part));

    private void Set(string account, SerialBlock block, Func<BlockSet, BlockSet, BlockSet> change)
    {
        var key = (account, block.Registry, block.Scope);
        var changed = change(_held.TryGetValue(key, out var set) ? set : BlockSet.Empty, BlockSet.Of(block.Range));
        if (changed.IsEmpty)
        {
            _held.Remove(key);
        }
        else
        {
            _held[key] = changed;
        }
    }
}
