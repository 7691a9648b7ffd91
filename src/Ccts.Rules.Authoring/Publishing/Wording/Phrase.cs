using System.Globalization;

namespace Ccts.Rules.Authoring.Publishing.Wording;

/// <summary>A phrase of the pages in both languages. No speaker has reviewed the Hindi yet, and the pages say so.</summary>
internal sealed record Phrase(string English, string Hindi)
{
    internal string In(Language language, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, language == Language.Hindi ? Hindi : English, values);
}

/// <summary>The languages of the pages.</summary>
internal enum Language
{
    English,
    Hindi,
}
