using Ccts.Sdk.Formats.Texts;

namespace Ccts.Compliance.Sources;

/// <summary>Names and sentences in which somebody has to say something.</summary>
internal static class SaidText
{
    /// <summary>Whether a name or a day says nothing: it is missing or blank, or "n/a", "-", "TBD", yes or no stand in its place, or a name that is nobody's, "test" or "John Doe".</summary>
    internal static bool IsSilent(string? name) => name is null || NotStated.OfNames.Read(name) is null;

    /// <summary>The same of a sentence, which may begin with "To be" or "Please".</summary>
    internal static bool IsSilentSentence(string? text) => text is null || NotStated.Shipped.IsSilentSentence(text) || (text.Trim().IndexOf(' ') < 0 && NotStated.Shipped.Read(text) is null);
}
