using System;
using System.Globalization;
using System.Text.Encodings.Web;

namespace Ccts.Cli.Output;

/// <summary>JSON with the letters of every script as they are. What <see cref="Printable"/> does not show is escaped: a terminal obeys it in JSON too, and a program reads the same text.</summary>
internal sealed unsafe class PrintableJson : JavaScriptEncoder
{
    private static readonly JavaScriptEncoder Readable = UnsafeRelaxedJsonEscaping;

    internal static PrintableJson Encoder { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => Readable.MaxOutputCharactersPerInputCharacter;

    public override bool WillEncode(int unicodeScalar) => !IsShown(unicodeScalar) || Readable.WillEncode(unicodeScalar);

    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var first = Readable.FindFirstCharacterToEncode(text, textLength);
        var shown = new ReadOnlySpan<char>(text, first < 0 ? textLength : first);
        for (var i = 0; i < shown.Length; i++)
        {
            if (!IsShown(shown[i]))
            {
                return i;
            }
        }

        return first;
    }

    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        IsShown(unicodeScalar) || Readable.WillEncode(unicodeScalar)
            ? Readable.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten)
            : new Span<char>(buffer, bufferLength).TryWrite(CultureInfo.InvariantCulture, $"\\u{unicodeScalar:X4}", out numberOfCharactersWritten);

    private static bool IsShown(int scalar) => scalar > char.MaxValue || ShownText.IsShown((char)scalar);
}
