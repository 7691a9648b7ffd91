using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Ccts.Compliance.Years;

/// <summary>
/// Compares names of people without titles before them, and without what follows a comma, bracket, slash or dash, such as a post or a degree:
/// "Shri R. Iyer, Lead Auditor" is R. Iyer. It is unclear whether two names are one person where all words of one match words of the other, in full, by initial or by sound.
/// </summary>
internal static class PersonName
{
    private static readonly string[] Titles = ["shri", "shree", "sri", "smt", "shrimati", "kumari", "km", "mr", "mrs", "ms", "miss", "dr", "prof", "er", "ca", "cma", "cs", "adv", "col", "maj", "capt", "lt", "brig", "gen", "cmde", "cdr", "sqn", "ldr", "wg"];
    private static readonly char[] Ends = [',', ';', '(', '[', '/'];
    private static readonly string[] Dashes = [" - ", " \u2013 ", " \u2014 "];
    private static readonly char[] Parts = [' ', '.', '-'];

    // At least two words, a first and a last name, are kept.
    private const int Fewest = 2;

    // "AK Sharma" is A. K. Sharma, "APJ Kalam" A. P. J. Kalam; of four letters or more it is a name.
    private const int MostInitials = 3;

    // Of the number behind a name: EA, Reg. No.
    private const int LongestLabel = 3;

    // "Mohd" is Mohammed; with fewer letters, the beginning of a name may be that of many.
    private const int Stem = 4;
    private static readonly string[] Labels = ["no", "reg", "regn", "registration", "id", "emp", "employee", "membership"];

    internal static bool Same(string one, string other) => Is(one, other) == true;

    internal static bool MayBeSame(string one, string other) => Is(one, other) is null;

    /// <summary>Whether two names belong to one person; null where it is unclear. Different numbers beside the names mean two people, and one number beside names that may be one person's means one.</summary>
    /// <param name="one">The name that was written first.</param>
    /// <param name="other">The other; a number beside it alone makes it another person's.</param>
    internal static bool? Is(string one, string other)
    {
        var (a, b) = (Name(one), Name(other));
        var (numbersOfA, numbersOfB) = (Numbers(one), Numbers(other));
        var (hasA, hasB) = (numbersOfA.Count > 0, numbersOfB.Count > 0);
        if (hasA && hasB && numbersOfA.Except(numbersOfB, StringComparer.Ordinal).Any() && numbersOfB.Except(numbersOfA, StringComparer.Ordinal).Any())
        {
            return false;
        }

        return PlainName.Same(a, b) ? true
            : !MayBe(a, b) && !AreJoined(Split(Head(PlainName.Of(one)), false), Split(Head(PlainName.Of(other)), false)) ? false
            : hasA && hasB ? true
            : hasB ? false
            : null;
    }

    private static bool MayBe(string a, string b) =>
        PlainName.Alike(a, b) || SpokenName.IsOfAnotherScript(a, b) || MayBe(Split(a, false), Split(b, false)) || MayBe(Split(a, true), Split(b, true)) || MayBe(WithoutTitle(a), WithoutTitle(b));

    // The name without its titles where two words of it are left: "MS Rao" may be M. S. Rao; and without a number, "Rita Iyer EA-12", "Rita Iyer Reg. No. 12" or "EA-12 Rita Iyer".
    private static string Name(string name)
    {
        var words = Head(PlainName.Of(name)).Split(' ').SelectMany(Parted).SkipWhile(w => w.Any(char.IsDigit)).ToList();
        if (words.FindIndex(w => w.Any(char.IsDigit)) is var number and > 0)
        {
            while (number > 1 && IsLabel(words[number - 1]))
            {
                number--;
            }

            words = words.GetRange(0, number);
        }

        var first = words.TakeWhile(IsTitle).Count();
        while (first > 0 && words.Skip(first).Sum(w => w.Split(Parts, StringSplitOptions.RemoveEmptyEntries).Length) < Fewest)
        {
            first--;
        }

        return string.Join(" ", words.Skip(first));
    }

    private static bool IsLabel(string word) => (word.Length <= LongestLabel && !word.Any(char.IsLower)) || Labels.Contains(word.TrimEnd('.', ':'), StringComparer.OrdinalIgnoreCase);

    private static string Head(string name)
    {
        var end = Dashes.Select(d => name.IndexOf(d, StringComparison.Ordinal)).Append(name.IndexOfAny(Ends)).Where(at => at > 0).DefaultIfEmpty(name.Length).Min();
        return name.Substring(0, end).Trim();
    }

