using System;
using System.Collections.Generic;
using System.Linq;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks;

/// <summary>How the styles of a workbook show numbers, by their index.</summary>
/// <param name="Days">Styles of days and times of day.</param>
/// <param name="Percents">Styles that show a share as per cent.</param>
internal sealed record ShownFormats(HashSet<uint> Days, HashSet<uint> Percents)
{
    private const uint FirstOfOwn = 164;

    internal static ShownFormats Of(Stylesheet? styles)
    {
        var own = new Dictionary<uint, string>();
        foreach (var format in styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            own[format.NumberFormatId?.Value ?? 0] = Letters(format.FormatCode?.Value ?? "");
        }

        var formats = new ShownFormats([], []);
        var index = 0u;
        foreach (var format in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            if (format.NumberFormatId?.Value is { } id)
            {
                var code = id >= FirstOfOwn && own.TryGetValue(id, out var stated) ? stated : "";

                // 14 to 22 are a spreadsheet's own days and times, 9 and 10 its own percentages.
                Add(formats.Days, index, id is >= 14 and <= 22 || code.IndexOfAny(['y', 'd', 'h', 's']) >= 0);
                Add(formats.Percents, index, id is 9 or 10 || code.Contains('%'));
            }

            index++;
        }

        return formats;
    }

    private static void Add(HashSet<uint> styles, uint index, bool isOne)
    {
        if (isOne)
        {
            styles.Add(index);
        }
    }

    /// <summary>A format without what it shows as it stands: what is in quotes or brackets, or behind a backslash; a length of time such as [h]:mm has nothing left.</summary>
    private static string Letters(string code)
    {
        var (quoted, bracket, escaped) = (false, false, false);
        var letters = new System.Text.StringBuilder();
        var lower = code.ToLowerInvariant();
        if (lower.Contains("[h") || lower.Contains("[m") || lower.Contains("[s"))
        {
            return "";
        }

        foreach (var c in lower)
        {
            var isPlain = !quoted && !bracket && !escaped;
            quoted ^= c == '"' && !escaped;
            bracket = (isPlain && c == '[') || (bracket && c != ']');
            escaped = isPlain && c is '\\' or '_' or '*';
            if (isPlain && !quoted && !bracket && !escaped)
            {
                letters.Append(c);
            }
        }

        return letters.ToString();
    }
}
