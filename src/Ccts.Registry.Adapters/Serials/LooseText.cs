using System.Globalization;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>
/// Replaces look-alikes one for one, so that positions stay: dashes of any kind by a hyphen, digits of any script by 0-9, blanks of any
/// kind by a space. People paste such characters from documents and screens.
/// </summary>
internal static class LooseText
{
    internal static string Of(string text, out ReadingSlips slips)
    {
        slips = ReadingSlips.None;
        char[]? changed = null;
        for (var i = 0; i < text.Length; i++)
        {
            var (plain, slip) = Plain(text[i]);
            if (plain != text[i])
            {
                changed ??= text.ToCharArray();
                changed[i] = plain;
                slips |= slip;
            }
        }

        return changed is null ? text : new string(changed);
    }

    private static (char Plain, ReadingSlips Slip) Plain(char c)
    {
        if (c < 128)
        {
            return c == '\t' ? (' ', ReadingSlips.Space) : (c, ReadingSlips.None);
        }

        if (c is >= '\uFF21' and <= '\uFF5A')
        {
            return ((char)(c - 0xFEE0), ReadingSlips.LetterCase);
        }

        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.DashPunctuation:
                return ('-', ReadingSlips.Dash);
            case UnicodeCategory.MathSymbol when c == '\u2212':
                return ('-', ReadingSlips.Dash);
            case UnicodeCategory.DecimalDigitNumber:
                return ((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)), ReadingSlips.Digit);
            case UnicodeCategory.SpaceSeparator:
                return (' ', ReadingSlips.Space);
            case UnicodeCategory.Format:
                return (' ', ReadingSlips.Space);
            default:
                return (c, ReadingSlips.None);
        }
    }
}
