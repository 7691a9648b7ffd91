using System;
using System.Globalization;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>
/// Finds names that may be one, such as "Agency One", "AGENCY-ONE" and "M/s Agency One Pvt. Ltd.". Nobody can say whether they are
/// the same, so a rule that depends on it cannot be decided.
/// </summary>
/// <remarks>Pure and thread-safe; allocates nothing if both are one plain word, such as registration numbers.</remarks>
internal static class LikeNames
{
    // Letters of Devanagari that can be written with a separate dot or as one character and look the same; and the letters without it.
    private const string Dotted = "\u0929\u0931\u0934\u0958\u0959\u095A\u095B\u095C\u095D\u095E\u095F";
    private const string Undotted = "\u0928\u0930\u0933\u0915\u0916\u0917\u091C\u0921\u0922\u092B\u092F";
    private const char Nukta = '\u093C';

    // Lower-case Cyrillic and Greek letters that look like Latin ones.
    private const string Foreign = "\u0430\u0432\u0435\u043A\u043C\u043D\u043E\u0440\u0441\u0442\u0443\u0445\u0456\u0458\u0455\u03B1\u03B2\u03B5\u03B6\u03B7\u03B9\u03BA\u03BC\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7";
    private const string Latin = "abekmhopctyxijsabezhikmnoptyx";

    private const int FewestLetters = 3;

    /// <summary>Whether nobody can say of two texts if they are one name: they differ only in case, blanks, signs, width, letters that look alike, zeros in front of a number, or in what makes no other organisation (<see cref="OrganisationName"/>); false where one is null. An x, a number such as 12 and letters in a row are what people write to come past a field: of one of them nobody can say whether it is the other name.</summary>
    internal static bool Are(string? one, string? other) => one is not null && other is not null && (IsFiller(one) || IsFiller(other) || (!string.Equals(one, other, StringComparison.Ordinal)
        && (HaveLikeLetters(one, other) || (!(IsPlainWord(one) && IsPlainWord(other)) && (OrganisationName.Same(one, other) || OrganisationName.MayBeSame(one, other))))));

    // Digits or letters of which each is the one before or the next: 1, 12, 000, abc.
    private static bool IsFiller(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] - text[i - 1] is not (0 or 1) || text[i] - text[i - 1] != text[1] - text[0])
            {
                return false;
            }
        }

        return text is "" or "x" or "X" || char.IsDigit(text[0]) || (text.Length >= FewestLetters && char.IsLetter(text[0]));
    }

    private static bool HaveLikeLetters(string one, string other)
    {
        var (at, otherAt) = (0, 0);
        while (true)
        {
            var (left, right) = (Next(one, ref at), Next(other, ref otherAt));
            if (left != right)
            {
                return false;
            }

            if (left == 0)
            {
                return true;
            }
        }
    }

    // The next significant character, 0 at the end.
    private static int Next(string text, ref int at)
    {
        while (at < text.Length)
        {
            var (here, length) = (at, VisibleText.LengthAt(text, at));
            at += length;
            if (text[here] != Nukta && !IsZeroInFront(text, here) && (VisibleText.IsLetterOrDigit(text, here) || VisibleText.IsMark(text, here)))
            {
                return StyledLetters.At(text, here) is { } styled ? Plain(styled) : length == 2 ? char.ConvertToUtf32(text, here) : Plain(text[here]);
            }
        }

        return 0;
    }

    private static bool IsPlainWord(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsZeroInFront(string text, int at)
    {
        if (text[at] != '0' || at + 1 == text.Length || !(char.IsDigit(text[at + 1]) || StyledLetters.At(text, at + 1) is >= '0' and <= '9'))
        {
            return false;
        }

        while (at > 0 && text[at - 1] == '0')
        {
            at--;
        }

        return at == 0 || !char.IsDigit(text[at - 1]);
    }

    private static char Plain(char letter)
    {
        var small = char.ToLowerInvariant(letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter);
        return small < 0x80 ? small
            : Foreign.IndexOf(small) is >= 0 and var foreign ? Latin[foreign]
            : Dotted.IndexOf(small) is >= 0 and var dotted ? Undotted[dotted]
            : CharUnicodeInfo.GetDecimalDigitValue(small) is >= 0 and var digit ? (char)('0' + digit)
            : small;
    }
}
