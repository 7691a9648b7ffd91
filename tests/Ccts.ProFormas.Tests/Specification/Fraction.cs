using System;
using System.Globalization;
using System.Numerics;

namespace Ccts.ProFormas.Tests.Specification;

/// <summary>An exact fraction of the tests' own, always in lowest terms.</summary>
internal readonly record struct Fraction
{
    private readonly BigInteger _over;

    internal Fraction(BigInteger top, BigInteger under)
    {
        var common = BigInteger.GreatestCommonDivisor(top, under) * (under.Sign < 0 ? -1 : 1);
        (Top, _over) = (top / common, under / common);
    }

    internal BigInteger Top { get; }

    internal BigInteger Under => _over.IsZero ? BigInteger.One : _over;

    internal bool IsZero => Top.IsZero;

    public static implicit operator Fraction(int whole) => new(whole, 1);

    public static implicit operator Fraction(decimal value)
    {
        var text = value.ToString(CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? new(BigInteger.Parse(text, CultureInfo.InvariantCulture), 1) : new(BigInteger.Parse(text.Remove(point, 1), CultureInfo.InvariantCulture), BigInteger.Pow(10, text.Length - point - 1));
    }

    public static Fraction operator +(Fraction a, Fraction b) => a.IsZero ? b : b.IsZero ? a : new((a.Top * b.Under) + (b.Top * a.Under), a.Under * b.Under);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Top * b.Under) - (b.Top * a.Under), a.Under * b.Under);

    public static Fraction operator *(Fraction a, Fraction b) => a.IsZero || b.IsZero ? default : new(a.Top * b.Top, a.Under * b.Under);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Top * b.Under, a.Under * b.Top);

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    private int CompareTo(Fraction other) => (Top * other.Under).CompareTo(other.Top * Under);

    private BigInteger Scaled(BigInteger size, int places) => places >= 0 ? size * BigInteger.Pow(10, places) / Under : size / (Under * BigInteger.Pow(10, -places));

    /// <summary>20 significant digits, halves away from zero, no zeros behind the point.</summary>
    internal string Text()
    {
        if (IsZero)
        {
            return "0";
        }

        var size = BigInteger.Abs(Top);
        var places = 21 + (int)Math.Ceiling((Under.GetBitLength() - size.GetBitLength() + 1) * Math.Log10(2));
        while (Scaled(size, places).ToString(CultureInfo.InvariantCulture).Length > 20)
        {
            places--;
        }

        var scaled = places >= 0 ? size * BigInteger.Pow(10, places) : size / BigInteger.Pow(10, -places);
        var digits = ((scaled * 2) + Under) / (Under * 2);
        var text = digits.ToString(CultureInfo.InvariantCulture);
        if (places > 0)
        {
            text = text.PadLeft(places + 1, '0');
            text = text.Insert(text.Length - places, ".").TrimEnd('0').TrimEnd('.');
        }

        return (Top.Sign < 0 ? "-" : "") + text;
    }
}
