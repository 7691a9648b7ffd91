using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Publishing.Gazette;

/// <summary>The cells of a printed page with their text as a browser shows it: references resolved, white space collapsed.</summary>
internal static class PrintedCells
{
    private const string Marker = "data-read=\"";

    internal static IReadOnlyList<(string Name, string Text)> Read(string html)
    {
        var cells = new List<(string, string)>();
        for (var at = html.IndexOf(Marker, StringComparison.Ordinal); at >= 0; at = html.IndexOf(Marker, at, StringComparison.Ordinal))
        {
            var name = Until(html, at + Marker.Length, '"');
            var start = html.IndexOf('>', at) + 1;
            var text = start == 0 ? throw Broken() : Until(html, start, '<');
            cells.Add((name, Shown(text)));
            at = start;
        }

        return cells;
    }

    private static string Until(string html, int start, char end)
    {
        var stop = html.IndexOf(end, start);
        return stop < 0 ? throw Broken() : html.Substring(start, stop - start);
    }

    private static string Shown(string text)
    {
        var shown = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '&')
            {
                var end = text.IndexOf(';', i);
                shown.Append(end < 0 ? throw Broken() : Reference(text.Substring(i + 1, end - i - 1)));
                i = end;
            }
            else
            {
                shown.Append(text[i]);
            }
        }

        return string.Join(" ", shown.ToString().Split([' ', '\n', '\t', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static char Reference(string name) => name switch
    {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "#39" => '\'',
        _ => throw Broken(),
    };

    private static CctsDataException Broken() =>
        new([new Problem("gazette-unreadable", Severity.Error, "The page is cut off or was not made by the consultation kit.", default)]);
}
