using System;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>Numbers without a unit: the same strict grammar as quantities, so never an exponent or a comma.</summary>
internal static class PlainNumber
{
    private const string Percent = " %";

    /// <summary>A plain decimal such as <c>0.45</c>.</summary>
    internal static bool TryParse(string text, out decimal value, out string? reason)
    {
        var read = QuantityText.TryReadAlone(text, out value);
        reason = read ? null : "a plain decimal number such as \"0.45\" (no thousands separators, no exponent, at most 28 digits)";
        value = read ? value : 0m;
        return read;
    }

    /// <summary>A plain decimal such as <c>0.45</c>, or a percentage such as <c>45 %</c>.</summary>
    internal static bool TryParseFraction(string text, out decimal value, out string? reason)
    {
        if (!text.EndsWith(Percent, StringComparison.Ordinal))
        {
            var read = TryParse(text, out value, out reason);
            reason = read ? null : "a fraction such as \"0.45\" or \"45 %\" (no thousands separators, no exponent)";
            return read;
        }

        if (TryParse(text.Substring(0, text.Length - Percent.Length), out value, out reason) && ExactDecimal.TryMultiply(value, 0.01m, out value))
        {
            return true;
        }

        reason = "a fraction such as \"0.45\" or \"45 %\" (no thousands separators, no exponent)";
        return false;
    }

    internal static string Format(decimal value) => QuantityText.Format(value);
}
