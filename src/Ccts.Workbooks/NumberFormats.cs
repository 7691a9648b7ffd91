using System;
using System.Collections.Generic;
using System.Linq;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks;

/// <summary>The styles of a workbook by which a number is shown as something else, by their index.</summary>
/// <param name="Days">Those that show a day.</param>
/// <param name="Percentages">Those that show a hundred times the number, and the sign.</param>
internal sealed record NumberFormats(HashSet<uint> Days, HashSet<uint> Percentages)
{
    private const uint FirstOfOwn = 164;

    internal static NumberFormats Of(Stylesheet? styles)
    {
        var own = styles?.NumberingFormats?.Elements<NumberingFormat>().ToLookup(f => f.NumberFormatId?.Value ?? 0, f => f.FormatCode?.Value ?? "");
        var (days, percentages, index) = (new HashSet<uint>(), new HashSet<uint>(), 0u);
        foreach (var format in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            if (format.NumberFormatId?.Value is { } id)
            {
                bool Has(Func<char, bool> sign) => id >= FirstOfOwn && own?[id].Any(code => Shows(code, sign)) == true;
                _ = (id is (>= 14 and <= 17) or 22 || Has(c => c is 'y' or 'Y' or 'd' or 'D')) && days.Add(index);
                _ = (id is 9 or 10 || Has(c => c == '%')) && percentages.Add(index);
            }

            index++;
        }

        return new NumberFormats(days, percentages);
    }

    /// <summary>Whether a format has a sign outside quotes and brackets.</summary>
    private static bool Shows(string code, Func<char, bool> sign)
    {
        var (quoted, bracket) = (false, false);
        foreach (var c in code)
        {
            quoted ^= c == '"';
            bracket = c == '[' || (bracket && c != ']');
            if (!quoted && !bracket && sign(c))
            {
                return true;
            }
        }

        return false;
    }
}
