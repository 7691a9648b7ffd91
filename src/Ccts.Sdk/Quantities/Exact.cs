using System;
using System.Linq;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Ccts.Sdk.Quantities;

/// <summary>
/// A fraction of whole numbers: sums, differences, products and quotients are not rounded, so that neither order nor scale can
/// matter. It is rounded once, where it is written.
/// </summary>
/// <remarks>Powers of ten are kept apart from the rest of the denominator: figures are decimals, and stay short where those alone differ.</remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly partial struct Exact
{
    /// <summary>A divisor that is shorter is not worth looking for common divisors.</summary>
    private static readonly BigInteger Short = BigInteger.One << 256;

    private static readonly BigInteger[] PowersOfTen = [.. Enumerable.Range(0, 128).Select(n => BigInteger.Pow(10, n))];

    // The number is numerator / (divisor x 10^scale). Zero is stored in place of a divisor of one, so that default is the number 0.
    private readonly BigInteger _numerator;
    private readonly BigInteger _divisor;
    private readonly int _scale;

    internal Exact(BigInteger numerator, BigInteger denominator)
        : this(numerator, denominator, 0)
    {
    }

    /// <param name="numerator">The numerator.</param>
    /// <param name="divisor">The denominator without its power of ten, or with; zero for one.</param>
    /// <param name="scale">The power of ten by which it is divided; below zero, multiplied.</param>
    private Exact(BigInteger numerator, BigInteger divisor, int scale)
    {
        if (divisor.Sign < 0)
        {
            (numerator, divisor) = (-numerator, -divisor);
        }

        if (divisor.IsOne)
        {
            divisor = BigInteger.Zero;
        }
        else if (divisor > Short && BigInteger.GreatestCommonDivisor(numerator, divisor) is { IsOne: false } common)
        {
            (numerator, divisor) = (numerator / common, divisor / common);
        }

        (_numerator, _divisor, _scale) = (numerator, divisor, scale);
    }

    internal static Exact Zero => default;

    internal int Sign => _numerator.Sign;

    internal BigInteger Numerator => _scale < 0 ? _numerator * PowerOfTen(-_scale) : _numerator;

    internal BigInteger Denominator => _scale > 0 ? Divisor * PowerOfTen(_scale) : Divisor;

    private BigInteger Divisor => _divisor.IsZero ? BigInteger.One : _divisor;

    public static Exact operator +(in Exact left, in Exact right)
    {
        if (left.Sign == 0)
        {
            return right;
        }

        if (right.Sign == 0)
        {
            return left;
        }

        var scale = Math.Max(left._scale, right._scale);
        var (a, b) = (left.At(scale), right.At(scale));
        return left._divisor == right._divisor
            ? new Exact(a + b, left._divisor, scale)
            : new Exact(Times(a, right._divisor) + Times(b, left._divisor), Times(right.Divisor, left._divisor), scale);
    }

    public static Exact operator -(Exact value) => value.Sign == 0 ? default : new Exact(-value._numerator, value._divisor, value._scale);

    public static Exact operator -(in Exact left, in Exact right) => left + -right;

    public static Exact operator *(in Exact left, in Exact right) => left.Sign == 0 || right.Sign == 0
        ? default
        : new Exact(left._numerator * right._numerator, left._divisor.IsZero ? right._divisor : Times(left._divisor, right._divisor), left._scale + right._scale);

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Exact operator /(in Exact left, in Exact right) => right.Sign == 0
        ? throw new DivideByZeroException()
        : left.Sign == 0 ? default : new Exact(Times(left._numerator, right._divisor), Times(right._numerator, left._divisor), left._scale - right._scale);

    internal static Exact Of(long whole) => OfDigits(whole, 0);

    internal static Exact Of(decimal value)
    {
        var scale = ExactDecimal.Scale(value);
        var mantissa = value;
        for (var i = 0; i < scale; i++)
        {
            // Cannot overflow: the mantissa of a decimal is a decimal.
            mantissa *= 10m;
        }

        return OfDigits(new BigInteger(mantissa), scale);
    }

    /// <summary>The digits of a decimal, of which so many are behind the point. Zeros at their end count as a power of ten.</summary>
    internal static Exact OfDigits(BigInteger digits, int places)
    {
        while (!digits.IsZero && BigInteger.DivRem(digits, 10, out var rest) is var shorter && rest.IsZero)
        {
            (digits, places) = (shorter, places - 1);
        }

        return digits.IsZero ? default : new Exact(digits, BigInteger.Zero, places);
    }

    internal static BigInteger PowerOfTen(int exponent) => exponent < PowersOfTen.Length ? PowersOfTen[exponent] : BigInteger.Pow(10, exponent);

    internal int CompareTo(in Exact other)
    {
        if (Sign != other.Sign || Sign == 0)
        {
            return Sign.CompareTo(other.Sign);
        }

        var scale = Math.Max(_scale, other._scale);
        return _divisor == other._divisor
            ? At(scale).CompareTo(other.At(scale))
            : Times(At(scale), other._divisor).CompareTo(Times(other.At(scale), _divisor));
    }

    /// <summary>The numerator over the divisor and ten to a scale that is no smaller than its own.</summary>
    private BigInteger At(int scale) => scale == _scale ? _numerator : _numerator * PowerOfTen(scale - _scale);

    private static BigInteger Times(BigInteger number, BigInteger divisor) => divisor.IsZero ? number : number * divisor;
}
