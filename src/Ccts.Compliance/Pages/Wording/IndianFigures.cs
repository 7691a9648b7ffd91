using System.Globalization;

namespace Ccts.Compliance.Pages.Wording;

/// <summary>Figures with Indian digit grouping: 36,66,138.</summary>
internal static class IndianFigures
{
    private static readonly NumberFormatInfo Indian = Format();

    /// <summary>The same in thousands, for who reads it outside India.</summary>
    internal static string InThousands(string quantity) => Grouped(quantity, CultureInfo.InvariantCulture.NumberFormat);

    internal static string Number(decimal value, string format = "N2") => value.ToString(format, Indian);

    internal static string Whole(long value) => Number(value, "N0");

    /// <summary>A quantity as it was written, with its digits grouped and none lost.</summary>
    internal static string Grouped(string quantity) => Grouped(quantity, Indian);

    private static string Grouped(string quantity, NumberFormatInfo groups)
    {
        var at = quantity.IndexOf(' ');
        var number = at > 0 ? quantity.Substring(0, at) : quantity;
        return decimal.TryParse(number, NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("N" + (number.IndexOf('.') is var point and >= 0 ? number.Length - point - 1 : 0), groups) + quantity.Substring(number.Length)
            : quantity;
    }

    private static NumberFormatInfo Format()
    {
        var format = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        format.NumberGroupSizes = [3, 2];
        return format;
    }
}
