using System;
using System.Runtime.InteropServices;
using Ccts.Sdk.Blocks;

namespace Ccts.Sdk.Ledger;

/// <content>Leaves of bounded size; no leaf is ever empty.</content>
internal sealed partial class RangeShelf
{
    /// <summary>The last run that starts at or before the number; leaf -1 when none does.</summary>
    private Spot Find(BlockNumber number)
    {
        int low = 0, high = _leaves.Count - 1;
        while (low <= high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (_leaves[middle][0].Start <= number)
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

    private void InsertAfter(Spot at, BlockRange range)
    {
        RangeCount++;
        if (_leaves.Count == 0)
        {
            _leaves.Add(new Leaf(range));
            return;
        }

        var leafAt = Math.Max(at.Leaf, 0);
        var leaf = _leaves[leafAt];
        if (leaf.Count < LeafCapacity)
        {
            leaf.Insert(at.Index + 1, range);
        }
        else if (leafAt == _leaves.Count - 1 && at.Index == leaf.Count - 1)
        {
            // Appending: leave the full leaf full.
            _leaves.Add(new Leaf(range));
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

    /// <summary>Up to <see cref="LeafCapacity"/> runs in order. Taking the first only moves a mark.</summary>
    private sealed class Leaf
    {
        private BlockRange[] _items;
        private int _first;

        internal Leaf(BlockRange only)
        {
            _items = [only];
            Count = 1;
        }

        private Leaf(BlockRange[] items, int count)
        {
            _items = items;
            Count = count;
        }

        internal int Count { get; private set; }

        internal BlockRange this[int index]
        {
            get => _items[_first + index];
            set => _items[_first + index] = value;
        }

        internal int LastStartingAtOrBefore(BlockNumber number)
        {
            int low = _first, high = _first + Count - 1;
            while (low <= high)
            {
                var middle = (int)((uint)(low + high) >> 1);
                if (_items[middle].Start <= number)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle - 1;
                }
            }

            return high - _first;
        }

        internal void Insert(int index, BlockRange range)
        {
            if (_first + Count == _items.Length)
            {
                var room = _first > 0 ? _items : new BlockRange[Math.Min(LeafCapacity, Math.Max(4, Count * 2))];
                Array.Copy(_items, _first, room, 0, Count);
                _items = room;
                _first = 0;
            }

            Array.Copy(_items, _first + index, _items, _first + index + 1, Count - index);
            _items[_first + index] = range;
            Count++;
        }

        internal void RemoveAt(int index)
        {
            Count--;
            if (index == 0)
            {
                _first++;
                return;
            }

            Array.Copy(_items, _first + index + 1, _items, _first + index, Count - index);
        }

        internal Leaf SplitOff()
        {
            var half = Count / 2;
            var upper = new BlockRange[LeafCapacity];
            Array.Copy(_items, _first + half, upper, 0, Count - half);
            var result = new Leaf(upper, Count - half);
            Count = half;
            return result;
        }
    }
}
