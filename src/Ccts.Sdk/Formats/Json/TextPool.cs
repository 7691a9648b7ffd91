using System;
using System.Text.Json;

namespace Ccts.Sdk.Formats.Json;

/// <summary>
/// Short texts of one input, each decoded once: keys and words such as <c>in-force</c> occur hundreds of times in a file. A small
/// table in which later texts replace earlier ones, so that hostile input cannot make it grow.
/// </summary>
/// <param name="input">The bytes that are read; a text decoded before is recognised by its bytes.</param>
internal sealed class TextPool(byte[] input)
{
    private const int Longest = 64;

    // A journal has a hundred thousand lines, and each is an input of its own.
    private readonly (string? Text, int Offset)[] _texts = new (string?, int)[input.Length < 4096 ? 64 : 256];

    internal string TextOf(ref Utf8JsonReader reader)
    {
        var bytes = reader.ValueSpan;
        if (bytes.Length is 0 or > Longest)
        {
            return reader.GetString() ?? "";
        }

        ref var known = ref _texts[((bytes[0] * 31) + (bytes[bytes.Length - 1] * 7) + (bytes[bytes.Length / 2] * 3) + bytes.Length) % _texts.Length];
        var offset = (int)reader.TokenStartIndex + 1;
        if (known.Text is null || !Stands(bytes, known.Offset))
        {
            known = (reader.GetString() ?? "", offset);
        }

        return known.Text!;
    }

    // The quote after it as well, or "in" would be found in "in-force".
    private bool Stands(ReadOnlySpan<byte> bytes, int offset) =>
        offset + bytes.Length < input.Length && input[offset + bytes.Length] == (byte)'"' && bytes.SequenceEqual(input.AsSpan(offset, bytes.Length));
}
