using System;
using System.Globalization;

namespace Ccts.Workbooks.Tables;

/// <summary>The text of a cell in a table: dates as 2026-04-01, percentages as 98 %, true and false as in the SDK's files, all on one line.</summary>
internal static class CellText
{
    // A spreadsheet counts a 29 February 1900, which did not exist; from March 1900 on its dates are right.
    private static readonly DateTime FirstDay = new(1900, 3, 1, 0, 0, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Zero = new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) - TimeSpan.FromDays(2);
    private const int LastDay = 2_958_465;
    private static readonly char[] Breaks = ['\r', '\n', '\t'];

    internal static string Of(WorkbookCell? cell) => cell switch
    {
        null => "",
        { IsDay: true } when TryDay(cell.Text, out var day) => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        { Kind: WorkbookCellKind.Number, IsPercent: true } when InPercent(cell) is var shown && shown != cell.Text => shown + " %",
        { Kind: WorkbookCellKind.Boolean } => cell.Text.ToLowerInvariant(),
        _ => string.Join(" ", cell.Text.Split(Breaks, StringSplitOptions.RemoveEmptyEntries)).Trim(),
    };

    /// <summary>The number that a percentage cell shows: 8 where 0.08 is saved. A number with more digits than a decimal stays as saved, and the reader refuses it.</summary>
    internal static string InPercent(WorkbookCell cell) =>
        decimal.TryParse(cell.Text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var share) && Math.Abs(share) < 1_000_000m ? (share * 100m).ToString("0.############################", CultureInfo.InvariantCulture) : cell.Text;

    internal static bool TryDay(string serial, out DateTime day)
    {
        day = default;
        if (!decimal.TryParse(serial, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value < 0m || value >= LastDay + 1)
        {
            return false;
        }

        var seconds = decimal.ToInt64(Math.Round(value * (TimeSpan.TicksPerDay / TimeSpan.TicksPerSecond)));
        day = Zero.AddTicks(seconds * TimeSpan.TicksPerSecond);
        return day >= FirstDay;
    }
}
