using System;
using System.Runtime.InteropServices;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// Spreads names over shards. Fast, because it is called several times per command: four characters at a time. Names chosen to collide
/// only wait for each other; nothing else depends on it.
/// </summary>
internal static class NameSpread
{
    private const int Four = sizeof(ulong) / sizeof(char);

    internal static int Over(int shards, ReadOnlySpan<char> name)
    {
        unchecked
        {
            var mixed = (ulong)name.Length;
            if (name.Length < Four)
            {
                foreach (var c in name)
                {
                    mixed = Mix(mixed, c);
                }
            }
            else
            {
                // The last four may overlap the previous ones; that does no harm.
                for (var at = 0; at < name.Length - Four; at += Four)
                {
                    mixed = Mix(mixed, At(name, at));
                }

                mixed = Mix(mixed, At(name, name.Length - Four));
            }

            // The upper half of a product is as even as a remainder, and needs no division.
            return (int)((((mixed ^ (mixed >> 32)) * 0x9e3779b97f4a7c15 >> 32) * (uint)shards) >> 32);
        }
    }

    private static ulong Mix(ulong mixed, ulong next) => unchecked((((mixed << 23) | (mixed >> 41)) ^ next) * 0xff51afd7ed558ccd);

    private static ulong At(ReadOnlySpan<char> name, int from) => MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(name.Slice(from, Four)));
}
