using System;
using NodaTime.Text;

namespace Ccts.Sdk.Problems;

/// <summary>Says how to correct values written as people, spreadsheets and word processors write them. It never guesses the value.</summary>
public static class WritingSlip
{
    /// <param name="text">What was refused; a unit may follow a number.</param>
    /// <returns>How to write it, or null if the slip is not known here.</returns>
    public static string? HintFor(string text)
    {
        Require.NotNull(text);
        if (text.Length is 0 or > 100)
        {
            return null;
        }

        if (Array.Exists(text.ToCharArray(), c => char.IsDigit(c) && c is not (>= '0' and <= '9')))
        {
            return "Write the digits 0 to 9.";
        }

        if (Array.Exists(text.ToCharArray(), c => c != ' ' && (char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)))
        {
            return "Write a plain space: there is a no-break space, a tab or an invisible character in it.";
        }

        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[text.Length - 1]))
        {
            return "Take out the space before or behind it.";
        }

        // Books write a negative amount in brackets, and some systems its minus behind it.
        if ((text[0] == '(' && text[text.Length - 1] == ')' && IsWritten(text.Substring(1, text.Length - 2))) || (text[text.Length - 1] == '-' && IsWritten(text.Substring(0, text.Length - 1))))
        {
            return "Write the minus before the digits, without brackets.";
        }

        // Text that begins with a digit is meant as an amount or a day.
        return text[0] is not (>= '0' and <= '9') ? null : text.IndexOf('%') > 0 ? "Write \"2 %\" with a blank, or the share 0.02; in a field whose unit is % write 2 alone." : OfFirstWord(text.Split(' ')[0]);
    }

    private static bool IsWritten(string digits) => digits.Length > 0 && Array.TrueForAll(digits.ToCharArray(), c => c is (>= '0' and <= '9') or '.' or ',' or ' ');

    private static string? OfFirstWord(string word)
    {
        var parts = word.Split('/', '-', '.');
        if (parts.Length == 3 && Array.TrueForAll(parts, p => p.Length is 1 or 2 or 4 && Array.TrueForAll(p.ToCharArray(), char.IsDigit)))
        {
            return word.Length == 10 && word[4] == '-' && word[7] == '-' ? (LocalDatePattern.Iso.Parse(word).Success ? null : "There is no such day.") : "Write the year first, then month and day with two digits each, parted by hyphens; in a spreadsheet, format the cell as text.";
        }

        return Array.TrueForAll(word.ToCharArray(), c => c is (>= '0' and <= '9') or '.' or ',') && word.IndexOf(',') > 0
            ? "Write the digits without commas; the decimals follow a point."
            : word.IndexOfAny(['e', 'E']) > 0 && Array.TrueForAll(word.ToCharArray(), c => c is (>= '0' and <= '9') or '.' or 'e' or 'E' or '+' or '-')
                ? "Write out every digit; a spreadsheet shortens long numbers unless the cell is formatted as text."
                : null;
    }
}