    // "R. Iyer (EA-1234)": a number that distinguishes people of one name, in the digits of any script; EA-07 is EA-7.
    private static List<string> Numbers(string name)
    {
        var digits = string.Concat(name.Select(c => CharUnicodeInfo.GetDecimalDigitValue(c) is >= 0 and var digit ? (char)('0' + digit) : ' '));
        return [.. digits.Split([' '], StringSplitOptions.RemoveEmptyEntries).Select(n => n.TrimStart('0') is { Length: > 0 } number ? number : "0")];
    }

    // "Dr.R. Iyer" is "Dr. R. Iyer".
    private static string[] Parted(string word) => word.IndexOf('.') is var at and > 0 && at < word.Length - 1 && IsTitle(word.Substring(0, at)) ? [word.Substring(0, at + 1), word.Substring(at + 1)] : [word];

    private static bool IsTitle(string word) => Array.IndexOf(Titles, word.TrimEnd('.').ToLowerInvariant()) >= 0;

    // "Dr. Rao" may be Mr. Rao; "MS Rao", with only the first word in capitals, has initials instead of a title.
    private static List<string> WithoutTitle(string name)
    {
        var words = name.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        var isTitled = words.Length == Fewest && IsTitle(words[0]) && (words[0].Any(char.IsLower) || words[0][words[0].Length - 1] == '.' || !words[1].Any(char.IsLower));
        return Split(isTitled ? words[1] : name, false);
    }

    private static List<string> Split(string name, bool initials) =>
        [.. name.Split(Parts, StringSplitOptions.RemoveEmptyEntries).SelectMany(w => initials && w.Length <= MostInitials && w.All(char.IsUpper) ? w.Select(c => c.ToString()) : [w]).Select(PlainName.Key)];

    private static bool MayBe(List<string> one, List<string> other)
    {
        var (few, many) = one.Count <= other.Count ? (one, other.ToList()) : (other, one.ToList());
        var left = few.Where(w => !many.Remove(w)).ToList();
        return ((few.Count > 0 && few.TrueForAll(w => w.Length == 1)) || few.Exists(w => w.Length > 1 && (!left.Contains(w) || many.Exists(m => SpokenName.Same(w, m))))) && left.TrueForAll(w => many.FindIndex(m => SpokenName.Same(w, m) || Shortens(w, m) || Shortens(m, w)) is var at and >= 0 && RemoveAt(many, at));
    }

    // "Omprakash Verma" may be Om Prakash, and "Sriram" Sri Ram, which is no title there: two words that stand together are written as one.
    // A whole name that is joined begins as the word that it is: Ana Li is not Anil Kumar.
    private static bool AreJoined(List<string> one, List<string> other) => Joined(one).Any(a => AreOf(a, other)) || Joined(other).Any(b => AreOf(b, one));

    private static bool AreOf(List<string> joined, List<string> other) => (joined.Count > 1 || other.Count == 1 || other.Exists(w => string.CompareOrdinal(w, 0, joined[0], 0, Stem) == 0)) && MayBe(joined, other);

    private static IEnumerable<List<string>> Joined(List<string> name) =>
        Enumerable.Range(1, Math.Max(name.Count - 1, 0)).Where(i => name[i - 1].Length > 1 && name[i].Length > 1).Select(i => (List<string>)[.. name.Take(i - 1), name[i - 1] + name[i], .. name.Skip(i + 1)]);

    private static bool RemoveAt(List<string> words, int at)
    {
        words.RemoveAt(at);
        return true;
    }

    // R. is Rita, and Md. is Mohd. or Mohammed: the first letter, consonants alone in the order of the name, or its beginning and its end.
    private static bool Shortens(string word, string name)
    {
        if (word.Length == 0 || word.Length >= name.Length || word[0] != name[0] || !char.IsLetter(word[0]))
        {
            return HindiInitial.Begins(word, name);
        }

        var at = 0;
        foreach (var c in name)
        {
            at += at < word.Length && word[at] == c ? 1 : 0;
        }

        return (at == word.Length && (word.Length == 1 || !word.Any(c => "aeiou".Contains(c)))) || (word.Length >= Stem && word[word.Length - 1] == name[name.Length - 1] && "aeiou".IndexOf(word[word.Length - 1]) < 0 && name.StartsWith(word.Substring(0, word.Length - 1), StringComparison.Ordinal));
    }
}
