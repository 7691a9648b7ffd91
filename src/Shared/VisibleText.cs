using System.Globalization;
using System.Text;

namespace Ccts;

/// <summary>Text as a person sees it: "A B" with a no-break blank, or with a character of no width in it, is "A B".</summary>
internal static class VisibleText
{
    /// <summary>How many chars the character at a place takes: two beyond the first plane.</summary>
    internal static int LengthAt(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;

    /// <summary>Whether the character is a letter or a digit.</summary>
    internal static bool IsLetterOrDigit(string text, int at) => text[at] < 0x80
        ? text[at] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
        : !IsFiller(text[at]) && CharUnicodeInfo.GetUnicodeCategory(text, at) is
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    /// <summary>Whether the character combines with a letter and changes it, as the vowels of Indian scripts do.</summary>
    internal static bool IsMark(string text, int at) => text[at] >= 0x80 && !IsFiller(text[at])
        && CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>The text with single blanks between words and none around it, without invisible characters; the same object when nothing changes.</summary>
    internal static string Of(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var mended = new StringBuilder(text.Length);
        var isBlank = false;
        for (var at = 0; at < text.Length; at += LengthAt(text, at))
        {
            if (IsBlank(text[at]))
            {
                isBlank = mended.Length > 0;
            }
            else if (!IsUnseen(text, at))
            {
                mended.Append(isBlank ? " " : "").Append(text, at, LengthAt(text, at));
                isBlank = false;
            }
        }

        return mended.ToString();
    }

    // The fast path for nearly every text: signs, digits and Latin letters, with single blanks.
    private static bool IsPlain(string text)
    {
        var wasBlank = true;
        foreach (var c in text)
        {
            if (c is < ' ' or >= (char)0x7F || (c == ' ' && wasBlank))
            {
                return false;
            }

            wasBlank = c == ' ';
        }

        return !wasBlank;
    }

    // Line ends and tabs are blanks too; so are filler letters that show nothing.
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u115F' or '\u1160' or '\u3164' or '\uFFA0' or '\u2800' or '\u180E';

    private static bool IsUnseen(string text, int at) => IsFiller(text[at])
        || (IsJoiner(text[at]) ? !JoinsLetters(text, at) : CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.Surrogate);

    // Joiners shape letters of Indian scripts; elsewhere they are invisible.
    private static bool IsJoiner(char c) => c is '\u200C' or '\u200D';

    private static bool JoinsLetters(string text, int at) => at > 0 && at + 1 < text.Length && text[at - 1] >= 0x0600 && text[at + 1] >= 0x0600
        && (IsLetterOrDigit(text, at - 1) || IsMark(text, at - 1)) && IsLetterOrDigit(text, at + 1);

    private static bool IsFiller(char c) => c is '\u115F' or '\u1160' or '\u3164' or '\uFFA0' or '\u034F' or '\u0640' or (>= '\uFE00' and <= '\uFE0F');
}
