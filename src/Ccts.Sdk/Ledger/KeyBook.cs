using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger;

/// <summary>What is known of an idempotency key.</summary>
/// <param name="Print">64 bits over the content it was used for.</param>
/// <param name="Position">The entry that answered it.</param>
/// <param name="Second">The second since 1970 in which it was asked; <see cref="Undated"/> when that was not kept.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KeyMark(ulong Print, long Position, long Second)
{
    /// <summary>Of keys from snapshots of version 1: they are never forgotten.</summary>
    internal const long Undated = long.MaxValue;
}

/// <summary>
/// Idempotency keys in the order they came. Made for tens of millions: the text of a key and its record are plain bytes, so a key needs no
/// object, and a table of addresses finds it. Not thread-safe.
/// </summary>
internal sealed partial class KeyBook
{
    // A slot is the upper 30 bits of the hash and the record's address plus one; 0 is a free slot. The upper bits say where a key belongs
    // in a table of any size, so that a table is spread into a larger one front to back without looking at a record. The lowest few of
    // them tell apart keys that differ in what they end on, the others are of what comes before: ids are counted up, so the slot of the
    // next one is near. A book that has all keys uses the last character; one that has a share of them, the last two.
    private const int AddressBits = 34;
    private const int TagBits = 64 - AddressBits;
    private const ulong AddressMask = (1UL << AddressBits) - 1;

    // Differs between processes if the framework's does, so that nobody can choose keys that collide.
    private static readonly ulong Seed = unchecked((ulong)StringComparer.Ordinal.GetHashCode("idempotency") * 0x9e3779b97f4a7c15);

    // More than the bits by which keys lie near each other.
    private const int SmallestBits = 4 + 1;

    private readonly int _ending;
    private readonly int _nearBits;
    private ulong[] _slots = new ulong[1 << SmallestBits];
    private int _sizeBits = SmallestBits;

    // A key is looked up when its command is decided and stored when it is applied; this keeps its hash and the slot where the search ended.
    private string? _hashed;
    private ulong _hash;
    private int _sought;

    /// <param name="isShare">Whether other books have most of the keys between two of this one.</param>
    internal KeyBook(bool isShare = false) => (_ending, _nearBits) = isShare ? (2, 3) : (1, 4);

    internal int Count { get; private set; }

    /// <summary>Makes room for so many keys at once.</summary>
    internal void Expect(int count)
    {
        var bits = _sizeBits;
        while (bits < TagBits && (1L << bits) / 4 * 3 < count)
        {
            bits++;
        }

        if (bits > _sizeBits)
        {
            Spread(bits);
        }
    }

    internal bool TryGet(string key, out KeyMark mark)
    {
        if (!ReferenceEquals(_hashed, key))
        {
            (_hashed, _hash) = (key, Hash(key.AsSpan()));
        }

        _sought = Find(key.AsSpan(), _hash);
        var slot = _slots[_sought];
        mark = slot == 0 ? default : MarkAt(AddressIn(slot));
        return slot != 0;
    }

    /// <summary>Notes a key; false, and nothing noted, when it is here already.</summary>
    internal bool TryAdd(string key, in KeyMark mark)
    {
        // No key was stored since the search, otherwise the slot would not be remembered.
        return ReferenceEquals(_hashed, key) ? TryPut(_sought, key.AsSpan(), _hash, mark) : TryAdd(key.AsSpan(), mark);
    }

    /// <summary>The same without a string, for loading.</summary>
    internal bool TryAdd(ReadOnlySpan<char> key, in KeyMark mark)
    {
        var hash = Hash(key);
        return TryPut(Find(key, hash), key, hash, mark);
    }

    /// <summary>Forgets every key that was asked before a second; returns how many.</summary>
    internal int ForgetBefore(long second)
    {
        var kept = new KeyBook(_ending == 2);
        foreach (var (key, mark) in InOrder())
        {
            if (mark.Second >= second)
            {
                kept.TryAdd(key, mark);
            }
        }

        var forgotten = Count - kept.Count;
        if (forgotten > 0)
        {
            (_slots, _sizeBits, _records, Count) = (kept._slots, kept._sizeBits, kept._records, kept.Count);
            _hashed = null;
        }

        return forgotten;
    }

    /// <summary>Every key, in the order they came.</summary>
    internal IEnumerable<(string Key, KeyMark Mark)> InOrder()
    {
        for (var address = _records.First; address >= 0; address = After(address))
        {
            yield return (KeyAt(address), MarkAt(address));
        }
    }

    private static long AddressIn(ulong slot) => ((long)(slot & AddressMask) - 1) << EighthBits;

    private int Home(ulong hash) => unchecked((int)(((hash >> (64 + _nearBits - _sizeBits)) << _nearBits) | ((hash >> AddressBits) & NearMask)));

    private ulong NearMask => (1UL << _nearBits) - 1;

    // The slot of the key, or the free one where it would be. A separate method, so that the loop over the slots stays in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Find(ReadOnlySpan<char> key, ulong hash)
    {
        unchecked
        {
            var slots = _slots;
            for (var at = Home(hash); ; at = (at + 1) & (slots.Length - 1))
            {
                var slot = slots[at];
                if (slot == 0 || ((slot ^ hash) >> AddressBits == 0 && IsKey(AddressIn(slot), key)))
                {
                    return at;
                }
            }
        }
    }

    private bool TryPut(int at, ReadOnlySpan<char> key, ulong hash, in KeyMark mark)
    {
        if (_slots[at] != 0)
        {
            return false;
        }

        _slots[at] = (hash & ~AddressMask) | (((ulong)Write(key, mark) >> EighthBits) + 1);
        _hashed = null;
        if (++Count > _slots.Length / 4 * 3)
        {
            Spread(_sizeBits + 1);
        }

        return true;
    }

    private void Spread(int sizeBits)
    {
        unchecked
        {
            var (from, slots) = (_slots, new ulong[1 << sizeBits]);
            (_slots, _sizeBits, _hashed) = (slots, sizeBits, null);
            foreach (var slot in from)
            {
                if (slot != 0)
                {
                    var at = Home(slot);
                    while (slots[at] != 0)
                    {
                        at = (at + 1) & (slots.Length - 1);
                    }

                    slots[at] = slot;
                }
            }
        }
    }

    private ulong Hash(ReadOnlySpan<char> key)
    {
        unchecked
        {
            var before = Math.Max(0, key.Length - _ending);
            var state = Seed ^ (ulong)before;
            var at = 0;
            for (; at + 4 <= before; at += 4)
            {
                state = Mix(state ^ (key[at] | ((ulong)key[at + 1] << 16) | ((ulong)key[at + 2] << 32) | ((ulong)key[at + 3] << 48)));
            }

            for (; at < before; at++)
            {
                state = (state ^ key[at]) * 0x00000100000001b3;
            }

            // Digits differ in their lowest four bits. The other bits of the ending are hashed like the beginning; otherwise
            // all keys with one beginning would crowd around one slot.
            var (near, above) = (0UL, 0UL);
            for (; at < key.Length; at++)
            {
                near = (near * 3) + key[at];
                above = (above << 16) | ((uint)key[at] >> 4);
            }

            return Mix(Mix(state ^ above)) ^ ((near & NearMask) << AddressBits);
        }
    }

    private static ulong Mix(ulong value)
    {
        unchecked
        {
            value = (value ^ (value >> 32)) * 0x9e3779b97f4a7c15;
            return value ^ (value >> 29);
        }
    }
}
