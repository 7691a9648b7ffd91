using Ccts.Sdk.Formats.Texts;

namespace Ccts.Compliance.Sources;

/// <summary>Names and sentences in which somebody has to say something.</summary>
internal static class SaidText
{
    /// <summary>Whether a name says nothing: it is missing or blank, "n/a", "-", "TBD", yes or no, or nobody's, such as "test" or "John Doe".</summary>
    internal static bool IsSilent(string? name) => name is null || NotStated.OfNames.Read(name) is null;

    /// <summary>The same of a day.</summary>
    internal static bool IsSilentDay(string? day) => day is null || NotStated.Shipped.Read(day) is null;

    /// <summary>The same of a sentence, which may begin with "To be" or "Please".</summary>
    internal static bool IsSilentSentence(string? text) => text is null || NotStated.Shipped.IsSilentSentence(text) || (text.Trim().IndexOf(' ') < 0 && NotStated.Shipped.Read(text) is null);
}
