using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>What a watch has put into quarantine and has not been taken out since; read from the ledger's journal where there is one, so that a restart forgets nothing.</summary>
/// <param name="keys">How the keys of the watch's own commands begin.</param>
/// <param name="journal">The ledger's journal, or null: then what an earlier process quarantined is not known.</param>
internal sealed class WatchedQuarantine(string keys, ILedgerJournal? journal)
{
    private readonly Dictionary<(string Account, string Registry, string Scope), BlockSet> _held = [];
    private long _read;

    /// <summary>Every block of it.</summary>
    internal List<(string Account, SerialBlock Block)> All() =>
        [.. _held.SelectMany(h => h.Value.Ranges.Select(r => (h.Key.Account, new SerialBlock(h.Key.Registry, h.Key.Scope, r))))];

    /// <summary>Reads what has happened since the last time.</summary>
    internal void CatchUp()
    {
        foreach (var entry in journal?.Read(_read) ?? [])
        {
            _read = entry.Position;
            if (entry.Event is not UnitsMoved moved)
            {
                continue;
            }

            foreach (var units in moved.Units)
            {
                if (moved.From == ShadowAccount.Quarantined)
                {
                    Remove(moved.Account, units.Block);
                }
                else if (moved.To == ShadowAccount.Quarantined && entry.Key.StartsWith(keys, StringComparison.Ordinal))
                {
                    Add(moved.ToAccount, units.Block);
                }
            }
        }
    }

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
