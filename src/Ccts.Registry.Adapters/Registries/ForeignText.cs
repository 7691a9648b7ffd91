using System.Linq;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>What registries and operators write goes into journals and logs: on one line, shown in the order in which it is written, and of a registry short.</summary>
internal static class ForeignText
{
    private const int Longest = 200;
    private const int LongestSentence = 1000;

    internal static string? Short(string? text) => text is null ? null : Line(Cut(text, Longest));

    internal static bool IsShort(string? text) => text is { Length: <= Longest } && text.All(IsPlain);

    /// <summary>A sentence of a channel, in which what a registry writes may be quoted.</summary>
    internal static string Sentence(string text) => Line(Cut(text, LongestSentence));

    internal static string Line(string? text) => new([.. (text ?? "").Select(c => IsPlain(c) ? c : ' ')]);

    private static string Cut(string text, int longest) => text.Length > longest ? text.Substring(0, longest) : text;

    private static bool IsPlain(char c) => ShownText.IsShown(c) && !char.IsSurrogate(c);
}
