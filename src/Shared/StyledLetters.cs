namespace Ccts;

/// <summary>Letters and digits of ASCII in another dress: mathematical ones and small capitals, which programs offer as bold or double-struck text.</summary>
internal static class StyledLetters
{
    private const int FirstLetter = 0x1D400;
    private const int LastLetter = 0x1D6A3;
    private const int FirstDigit = 0x1D7CE;
    private const int LastDigit = 0x1D7FF;
    private const int Letters = 26;

    // Those that had a place before the mathematical alphabets were drawn up, and the small capitals.
    private const string Apart = "\u2102\u210A\u210B\u210C\u210D\u210E\u2110\u2111\u2112\u2113\u2115\u2119\u211A\u211B\u211C\u211D\u2124\u2128\u212C\u212D\u212F\u2130\u2131\u2133\u2134\u1D00\u0299\u1D04\u1D05\u1D07\uA730\u0262\u029C\u026A\u1D0A\u1D0B\u029F\u1D0D\u0274\u1D0F\u1D18\u0280\uA731\u1D1B\u1D1C\u1D20\u1D21\u028F\u1D22";
    private const string Plain = "CgHHHhIILlNPQRRRZZBCeEFMoABCDEFGHIJKLMNOPRSTUVWYZ";

    /// <summary>The plain letter or digit of the character at a place; null where it is none of these.</summary>
    internal static char? At(string text, int at)
    {
        if (VisibleText.LengthAt(text, at) == 1)
        {
            return text[at] >= 0x80 && Apart.IndexOf(text[at]) is >= 0 and var apart ? Plain[apart] : null;
        }

        return char.ConvertToUtf32(text, at) switch
        {
            >= FirstLetter and <= LastLetter and var letter => (char)(((letter - FirstLetter) / Letters % 2 == 0 ? 'A' : 'a') + ((letter - FirstLetter) % Letters)),
            >= FirstDigit and <= LastDigit and var digit => (char)('0' + ((digit - FirstDigit) % 10)),
            _ => null,
        };
    }
}
