using System;

namespace Ccts.Sdk.Formats.Texts;

/// <summary>
/// A place that nobody filled: by a program, as {{owner}}, ${owner}, &lt;owner&gt;, %OWNER%, #OWNER#; by a person, as M/s ______ Ltd, XXXXXXX, Enter registration number; and where a
/// formula failed, in the spreadsheet's own language, as #BEZUG! and #NOM?.
/// </summary>
internal static class UnfilledPlace
{
    // The beginnings of prompts and of answers without content.
    private static readonly string[] Prompts = ["enter", "please", "insert", "fill in", "e.g.", "eg.", "e.g", "name of", "to be", "tbd", "tba", "tbc", "n/a", "awaiting", "not yet", "see row", "see sheet", "see column", "see annex", "see annexure", "see note", "see attached"];

    /// <summary>Whether a text, as it is seen, is such a place.</summary>
    internal static bool Is(string seen) => IsOfTemplate(seen) || IsPrompt(seen);

    /// <summary>The same without prompts, which may begin a sentence.</summary>
    internal static bool IsOfTemplate(string seen) => Holds(seen, "{{", "}}") || Holds(seen, "${", "}") || seen.Contains("___") || seen.Contains("....")
        || (seen.Length > 2 && (seen[0], seen[seen.Length - 1]) is ('{', '}') or ('<', '>') or ('%', '%') or ('#', '#'))
        || (seen.Length > 2 && seen[0] == '#' && !char.IsDigit(seen[1]) && seen[seen.Length - 1] is '!' or '?' && seen.IndexOf(' ') < 0)
        || (seen.Length is > 2 and <= 40 && seen.TrimStart('x', 'X').Length == 0);

    private static bool IsPrompt(string seen)
    {
        foreach (var prompt in Prompts)
        {
            if (seen.Length > prompt.Length && seen[prompt.Length] is ' ' or ':' or ',' or '-' && seen.StartsWith(prompt, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Holds(string text, string opens, string closes) =>
        text.IndexOf(opens, StringComparison.Ordinal) is >= 0 and var from && text.IndexOf(closes, from + opens.Length, StringComparison.Ordinal) >= 0;
}
