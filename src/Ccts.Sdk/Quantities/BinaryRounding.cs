using System.Numerics;

namespace Ccts.Sdk.Quantities;

/// <summary>
/// Rounds numbers as a spreadsheet does: to 53 binary digits, halves to the even neighbour (IEEE 754 binary64), computed here with whole
/// numbers. Used only to reproduce what a workbook prints, to the last digit; no figure that counts is rounded like this.
/// </summary>
internal static class BinaryRounding
{
    private const int Digits = 53;

    /// <summary>A spreadsheet takes two numbers that agree in this many binary digits for equal: their difference is 0.</summary>
    private const int SameDigits = 48;

    private const int SavedDigits = 15;

    /// <summary>With this many decimal digits, every binary number differs from its neighbours.</summary>
    private const int LongestDigits = 17;

    internal static Exact Round(Exact value) => Round(value.Numerator, value.Denominator);

    /// <summary>The product as a spreadsheet keeps it. The fraction is rounded as it comes: looking for common divisors first would take longer.</summary>
    internal static Exact Multiply(in Exact left, in Exact right) => Round(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient as a spreadsheet keeps it; the divisor is not zero.</summary>
    internal static Exact Divide(in Exact left, in Exact right) => right.Sign < 0
        ? Round(-(left.Numerator * right.Denominator), left.Denominator * -right.Numerator)
        : Round(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>The sum as a spreadsheet keeps it; two numbers that agree in so many digits make 0 when one is subtracted from the other.</summary>
    internal static Exact Add(in Exact left, in Exact right)
    {
        if (left.Sign == 0 || right.Sign == 0)
        {
            return left.Sign == 0 ? right : left;
        }

        var (a, b) = (left.Numerator * right.Denominator, right.Numerator * left.Denominator);
        var sum = a + b;
        return left.Sign != right.Sign && BigInteger.Abs(sum) << SameDigits < BigInteger.Abs(a) ? Exact.Zero : Round(sum, left.Denominator * right.Denominator);
    }

    private static Exact Round(BigInteger signed, BigInteger denominator)
    {
        if (signed.IsZero)
        {
            return Exact.Zero;
        }

        var numerator = BigInteger.Abs(signed);
        var shift = Digits - (Length(numerator) - Length(denominator));
        var quotient = Divide(numerator, denominator, shift, out var rest, out var divisor);
        if (Length(quotient) > Digits)
        {
            quotient = Divide(numerator, denominator, --shift, out rest, out divisor);
        }

        // At most 2^53, so 64 bits hold it.
        var digits = (long)quotient;
        var half = (rest * 2).CompareTo(divisor);
        if (half > 0 || (half == 0 && (digits & 1) == 1))
        {
            digits++;
        }

        digits = signed.Sign < 0 ? -digits : digits;
        return shift >= 0 ? Dyadic(digits, shift) : new Exact((BigInteger)digits << -shift, BigInteger.One);
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

    private static Exact Dyadic(long digits, int shift)
    {
        while (shift > 0 && (digits & 1) == 0)
        {
            (digits, shift) = (digits >> 1, shift - 1);
        }

        return new Exact(digits, BigInteger.One << shift);
    }

    /// <summary>The whole part of the quotient with so many binary places, and the remainder.</summary>
    private static BigInteger Divide(BigInteger numerator, BigInteger denominator, int places, out BigInteger rest, out BigInteger divisor)
    {
        divisor = places < 0 ? denominator << -places : denominator;
        return BigInteger.DivRem(places > 0 ? numerator << places : numerator, divisor, out rest);
    }

    /// <summary>The number of binary digits of a number that is not negative.</summary>
    internal static int Length(BigInteger value)
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
