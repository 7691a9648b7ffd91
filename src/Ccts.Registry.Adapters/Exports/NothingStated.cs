using System;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>What people and programs write for an empty value.</summary>
internal static class NothingStated
{
    private static readonly string[] s_words = ["-", "--", "–", "—", "n/a", "n.a.", "na", "null", "none", "nil", "nan", "(null)", "(blank)", "\\N"];

    // Words for zero in a column of quantities: nil in India, a dash in accounting formats.
    private static readonly string[] s_zeros = ["-", "--", "–", "—", "nil"];

    // "none" may mean zero units or no answer.
    private const string None = "none";


    /// <summary>The text without blanks and invisible characters around it; empty if it stands for an empty value.</summary>
    internal static string Strip(string? text)
    {
        var stripped = Bare(text);
        return stripped.Length <= 7 && Is(s_words, stripped) ? "" : stripped;
    }

    /// <summary>The same for a column of quantities, where some of these words mean 0.</summary>
    internal static string StripQuantity(string? text)
    {
        var stripped = Bare(text);
        return stripped.Length > 7 ? stripped : Is(s_zeros, stripped) ? "0" : stripped.Equals(None, StringComparison.OrdinalIgnoreCase) ? stripped : Strip(stripped);
    }

    private static string Bare(string? text) => string.IsNullOrEmpty(text) ? "" : text!.Trim().Trim('\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF').Trim();

    private static bool Is(string[] words, string text) => Array.Exists(words, w => w.Equals(text, StringComparison.OrdinalIgnoreCase));
}
