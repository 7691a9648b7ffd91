using System.Text.Json;

namespace Ccts.Sdk.Json;

/// <summary>
/// Short texts of one input, each kept once: keys and words such as <c>in-force</c> stand in a file hundreds of times. A small
/// table in which a later text takes the place of an earlier one, so that hostile input gains nothing.
/// </summary>
internal sealed class TextPool
{
    private const int Size = 256;
    private const int Longest = 32;
    private readonly string?[] _texts = new string?[Size];

    internal string TextOf(ref Utf8JsonReader reader)
    {
        var bytes = reader.ValueSpan;
        if (bytes.Length is 0 or > Longest)
        {
            return reader.GetString() ?? "";
        }

        var slot = ((bytes[0] * 31) + (bytes[bytes.Length - 1] * 7) + (bytes[bytes.Length / 2] * 3) + bytes.Length) % Size;
        if (_texts[slot] is { } known && reader.ValueTextEquals(known))
        {
            return known;
        }

        return _texts[slot] = reader.GetString() ?? "";
    }
}
