using System;
using System.Linq;

namespace Ccts.Compliance.Years;

/// <summary>Names of people as they are compared: without the titles before them and the posts and degrees behind, since "Shri R. Iyer, Lead Auditor" is R. Iyer.</summary>
internal static class PersonName
{
    private static readonly string[] Titles = ["shri", "shree", "sri", "smt", "shrimati", "kumari", "km", "mr", "mrs", "ms", "miss", "dr", "prof", "er", "ca", "cma", "cs", "adv", "col", "maj", "capt", "lt", "brig", "gen", "cmde", "cdr", "sqn", "ldr", "wg"];
    private static readonly string[] Posts = ["lead", "auditor", "technical", "reviewer", "verifier", "energy", "manager", "engineer", "director", "partner", "be", "btech", "mtech", "phd", "retd", "ji"];

    // A first and a last name stay, whatever they are.
    private const int Fewest = 2;

    internal static bool Same(string one, string other) => PlainName.Same(WithoutTitles(one), WithoutTitles(other));

    internal static bool MayBeSame(string one, string other) => PlainName.MayBeSame(WithoutTitles(one), WithoutTitles(other));

    /// <summary>The name; a title that stands alone is one.</summary>
    internal static string WithoutTitles(string name)
    {
        var words = PlainName.Of(name).Split(' ').SelectMany(Parted).ToArray();
        var at = Array.FindIndex(words, w => Array.IndexOf(Titles, w.TrimEnd('.').ToLowerInvariant()) < 0);
        var (first, last) = (Math.Max(at, 0), words.Length);
        while (last - first > Fewest && Posts.Contains(string.Concat(words[last - 1].Where(char.IsLetter)).ToLowerInvariant(), StringComparer.Ordinal))
        {
            last--;
        }

        return first == 0 && last == words.Length ? name : string.Join(" ", words.Skip(first).Take(last - first));
    }

    // "Dr.R. Iyer" is "Dr. R. Iyer".
    private static string[] Parted(string word) => word.IndexOf('.') is var at and > 0 && at < word.Length - 1 && Array.IndexOf(Titles, word.Substring(0, at).ToLowerInvariant()) >= 0 ? [word.Substring(0, at), word.Substring(at + 1)] : [word];
}
