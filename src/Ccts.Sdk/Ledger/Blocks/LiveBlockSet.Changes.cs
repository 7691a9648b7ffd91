using System.Collections.Generic;

namespace Ccts.Sdk.Ledger.Blocks;

/// <content>Changes: each keeps ranges sorted and not touching, and no leaf empty.</content>
public sealed partial class LiveBlockSet
{
    /// <summary>Adds every number of the range; those already there stay.</summary>
    public void Add(BlockRange range)
    {
        // Remove all ranges that overlap or touch, merge them into the new one, then insert it.
        var reach = range.End == BlockNumber.MaxValue ? range.End : range.End + BlockNumber.One;
        for (var at = Find(reach); at.Leaf >= 0 && At(at).Merge(range) is { } merged; at = Find(reach))
        {
            RemoveAt(at);
            range = merged;
        }

        Insert(range);
    }

    /// <summary>Removes every number of the range; those not there are ignored.</summary>
    public void Remove(BlockRange range)
    {
        for (var at = Find(range.End); at.Leaf >= 0 && At(at).Overlaps(range); at = Find(range.End))
        {
            var (before, after) = At(at).Subtract(range);
            RemoveAt(at);
            if (before is { } left)
            {
                Insert(left);
            }

            if (after is { } right)
            {
                Insert(right);
            }
        }
    }

    private void Insert(BlockRange range)
    {
        RangeCount++;
        var at = Find(range.Start);
        if (at.Leaf < 0 && _leaves.Count == 0)
        {
            _leaves.Add(new List<BlockRange>(LeafCapacity) { range });
            return;
        }

        var leafAt = at.Leaf < 0 ? 0 : at.Leaf;
        var leaf = _leaves[leafAt];
        leaf.Insert(at.Index + 1, range);
        if (leaf.Count == LeafCapacity)
        {
            Halve(leafAt);
        }
    }

    private void RemoveAt(Spot at)
    {
        RangeCount--;
        _leaves[at.Leaf].RemoveAt(at.Index);
        if (_leaves[at.Leaf].Count == 0)
        {
            _leaves.RemoveAt(at.Leaf);
        }
    }

    private void Halve(int leafAt)
    {
        var leaf = _leaves[leafAt];
        const int half = LeafCapacity / 2;
        var upper = new List<BlockRange>(LeafCapacity);
        upper.AddRange(leaf.GetRange(half, leaf.Count - half));
        leaf.RemoveRange(half, leaf.Count - half);
        _leaves.Insert(leafAt + 1, upper);
    }
}
