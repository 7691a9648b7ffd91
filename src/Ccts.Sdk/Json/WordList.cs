using System;
using System.Collections.Generic;

namespace Ccts.Sdk.Json;

/// <summary>Short lists of words, asked for every value of a file: found without an enumerator.</summary>
internal static class WordList
{
    /// <summary>Whether the word is one of them, letter for letter.</summary>
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
