using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>
/// Tells texts that state nothing: two unknown owners are not one owner. Blanks, characters that nobody sees and signs alone state nothing,
/// nor do the words of a list that is data.
/// </summary>
/// <remarks>Immutable and thread-safe. Reading a text that needs no mending allocates nothing.</remarks>
internal sealed class NotStated
{
    private const string Resource = "not-stated.txt";
    private const int LongestWord = 64;
    private readonly string[] _words;

    private NotStated(IEnumerable<string> folded) => _words = folded.Distinct(StringComparer.Ordinal).ToArray();

    /// <summary>The list that comes with the library.</summary>
    internal static NotStated Shipped { get; } = new(Load());

    /// <summary>The same list with words of a ruleset; those that cannot stand in it are left out.</summary>
    internal NotStated With(IEnumerable<string> words) => new(_words.Concat(words.Select(Fold).OfType<string>()));

    /// <summary>Whether a word can stand in the list: it has a letter or a digit, and no more than 64 of them.</summary>
    internal static bool IsWord(string word) => Fold(word) is not null;

    /// <summary>What a text states, as an eye sees it; null when that is nothing.</summary>
    internal string? Read(string text)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var length = Fold(text, folded);
        return length == 0 || IsListed(folded, length) ? null : VisibleText.Of(text);
    }

    private bool IsListed(ReadOnlySpan<char> folded, int length)
    {
        foreach (var word in _words)
        {
            if (word.Length == length && word[0] == folded[0] && folded.Slice(0, length).SequenceEqual(word.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Fold(string word)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var length = Fold(word, folded);
        return length is > 0 and <= LongestWord ? folded.Slice(0, length).ToString() : null;
    }

    /// <summary>
    /// Letters, their marks and digits alone, in small letters, after the sign with which errors of spreadsheets begin.
    /// Gives how many there are, also where there is no room for all; 0 when there is no letter and no digit.
    /// </summary>
    private static int Fold(string text, Span<char> folded)
    {
        var (length, saysSomething) = (0, false);
        for (var at = 0; at < text.Length; at += VisibleText.LengthAt(text, at))
        {
            var isOfWord = VisibleText.IsLetterOrDigit(text, at);
            if (isOfWord || (length == 0 ? text[at] == '#' : VisibleText.IsMark(text, at)))
            {
                for (var part = 0; part < VisibleText.LengthAt(text, at); part++, length++)
                {
                    if (length < folded.Length)
                    {
                        folded[length] = char.ToLowerInvariant(Narrow(text[at + part]));
                    }
                }
            }

            saysSomething |= isOfWord;
        }

        return saysSomething ? length : 0;
    }

    // Latin characters in the width of Chinese ones.
    private static char Narrow(char c) => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;

    private static List<string> Load()
    {
        using var stream = typeof(NotStated).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var words = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith("# ", StringComparison.Ordinal) && Fold(line) is { } word)
            {
                words.Add(word);
            }
        }

        return words;
    }
}
