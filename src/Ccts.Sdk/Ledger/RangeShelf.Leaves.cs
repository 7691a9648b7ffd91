using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <content>Leaves of bounded size; no leaf is ever empty.</content>
internal sealed partial class RangeShelf
{
    /// <summary>The last run that starts at or before the number; leaf -1 when none does.</summary>
    private Spot Find(BlockNumber number)
    {
        int low = 0, high = _leaves.Count - 1;

        // What arrives last is asked for most.
        if (high > 0 && _leaves[high].StartsAtOrBefore(number))
        {
            low = high + 1;
        }

        while (low <= high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (_leaves[middle].StartsAtOrBefore(number))
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high < 0 ? new Spot(-1, -1) : new Spot(high, _leaves[high].LastStartingAtOrBefore(number));
    }

    /// <summary>The run after the spot; the first of all after leaf -1; leaf -1 when there is none.</summary>
    private Spot Next(Spot at)
    {
        if (at.Leaf < 0)
        {
            return _leaves.Count > 0 ? new Spot(0, 0) : at;
        }

        if (at.Index + 1 < _leaves[at.Leaf].Count)
        {
            return new Spot(at.Leaf, at.Index + 1);
        }

        return at.Leaf + 1 < _leaves.Count ? new Spot(at.Leaf + 1, 0) : new Spot(-1, -1);
    }

    private void Append(RangeLeaf last, BlockRange range)
    {
        var total = checked(Tonnes + (long)range.Count.ToUInt64());
        if (last[last.Count - 1].EndsRightBefore(range))
        {
            last[last.Count - 1] = new BlockRange(last[last.Count - 1].Start, range.End);
        }
        else
        {
            InsertAfter(new Spot(_leaves.Count - 1, last.Count - 1), range);
        }

        Tonnes = total;
    }

    private void InsertAfter(Spot at, BlockRange range)
    {
        RangeCount++;
        if (_leaves.Count == 0)
        {
            _leaves.Add(new RangeLeaf(range));
            return;
        }

        var leafAt = Math.Max(at.Leaf, 0);
        var leaf = _leaves[leafAt];
        if (leaf.Count < RangeLeaf.Capacity)
        {
            leaf.Insert(at.Index + 1, range);
        }
        else if (leafAt == _leaves.Count - 1 && at.Index == leaf.Count - 1)
        {
            // Appending: leave the full leaf full.
            _leaves.Add(new RangeLeaf(range));
        }
        else
        {
            var upper = leaf.SplitOff();
            _leaves.Insert(leafAt + 1, upper);
            if (at.Index + 1 <= leaf.Count)
            {
                leaf.Insert(at.Index + 1, range);
            }
            else
            {
                upper.Insert(at.Index + 1 - leaf.Count, range);
            }
        }
    }

    private void RemoveAt(Spot at)
    {
        RangeCount--;
        if (_leaves[at.Leaf].Count == 1)
        {
            _leaves.RemoveAt(at.Leaf);
        }
        else
        {
            _leaves[at.Leaf].RemoveAt(at.Index);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Spot(int Leaf, int Index);

    /// <summary>A walk along the runs; nothing may change meanwhile.</summary>
    internal struct Walk(List<RangeLeaf> leaves)
    {
        private int _leaf;
        private int _index = -1;

        public readonly BlockRange Current => leaves[_leaf][_index];

        public readonly Walk GetEnumerator() => this;

        public bool MoveNext()
        {
            _index++;
            if (_leaf < leaves.Count && _index == leaves[_leaf].Count)
            {
                (_leaf, _index) = (_leaf + 1, 0);
            }

            return _leaf < leaves.Count;
        }
    }
}
