using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Ledger;

/// <summary>Divides the units of a reservation into those with given numbers and the rest. Both keep the order in which the reservation holds them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ReservedPieces
{
    private ReservedPieces(List<Parcel> taken, List<Parcel> left)
    {
        Taken = taken;
        Left = left;
    }

    internal List<Parcel> Taken { get; }

    internal List<Parcel> Left { get; }

    /// <summary>Divides in about n log m steps.</summary>
    /// <param name="held">What the reservation holds.</param>
    /// <param name="named">Blocks in rising order, none overlapping another; numbers that are not held are skipped.</param>
    internal static ReservedPieces Divide(IReadOnlyList<Parcel> held, SerialBlock[] named)
    {
        var pieces = new ReservedPieces([], []);
        for (var i = 0; i < held.Count; i++)
        {
            pieces.Divide(held[i], named);
        }

        return pieces;
    }

    /// <summary>Blocks in rising order, or the first that overlaps the one before it.</summary>
    internal static SerialBlock[] InOrder(IReadOnlyList<SerialBlock> blocks, out SerialBlock? twice)
    {
        var sorted = new SerialBlock[blocks.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = blocks[i];
        }

        Array.Sort(sorted);
        twice = null;
        for (var i = 1; i < sorted.Length && twice is null; i++)
        {
            twice = sorted[i].Overlaps(sorted[i - 1]) ? sorted[i] : null;
        }

        return sorted;
    }

    /// <summary>The first of the blocks of which a number was not taken, or null.</summary>
    internal SerialBlock? FirstNotTaken(SerialBlock[] named)
    {
        var taken = Taken.ConvertAll(p => p.Block);
        taken.Sort();
        var at = 0;
        foreach (var block in named)
        {
            var next = block.Start;
            for (; at < taken.Count && block.Contains(taken[at]) && taken[at].Start == next; at++)
            {
                if (taken[at].End == block.End)
                {
                    break;
                }

                next = taken[at].End + BlockNumber.One;
            }

            if (at == taken.Count || !block.Contains(taken[at]) || taken[at].Start != next)
            {
                return block;
            }

            at++;
        }

        return null;
    }

    private void Divide(Parcel parcel, SerialBlock[] named)
    {
        var block = parcel.Block;
        var next = block.Start;
        for (var at = FirstReaching(block, named); at < named.Length && named[at].Overlaps(block); at++)
        {
            var here = named[at].Range.Intersect(block.Range)!.Value;
            if (next < here.Start)
            {
                Left.Add(parcel with { Range = new BlockRange(next, here.Start - BlockNumber.One) });
            }

            Taken.Add(parcel with { Range = here });
            if (here.End == block.End)
            {
                return;
            }

            next = here.End + BlockNumber.One;
        }

        Left.Add(parcel with { Range = new BlockRange(next, block.End) });
    }

    // Disjoint blocks in order of their starts are in order of their ends too.
    private static int FirstReaching(SerialBlock block, SerialBlock[] named)
    {
        int low = 0, high = named.Length;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            if (named[middle].CompareTo(block) < 0 && !named[middle].Overlaps(block))
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
}
