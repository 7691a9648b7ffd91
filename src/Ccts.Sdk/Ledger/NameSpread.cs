using System;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// Spreads names over shards by their last characters, which are what differs between ids. Cheap, because it is asked several times a
/// command. Names chosen to collide only wait for each other; nothing else depends on it.
/// </summary>
internal static class NameSpread
{
    private const int Looked = 8;

    internal static int Over(int shards, ReadOnlySpan<char> name)
    {
        var mixed = (uint)name.Length;
        for (var i = Math.Max(0, name.Length - Looked); i < name.Length; i++)
        {
            mixed = unchecked((mixed ^ name[i]) * 0x01000193);
        }

        // The upper half of a product is as even as a remainder, and needs no division.
        return (int)(((ulong)unchecked((mixed ^ (mixed >> 15)) * 0x9e3779b1) * (uint)shards) >> 32);
    }
}
