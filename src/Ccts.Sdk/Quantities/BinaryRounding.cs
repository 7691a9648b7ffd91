using System.Numerics;

namespace Ccts.Sdk.Quantities;

/// <summary>
/// What a spreadsheet keeps of a number: 53 binary digits, halves to the even neighbour (IEEE 754 binary64), computed here with whole
/// numbers. Used to say to the last digit what a workbook prints; no figure that counts is rounded so.
/// </summary>
internal static class BinaryRounding
{
    private const int Digits = 53;

    /// <summary>Two numbers that agree in so many binary digits are the same to the spreadsheet: their difference is 0.</summary>
    private const int SameDigits = 48;

    private const int SavedDigits = 15;

    /// <summary>The value for a number of decimal digits tell every binary number from its neighbours.</summary>
    private const int LongestDigits = 17;

    internal static Exact Round(Exact value)
    {
        if (value.Sign == 0)
        {
            return value;
        }

        var (numerator, denominator) = (BigInteger.Abs(value.Numerator), value.Denominator);
        var shift = Digits - (Length(numerator) - Length(denominator));
        var quotient = Divide(numerator, denominator, shift, out var rest, out var divisor);
        if (Length(quotient) > Digits)
        {
            quotient = Divide(numerator, denominator, --shift, out rest, out divisor);
        }

        var half = (rest * 2).CompareTo(divisor);
        if (half > 0 || (half == 0 && !quotient.IsEven))
        {
            quotient += 1;
        }

        quotient = value.Sign < 0 ? -quotient : quotient;
        return shift >= 0 ? Dyadic(quotient, shift) : new Exact(quotient << -shift, BigInteger.One);
    }

    /// <summary>
    /// With the 15 digits that a spreadsheet saves: the shortest decimal that stands for the binary number, rounded once more, so that
    /// what lies just below a half may go up.
    /// </summary>
    internal static string Write(Exact value)
    {
        for (var digits = SavedDigits; digits < LongestDigits; digits++)
        {
            if (ExactText.TryParse(ExactText.Write(value, digits), out var shorter) && Round(shorter).CompareTo(value) == 0)
            {
                return ExactText.Write(shorter, SavedDigits);
            }
        }

        return ExactText.TryParse(ExactText.Write(value, LongestDigits), out var longest) ? ExactText.Write(longest, SavedDigits) : ExactText.Write(value, SavedDigits);
    }

    /// <summary>Whether a spreadsheet takes two numbers for the same when it subtracts one from the other.</summary>
    internal static bool AreSame(Exact left, Exact right)
    {
        if (left.Sign != right.Sign)
        {
            return false;
        }

        var difference = left - right;
        difference = difference.Sign < 0 ? -difference : difference;
        var size = left.Sign < 0 ? -left : left;
        return difference.CompareTo(size / new Exact(BigInteger.One << SameDigits, BigInteger.One)) < 0;
    }

    private static Exact Dyadic(BigInteger quotient, int shift)
    {
        while (shift > 0 && quotient.IsEven)
        {
            (quotient, shift) = (quotient >> 1, shift - 1);
        }

        return new Exact(quotient, BigInteger.One << shift);
    }

    /// <summary>The whole part of the quotient with so many binary places, and what is left.</summary>
    private static BigInteger Divide(BigInteger numerator, BigInteger denominator, int places, out BigInteger rest, out BigInteger divisor)
    {
        divisor = places < 0 ? denominator << -places : denominator;
        return BigInteger.DivRem(places > 0 ? numerator << places : numerator, divisor, out rest);
    }

    private static int Length(BigInteger value)
    {
#if NET
        return (int)value.GetBitLength();
#else
        var bytes = value.ToByteArray();
        var top = bytes.Length - 1;
        while (top > 0 && bytes[top] == 0)
        {
            top--;
        }

        var (length, highest) = (top * 8, bytes[top]);
        for (; highest > 0; highest >>= 1)
        {
            length++;
        }

        return length;
#endif
    }
}
