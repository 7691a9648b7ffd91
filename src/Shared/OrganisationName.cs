using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Ccts;

/// <summary>
/// Names of organisations as they are compared: as names are (<see cref="PlainName"/>), and without "M/s", legal forms, "&amp;" and "and", and zeros in front of
/// numbers, since whoever writes "Services Pvt. Ltd." for "Services Private Limited" makes no second organisation.
/// </summary>
internal static class OrganisationName
{
    // Stand anywhere in a name, "Agency Ltd (India)" and "Agency (India) Ltd", each with the kind of form that it is.
    private static readonly Dictionary<string, string> Forms = Folded("limited: private pvt pvtltd limited ltd plc pte pty प्राइवेट प्रा लिमिटेड लि", "llp: llp", "llc: llc", "inc: inc incorporated", "gmbh: gmbh");

    // Are a legal form at the end alone, and stand for something else before it.
    private static readonly Dictionary<string, string> LastForms = Folded("limited: opc", "co: co company", "corp: corp corporation", "ag: ag", "sa: sa", "kg: kg", "bv: bv", "nv: nv");

    private static readonly HashSet<string> Openings = new(new[] { "the", "messrs" }.Select(PlainName.Key), StringComparer.Ordinal);
    private static readonly HashSet<string> Small = new(new[] { "of", "for", "the", "and", "s" }.Select(PlainName.Key), StringComparer.Ordinal);
    private static readonly char[] Ends = [',', ';', '(', '[', '/'];
    private static readonly string[] Dashes = [" - ", " \u2013 ", " \u2014 "];
    private static readonly string Private = PlainName.Key("p");
    private static readonly string And = PlainName.Key("and");
    private const char FirstRoman = '\u2160';
    private const char LastRoman = '\u217F';
    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

