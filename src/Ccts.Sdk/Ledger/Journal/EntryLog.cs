using System;
using System.Collections;
using System.Collections.Generic;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>
/// Entries in order of position, kept as bytes, so that the garbage collector need not scan ten million objects while an order
/// waits. Not thread-safe; the result of <see cref="After"/> may be read while entries are added.
/// </summary>
internal sealed class EntryLog
{
    private readonly ByteChunks _bytes = new();
    private readonly List<long> _addresses = [];
    private readonly EntryPacker _packer = new();

    internal void Add(JournalEntry entry)
    {
        var packed = _packer.Pack(entry);
        packed.CopyTo(_bytes.Take(packed.Length, out var address));
        _addresses.Add(address);
    }

    /// <summary>The entry at a position, or null.</summary>
    internal JournalEntry? Find(long position)
    {
        var at = FirstAfter(position - 1);
        return at < _addresses.Count && PositionOf(_addresses[at]) == position ? After(position - 1)[0] : null;
    }

    /// <summary>The entries after a position at this moment.</summary>
    internal IReadOnlyList<JournalEntry> After(long position)
    {
        var first = FirstAfter(position);
        return new Stretch(_bytes.ToArray(), _addresses.GetRange(first, _addresses.Count - first), _packer.Lots());
    }

    private int FirstAfter(long position)
    {
        int low = 0, high = _addresses.Count;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (PositionOf(_addresses[middle]) <= position)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private long PositionOf(long address) => (long)PackedInput.Fixed(_bytes.From(address));

    private sealed class Stretch(byte[][] chunks, List<long> addresses, UnitLot[] lots) : IReadOnlyList<JournalEntry>
    {
        public int Count => addresses.Count;

        public JournalEntry this[int index] => EntryUnpacker.Unpack(chunks[ByteChunks.ChunkOf(addresses[index])], ByteChunks.PlaceOf(addresses[index]), lots);

        public IEnumerator<JournalEntry> GetEnumerator()
        {
            for (var i = 0; i < Count; i++)
            {
                yield return this[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
