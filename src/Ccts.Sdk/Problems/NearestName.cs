using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Problems;

/// <summary>
/// Finds which of several things, each with a key and names, somebody probably meant: by the same letters, by initials, across
/// slips of the pen and by the words in common.
/// </summary>
internal static class NearestName
{
    private const int MostSaid = 6;

    /// <summary>The keys of the nearest, the nearest first; none when nothing is near.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="candidates">The things with their names.</param>
    /// <param name="ofSubstances">Whether they are substances. A common word means little there: hydrogen is not sodium hydrogen carbonate, and carbon black is not black liquor.</param>
    internal static IReadOnlyList<string> Of(string word, IEnumerable<(string Key, IEnumerable<string> Names)> candidates, bool ofSubstances = false)
    {
        var asked = new Spelling(word);
        if (asked.Letters.Length is 0 or > Nearest.Longest)
        {
            return [];
        }

        var near = candidates.Take(Nearest.Most)
            .Select(c => (c.Key, Distance: c.Names.Prepend(c.Key).Min(name => asked.DistanceTo(new Spelling(name), ofSubstances))))
            .Where(c => c.Distance < Spelling.Far)
            .OrderBy(c => c.Distance)
            .ToList();

        // Names that share only a word are suggested together: "coal" occurs in several.
        return [.. near.TakeWhile(c => c.Distance <= near[0].Distance + (near[0].Distance < Spelling.WordsInCommon ? 0m : Spelling.OneWord)).Take(MostSaid).Select(c => c.Key)];
    }

    /// <summary>A name as it is compared: its letters and digits, its words, and their initials.</summary>
    private sealed class Spelling
    {
        internal const decimal WordsInCommon = 10m;
        internal const decimal OneWord = 1m / 5m;
        internal const decimal Far = 100m;
        private const int LettersForASlip = 4;
        private const string Filler = "other";
        private readonly string[] _words;

        internal Spelling(string text)
        {
            var plain = new string([.. text.Select(c => IsOfWord(c) ? char.ToLowerInvariant(c) : ' ')]);
            _words = plain.Split([' '], StringSplitOptions.RemoveEmptyEntries);
            Letters = string.Concat(_words);
        }

        internal string Letters { get; }

        // Vowel signs of Indian scripts belong to the name.
        private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

        private string Initials => _words.Length < 2 ? "" : new string([.. _words.Select(w => w[0])]);

        /// <summary>0 for the same letters; small for initials and slips; from <see cref="WordsInCommon"/> for a part of the words; otherwise <see cref="Far"/>.</summary>
        internal decimal DistanceTo(Spelling name, bool ofSubstances)
        {
            if (Letters == name.Letters)
            {
                return 0m;
            }

            if (Letters == name.Initials)
            {
                return 1m;
            }

            var slips = Slips(Letters, name.Letters);
            return slips < name.Letters.Length ? 1m + slips : InCommon(name, ofSubstances);
        }

        private decimal InCommon(Spelling name, bool ofSubstances)
        {
            static bool Same(string w, string n) => w == n || (Math.Min(w.Length, n.Length) >= LettersForASlip && Slips(w, n) < n.Length);

            var same = _words.Count(w => name._words.Any(n => Same(w, n)));
            if (ofSubstances && !IsOf(name, same, Same))
            {
                return Far;
            }

            if (same > 0)
            {
                return WordsInCommon + 1m - (2m * same / (_words.Length + name._words.Length));
            }

            var within = Math.Min(Letters.Length, name.Letters.Length) >= LettersForASlip && (Letters.Contains(name.Letters) || name.Letters.Contains(Letters));
            return within ? WordsInCommon + 1m : Far;
        }

        /// <summary>Whether both name one substance: the last word is the same, or the written words are at least half of the name.</summary>
        private bool IsOf(Spelling name, int same, Func<string, string, bool> alike) => same > 0
            ? alike(_words[_words.Length - 1], name._words[name._words.Length - 1]) || (same == _words.Length && 2 * same >= name._words.Count(w => w != Filler))
            : name.Letters.EndsWith(Letters, StringComparison.Ordinal) || Letters.EndsWith(name.Letters, StringComparison.Ordinal);

        /// <summary>The number of slips between two spellings; a very large number if there is more than one for every four letters, because two slips in "naptha" would reach other fuels.</summary>
        private static int Slips(string written, string meant)
        {
            var most = written.Length / LettersForASlip;
            var slips = Math.Abs(written.Length - meant.Length) > most ? int.MaxValue : Nearest.Distance(written, meant);
            return slips <= most ? slips : int.MaxValue;
        }
    }
}
