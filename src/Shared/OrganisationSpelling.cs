using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts;

/// <summary>
/// Whether two names of organisations that are spelt otherwise may be one: "Made-upp Verification Agencies" may be a slip for the one or a name of its own. Asked where somebody has to be
/// another; in accounts a letter makes another name. Numbers and letters that count are never a slip.
/// </summary>
internal static class OrganisationSpelling
{
    private const int ShortestName = 6;
    private const int ShortestWord = 4;
    private const int ShortestStem = 3;
    private static readonly string[] Romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    private static readonly string[] InWords = [.. new[] { "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten" }.Select(PlainName.Key)];

    // "Dakkan" is said as "Deccan" is but for a vowel; what is left of a word is compared.
    private static readonly (string Spelt, string Said)[] Sounds = [("ph", "f"), ("ck", "k"), ("c", "k"), ("q", "k"), ("z", "s"), ("w", "v"), ("y", "i"), ("ee", "i"), ("oo", "u")];

    /// <summary>Whether they differ by one letter in all, or word by word in no more than a letter, the spelling of a sound or an abbreviation ("Deccan Verif. Svcs").</summary>
    internal static bool MayBeMisspelt(string one, string other)
    {
        var (words, others) = (OrganisationName.Words(one), OrganisationName.Words(other));
        return !OrganisationName.Same(one, other) && (AreAlike(words, others) || AreAlike([.. words.Select(Numeral)], [.. others.Select(Numeral)]));

        bool AreAlike(List<string> left, List<string> right)
        {
            var (a, b) = (left.ToLookup(OrganisationName.Counts), right.ToLookup(OrganisationName.Counts));
            return a[true].Select(Figure).SequenceEqual(b[true].Select(Figure), StringComparer.Ordinal) && (IsRenumbered(one, other, a, b) || IsOneName(Once(string.Concat(a[false].Select(Singular))), Once(string.Concat(b[false].Select(Singular)))) || AreWordedAlike([.. a[false]], [.. b[false]]));
        }
    }

    // "Agency II" and "Agency Two" are also Agency 2.
    private static bool IsRenumbered(string one, string other, ILookup<bool, string> a, ILookup<bool, string> b) =>
        a[true].Any() && a[false].SequenceEqual(b[false], StringComparer.Ordinal) && !OrganisationName.AreTwo(one, other);

    private static string Figure(string number) => Digit(Romans, number);

    private static string Numeral(string word) => Digit(InWords, word);

    private static string Digit(string[] numbers, string word) => Array.IndexOf(numbers, word) is var at and >= 0 ? (at + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : word;

    private static bool IsOneName(string one, string other) => one.Length >= ShortestName && other.Length >= ShortestName && IsOneSlip(one, other);

    // "Enviro Care" is also Envirocare: two words of one name that stand together are one of the other.
    private static bool AreWordedAlike(List<string> one, List<string> other) => AreLikeWords(one, other) || Joined(one).Any(o => AreLikeWords(o, other)) || Joined(other).Any(o => AreLikeWords(one, o));

    private static IEnumerable<List<string>> Joined(List<string> words) => Enumerable.Range(1, Math.Max(words.Count - 1, 0)).Select(i => (List<string>)[.. words.Take(i - 1), words[i - 1] + words[i], .. words.Skip(i + 1)]);

    private static bool AreLikeWords(List<string> one, List<string> other) =>
        one.Count == other.Count && one.Sum(w => w.Length) >= ShortestName && one.Zip(other, (a, b) => a == b || Shortens(Once(a), Once(b)) || Shortens(Once(b), Once(a)) || Shortens(Said(a), Said(b)) || Shortens(Said(b), Said(a)) || IsLike(Said(Once(Singular(a))), Said(Once(Singular(b))))).All(like => like);

    private static bool IsLike(string one, string other) => one == other || (one.Length >= ShortestWord && other.Length >= ShortestWord && IsOneSlip(one, other));

    // "Verif" is Verification, "labs" Laboratories; "svcs", consonants alone in their order, is Services.
    private static bool Shortens(string word, string name) => IsStem(word, name) || (word.Length > 0 && word[word.Length - 1] == 's' && IsStem(word.Substring(0, word.Length - 1), name));

    private static bool IsStem(string word, string name)
    {
        if (word.Length < ShortestStem || word.Length >= name.Length || word[0] != name[0])
        {
            return false;
        }

        var at = name.Aggregate(0, (i, c) => i < word.Length && word[i] == c ? i + 1 : i);
        return name.StartsWith(word, StringComparison.Ordinal) || (at == word.Length && !word.Any(c => "aeiou".Contains(c)));
    }

    private static string Said(string word) => Once(Sounds.Aggregate(word, (w, s) => w.Replace(s.Spelt, s.Said)));

    private static string Singular(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) ? word.Substring(0, word.Length - "ies".Length) + "y"
        : word.Length > ShortestName && word[word.Length - 1] == 's' ? word.Substring(0, word.Length - 1)
        : word;

    private static string Once(string letters) => string.Concat(letters.Where((c, i) => i == 0 || letters[i - 1] != c));

    // Another letter, one too many, one left out, or two that changed places.
    private static bool IsOneSlip(string one, string other)
    {
        var (start, end) = (0, 0);
        var shorter = Math.Min(one.Length, other.Length);
        while (start < shorter && one[start] == other[start])
        {
            start++;
        }

        while (end < shorter - start && one[one.Length - 1 - end] == other[other.Length - 1 - end])
        {
            end++;
        }

        var (a, b) = (one.Substring(start, one.Length - start - end), other.Substring(start, other.Length - start - end));
        return (a.Length < 2 && b.Length < 2) || (a.Length == 2 && b.Length == 2 && a[0] == b[1] && a[1] == b[0]);
    }
}
