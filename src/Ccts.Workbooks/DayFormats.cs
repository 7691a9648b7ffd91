using System.Collections.Generic;
using System.Linq;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks;

/// <summary>The styles of a workbook by which a number is shown as a day.</summary>
internal static class DayFormats
{
    private const uint FirstOfOwn = 164;

    /// <summary>The styles, by their index.</summary>
    internal static HashSet<uint> Of(Stylesheet? styles)
    {
        var own = styles?.NumberingFormats?.Elements<NumberingFormat>().Where(f => IsDay(f.FormatCode?.Value ?? "")).Select(f => f.NumberFormatId?.Value ?? 0).ToList() ?? [];
        var days = new HashSet<uint>();
        var index = 0u;
        foreach (var format in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            if (format.NumberFormatId?.Value is { } id && (id is (>= 14 and <= 17) or 22 || (id >= FirstOfOwn && own.Contains(id))))
            {
                days.Add(index);
            }

            index++;
        }

        return days;
    }

    /// <summary>A format with a year or a day outside quotes and brackets.</summary>
    private static bool IsDay(string code)
    {
        var (quoted, bracket) = (false, false);
        foreach (var c in code)
        {
            quoted ^= c == '"';
            bracket = c == '[' || (bracket && c != ']');
            if (!quoted && !bracket && c is 'y' or 'Y' or 'd' or 'D')
            {
                return true;
            }
        }

        return false;
    }
}
