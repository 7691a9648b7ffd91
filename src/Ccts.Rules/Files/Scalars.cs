using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Ccts.Sdk.Quantities;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Rules.Files;

/// <summary>The plain values of rulesets: exact decimals, whole numbers, dates. No exponents, invariant culture.</summary>
public static class Scalars
{
    /// <summary>A day in ISO 8601; the reason says what was expected.</summary>
    public static bool TryDate(string text, out LocalDate value, out string? reason)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        value = parsed.Success ? parsed.Value : default;
        reason = parsed.Success ? null : "a date such as 2026-03-31";
        return parsed.Success;
    }

    /// <summary>An exact decimal number with a point, without grouping or exponent; the reason says what was expected.</summary>
    public static bool TryDecimal(string text, out decimal value, [NotNullWhen(false)] out string? reason)
    {
        Require.NotNull(text);
        var read = QuantityText.TryReadAlone(text, out value);
        reason = read ? null : "a plain decimal number such as 0.8086, without exponent, blanks or thousands separators";
        return read;
    }

    internal static bool TryWhole(string text, out int value, out string? reason)
    {
        var read = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        reason = read ? null : "a whole number such as 12";
        return read;
    }
}
