using System;

namespace Ccts.Cli.Output;

/// <summary>A text as a cell of CSV (RFC 4180). What a spreadsheet would run as a formula gets an apostrophe before it, so that it is shown instead.</summary>
internal static class CsvCell
{
    internal static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (RunsInSpreadsheet(text[0]))
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    /// <summary>The text of a cell that was so written.</summary>
    internal static string? Read(string? cell) => cell is ['\'', var first, ..] && RunsInSpreadsheet(first) ? cell[1..] : cell;

    // Tab and line ends too: spreadsheets pass over them and run what follows.
    private static bool RunsInSpreadsheet(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
}
