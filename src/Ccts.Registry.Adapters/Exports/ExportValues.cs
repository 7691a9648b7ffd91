using System;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Numbers and dates the way exports write them.</summary>
internal static class ExportValues
{
    /// <summary><c>iso</c>: 2026-04-10, with or without a time; the others as written, with or without a time.</summary>
    internal static readonly string[] DateForms = ["iso", "dd/MM/yyyy", "M/d/yyyy"];

    /// <summary>A quantity: digits, thousands commas in threes, a fraction after a point. Nothing else.</summary>
    internal static bool TryQuantity(string text, out decimal quantity)
    {
        text = text.Trim();
        quantity = 0;
        return AreCommasInThrees(text)
            && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out quantity);
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

    private static bool AreCommasInThrees(string text)
    {
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text.Substring(0, point);
        var groups = whole.Split(',');
        for (var i = 1; i < groups.Length; i++)
        {
            if (groups[i].Length != 3 || groups[0].Length is 0 or > 3)
            {
                return false;
            }
        }

        return text.IndexOf(',', Math.Max(0, point)) < 0 || point < 0;
    }
}
