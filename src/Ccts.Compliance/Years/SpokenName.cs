using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Ccts.Compliance.Years;

/// <summary>
/// Compares names by sound: an Indian name has many spellings in Latin letters, so "Nair" and "Nayar", "Chaudhary" and "Chowdhury", "Laxmi" and "Lakshmi", "Joginder" and "Yogendra" may be one
/// person's. It compares consonants without breath and length, and whether a vowel begins; with only one such sound it also compares the ending, so that Rao matches Row and Rau but not Roy.
/// </summary>
internal static class SpokenName
{
    // Subramaniam is also Subramanian; Ram is not Ran.
    private const int LongName = 3;
    private const char FirstGreek = '\u0370';
    private const char FirstIndian = '\u0900';
    private const char LastIndian = '\u0E00';
    private const string Vowels = "aeiouy";

    // In the east of India v is said and written b, and a Banerjee is also a Bandyopadhyay.
    private static readonly (string Spelt, string Said)[] Sounds =
    [
        ("ndyopadhyay", "nerji"), ("ndopadhyay", "nerji"), ("ngopadhyay", "nguli"), ("opadhyay", "erji"), ("charjee", "charya"), ("charji", "charya"),
        ("ph", "f"), ("ch", "C"), ("ck", "k"), ("c", "k"), ("q", "k"), ("x", "ks"), ("ow", "o"), ("w", "v"), ("b", "v"), ("z", "j"),
    ];

    /// <summary>Whether two words, prepared for comparing names, sound alike.</summary>
    internal static bool Same(string one, string other) =>
        IsLatin(one) && IsLatin(other) && (Short(one) == Short(other) || Said(one) == Said(other) || Said(OfGoa(one)) == Said(OfGoa(other)));

    // Fernandez is also Fernandes.
    private static string OfGoa(string word) => word.EndsWith("ez", StringComparison.Ordinal) ? word.Substring(0, word.Length - 1) + "s" : word;

    /// <summary>Whether two names have no script in common, so that it is unclear whether they are one.</summary>
    internal static bool IsOfAnotherScript(string one, string other) => Scripts(one) is { Count: > 0 } a && Scripts(other) is { Count: > 0 } b && !a.Overlaps(b);

    private static string Said(string word)
    {
        // Letters that are doubled are one sound, and two of them with a vowel between are two: Srihari is not Sri.
        var spelt = Sounds.Aggregate(word, (w, s) => w.Replace(s.Spelt, s.Said));
        var said = Short(spelt.Substring(0, 1) + spelt.Substring(1).Replace("h", ""));
        var all = (Vowels.IndexOf(said[0]) is >= 0 and < 5 ? "a" : said[0] == 'y' ? "j" : said.Substring(0, 1)) + string.Concat(said.Skip(1).Where(c => Vowels.IndexOf(c) < 0));
        var sounds = all.Length > LongName && all[all.Length - 1] == 'm' ? all.Substring(0, all.Length - 1) + 'n' : all;
        return sounds.Length > 1 ? sounds : sounds + Ending(said.TrimEnd('h'));
    }

    // Rao and Rau end alike, as Roy, Ray and Rai do, and Jha and Jah.
    private static char Ending(string said) => said.LastOrDefault() switch { 'o' or 'u' => 'o', 'i' or 'y' or 'e' => 'e', _ => 'a' };

    // "Raao" is Rao.
    private static string Short(string word) => word.Aggregate(new StringBuilder(word.Length), (w, c) => w.Length > 0 && w[w.Length - 1] == c ? w : w.Append(c)).ToString();

    // Each script of India has its own 128 characters; Latin letters with marks or of full width are Latin, and all others are one.
    private static HashSet<int> Scripts(string text) => new(text.Where(char.IsLetter).Select(c => c is < FirstGreek or (>= '\uFF21' and <= '\uFF5A') ? 0 : c is >= FirstIndian and < LastIndian ? c >> 7 : 1));

    private static bool IsLatin(string word) => word.Length > 1 && word.All(IsLatin);

    private static bool IsLatin(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
