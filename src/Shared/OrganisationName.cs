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
    // Stand anywhere in a name: "Agency Ltd (India)" and "Agency (India) Ltd".
    private static readonly HashSet<string> Forms = Folded("private", "pvt", "pvtltd", "limited", "ltd", "llp", "llc", "plc", "pte", "pty", "inc", "incorporated", "gmbh", "प्राइवेट", "प्रा", "लिमिटेड", "लि");

    // Are a legal form at the end alone, and stand for something else before it.
    private static readonly HashSet<string> LastForms = Folded("co", "company", "corp", "corporation", "ag", "sa", "kg", "bv", "nv", "opc");

    private static readonly HashSet<string> Openings = Folded("the", "messrs");
    private static readonly string Private = PlainName.Key("p");
    private static readonly string And = PlainName.Key("and");

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

    internal static bool Same(string one, string other) => string.Equals(Key(one), Key(other), StringComparison.Ordinal);

    /// <summary>Whether two names that are not the same have the same words in another order, "One Agency" and "Agency, One". Numbers and letters that count keep their order: unit 1 of plant 2 is not unit 2 of plant 1.</summary>
    internal static bool MayBeSame(string one, string other) => !Same(one, other) && Ordered(one).SequenceEqual(Ordered(other), StringComparer.Ordinal);

    private static IEnumerable<string> Ordered(string name)
    {
        var words = Words(name).ToLookup(Counts);
        return words[false].OrderBy(w => w, StringComparer.Ordinal).Concat(words[true]);
    }

    private static bool Counts(string word) => word.Length == 1 || word.All(c => c is 'i' or 'v' or 'x') || word.Any(char.IsDigit);

    private static List<string> Words(string name)
    {
        var all = Split(name);
        var words = all.Where(w => !Forms.Contains(w) && w != And).ToList();
        var hasForm = words.Count < all.Count;
        while (words.Count > 1 && (LastForms.Contains(words[words.Count - 1]) || (hasForm && words[words.Count - 1] == Private)))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count > 1 && Openings.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        return words.Count > 0 ? words : all;
    }

    private static List<string> Split(string name)
    {
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

    private static HashSet<string> Folded(params string[] words) => new(words.Select(PlainName.Key), StringComparer.Ordinal);
}
