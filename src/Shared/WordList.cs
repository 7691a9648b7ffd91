using System;
using System.Collections.Generic;

namespace Ccts;

/// <summary>Look-ups in short lists of words, made for every value of a file; they allocate no enumerator.</summary>
internal static class WordList
{
    /// <summary>Whether the word is one of them, letter for letter.</summary>
    internal static bool Holds(this string[] words, string? word)
    {
        foreach (var known in words)
        {
            if (string.Equals(known, word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc cref="Holds(string[], string?)"/>
    internal static bool Holds(this IReadOnlyList<string> words, string? word)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (string.Equals(words[i], word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
