using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Formats.Files;

/// <summary>Where the table of a text begins and how its columns are separated. Sheets often have titles above, and spreadsheets choose the separator by country.</summary>
/// <remarks>Immutable, thread-safe and pure.</remarks>
/// <param name="Separator">The separator: comma, semicolon, tab or bar.</param>
/// <param name="Line">The line of the header row, from 1.</param>
/// <param name="Cells">The cells of the header row as they stand, without quotes.</param>
/// <param name="Fits">How well it fits, by the caller's count; 0 if no row fits, and then this is the first row that is not empty.</param>
public sealed record TableHead(char Separator, int Line, IReadOnlyList<string> Cells, int Fits)
{
    private const int MostRows = 50;
    private static readonly char[] s_separators = [',', ';', '\t', '|'];

    /// <summary>Looks for the header row.</summary>
    /// <param name="head">The beginning of the text, without its byte order mark or with it.</param>
    /// <param name="fits">How well cells fit as a header: the number of known columns, 0 if this is not a header.</param>
    /// <returns>The best row of the first 50, the first of equals; null if there is no row.</returns>
    public static TableHead? Find(string head, Func<IReadOnlyList<string>, int> fits)
    {
        Require.NotNull(head);
        Require.NotNull(fits);
        var stated = SeparatorLine(head);
        TableHead? best = null;
        TableHead? widest = null;
        foreach (var separator in stated is { } one ? [one] : s_separators)
        {
            foreach (var (line, cells) in HeadRows.Of(head, separator, MostRows))
            {
                if (cells.All(c => c.Trim().Length == 0) || (stated is not null && line == 1))
                {
                    continue;
                }

                var found = new TableHead(separator, line, cells, fits(cells));
                best = found.Fits > (best?.Fits ?? 0) ? found : best;
                widest = widest is null || (line == widest.Line && cells.Count > widest.Cells.Count) ? found : widest;
            }
        }

        return best ?? widest;
    }

    /// <summary>The separator of a first line such as <c>sep=;</c>, which Excel reads and writes; it is not a row.</summary>
    private static char? SeparatorLine(string head)
    {
        var end = head.IndexOfAny(['\r', '\n']);
        var line = (end < 0 ? head : head.Substring(0, end)).TrimStart('\uFEFF').Trim('"');
        return line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length > 4 && line.Substring(5).Trim(line[4], '"', ' ').Length == 0 && Array.IndexOf(s_separators, line[4]) >= 0
            ? line[4]
            : null;
    }
}
