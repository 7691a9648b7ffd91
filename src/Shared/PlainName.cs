using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Ccts;

/// <summary>Names as they are compared: without regard to case, blanks, points and hyphens, to marks that print as nothing and to letters of another script that look the same, since none of these makes a second person.</summary>
internal static class PlainName
{
    // Cyrillic and Greek letters that are drawn as Latin ones.
    private const string LookAlikes = "\u0410\u0412\u0415\u0405\u0406\u0408\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0423\u0425\u04BA\u051A\u051C\u0430\u0432\u0435\u0455\u0456\u0458\u043A\u043C\u043D\u043E\u0440\u0441\u0442\u0443\u0445\u04BB\u051B\u051D\u0501\u0391\u0392\u0395\u0396\u0397\u0399\u039A\u039C\u039D\u039F\u03A1\u03A4\u03A5\u03A7\u03B1\u03B5\u03B9\u03BA\u03BD\u03BF\u03C1\u03C4\u03C5\u03C7\u03B3\u0131";
    private const string Latin = "abesijkmhopctyxhqwabesijkmhopctyxhqwdabezhikmnoptyxaeikvoptuxyi";

    // The marks of Latin letters that are written apart from them.
    private const char FirstMark = '\u0300';
    private const char LastMark = '\u036F';

    // The Latin letters from À to ſ without their marks.
    private const char FirstAccented = '\u00C0';
    private const string WithoutAccents = "AAAAAAACEEEEIIIIDNOOOOO\u00D7OUUUUY\u00DEsaaaaaaaceeeeiiiidnooooo\u00F7ouuuuy\u00FEyAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiJjJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    private const char Minus = '\u2212';

    // Capital letters that are drawn as a small l, and what stands for a capital L, which is not.
    private const string DrawnAsL = "I\u0399\u0406\u04C0";
    private const char CapitalL = '\u039B';
    private static readonly char[] LikeL = [.. DrawnAsL, 'L'];

    internal static bool Same(string one, string other) => Same(one, other, Skeleton);

    /// <summary>Whether two names may be one name in two spellings: by <see cref="Key"/>, as they are written or as they are drawn.</summary>
    internal static bool Alike(string one, string other) => Same(one, other, Key);

    /// <summary>
    /// What is left of a name to tell it by, where blanks and signs do not count either: names with one key may be one name in two spellings, and whoever keeps
    /// accounts has to say. Between digits something stays, so that plant 1-1 is not plant 11.
    /// </summary>
    internal static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        var isParted = false;
        foreach (var c in name)
        {
            var folded = Folded(c);
            var category = CharUnicodeInfo.GetUnicodeCategory(folded);
            if (category is UnicodeCategory.NonSpacingMark && IsAccent(folded))
            {
                continue;
            }

            if (char.IsLetterOrDigit(folded) || char.IsSurrogate(folded) || category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber)
            {
                _ = isParted && key.Length > 0 && char.IsDigit(folded) && char.IsDigit(key[key.Length - 1]) ? key.Append(' ') : key;
                key.Append(folded);
                isParted = false;
            }
            else
            {
                isParted |= category != UnicodeCategory.Format;
            }
        }

