using System;
using System.Runtime.InteropServices;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>The claims of one side the sweep is inside of; hardly ever more than two.</summary>
internal sealed class OpenClaims
{
    private Open[] _items = new Open[4];

    internal int Count { get; private set; }

    internal ref Open this[int at] => ref _items[at];

    internal void Add(int claim, ulong end)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, 2 * Count);
        }

        _items[Count++] = new Open { Claim = claim, End = end };
    }

    internal void RemoveAt(int at)
    {
        Count--;
        Array.Copy(_items, at + 1, _items, at, Count - at);
    }

    /// <summary>The earliest end, or the largest number when none is open.</summary>
    internal ulong FirstEnd()
    {
        var end = ulong.MaxValue;
        for (var i = 0; i < Count; i++)
        {
            end = Math.Min(end, _items[i].End);
        }

        return end;
    }

    /// <summary>A claim, and the stretch told of it so far.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal struct Open
    {
        internal int Claim;
        internal ulong End;
        internal bool HasStretch;
        internal Stretch Stretch;
    }
}
