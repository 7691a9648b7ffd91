using System;
using System.Text;

namespace Ccts.Sdk.Formats.Files;

/// <summary>Finds the encoding of text: by its byte order mark, by the places of zero bytes, or because it is not UTF-8.</summary>
internal static class TextForms
{
    /// <summary>How many bytes are looked at for zeros.</summary>
    private const int Few = 2048;

    internal static TextForm Of(ReadOnlySpan<byte> head) =>
        head.Begins(0xEF, 0xBB, 0xBF) ? Utf8OrNot(head)
        : head.Begins(0xFF, 0xFE, 0, 0) ? TextForm.Utf32LittleEndian
        : head.Begins(0, 0, 0xFE, 0xFF) ? TextForm.Utf32BigEndian
        : head.Begins(0xFF, 0xFE) ? TextForm.Utf16LittleEndian
        : head.Begins(0xFE, 0xFF) ? TextForm.Utf16BigEndian
        : ByZeros(head) ?? Utf8OrNot(head);

    internal static Encoding EncodingOf(TextForm form) => form switch
    {
        TextForm.Utf16LittleEndian => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        TextForm.Utf16BigEndian => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
        TextForm.Utf32LittleEndian => new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        TextForm.Utf32BigEndian => new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
    };

    // Without a mark: nearly every second byte of English in UTF-16 is zero, always on the same side.
    private static TextForm? ByZeros(ReadOnlySpan<byte> head)
    {
        var pairs = Math.Min(head.Length, Few) / 2;
        var (high, low) = (0, 0);
        for (var i = 0; i < pairs; i++)
        {
            high += head[2 * i] == 0 ? 1 : 0;
            low += head[(2 * i) + 1] == 0 ? 1 : 0;
        }

        return pairs < 2 || high + low == 0 ? null
            : low * 10 > pairs * 7 && high == 0 ? TextForm.Utf16LittleEndian
            : high * 10 > pairs * 7 && low == 0 ? TextForm.Utf16BigEndian
            : null;
    }

    // The examined part may end within a character, so a few invalid bytes at its end prove nothing.
    private static TextForm Utf8OrNot(ReadOnlySpan<byte> head)
    {
        var at = Utf8Check.FirstBad(head);
        return at < 0 || (head.Length - at < 4 && head.Length >= FileContent.HeadBytes) ? TextForm.Utf8 : TextForm.SingleByte;
    }
}
