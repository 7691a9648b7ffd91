using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Ccts.Sdk.Entities;

namespace Ccts.Credits.Pools;

/// <summary>
/// Finds the registration number of an obligated entity in a name, in any disguise: in lower case, with blanks, hyphens or invisible
/// characters between, with words around it, in letters of other scripts that look Latin, or in the digits of any script.
/// </summary>
internal static class DisguisedNumber
{
    private const int Length = 10, FirstDigit = 5, LastDigit = 7;
    private const char AnyDigit = '#', LooksLatin = '?', OtherLetter = '~';

    // Scripts and forms whose letters are drawn as Latin ones: Latin with marks, phonetic, Greek, Cyrillic, Armenian, Cherokee, small capitals, letterlike, Roman
    // numerals, circled, Lisu, full width. Those beyond the first plane are the mathematical and the enclosed ones.
    private static readonly (char First, char Last)[] Lookalikes =
    [
        ('\u00c0', '\u02af'), ('\u0370', '\u058f'), ('\u13a0', '\u13ff'), ('\u1d00', '\u1fff'), ('\u2070', '\u218f'), ('\u2460', '\u24ff'), ('\u2c60', '\u2c7f'), ('\ua4d0', '\ua4ff'), ('\uab30', '\uabbf'), ('\uff21', '\uff5a'), ('\ud835', '\ud835'), ('\ud83c', '\ud83c'),
    ];

    internal static bool IsIn(string name)
    {
        var drawn = Drawn(name);
        return Enumerable.Range(0, Math.Max(0, drawn.Length - Length + 1))
            .Any(at => RegistrationNumber.TryParse(string.Concat(drawn.Substring(at, Length).Select(Meant)), out _, out _));
    }

    // Keeps letters and digits only, in capitals. A lookalike character matches any letter or digit that completes a registration number.
    private static string Drawn(string name)
    {
        var drawn = new StringBuilder();
        for (var i = 0; i < name.Length; i += char.IsSurrogatePair(name, i) ? 2 : 1)
        {
            switch (CharUnicodeInfo.GetUnicodeCategory(name, i))
            {
                case UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber:
                    drawn.Append(name[i] is >= '0' and <= '9' ? name[i] : AnyDigit);
                    break;
                case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                    or UnicodeCategory.LetterNumber or UnicodeCategory.OtherSymbol:
                    drawn.Append(char.ToUpperInvariant(name[i]) is >= 'A' and <= 'Z' and var letter ? letter : Lookalikes.Any(l => name[i] >= l.First && name[i] <= l.Last) ? LooksLatin : OtherLetter);
                    break;
            }
        }

        return drawn.ToString();
    }

    private static char Meant(char drawn, int at) => at switch
    {
        >= FirstDigit and <= LastDigit => drawn switch { AnyDigit or 'O' => '0', 'I' or 'L' => '1', _ => drawn },
        FirstDigit - 2 => drawn is LooksLatin or AnyDigit or '0' ? 'O' : drawn,
        FirstDigit - 1 => drawn == LooksLatin ? 'E' : drawn,
        _ => drawn switch { LooksLatin => 'A', '0' => 'O', '1' => 'I', _ => drawn },
    };
}
