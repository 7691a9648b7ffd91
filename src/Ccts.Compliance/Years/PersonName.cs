using System;
using System.Linq;

namespace Ccts.Compliance.Years;

/// <summary>Names of people as they are compared: without the titles before them, since "Shri R. Iyer" is R. Iyer.</summary>
internal static class PersonName
{
    private static readonly string[] Titles = ["shri", "shree", "sri", "smt", "shrimati", "kumari", "km", "mr", "mrs", "ms", "miss", "dr", "prof", "er", "ca", "cma", "cs", "adv"];

    internal static bool Same(string one, string other) => PlainName.Same(WithoutTitles(one), WithoutTitles(other));

    internal static bool MayBeSame(string one, string other) => PlainName.MayBeSame(WithoutTitles(one), WithoutTitles(other));

    /// <summary>The name; a title that stands alone is one.</summary>
    internal static string WithoutTitles(string name)
    {
        var words = PlainName.Of(name).Split(' ').SelectMany(Parted).ToArray();
        var at = Array.FindIndex(words, w => Array.IndexOf(Titles, w.TrimEnd('.').ToLowerInvariant()) < 0);
        return at <= 0 ? name : string.Join(" ", words.Skip(at));
    }

    // "Dr.R. Iyer" is "Dr. R. Iyer".
    private static string[] Parted(string word) => word.IndexOf('.') is var at and > 0 && at < word.Length - 1 && Array.IndexOf(Titles, word.Substring(0, at).ToLowerInvariant()) >= 0 ? [word.Substring(0, at), word.Substring(at + 1)] : [word];
}
