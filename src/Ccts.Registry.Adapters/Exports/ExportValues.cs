using System;
using System.Globalization;
using Ccts.Sdk.Blocks;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Numbers and dates the way exports write them.</summary>
internal static class ExportValues
{
    /// <summary><c>iso</c>: 2026-04-10, with or without a time; the others as written, with or without a time.</summary>
    internal static readonly string[] DateForms = ["iso", "dd/MM/yyyy", "M/d/yyyy"];

    /// <summary>
    /// A quantity: digits, a fraction after a point, commas in threes or as India groups (1,00,000). An exponent only where the file's own
    /// grammar has one, as JSON's: a spreadsheet that writes one has dropped digits.
    /// </summary>
    internal static bool TryQuantity(string text, bool withExponent, out decimal quantity)
    {
        text = text.Trim();
        quantity = 0;
        var style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | (withExponent ? NumberStyles.AllowExponent : NumberStyles.None);
        return AreCommasInPlace(text) && text.Length > 0 && text[0] != ',' && decimal.TryParse(text, style, CultureInfo.InvariantCulture, out quantity);
    }

    /// <summary>A number of a block: as a quantity, but whole. Longer than a decimal it is digits alone.</summary>
    internal static bool TryNumber(string text, bool withExponent, out BlockNumber number)
    {
        if (BlockNumber.TryParse(text.Trim(), out number))
        {
            return true;
        }

        return TryQuantity(text, withExponent, out var whole) && whole == decimal.Truncate(whole)
            && BlockNumber.TryParse(decimal.Truncate(whole).ToString(CultureInfo.InvariantCulture), out number);
    }

    /// <summary>The day, in the first of the forms that fits, as it is written; a time may follow.</summary>
    internal static bool TryDate(string text, string[] forms, out LocalDate date)
    {
        text = text.Trim();
        var day = text;
        var end = text.IndexOfAny(['T', ' ']);
        if (end > 0)
        {
            day = text.Substring(0, end);
        }

        foreach (var form in forms)
        {
            if (DateTime.TryParseExact(day, form == "iso" ? "yyyy-MM-dd" : form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var found))
            {
                date = LocalDate.FromDateTime(found);
                return true;
            }
        }

        date = default;
        return false;
    }

    /// <summary>The moment, where day, time and offset from UTC are all written; null where any is not.</summary>
    internal static Instant? Moment(string text) =>
        text.Length > 10 && OffsetDateTimePattern.Rfc3339.Parse(text.Trim()) is { Success: true } read ? read.Value.ToInstant() : null;

    private static bool AreCommasInPlace(string text)
    {
        var point = text.IndexOf('.');
        var groups = (point < 0 ? text : text.Substring(0, point)).Split(',');
        if (groups.Length == 1)
        {
            return point < 0 || text.IndexOf(',', point) < 0;
        }

        bool Fits(int most)
        {
            for (var i = 1; i < groups.Length - 1; i++)
            {
                if (groups[i].Length != most)
                {
                    return false;
                }
            }

            return groups[0].Length >= 1 && groups[0].Length <= most && groups[groups.Length - 1].Length == 3;
        }

        return (Fits(3) || Fits(2)) && (point < 0 || text.IndexOf(',', point) < 0);
    }
}
