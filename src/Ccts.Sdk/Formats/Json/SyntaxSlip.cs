using System;

namespace Ccts.Sdk.Formats.Json;

/// <summary>How to correct common mistakes in JSON, by the text at which reading stopped.</summary>
internal static class SyntaxSlip
{
    private const string Unnamed = "Open the file in an editor that checks JSON and look at this line.";

    /// <param name="bytes">The whole text.</param>
    /// <param name="line">The line where reading stopped, counted from 0.</param>
    /// <param name="column">The byte in that line, counted from 0.</param>
    /// <param name="message">What the reader said.</param>
    internal static string HintFor(byte[] bytes, long line, long column, string message)
    {
        var rest = bytes.AsSpan();
        for (; line > 0 && rest.IndexOf((byte)'\n') is >= 0 and var end; line--)
        {
            rest = rest.Slice(end + 1);
        }

        rest = rest.Slice((int)Math.Min(column, rest.Length));
        if (message.IndexOf("after a single JSON value", StringComparison.Ordinal) > 0 && rest.Length > 0 && rest[0] is (byte)'{' or (byte)'[')
        {
            return "These are several documents, one after the other: put them into one list [ … ], with a comma between them.";
        }

        if (message.IndexOf("trailing comma", StringComparison.Ordinal) > 0)
        {
            return "Delete the comma before this; nothing follows it.";
        }

        return rest.Length == 0 ? "Something is not closed: look for a missing }, ] or double quote, or a file that was cut off." : HintFor(rest, message);
    }

    private static string HintFor(ReadOnlySpan<byte> rest, string message) => rest[0] switch
    {
        0xE2 when rest.Length > 2 && rest[1] == 0x80 && rest[2] is >= 0x98 and <= 0x9F => "This is a curly quotation mark, as word processors make them; write straight double quotes.",
        0xC2 when rest.Length > 1 && rest[1] == 0xA0 => "This is a no-break space; write an ordinary space.",
        (byte)'\'' => "Write straight double quotes in place of single ones.",
        (byte)'/' or (byte)'#' => "JSON has no comments; take it out, or say it in a \"note\".",
        (byte)',' => "This comma is one too many, or what should come before it is missing.",
        (byte)'\r' or (byte)'\n' => "Text that began on this line is not closed with a double quote.",
        (byte)'"' when message.IndexOf("after a value", StringComparison.Ordinal) > 0 => "A comma is missing before this, perhaps at the end of the line above.",
        _ => Unnamed,
    };
}
