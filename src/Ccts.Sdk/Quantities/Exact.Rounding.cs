using System;
using System.Numerics;

namespace Ccts.Sdk.Quantities;

/// <content>Where a fraction becomes a decimal.</content>
internal readonly partial struct Exact
{
    private const int MaxScale = 28;
    private static readonly BigInteger MaxMantissa = BigInteger.One << 96;

    /// <summary>Rounded to so many decimal places, halves away from zero.</summary>
    internal BigInteger Scaled(int places) => places < _scale
        ? Rounded(_numerator, Divisor * PowerOfTen(_scale - places))
        : _divisor.IsZero ? At(places) : Rounded(At(places), _divisor);

    /// <summary>Rounded to so many decimal places, halves away from zero; false when no decimal can hold it.</summary>
    internal bool TryRound(int places, out decimal value)
    {
        var digits = Scaled(places);
        var fits = BigInteger.Abs(digits) < MaxMantissa;
        value = fits ? Shifted((decimal)digits, places) : 0m;
        return fits;
    }

    /// <summary>With all digits that a decimal holds, 28 or 29; false when it is too large for one.</summary>
    internal bool TryToDecimal(out decimal value)
    {
        // What was stated is a decimal already.
        if (_divisor.IsZero && _scale is >= -MaxScale and <= MaxScale && At(Math.Max(0, _scale)) is var stated && BigInteger.Abs(stated) < MaxMantissa)
        {
            value = Shifted((decimal)stated, Math.Max(0, _scale));
            return true;
        }

        // Digits before the point leave fewer for those after it: a decimal holds 28 digits, and some numbers of 29.
        for (var places = Math.Min(MaxScale, MaxScale + 1 - WholeDigits()); places >= 0; places--)
        {
            if (TryRound(places, out value))
            {
                return true;
            }
        }

        value = 0m;
        return false;
    }

    /// <summary>Digits before the point; 0 for a number below 1.</summary>
    private int WholeDigits()
    {
        var whole = BigInteger.Abs(Numerator / Denominator);
        return whole < 1 ? 0 : whole < MaxMantissa ? DigitsOf((decimal)whole) : MaxScale + 1;
    }

    private static int DigitsOf(decimal whole)
    {
        var digits = 1;
        for (; whole >= 10m; whole /= 10m)
        {
            digits++;
        }

        return digits;
    }

    private static decimal Shifted(decimal digits, int places)
    {
        var bits = decimal.GetBits(digits);
        return new decimal(bits[0], bits[1], bits[2], bits[3] < 0, (byte)places);
    }

    private static BigInteger Rounded(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(BigInteger.Abs(numerator), denominator, out var rest);
        quotient += rest * 2 >= denominator ? 1 : 0;
        return numerator.Sign < 0 ? -quotient : quotient;
    }
}
