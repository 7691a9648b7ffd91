using System;
using System.Text;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Json;

/// <summary>Converts text to plain UTF-8: removes a byte order mark, and decodes UTF-16 and UTF-32, which editors and older PowerShells write.</summary>
public static class Utf8Text
{
    /// <summary>The text in UTF-8 without a byte order mark; false, with a problem reported, if it begins as UTF-16 or UTF-32 but does not continue so.</summary>
    /// <param name="bytes">The bytes of a file.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="stripped">The text; single-byte encodings stay as they are, and are no UTF-8.</param>
    public static bool TryStrip(byte[] bytes, string? file, ProblemList problems, out byte[] stripped)
    {
        Require.NotNull(bytes);
        Require.NotNull(problems);
        stripped = bytes;
        if (bytes.Length >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
        {
            stripped = bytes.AsSpan(3).ToArray();
            return true;
        }

        if (!IsWide(bytes))
        {
            return true;
        }

        var content = FileContent.Of(bytes);
        if (!content.IsText || content.Form is TextForm.Utf8 or TextForm.SingleByte)
        {
            problems.Error("text-encoding", new SourcePlace(file, 1, 1, ""), "The file holds zero bytes, which no UTF-8 text has, and is no UTF-16 either.", "UTF-8", "Save it again with the encoding UTF-8, or look whether it is the wrong file.");
            return false;
        }

        try
        {
            var text = TextForms.EncodingOf(content.Form).GetString(bytes);
            stripped = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
            return true;
        }
        catch (DecoderFallbackException)
        {
            problems.Error("text-encoding", new SourcePlace(file, 1, 1, ""), "The file begins as UTF-16 or UTF-32 text and does not go on as such.", "UTF-8", "Save it again with the encoding UTF-8.");
            return false;
        }
    }

    /// <summary>Whether the text is UTF-16 or UTF-32, by its byte order mark or by the places of zero bytes.</summary>
    internal static bool IsWide(byte[] bytes) =>
        bytes.Length >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF) || bytes[0] == 0 || bytes[1] == 0);
}
