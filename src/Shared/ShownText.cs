using System.Globalization;

namespace Ccts;

/// <summary>A user's text as a message shows it.</summary>
internal static class ShownText
{
    /// <summary>The text, or its beginning where it is longer than 80 characters.</summary>
    internal static string Short(string text) => text.Length <= 80 ? text : text.Substring(0, 77) + "…";

    /// <summary>
    /// Whether a character is shown, and leaves the text around it in its place. Controls, separators of lines, marks that turn the direction of writing and characters of no width are not; the joiners of
    /// Indian scripts shape their letters, and are.
    /// </summary>
    internal static bool IsShown(char c) => c is < '\u007F' and >= ' ' || (
        CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && c is not ('\u061C' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F')));
}
