using System;
using System.Globalization;
using System.Numerics;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Numbers as exports write them: digits, grouped by commas in threes or in the Indian way, a fraction behind a point. Nothing else.</summary>
internal static class ExportNumbers
{
    private const int MostDigits = 64;

    internal static bool TryRead(string text, out decimal number)
    {
        number = 0;
        return TryDigits(text.Trim(), out var digits) && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The number without its groups, as digits with a point where a fraction that is not zero follows.</summary>
    internal static bool TryDigits(string text, out string digits)
    {
        digits = "";
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text.Substring(0, point);
        var fraction = point < 0 ? "" : text.Substring(point + 1);
        if (!AreDigits(fraction) || (point >= 0 && fraction.Length == 0 && whole.Length == 0) || !AreGroups(whole.Split(',')))
        {
            return false;
        }

        fraction = fraction.TrimEnd('0');
        digits = whole.Replace(",", "") + (fraction.Length == 0 ? "" : "." + fraction);
        return true;
    }

    /// <summary>A number as JSON writes it, in plain digits: 1.0E7 is 10000000. Null where that would take more than 64 digits.</summary>
    internal static string? OfJson(string number)
    {
        var at = number.IndexOfAny(['e', 'E']);
        if (at < 0)
        {
            return number;
        }

        if (!int.TryParse(number.Substring(at + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) || Math.Abs((long)exponent) > MostDigits)
        {
            return null;
        }

        var mantissa = number.Substring(0, at);
        var point = mantissa.IndexOf('.');
        var scale = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        if (mantissa.Length > MostDigits || !BigInteger.TryParse(mantissa.Replace(".", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        if (scale <= 0)
        {
            return (value * BigInteger.Pow(10, -scale)).ToString(CultureInfo.InvariantCulture);
        }

        var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return (value.Sign < 0 ? "-" : "") + digits.Substring(0, digits.Length - scale) + "." + digits.Substring(digits.Length - scale);
    }

    // 1,454,054 or 14,54,054: the last group of three, those before it all of three or all of two, the first not longer than they.
    private static bool AreGroups(string[] groups)
    {
        if (!Array.TrueForAll(groups, AreDigits) || groups[0].Length == 0)
        {
            return false;
        }

        if (groups.Length == 1)
        {
            return true;
        }

        var size = groups.Length == 2 ? 3 : groups[1].Length;
        var isEven = size is 2 or 3 && groups[0].Length <= size && groups[groups.Length - 1].Length == 3;
        for (var i = 1; i < groups.Length - 1; i++)
        {
            isEven &= groups[i].Length == size;
        }

        return isEven;
    }

    private static bool AreDigits(string text)
    {
        foreach (var c in text)
        {
            if (c is < '0' or > '9')
            {
                return false;
            }
        }

        return true;
    }
}
