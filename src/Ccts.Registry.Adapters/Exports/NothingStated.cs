using System;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>What people and programs write where there is nothing to say.</summary>
internal static class NothingStated
{
    private static readonly string[] s_words = ["-", "--", "–", "—", "n/a", "n.a.", "na", "#n/a", "null", "none", "nil", "nan", "(null)", "(blank)", "\\N"];

    /// <summary>The text without blanks and invisible characters around it; empty where it says that there is nothing to say.</summary>
    internal static string Strip(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var stripped = text!.Trim().Trim('\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF').Trim();
        return stripped.Length <= 7 && Array.Exists(s_words, w => w.Equals(stripped, StringComparison.OrdinalIgnoreCase)) ? "" : stripped;
    }
}
