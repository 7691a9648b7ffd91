using System;
using System.Collections.Generic;
using System.Linq;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks;

/// <summary>How the styles of a workbook show numbers, by their index.</summary>
/// <param name="Days">Styles of days and times of day.</param>
/// <param name="Percents">Styles that show a share as per cent.</param>
/// <param name="Texts">The texts that styles show before or after a number.</param>
/// <param name="Scales">The factors by which styles show a number smaller.</param>
/// <param name="Struck">Styles that strike a text through.</param>
internal sealed record ShownFormats(HashSet<uint> Days, HashSet<uint> Percents, Dictionary<uint, string> Texts, Dictionary<uint, decimal> Scales, HashSet<uint> Struck)
{
    private const uint FirstOfOwn = 164;

    internal static ShownFormats Of(Stylesheet? styles)
    {
        var own = new Dictionary<uint, (string Letters, string Code)>();
        foreach (var format in styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        {
            own[format.NumberFormatId?.Value ?? 0] = (Letters(format.FormatCode?.Value ?? ""), format.FormatCode?.Value ?? "");
        }

        var formats = new ShownFormats([], [], [], [], []);
        var fonts = styles?.Fonts?.Elements<Font>().Select(f => f.Strike is { } strike && strike.Val?.Value != false).ToList() ?? [];
        var index = 0u;
        foreach (var format in styles?.CellFormats?.Elements<CellFormat>() ?? [])
        {
            if (format.NumberFormatId?.Value is { } id)
            {
                var (code, whole) = id >= FirstOfOwn && own.TryGetValue(id, out var stated) ? stated : ("", "");

                // 14 to 22 are a spreadsheet's own days and times, 9 and 10 its own percentages.
                Add(formats.Days, index, id is >= 14 and <= 22 || code.IndexOfAny(['y', 'd', 'h', 's']) >= 0);
                Add(formats.Percents, index, id is 9 or 10 || code.Contains('%'));
                if (!formats.Days.Contains(index) && TextOf(whole) is { Length: > 0 } text)
                {
                    formats.Texts[index] = text;
                }

                if (!formats.Days.Contains(index) && ScaleOf(code) is > 1m and var scale)
                {
                    formats.Scales[index] = scale;
                }
            }

            Add(formats.Struck, index, format.FontId?.Value is { } font && font < fonts.Count && fonts[(int)font]);
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

    /// <summary>The text in quotes, or after a backslash, in the format of positive numbers.</summary>
    private static string TextOf(string code)
    {
        var text = new System.Text.StringBuilder();
        var (quoted, bracket) = (false, false);
        for (var i = 0; i < code.Length && (quoted || bracket || code[i] != ';'); i++)
        {
            if (code[i] == '"')
            {
                quoted = !quoted;
            }
            else if (quoted)
            {
                text.Append(code[i]);
            }
            else if (bracket || code[i] == '[')
            {
                bracket = code[i] != ']';
            }
            else if (code[i] is '\\' && i + 1 < code.Length)
            {
                text.Append(code[++i]);
            }
            else if (code[i] is '_' or '*')
            {
                i++;
            }
        }

        return text.ToString().Trim().Trim('-', '+', '(', ')').Trim();
    }

    /// <summary>Each comma after the last digit of a format divides by a thousand.</summary>
    private static decimal ScaleOf(string letters)
    {
        var first = letters.Split(';')[0];
        var last = first.LastIndexOfAny(['0', '#', '?']);
        var scale = 1m;
        for (var i = last + 1; last >= 0 && i < first.Length && first[i] == ',' && scale < 1e12m; i++)
        {
            scale *= 1000m;
        }

        return scale;
    }

    /// <summary>A format without its literal parts: text in quotes or brackets, or after a backslash. A duration such as [h]:mm has nothing left.</summary>
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
