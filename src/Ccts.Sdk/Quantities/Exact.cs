using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Ccts.Sdk.Quantities;

/// <summary>
/// A fraction of whole numbers: sums, differences, products and quotients are not rounded, so that neither order nor scale can
/// matter. It is rounded once, where it is written.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Exact
{
    /// <summary>A denominator that is shorter is not worth looking for common divisors.</summary>
    private static readonly BigInteger Short = BigInteger.One << 128;

    private const int MaxScale = 28;
    private static readonly BigInteger MaxMantissa = BigInteger.One << 96;
    private static readonly BigInteger[] PowersOfTen = [.. Enumerable.Range(0, 64).Select(n => BigInteger.Pow(10, n))];

    // Zero is stored in place of one, so that default is the number 0.
    private readonly BigInteger _denominator;
    private readonly BigInteger _numerator;

    internal Exact(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.Sign < 0)
        {
            (numerator, denominator) = (-numerator, -denominator);
        }

        if (denominator.IsOne)
        {
            denominator = BigInteger.Zero;
        }
        else if (denominator > Short && BigInteger.GreatestCommonDivisor(numerator, denominator) is { IsOne: false } common)
        {
            (numerator, denominator) = (numerator / common, denominator / common);
        }

        (_numerator, _denominator) = (numerator, denominator);
    }

    internal static Exact Zero => default;

    internal int Sign => _numerator.Sign;

    internal BigInteger Numerator => _numerator;

    internal BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    private bool IsWhole => _denominator.IsZero;

    public static Exact operator +(Exact left, Exact right)
    {
        if (left.Sign == 0)
        {
            return right;
        }

        if (right.Sign == 0)
        {
            return left;
        }

        return left._denominator == right._denominator
            ? new Exact(left._numerator + right._numerator, left.Denominator)
            : left.IsWhole ? new Exact((left._numerator * right._denominator) + right._numerator, right._denominator)
            : right.IsWhole ? new Exact(left._numerator + (right._numerator * left._denominator), left._denominator)
            : new Exact((left._numerator * right._denominator) + (right._numerator * left._denominator), left._denominator * right._denominator);
    }

    public static Exact operator -(Exact value) => value.Sign == 0 ? default : new Exact(-value._numerator, value.Denominator);

    public static Exact operator -(Exact left, Exact right) => left + -right;

    public static Exact operator *(Exact left, Exact right) => left.Sign == 0 || right.Sign == 0
        ? default
        : new Exact(left._numerator * right._numerator, left.IsWhole ? right.Denominator : right.IsWhole ? left._denominator : left._denominator * right._denominator);

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Exact operator /(Exact left, Exact right) => right.Sign == 0
        ? throw new DivideByZeroException()
        : left.Sign == 0 ? default : new Exact(right.IsWhole ? left._numerator : left._numerator * right._denominator, left.IsWhole ? right._numerator : left._denominator * right._numerator);

    internal static Exact Of(long whole) => new(whole, BigInteger.One);

    internal static Exact Of(decimal value)
    {
        var scale = ExactDecimal.Scale(value);
        var mantissa = value;
        for (var i = 0; i < scale; i++)
        {
            // Cannot overflow: the mantissa of a decimal is a decimal.
            mantissa *= 10m;
        }

        return new Exact(new BigInteger(mantissa), PowerOfTen(scale));
    }

    internal static BigInteger PowerOfTen(int exponent) => exponent < PowersOfTen.Length ? PowersOfTen[exponent] : BigInteger.Pow(10, exponent);

    internal int CompareTo(Exact other) => _denominator == other._denominator
        ? _numerator.CompareTo(other._numerator)
        : (_numerator * other.Denominator).CompareTo(other._numerator * Denominator);

    /// <summary>Rounded to so many decimal places, halves away from zero.</summary>
    internal BigInteger Scaled(int places) => places >= 0
        ? Rounded(_numerator * PowerOfTen(places), Denominator)
        : Rounded(_numerator, Denominator * PowerOfTen(-places));

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
        var stated = IsWhole ? 0 : Array.BinarySearch(PowersOfTen, 0, MaxScale + 1, _denominator);
        if (stated >= 0 && BigInteger.Abs(_numerator) < MaxMantissa)
        {
            value = Shifted((decimal)_numerator, stated);
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
        var whole = BigInteger.Abs(IsWhole ? _numerator : _numerator / _denominator);
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
