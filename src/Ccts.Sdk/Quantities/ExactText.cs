using System;
using System.Globalization;
using System.Numerics;

namespace Ccts.Sdk.Quantities;

/// <summary>Exact numbers as plain decimals, and back.</summary>
internal static class ExactText
{
    /// <summary>The longest number that is read; no meter or laboratory writes a longer one.</summary>
    internal const int Longest = 60;

    /// <summary>Reads <c>-12.5</c>: digits, a point, no blanks, no exponent, no separators.</summary>
    internal static bool TryParse(string text, out Exact value)
    {
        value = default;
        var start = text.Length > 0 && text[0] == '-' ? 1 : 0;
        var point = text.IndexOf('.');
        var whole = point < 0 ? text.Length : point;
        if (text.Length > Longest || whole == start || point == text.Length - 1)
        {
            return false;
        }

        for (var i = start; i < text.Length; i++)
        {
            if (i != point && text[i] is < '0' or > '9')
            {
                return false;
            }
        }

        var decimals = point < 0 ? 0 : text.Length - point - 1;
        var digits = point < 0 ? text : text.Remove(point, 1);
        value = Exact.OfDigits(BigInteger.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), decimals);
        return true;
    }

    /// <summary>A plain decimal with the given number of significant digits, halves away from zero, trailing zeros left out; whole numbers keep all their digits.</summary>
    internal static string Write(Exact value, int significant)
    {
        if (value.Sign == 0)
        {
            return "0";
        }

        var places = significant - DigitsBeforePoint(value);
        var digits = value.Scaled(places);
        if (places <= 0)
        {
            return (digits * Exact.PowerOfTen(-places)).ToString(CultureInfo.InvariantCulture);
        }

        var text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        text = text.Insert(text.Length - places, ".").TrimEnd('0').TrimEnd('.');
        return value.Sign < 0 && text != "0" ? "-" + text : text;
    }

    /// <summary>All digits, or null for a fraction that does not terminate.</summary>
    internal static string? WriteWhole(Exact value)
    {
        const int most = Longest;
        for (var places = 0; places <= most; places++)
        {
            if (Exact.OfDigits(value.Scaled(places), places).CompareTo(value) == 0)
            {
                return Write(value, Math.Max(1, DigitsBeforePoint(value)) + places);
            }
        }

        return null;
    }

    /// <summary>1 for 1 to 9.9, 0 for 0.1 to 0.99, -1 for 0.01 to 0.099.</summary>
    internal static int DigitsBeforePoint(Exact value)
    {
        var (numerator, denominator) = (BigInteger.Abs(value.Numerator), value.Denominator);

        // The quotient of numbers of m and n bits has m - n or m - n + 1 of them; a bit is 0.301 of a digit, and a little more.
        var bits = BinaryRounding.Length(numerator) - BinaryRounding.Length(denominator);
        var digits = bits >= 0 ? bits * 301 / 1000 : (bits * 302 / 1000) - 1;
        while (IsAtLeast(numerator, denominator, digits))
        {
            digits++;
        }

        return digits;
    }

    /// <summary>Whether the quotient has more than so many digits before the point.</summary>
    private static bool IsAtLeast(BigInteger numerator, BigInteger denominator, int digits) =>
        digits >= 0 ? numerator >= denominator * Exact.PowerOfTen(digits) : numerator * Exact.PowerOfTen(-digits) >= denominator;
}
