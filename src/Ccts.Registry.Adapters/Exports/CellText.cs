using System;
using System.Globalization;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Cells as quoted in messages, and how spreadsheets distort them.</summary>
internal static class CellText
{
    internal static string Short(string text) => text.Length <= 40 ? text : text.Substring(0, 39) + "…";

    /// <summary>A day as spreadsheets count it, from 1950 to 2099: 36526 is 1 January 2000.</summary>
    internal static bool IsSpreadsheetDay(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && days is >= 18_264 and < 73_051;

    /// <summary>What a spreadsheet shows if a formula failed. Such a cell is unreadable, which differs from empty.</summary>
    internal static bool IsSpreadsheetError(string text) => text.Length > 2 && text[0] == '#' && (text[text.Length - 1] is '!' or '?' || text.Equals("#N/A", StringComparison.OrdinalIgnoreCase));

    /// <summary>How to mend a number that cannot be read; null where that is unknown.</summary>
    internal static string? HintForNumber(string text) =>
        text.IndexOfAny(['e', 'E']) > 0 && char.IsDigit(text[0])
            ? "A spreadsheet shortened the number and its last digits are lost: format the column as a number or text before saving, or download it again."
            : text[0] == '#' ? "The column was too narrow or a formula failed: download it again." : null;
}
