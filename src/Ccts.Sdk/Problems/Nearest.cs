using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Problems;

/// <summary>Finds the word somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>The longest word that is compared; a longer one is not a typing slip.</summary>
    internal const int Longest = 64;

    /// <summary>Candidates looked at: real lists have hundreds, but hostile input may have a million.</summary>
    internal const int Most = 1000;

    /// <summary>A sentence that suggests the candidate that was probably meant, or null if none is near. The value itself is never assumed.</summary>
    public static string? Hint(string word, IEnumerable<string> candidates)
    {
        Require.NotNull(word);
        Require.NotNull(candidates);
        string? best = null;
        var bestDistance = Math.Max(1, word.Length / 3) + 1;
        var sought = word.Length > Longest ? [] : Require.Each(candidates).Take(Most).ToList();
        foreach (var candidate in sought)
        {
            // Every character too many or too few is one edit.
            var distance = Math.Abs(candidate.Length - word.Length) >= bestDistance ? int.MaxValue : Distance(word, candidate);
            if (distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        // "Steel" is many edits away from "Iron & steel" although that is meant, so whole words of names are compared too.
        best ??= NearestName.Of(word, sought.Where(c => c.Contains(' ') || word.Contains(' ')).Select(c => (c, Enumerable.Empty<string>()))) is [var named, ..] ? named : null;
        return best is null ? null : $"Did you mean \"{best}\"?";
    }

    /// <summary>Whether one word is probably a slip of the other: at most every fourth character differs.</summary>
    public static bool IsSlip(string written, string meant)
    {
        Require.NotNull(written);
        Require.NotNull(meant);
        var most = Math.Max(1, meant.Length / 4);
        return written.Length <= Longest && Math.Abs(written.Length - meant.Length) <= most && Distance(written, meant) <= most;
    }

    /// <summary>Levenshtein's edit distance, ignoring case.</summary>
    internal static int Distance(string a, string b)
    {
        var previous = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (same ? 0 : 1));
            }

            previous = current;
        }

        return previous[b.Length];
    }
}
