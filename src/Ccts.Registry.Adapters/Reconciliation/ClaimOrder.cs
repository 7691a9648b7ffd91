using System;
using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>
/// Sorts claims in place by the bytes of their start, highest first; small piles by comparison. Millions of claims are sorted several times
/// faster than by comparison alone, and without another array.
/// </summary>
internal static class ClaimOrder
{
    private const int SmallPile = 96;
    private const int Piles = 256;

    private static readonly Comparer<Claim> s_comparer = Comparer<Claim>.Create(Claim.Compare);

    internal static void Sort(Claim[] claims, int count)
    {
        var differing = 0UL;
        for (var i = 1; i < count; i++)
        {
            differing |= claims[i].Start ^ claims[0].Start;
        }

        var shift = 56;
        while (shift > 0 && differing >> shift == 0)
        {
            shift -= 8;
        }

        Sort(claims, 0, count, shift);
    }

    private static void Sort(Claim[] claims, int from, int to, int shift)
    {
        if (to - from <= SmallPile || shift < 0)
        {
            Array.Sort(claims, from, to - from, s_comparer);
            return;
        }

        var ends = new int[Piles];
        for (var i = from; i < to; i++)
        {
            ends[Byte(claims[i], shift)]++;
        }

        var next = new int[Piles];
        for (int pile = 0, at = from; pile < Piles; pile++)
        {
            next[pile] = at;
            at += ends[pile];
            ends[pile] = at;
        }

        Deal(claims, next, ends, shift);
        for (int pile = 0, start = from; pile < Piles; start = ends[pile++])
        {
            if (ends[pile] - start > 1)
            {
                Sort(claims, start, ends[pile], shift - 8);
            }
        }
    }

    // Every claim moves to the next free place of its pile, and the claim it displaces moves next, until all are in place.
    private static void Deal(Claim[] claims, int[] next, int[] ends, int shift)
    {
        for (var pile = 0; pile < Piles; pile++)
        {
            while (next[pile] < ends[pile])
            {
                var claim = claims[next[pile]];
                for (var home = Byte(claim, shift); home != pile; home = Byte(claim, shift))
                {
                    var at = next[home]++;
                    (claim, claims[at]) = (claims[at], claim);
                }

                claims[next[pile]++] = claim;
            }
        }
    }

    private static int Byte(in Claim claim, int shift) => (int)(claim.Start >> shift & 0xFF);
}
