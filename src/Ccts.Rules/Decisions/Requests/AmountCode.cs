using System;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>
/// An amount as one 64-bit number at a scale: twice its whole scaled units, plus one when something is left over. An even
/// code is the amount exactly; an odd one lies strictly between its neighbours, so that compared with a limit that the
/// scale holds exactly it is always on the right side. Amounts beyond the range are held by the odd code at its end.
/// </summary>
internal static class AmountCode
{
    /// <summary>Every code is within this bound, positive or negative, so that the sum of 32 codes fits 64 bits.</summary>
    internal const long Limit = 1L << 57;

    /// <summary>The finest scale that is used.</summary>
    internal const int MaxScale = 9;

    private const long MaxUnits = (Limit / 2) - 1;
    private static readonly long[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];
    private static readonly long[] MaxDigits = Array.ConvertAll(Powers, p => MaxUnits / p);

    /// <summary>Whether a scale holds the amount exactly.</summary>
    internal static bool Holds(decimal amount, int scale) => scale <= MaxScale && Decimals(amount) <= scale && Math.Abs(amount) <= MaxDigits[scale];

    internal static bool IsExact(long code) => (code & 1) == 0;

    internal static long Of(decimal amount, int scale)
    {
#if NET
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(amount, bits);
        var missing = scale - ((bits[3] >> 16) & 0xFF);
        if ((bits[2] | (bits[1] & ~0x00FF_FFFF)) == 0 && missing >= 0)
        {
            // At most 56 bits of digits: a price or a number of tonnes needs no decimal arithmetic.
            var digits = unchecked(((long)bits[1] << 32) | (uint)bits[0]);
            if (digits <= MaxDigits[missing])
            {
                var code = digits * Powers[missing] * 2;
                return bits[3] < 0 ? -code : code;
            }
        }
#endif
        return WithDecimals(amount, scale);
    }

    /// <summary>The number of digits after the point without trailing zeros.</summary>
    internal static int Decimals(decimal amount) => ExactDecimal.Scale(Trim(amount));

    /// <summary>The same amount without trailing zeros: division by one with all its decimals drops them.</summary>
    internal static decimal Trim(decimal amount) => amount / 1.0000000000000000000000000000m;

    private static long WithDecimals(decimal amount, int scale)
    {
        if (Math.Abs(amount) > MaxDigits[scale])
        {
            return amount < 0m ? -Limit + 1 : Limit - 1;
        }

        // Facts have at most 12 decimals, so neither product rounds.
        var whole = Math.Floor(amount);
        var rest = (amount - whole) * Powers[scale];
        var units = Math.Floor(rest);
        return ((((long)whole * Powers[scale]) + (long)units) * 2) + (rest == units ? 0 : 1);
    }
}