        return key.Length > 0 ? key.ToString() : name;
    }

    /// <summary>
    /// A name with a small l for each capital I, which look the same. What is compared like this is compared as it is written beside it: as written MILL is
    /// mill, as drawn AIpha is Alpha, and HIL is HLL by neither.
    /// </summary>
    internal static string Drawn(string name) => name.IndexOfAny(LikeL) < 0 ? name : string.Concat(name.Select(c => c == 'L' ? CapitalL : DrawnAsL.Contains(c) ? 'l' : c));

    /// <summary>The key of a name as it is drawn, where 0 is drawn as O and 1 as l too: after the key is made, which digits keep apart (plant 1-1, plant 11).</summary>
    internal static string DrawnKey(string name, Func<string, string> keyOf) => keyOf(Drawn(name)).Replace('0', 'o').Replace('1', 'l');

    /// <summary>Whether a mark only decorates a Latin letter, as accents and strokes do.</summary>
    internal static bool IsAccent(char mark) => mark is >= FirstMark and <= LastMark;

    internal static bool IsEmpty(string name) => Of(name).Length == 0;

    /// <summary>Whether two names of people, otherwise the same, differ only in that one has the first letter of what the other writes in full: nobody can see whether they are one person.</summary>
    internal static bool MayBeSame(string one, string other)
    {
        var (a, b) = (Skeleton(one).Split(' '), Skeleton(other).Split(' '));
        return a.Length == b.Length && a.Length > 1 && a.Zip(b, (x, y) => (X: x, Y: y)).All(w => w.X == w.Y || IsInitial(w.X, w.Y) || IsInitial(w.Y, w.X)) && a.Zip(b, (x, y) => x == y && x.Length > 1).Any(same => same) && !a.SequenceEqual(b);
    }

    /// <summary>Whether two names differ only in letters that are misread for one another, l or 1 for i and 0 for o: nobody can see whether "Amlt Rao" is Amit Rao.</summary>
    internal static bool MayBeMisread(string one, string other) => string.Equals(Read(one), Read(other), StringComparison.Ordinal);

    /// <summary>A name as it is compared, but for case, points and look-alikes.</summary>
    internal static string Of(string name) =>
        string.Join(" ", string.Concat(name.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A registry and a scope behind a colon as they are compared: signs count, CORC20 and CORC20+ are two.</summary>
    internal static string Scope(string name) => string.Concat(Signed(name).Select(c => char.IsLetterOrDigit(c) ? Folded(c) : c));

    /// <summary>A name whose signs count: a dash is a dash however long it is drawn, since programs change one for the other, and a blank counts between digits alone.</summary>
    internal static string Signed(string name)
    {
        var signed = new StringBuilder(name.Length);
        var isParted = false;
        foreach (var c in name)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(c);
            if (char.IsWhiteSpace(c) || category == UnicodeCategory.Format)
            {
                isParted |= category != UnicodeCategory.Format;
                continue;
            }

            _ = isParted && signed.Length > 0 && char.IsDigit(c) && char.IsDigit(signed[signed.Length - 1]) ? signed.Append(' ') : signed;
            signed.Append(category == UnicodeCategory.DashPunctuation || c == Minus ? '-' : c);
            isParted = false;
        }

        return signed.ToString();
    }

    private static bool Same(string one, string other, Func<string, string> of) => string.Equals(of(one), of(other), StringComparison.Ordinal)
        || ((one + other).IndexOfAny(LikeL) >= 0 && string.Equals(of(Drawn(one)), of(Drawn(other)), StringComparison.Ordinal));

    private static string Read(string name) => Skeleton(name).Replace('l', 'i').Replace('1', 'i').Replace('0', 'o');

    private static bool IsInitial(string one, string other) => one.Length == 1 && char.IsLetter(one[0]) && other.StartsWith(one, StringComparison.Ordinal);

    private static string Skeleton(string name)
    {
        var plain = Of(name);
        var skeleton = string.Join(" ", string.Concat(plain.Where(c => !IsAccent(c)).Select(Folded)).Split([' '], StringSplitOptions.RemoveEmptyEntries));
        return skeleton.Length > 0 ? skeleton : plain.ToLowerInvariant();
    }

    // By tables of our own: what the framework knows of letters depends on how the host is set up, and a journal must read the same everywhere.
    private static char Folded(char letter)
    {
        var c = letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - '\uFEE0') : letter;
        c = c is >= FirstAccented and <= '\u017F' ? WithoutAccents[c - FirstAccented] : LookAlikes.IndexOf(c) is var at and >= 0 ? Latin[at] : c;
        return c is '.' or ',' or '-' or '\'' or (>= '\u2010' and <= '\u2019') ? ' ' : char.ToLowerInvariant(c);
    }
}
