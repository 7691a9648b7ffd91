using System.Globalization;
using System.Linq;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>What registries and operators write goes into journals and logs: on one line, shown in the order in which it is written, and of a registry short.</summary>
internal static class ToldText
{
    private const int Longest = 200;

    internal static string? Short(string? text) => text is null ? null : Line(text.Length > Longest ? text.Substring(0, Longest) : text);

    internal static string Line(string? text) => new([.. (text ?? "").Select(c => IsPlain(c) ? c : ' ')]);

    // Marks that turn the direction of writing make a line read as another one.
    private static bool IsPlain(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate)
        && c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
