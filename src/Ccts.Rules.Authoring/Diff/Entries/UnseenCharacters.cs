using System;
using System.Globalization;
using System.Linq;

namespace Ccts.Rules.Authoring.Diff.Entries;

/// <summary>
/// Characters that are invisible, unusual blanks, or print differently on every machine: two names that differ in them look alike on paper, but are
/// two names to whoever looks one up.
/// </summary>
internal static class UnseenCharacters
{
    private const char FirstOfIndianScripts = '\u0900';

    /// <summary>The code points of such characters in a text, each once, such as <c>U+200B</c>; empty if there is none.</summary>
    internal static string In(string text) => string.Join(" ", Enumerable.Range(0, text.Length).Where(at => IsUnseen(text, at)).Select(at => CodePoint(text, at)).Distinct(StringComparer.Ordinal));

    /// <summary>A character by its number: <c>U+0430</c>.</summary>
    internal static string CodePoint(string text, int at) =>
        "U+" + (char.IsSurrogatePair(text, at) ? char.ConvertToUtf32(text, at) : text[at]).ToString("X4", CultureInfo.InvariantCulture);

    /// <summary>Where a text differs from one that looks the same: "character 3 is U+0430, was U+0061"; null if the difference is visible.</summary>
    internal static string? Difference(string old, string @new)
    {
        if (string.Equals(old, @new, StringComparison.Ordinal) || !PlainName.Same(old, @new))
        {
            return null;
        }

        var at = 0;
        while (at < old.Length && at < @new.Length && old[at] == @new[at])
        {
            at++;
        }

        return IsSeen(old, at) && IsSeen(@new, at) ? null : $"character {(at + 1).ToString(CultureInfo.InvariantCulture)} is {At(@new, at)}, was {At(old, at)}";
    }

    // Case, points and hyphens are seen.
    private static bool IsSeen(string text, int at) => at < text.Length && text[at] is > ' ' and < (char)0x7F;

    private static string At(string text, int at) => at < text.Length ? CodePoint(text, at) : "the end";

    private static bool IsUnseen(string text, int at) => text[at] is '\u200C' or '\u200D' ? !Joins(text, at)
        : text[at] is '\u115F' or '\u1160' or '\u3164' or '\uFFA0' or '\u034F' or '\u2800' or (>= '\uFE00' and <= '\uFE0F')
        || CharUnicodeInfo.GetUnicodeCategory(text, at) switch
        {
            UnicodeCategory.SpaceSeparator => text[at] != ' ',
            UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
            UnicodeCategory.Surrogate => !(at > 0 && char.IsSurrogatePair(text, at - 1)),
            _ => false,
        };

    // Joiners shape letters of Indian scripts, so they are allowed.
    private static bool Joins(string text, int at) => at > 0 && at + 1 < text.Length && text[at - 1] >= FirstOfIndianScripts && char.IsLetter(text, at + 1) && text[at + 1] >= FirstOfIndianScripts;
}
