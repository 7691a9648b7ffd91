using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace Ccts.Sdk.UnitsNet;

/// <summary>Converts numbers between decimal and binary. Integer arithmetic decides whether a number is the same in both.</summary>
internal static class BinaryNumber
{
    private const int MaxScale = 28;
    private const string AskForClosest = "ask for BinaryPassage.Closest where the closest number will do";
    private static readonly BigInteger MaxMantissa = (BigInteger.One << 96) - 1;
    private static readonly string[] Digits = ["G15", "G16", "G17"];

    /// <summary>The double of a decimal, or why it is refused. The closest double always exists.</summary>
    internal static bool TryFrom(decimal value, BinaryPassage passage, out double binary, [NotNullWhen(false)] out string? reason)
    {
        binary = Read(Text(value));
        reason = passage == BinaryPassage.Closest || (TryExact(binary, out var exact) && exact == value)
            ? null
            : $"{Text(value)} has no exact binary value; {AskForClosest}";
        return reason is null;
    }

    /// <summary>The decimal of a double, or why it is refused.</summary>
    internal static bool TryTo(double binary, BinaryPassage passage, out decimal value, [NotNullWhen(false)] out string? reason)
    {
        value = 0m;
        if (double.IsNaN(binary) || double.IsInfinity(binary))
        {
            reason = "it is not a finite number";
            return false;
        }

        var shortest = Shortest(binary);
        if (passage == BinaryPassage.Exact)
        {
            reason = TryExact(binary, out value) ? null : $"the double written {shortest} has more digits than a decimal holds; {AskForClosest}";
            return reason is null;
        }

        // A decimal silently drops digits beyond its last place; converting back shows the loss.
        reason = decimal.TryParse(shortest, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && Read(Text(value)).Equals(binary)
            ? null
            : $"{shortest} is beyond what a decimal holds";
        return reason is null;
    }

    // The first of 15, 16 and 17 digits that identifies the double: the same on every framework, which "R" is not. Zero has no sign.
    private static string Shortest(double binary) => binary == 0d
        ? "0"
        : Array.Find(Array.ConvertAll(Digits, d => binary.ToString(d, CultureInfo.InvariantCulture)), t => Read(t).Equals(binary))!;

    // binary = significand * 2^exponent. A negative power of two is a power of five over one of ten.
    private static bool TryExact(double binary, out decimal value)
    {
        var bits = BitConverter.DoubleToInt64Bits(binary);
        var stored = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xFFFFFFFFFFFFFL;
        var significand = stored == 0 ? fraction : fraction | 0x10000000000000L;
        var exponent = (stored == 0 ? 1 : stored) - 1075;
        while (significand != 0 && significand % 2 == 0)
        {
            significand /= 2;
            exponent++;
        }

        value = 0m;
        if (significand == 0 || exponent < -MaxScale || exponent > 96)
        {
            return significand == 0;
        }

        var scale = Math.Max(0, -exponent);
        var mantissa = new BigInteger(significand) * BigInteger.Pow(5, scale) * BigInteger.Pow(2, Math.Max(0, exponent));
        if (mantissa > MaxMantissa)
        {
            return false;
        }

        var parts = decimal.GetBits((decimal)mantissa);
        value = new decimal(parts[0], parts[1], parts[2], bits < 0, (byte)scale);
        return true;
    }

    private static double Read(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
