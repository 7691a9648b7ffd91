using System;
using System.Collections.Generic;
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
/// Idempotency keys in the order they came. Made for tens of millions: the text of a key and its mark lie in plain bytes, so a key costs no
/// object, and a table of addresses finds it. Not thread-safe.
/// </summary>
internal sealed partial class KeyBook
{
    private const int AddressBits = 40;
    private const ulong AddressMask = (1UL << AddressBits) - 1;

    // Differs from process to process where the framework's does, so that nobody can choose keys that collide.
    private static readonly ulong Seed = unchecked((ulong)StringComparer.Ordinal.GetHashCode("idempotency") * 0x9e3779b97f4a7c15);

    // 24 bits of the hash and the record's address plus one; 0 is a free slot.
    private ulong[] _slots = new ulong[16];

    // A key is looked for when its command is decided and noted when it is applied.
    private string? _hashed;
    private ulong _hash;

    internal int Count { get; private set; }

    /// <summary>Makes room for so many keys at once.</summary>
    internal void Expect(int count)
    {
        var size = _slots.Length;
        while (size < 1 << 30 && size / 4 * 3 < count)
        {
            size *= 2;
        }

        if (size > _slots.Length)
        {
            Spread(size);
        }
    }

    internal bool TryGet(string key, out KeyMark mark)
    {
        var hash = HashOf(key);
        for (var at = Home(hash); _slots[at] is var slot and not 0; at = (at + 1) & (_slots.Length - 1))
        {
            if (slot >> AddressBits == hash >> AddressBits && IsKey((long)(slot & AddressMask) - 1, hash, key.AsSpan()))
            {
                mark = MarkAt((long)(slot & AddressMask) - 1);
                return true;
            }
        }

        mark = default;
        return false;
    }

    /// <summary>Notes a key; false, and nothing noted, when it is here already.</summary>
    internal bool TryAdd(string key, in KeyMark mark) => TryAdd(key.AsSpan(), HashOf(key), mark);

    /// <summary>The same without a string, for loading.</summary>
    internal bool TryAdd(ReadOnlySpan<char> key, in KeyMark mark) => TryAdd(key, Hash(key), mark);

    private bool TryAdd(ReadOnlySpan<char> key, ulong hash, in KeyMark mark)
    {
        var at = Home(hash);
        for (; _slots[at] is var slot and not 0; at = (at + 1) & (_slots.Length - 1))
        {
            if (slot >> AddressBits == hash >> AddressBits && IsKey((long)(slot & AddressMask) - 1, hash, key))
            {
                return false;
            }
        }

        _slots[at] = Slot(hash, Write(hash, key, mark));
        if (++Count > _slots.Length / 4 * 3)
        {
            Spread(_slots.Length * 2);
        }

        return true;
    }

    /// <summary>Forgets every key that was asked before a second; tells how many.</summary>
    internal int ForgetBefore(long second)
    {
        var kept = new KeyBook();
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
            (_slots, Count) = (kept._slots, kept.Count);
            TakeRecordsOf(kept);
        }

        return forgotten;
    }

    /// <summary>Every key, in the order they came.</summary>
    internal IEnumerable<(string Key, KeyMark Mark)> InOrder()
    {
        for (var address = First(); address >= 0; address = After(address))
        {
            yield return (KeyAt(address), MarkAt(address));
        }
    }

    private static ulong Slot(ulong hash, long address) => (hash & ~AddressMask) | ((ulong)address + 1);

    private int Home(ulong hash) => (int)(hash & (ulong)(_slots.Length - 1));

    private void Spread(int size)
    {
        _slots = new ulong[size];
        for (var address = First(); address >= 0; address = After(address))
        {
            var hash = HashAt(address);
            var at = Home(hash);
            while (_slots[at] != 0)
            {
                at = (at + 1) & (size - 1);
            }

            _slots[at] = Slot(hash, address);
        }
    }

    private ulong HashOf(string key)
    {
        if (!ReferenceEquals(_hashed, key))
        {
            (_hashed, _hash) = (key, Hash(key.AsSpan()));
        }

        return _hash;
    }

    private static ulong Hash(ReadOnlySpan<char> key)
    {
        unchecked
        {
            var state = Seed ^ (ulong)key.Length;
            for (; key.Length >= 4; key = key.Slice(4))
            {
                state = Mix(state ^ (key[0] | ((ulong)key[1] << 16) | ((ulong)key[2] << 32) | ((ulong)key[3] << 48)));
            }

            foreach (var c in key)
            {
                state = (state ^ c) * 0x00000100000001b3;
            }

            return Mix(Mix(state));
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