    /// <summary>What is left of a name to tell it by, in the order of its words: two names with one key may be one organisation, and whoever keeps accounts has to say.</summary>
    internal static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var word in Words(name))
        {
            // Plant 1-1 is not plant 11.
            _ = key.Length > 0 && char.IsDigit(key[key.Length - 1]) && char.IsDigit(word[0]) ? key.Append(' ') : key;
            key.Append(word);
        }

        return key.Length > 0 ? key.ToString() : name;
    }

    /// <summary>Whether two names are one as they are written, or as they are drawn ("AIpha" and "Alpha").</summary>
    internal static bool Same(string one, string other) =>
        (string.Equals(Key(one), Key(other), StringComparison.Ordinal) || string.Equals(Key(PlainName.Drawn(one)), Key(PlainName.Drawn(other)), StringComparison.Ordinal)) && !AreTwo(one, other);

    /// <summary>Whether two names have legal forms of different kinds, "Broker SA" and "Broker AG": whatever else they have in common, the law knows two.</summary>
    internal static bool AreTwo(string one, string other)
    {
        var (a, b) = (Kinds(one), Kinds(other));
        return !a.IsSubsetOf(b) && !b.IsSubsetOf(a);
    }

    /// <summary>
    /// Whether two names that are not the same may be one organisation's: the same words in another order; a name with its place, its number or more words ("One
    /// Agency, Mumbai", "AEA-12 One Agency", "One Agency India"); or its first letters (BEE). Numbers and letters that count keep their order, and one that
    /// follows makes another: unit 1 of plant 2 is not unit 2 of plant 1, and mill 2 is not the mill.
    /// </summary>
    internal static bool MayBeSame(string one, string other)
    {
        if (Same(one, other))
        {
            return false;
        }

        var (a, b, headOfA, headOfB) = (Words(one), Words(other), Words(Head(one)), Words(Head(other)));
        return Ordered(a).SequenceEqual(Ordered(b), StringComparer.Ordinal) || Has(headOfA, b) || Has(headOfB, a) || Has(headOfA, headOfB) || Has(headOfB, headOfA) || AreInitials(headOfA, headOfB) || AreInitials(headOfB, headOfA);
    }

    /// <summary>Whether two names that are not the same may be one organisation's, however one of them is worded or spelt: asked where somebody has to be another.</summary>
    internal static bool MayBeOne(string one, string other) => MayBeSame(one, other) || OrganisationSpelling.MayBeMisspelt(one, other);

    /// <summary>What stands before a comma, a bracket, a slash or a dash: the rest is a place, a number, what it was called before.</summary>
    internal static string Head(string name)
    {
        var from = StartOf(name);
        var end = Dashes.Select(d => name.IndexOf(d, from, StringComparison.Ordinal)).Append(name.IndexOfAny(Ends, from)).Where(at => at > from).DefaultIfEmpty(name.Length).Min();
        var head = name.Substring(from, end - from);
        return head.Any(char.IsLetterOrDigit) ? head : name;
    }

    private static bool Has(List<string> name, List<string> other)
    {
        var rest = other.SkipWhile(w => !name.Contains(w)).ToLookup(Counts);
        var words = name.ToLookup(Counts);
        return words[true].SequenceEqual(rest[true], StringComparer.Ordinal) && words[false].Any() && words[false].GroupBy(w => w, StringComparer.Ordinal).All(g => rest[false].Count(w => w == g.Key) >= g.Count());
    }

    private static bool AreInitials(List<string> letters, List<string> name) =>
        (letters.Count == 1 || letters.TrueForAll(l => l.Length == 1)) && string.Concat(letters) is { Length: > 2 } said && name.Count > 2 && (Initials(name) == said || Initials(name.Where(w => !Small.Contains(w))) == said);

    private static string Initials(IEnumerable<string> words) => string.Concat(words.Select(w => w[0]));

    private static IEnumerable<string> Ordered(List<string> name)
    {
        var words = name.ToLookup(Counts);
        return words[false].OrderBy(w => w, StringComparer.Ordinal).Concat(words[true]);
    }

    /// <summary>Whether a word is a number, or a letter that stands for one.</summary>
    internal static bool Counts(string word) => word.Length == 1 || word.All(c => c is 'i' or 'v' or 'x') || word.Any(char.IsDigit);

    /// <summary>The words of a name that tell it from others, as names are compared.</summary>
    internal static List<string> Words(string name)
    {
        var all = Split(name);
        var words = all.Where(w => !Forms.ContainsKey(w) && w != And).ToList();
        var hasForm = words.Count < all.Count;
        while (words.Count > 1 && (LastForms.ContainsKey(words[words.Count - 1]) || (hasForm && words[words.Count - 1] == Private)))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count > 1 && Openings.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        return words.Count > 0 ? words : all;
    }

    private static HashSet<string> Kinds(string name)
    {
        var all = Split(name);
        var kinds = new HashSet<string>(all.Where(Forms.ContainsKey).Select(w => Forms[w]), StringComparer.Ordinal);
        for (var at = all.Count - 1; at > 0 && (Forms.ContainsKey(all[at]) || LastForms.ContainsKey(all[at])); at--)
        {
            _ = LastForms.TryGetValue(all[at], out var kind) && kinds.Add(kind);
        }

        return kinds;
    }

    // "Mill Ⅱ" is Mill II, and "Mill ②" Mill 2: characters that are numbers and no digits are not signs.
    private static string Numbered(string name) => name.Any(IsNumber) ? string.Concat(name.Select(c => !IsNumber(c) ? c.ToString() : c is >= FirstRoman and <= LastRoman && (c & 0xF) < Romans.Length ? Romans[c & 0xF] : CharUnicodeInfo.GetDigitValue(c) is >= 0 and var digit ? $" {(char)('0' + digit)} " : c.ToString())) : name;

    private static bool IsNumber(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;

    private static List<string> Split(string written)
    {
        var name = Numbered(written);
        var words = new List<string>();
        var (initials, wasPoint) = (false, false);
        for (var at = StartOf(name); at < name.Length; at++)
        {
            var from = at;
            while (at < name.Length && IsOfWord(name[at]))
            {
                at++;
            }

            if (from < at && Fold(name.Substring(from, at - from)) is { Length: > 0 } word)
            {
                // "L.L.P." is one word, "Pvt.Ltd" two.
                var isInitial = word.Length == 1 && char.IsLetter(word[0]);
                if (initials && isInitial && wasPoint)
                {
                    words[words.Count - 1] += word;
                }
                else
                {
                    words.Add(word);
                }

                initials = isInitial;
            }

            wasPoint = at < name.Length && name[at] == '.';
        }

        return words;
    }

    // After "M/s", with which Indian offices begin the name of a firm; "M.S. Steel" is called so.
    private static int StartOf(string name)
    {
        var start = 0;
        while (start < name.Length && !IsOfWord(name[start]))
        {
            start++;
        }

        return start + 3 < name.Length && name[start] is 'M' or 'm' && name[start + 1] == '/' && name[start + 2] is 'S' or 's' && !IsOfWord(name[start + 3]) ? start + 3 : start;
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    // A word as names are compared, its digits Western and without zeros in front.
    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        var plain = PlainName.Key(word);
        for (var at = 0; at < plain.Length; at++)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(plain[at]);
            var isInFront = digit == 0 && (folded.Length == 0 || !char.IsDigit(folded[folded.Length - 1])) && at + 1 < plain.Length && char.IsDigit(plain[at + 1]);
            _ = isInFront || CharUnicodeInfo.GetUnicodeCategory(plain[at]) == UnicodeCategory.Format ? folded : folded.Append(digit >= 0 ? (char)('0' + digit) : plain[at]);
        }

        return folded.ToString();
    }

    // "kind: word word" each.
    private static Dictionary<string, string> Folded(params string[] kinds) =>
        kinds.SelectMany(k => k.Split(' ').Skip(1).Select(word => (Word: PlainName.Key(word), Kind: k.Split(':')[0]))).ToDictionary(f => f.Word, f => f.Kind, StringComparer.Ordinal);
}
