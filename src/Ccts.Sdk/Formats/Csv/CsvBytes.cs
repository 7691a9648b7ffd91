using System;
using System.IO;
using System.Text;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Csv;

/// <summary>The bytes of a CSV file before they are read: whether they are text at all, and in which encoding.</summary>
internal static class CsvBytes
{
    private const string Asked = "a CSV table";
    private const string SaveAs = "Save it again with the encoding UTF-8; Excel calls that \"CSV UTF-8 (Comma delimited)\".";

    internal static bool AreText(byte[] bytes, string? file, ProblemList problems, int maxBytes)
    {
        if (bytes.Length > maxBytes)
        {
            problems.Error("file-too-large", new SourcePlace(file, 1, 1, ""), $"The file has {bytes.Length} bytes.", $"at most {maxBytes} bytes", "Split it, or check that this is the right file.");
            return false;
        }

        var content = FileContent.Of(bytes);
        if (content.Kind is not (ContentKind.Text or ContentKind.Empty))
        {
            problems.Add(content.NotThis(file, Asked));
            return false;
        }

        return true;
    }

    /// <summary>The text; null with the reason if its encoding cannot be told.</summary>
    internal static StreamReader? Decode(byte[] bytes, string? file, ProblemList problems)
    {
        var form = FileContent.Of(bytes).Form;
        var encoding = TextForms.EncodingOf(form);
        if (form is TextForm.Utf8 or TextForm.SingleByte)
        {
            if (NotUtf8(bytes, file) is { } bad)
            {
                problems.Add(bad);
                return null;
            }
        }
        else if (!IsWhole(bytes, encoding))
        {
            problems.Error("text-encoding", new SourcePlace(file, 1, 1, ""), "The file begins as UTF-16 or UTF-32 text and does not go on as such.", "UTF-8", SaveAs);
            return null;
        }

        return new StreamReader(new MemoryStream(bytes, writable: false), encoding, detectEncodingFromByteOrderMarks: true);
    }

    /// <summary>That the text is not UTF-8, with the place where it first is not; null where it is.</summary>
    internal static Problem? NotUtf8(byte[] bytes, string? file)
    {
        var at = Utf8Check.FirstBad(bytes);
        if (at < 0)
        {
            return null;
        }

        var before = bytes.AsSpan(0, at);
        var line = 1;
        for (var end = before.IndexOf((byte)'\n'); end >= 0; end = before.IndexOf((byte)'\n'))
        {
            before = before.Slice(end + 1);
            line++;
        }

        return new Problem("text-encoding", Severity.Error, $"The file is not UTF-8 text: the byte {bytes[at]:X2} here is a letter in Windows-1252, which plain \"CSV\" of Excel writes, or in another old encoding.", new SourcePlace(file, line, before.Length + 1, ""))
        {
            Expected = "UTF-8",
            Hint = SaveAs,
        };
    }

    private static bool IsWhole(byte[] bytes, Encoding encoding)
    {
        try
        {
            encoding.GetCharCount(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
