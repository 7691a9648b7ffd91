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

        // Tab and line ends too: spreadsheets pass over them and run what follows.
        if (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n')
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
