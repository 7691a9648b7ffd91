using System;
using System.CommandLine;
using System.Globalization;
using Ccts.Sdk.Quantities;

namespace Ccts.Cli.Output;

/// <summary>Numbers for people: grouped in thousands, or in lakh and crore as India writes them.</summary>
internal sealed class Digits
{
    private readonly NumberFormatInfo _format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();

    internal Digits(bool lakh) => _format.NumberGroupSizes = lakh ? [3, 2] : [3];

    /// <summary>The option of every account.</summary>
    internal static Option<bool> Option() => new("--lakh") { Description = "Group digits as India does: 36,66,138." };

    internal string Whole(long number) => number.ToString("N0", _format);

    internal string Certificates(long number) => Whole(number) + (number == 1 ? " certificate" : " certificates");

    /// <summary>Rounded for readability; --explain and --json have every digit.</summary>
    internal string Tonnes(decimal tonnes) => tonnes.ToString("N2", _format);

    /// <summary>The number of a quantity with all its digits, grouped: "3,666,138 t".</summary>
    internal string Quantity(string text)
    {
        var (number, unit) = text.IndexOf(' ', StringComparison.Ordinal) is var at and > 0 ? (text[..at], text[at..]) : (text, "");
        return decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("N" + Decimals(number), _format) + unit
            : text;
    }

    internal static string Share(Co2e part, Co2e whole) => whole.Tonnes == 0m ? "" : (part.Tonnes / whole.Tonnes).ToString("0.0 %", CultureInfo.InvariantCulture);

    private static int Decimals(string number) => number.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? number.Length - point - 1 : 0;
}
