using System;
using Ccts.Sdk.Formats.Csv;

namespace Ccts.Cli.Output;

/// <summary>A text as a cell of CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe in front, so that it is shown instead.</summary>
internal static class CsvCell
{
    internal static string Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        text = CsvFormula.Write(text);
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
