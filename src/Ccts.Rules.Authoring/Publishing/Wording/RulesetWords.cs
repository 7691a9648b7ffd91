namespace Ccts.Rules.Authoring.Publishing.Wording;

/// <summary>Titles that a ruleset gives in one language or both, as a page shows them.</summary>
internal static class RulesetWords
{
    // The block of Devanagari in Unicode.
    private const char FirstDevanagari = '\u0900';
    private const char LastDevanagari = '\u097F';

    /// <summary>The title in the page's language; on a Hindi page an English one says that it is English.</summary>
    internal static string Title(Language language, string english, string? hindi) =>
        language == Language.English ? english : hindi ?? english + " [English]";

    /// <summary>The attribute <c>lang</c> for words of a ruleset on a page: English, unless they are written in Devanagari.</summary>
    internal static string? LanguageOf(string text)
    {
        foreach (var c in text)
        {
            if (c is >= FirstDevanagari and <= LastDevanagari)
            {
                return "hi";
            }
        }

        return "en";
    }
}
