using System;
using System.Globalization;
using System.Linq;

namespace Ccts.Sdk.Quantities;

/// <summary>The text grammar all quantities share: <c>[sign] digits [. digits] one-space unit</c>.</summary>
public static class QuantityText
{
    private const int LongestQuoted = 40;
    private const int LongestInMantissa = 18;

    /// <summary>The result of reading the number.</summary>
    internal enum Outcome
    {
        Read,
        Malformed,
        TooPrecise,
    }

    /// <summary>Plain decimal: invariant, never an exponent, trailing zeros trimmed, no negative zero.</summary>
    public static string Format(decimal value)
    {
        if (value == 0m)
        {
            return "0";
        }

        var text = value.ToString(CultureInfo.InvariantCulture);
        return text.Contains('.') ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>Reads the number and leaves the unit, refusing digits that a decimal would round away.</summary>
    internal static Outcome Read(string text, out decimal number, out string unit)
    {
        var outcome = ReadDigits(text, out number, out var end);
        if (outcome == Outcome.Malformed || !StartsUnit(text, end))
        {
            unit = "";
            return Outcome.Malformed;
        }

        unit = text.Substring(end + 1);
        return outcome;
    }

    /// <summary>Reads a number without a unit, by the same grammar.</summary>
    internal static Outcome ReadAlone(string text, out decimal number)
    {
        var outcome = ReadDigits(text, out number, out var end);
        return end == text.Length ? outcome : Outcome.Malformed;
    }

    /// <summary>Whether the text is such a number.</summary>
    public static bool TryReadAlone(string text, out decimal number) => ReadAlone(Require.NotNull(text), out number) == Outcome.Read;

    private static Outcome ReadDigits(string text, out decimal number, out int end)
    {
        number = 0m;
        var start = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        end = SkipDigits(text, start);
        var lastDigit = end;
        var decimals = 0;
        if (end < text.Length && text[end] == '.')
        {
            var fraction = end + 1;
            end = SkipDigits(text, fraction);
            if (end == fraction)
            {
                return Outcome.Malformed;
            }

            lastDigit = LastSignificant(text, fraction, end);
            decimals = lastDigit > fraction ? lastDigit - fraction : 0;
        }

        if (end == start || text[start] == '.')
        {
            return Outcome.Malformed;
        }

        if (lastDigit - start <= LongestInMantissa)
        {
            number = Short(text, start, lastDigit, decimals);
            return Outcome.Read;
        }

#if NET
        var digits = text.AsSpan(0, lastDigit);
#else
        var digits = text.Substring(0, lastDigit);
#endif
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        return decimal.TryParse(digits, style, CultureInfo.InvariantCulture, out number)
            && ExactDecimal.Scale(number) == decimals
                ? Outcome.Read
                : Outcome.TooPrecise;
    }

    /// <summary>Text for a message: quoted, short, without control characters.</summary>
    internal static string Quote(string text)
    {
        var shown = text.Take(LongestQuoted).Select(c => char.IsControl(c) ? '\uFFFD' : c);
        return "\"" + new string([.. shown]) + (text.Length > LongestQuoted ? "…\"" : "\"");
    }

    /// <summary>Why digits were not taken.</summary>
    internal static string NotExact(string text, string unit) =>
        $"{Quote(text)} cannot be held exactly in {unit}: at most 28 digits after the point and 28 significant digits are kept.";

    // Most numbers: the digits fit into 64 bits, so nothing can be rounded.
    private static decimal Short(string text, int start, int end, int decimals)
    {
        var mantissa = 0UL;
        for (var i = start; i < end; i++)
        {
            if (text[i] != '.')
            {
                mantissa = (mantissa * 10) + (ulong)(text[i] - '0');
            }
        }

        return new decimal(unchecked((int)mantissa), unchecked((int)(mantissa >> 32)), 0, text[0] == '-', (byte)decimals);
    }

    private static bool StartsUnit(string text, int at) =>
        at + 1 < text.Length && text[at] == ' ' && text[at + 1] != ' ';

    private static int SkipDigits(string text, int from)
    {
        while (from < text.Length && text[from] is >= '0' and <= '9')
        {
            from++;
        }

        return from;
    }

    // The end of the number without the fraction's trailing zeros and a point that they leave behind.
    private static int LastSignificant(string text, int fraction, int end)
    {
        while (end > fraction && text[end - 1] == '0')
        {
            end--;
        }

        return end == fraction ? fraction - 1 : end;
    }
}
