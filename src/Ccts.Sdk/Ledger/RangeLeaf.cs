using System;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// Up to <see cref="Capacity"/> runs in order. Removing the first only moves a mark. Registries number within 64 bits, so as long as all
/// numbers share their upper half only the lower halves are kept and compared, 16 bytes a run; the first run that does not fit makes it 32.
/// </summary>
internal sealed class RangeLeaf
{
    internal const int Capacity = 256;

    // Start, end, start, end; null once wide.
    private ulong[]? _narrow;
    private BlockRange[]? _wide;
    private ulong _high;
    private int _first;

    internal RangeLeaf(BlockRange only)
    {
        (_narrow, _high, Count) = ([0, 0], only.Start.High, 1);
        this[0] = only;
    }

    private RangeLeaf()
    {
    }

    internal int Count { get; private set; }

    internal bool IsNarrow => _narrow is not null;

    internal BlockRange this[int index]
    {
        get => _narrow is { } halves
            ? new BlockRange(new BlockNumber(_high, halves[(_first + index) * 2]), new BlockNumber(_high, halves[((_first + index) * 2) + 1]))
            : _wide![_first + index];
        set
        {
            if (_narrow is { } halves && Fits(value))
            {
                (halves[(_first + index) * 2], halves[((_first + index) * 2) + 1]) = (value.Start.Low, value.End.Low);
                return;
            }

            Widen();
            _wide![_first + index] = value;
        }
    }

    internal bool StartsAtOrBefore(BlockNumber number) => _narrow is { } halves
        ? number.High == _high ? halves[_first * 2] <= number.Low : _high < number.High
        : _wide![_first].Start <= number;

    /// <summary>The last run that starts at or before the number; -1 when none does.</summary>
    internal int LastStartingAtOrBefore(BlockNumber number) =>
        _narrow is null ? LastWide(number) : number.High == _high ? LastNarrow(number.Low) : number.High > _high ? Count - 1 : -1;

    internal void Insert(int index, BlockRange range)
    {
        if (!Fits(range))
        {
            Widen();
        }

        MakeRoom();
        var at = _first + index;
        if (_narrow is { } halves)
        {
            Array.Copy(halves, at * 2, halves, (at * 2) + 2, (Count - index) * 2);
        }
        else
        {
            Array.Copy(_wide!, at, _wide!, at + 1, Count - index);
        }

        Count++;
        this[index] = range;
    }

    internal void RemoveAt(int index)
    {
        Count--;
        if (index == 0)
        {
            _first++;
            return;
        }

        var at = _first + index;
        if (_narrow is { } halves)
        {
            Array.Copy(halves, (at * 2) + 2, halves, at * 2, (Count - index) * 2);
        }
        else
        {
            Array.Copy(_wide!, at + 1, _wide!, at, Count - index);
        }
    }

    /// <summary>Gives the upper half of the runs away.</summary>
    internal RangeLeaf SplitOff()
    {
        var half = Count / 2;
        var upper = new RangeLeaf { _high = _high, Count = Count - half };
        if (_narrow is { } halves)
        {
            upper._narrow = new ulong[Capacity * 2];
            Array.Copy(halves, (_first + half) * 2, upper._narrow, 0, upper.Count * 2);
        }
        else
        {
            upper._wide = new BlockRange[Capacity];
            Array.Copy(_wide!, _first + half, upper._wide, 0, upper.Count);
        }

        Count = half;
        return upper;
    }

    private bool Fits(BlockRange range) => range.Start.High == _high && range.End.High == _high;

    private int LastNarrow(ulong low)
    {
        var halves = _narrow!;
        int least = _first, most = _first + Count - 1;
        while (least <= most)
        {
            var middle = (int)((uint)(least + most) >> 1);
            if (halves[middle * 2] <= low)
            {
                least = middle + 1;
            }
            else
            {
                most = middle - 1;
            }
        }

        return most - _first;
    }

    private int LastWide(BlockNumber number)
    {
        int least = _first, most = _first + Count - 1;
        while (least <= most)
        {
            var middle = (int)((uint)(least + most) >> 1);
            if (_wide![middle].Start <= number)
            {
                least = middle + 1;
            }
            else
            {
                most = middle - 1;
            }
        }

        return most - _first;
    }

    private void MakeRoom()
    {
        var room = _narrow is { } halves ? halves.Length / 2 : _wide!.Length;
        if (_first + Count < room)
        {
            return;
        }

        var wanted = _first > 0 ? room : Math.Min(Capacity, Math.Max(4, Count * 2));
        if (_narrow is not null)
        {
            var moved = _first > 0 ? _narrow : new ulong[wanted * 2];
            Array.Copy(_narrow, _first * 2, moved, 0, Count * 2);
            _narrow = moved;
        }
        else
        {
            var moved = _first > 0 ? _wide! : new BlockRange[wanted];
            Array.Copy(_wide!, _first, moved, 0, Count);
            _wide = moved;
        }

        _first = 0;
    }

    private void Widen()
    {
        if (_narrow is not { } halves)
        {
            return;
        }

        var wide = new BlockRange[halves.Length / 2];
        for (var i = _first; i < _first + Count; i++)
        {
            wide[i] = new BlockRange(new BlockNumber(_high, halves[i * 2]), new BlockNumber(_high, halves[(i * 2) + 1]));
        }

        (_wide, _narrow) = (wide, null);
    }
}
