using System.Collections.Generic;
using System.Text;

namespace Ccts.Sdk.Formats.Files;

/// <summary>The first rows of a text, separated by one separator, with the line each begins on. Quotes out of place are ignored here.</summary>
internal static class HeadRows
{
    internal static IEnumerable<(int Line, IReadOnlyList<string> Cells)> Of(string text, char separator, int most)
    {
        var (at, line) = (text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0, 1);
        for (var row = 0; row < most && at < text.Length; row++)
        {
            var began = line;
            var cells = new List<string>();
            do
            {
                cells.Add(Cell(text, separator, ref at, ref line));
            }
            while (at < text.Length && text[at++] == separator);

            // The last character taken is the first of a line end, or there is none.
            if (at < text.Length && text[at] == '\n' && text[at - 1] == '\r')
            {
                at++;
            }

            line++;
            yield return (began, cells);
        }
    }

    private static string Cell(string text, char separator, ref int at, ref int line)
    {
        if (at == text.Length || text[at] != '"')
        {
            var start = at;
            while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
            {
                at++;
            }

            return text.Substring(start, at - start);
        }

        var cell = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && (at + 1 == text.Length || text[at + 1] != '"'))
            {
                at++;
                break;
            }

            at += text[at] == '"' ? 1 : 0;
            line += text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')) ? 1 : 0;
            cell.Append(text[at]);
        }

        // Text after a closing quote is ignored; the row continues after it.
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
        {
            cell.Append(text[at++]);
        }

        return cell.ToString();
    }
}
