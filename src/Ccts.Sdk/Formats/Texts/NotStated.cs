using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace Ccts.Sdk.Formats.Texts;

/// <summary>
/// Recognises text without content, because two unknown owners are not one owner: blanks, invisible characters and signs alone,
/// words of a list that is data, and unfilled placeholders of a template.
/// </summary>
/// <remarks>Immutable and thread-safe. Reading a text that needs no mending allocates nothing.</remarks>
public sealed class NotStated
{
    private const string Everywhere = "not-stated.txt";
    private const string InNames = "not-a-name.txt";
    private const int LongestWord = 64;
    private const int LastDepth = 2;

    private static readonly char[] DrawnAsLetters = ['0', '1'];

    // In a flag these are values; in a name they have no content.
    private static readonly NotStated Answers = new(["yes", "no", "true", "false", "हाँ", "नहीं"]);

    private readonly bool _isOfNames;
    private readonly string[] _words;
    private readonly string[]?[] _ofLength = new string[]?[LongestWord + 1];

    private NotStated(IEnumerable<string> folded, bool isOfNames = false)
    {
        _isOfNames = isOfNames;
        _words = folded.Distinct(StringComparer.Ordinal).ToArray();
        foreach (var alike in _words.GroupBy(w => w.Length))
        {
            _ofLength[alike.Key] = [.. alike];
        }
    }

    /// <summary>The list that comes with the library.</summary>
    public static NotStated Shipped { get; } = new(Load(Everywhere));

    /// <summary>The shipped list for the name of a person or an organisation; see <see cref="ForNames"/>.</summary>
    public static NotStated OfNames { get; } = Shipped.ForNames();

    /// <summary>The same list with what people write to come past a field where somebody is to be named: <c>test</c>, <c>ABC Ltd</c>, <c>John Doe</c>.</summary>
    public NotStated ForNames() => new(_words.Concat(Load(InNames)), isOfNames: true);

    /// <summary>The same list with words of a ruleset; words that the list cannot hold are left out.</summary>
    public NotStated With(IEnumerable<string> words) => new(_words.Concat(Require.Each(words).Select(Fold).OfType<string>()), _isOfNames);

    /// <summary>Whether a word can stand in the list: it has a letter or a digit, and no more than 64 of them.</summary>
    public static bool IsWord(string word) => Fold(Require.NotNull(word)) is not null;

    /// <summary>A name as the eye sees it; null if it has no content. Zeros alone, which programs write into empty cells, and yes or no have none.</summary>
    public string? Read(string text) => IsSilent(text) || HasOnlyZeros(text) || Answers.IsSilent(text, 0, text.Length) || (_isOfNames && IsNoName(text)) ? null : VisibleText.Of(text);

    /// <summary>Whether a text has no content as a name, a number or a day: it is listed, or each of its parts or words is.</summary>
    public bool IsSilent(string text) => IsSilent(Require.NotNull(text), 0, text.Length) || UnfilledPlace.Is(VisibleText.Of(text)) || EveryPartIsSilent(text, 0, text.Length, depth: 0);

    /// <summary>The same of a sentence, which may begin as a prompt does: "To be reviewed each quarter", "Enter the readings daily".</summary>
    public bool IsSilentSentence(string text) => IsSilent(Require.NotNull(text), 0, text.Length) || UnfilledPlace.IsOfTemplate(VisibleText.Of(text)) || EveryPartIsSilent(text, 0, text.Length, depth: 0);

    // A bracket explains what is before it: "NA (as per BEE)" names nobody. "N0NE" is none, and "nu11" is null.
    private bool IsNoName(string text) => VisibleText.Of(text) is var seen
        && (NoName.IsTurned(text) || NoName.Is(seen) || (seen.IndexOfAny(DrawnAsLetters) >= 0 && IsSilent(seen.Replace('0', 'o').Replace('1', 'l'))) || (seen.IndexOf('(') is > 0 and var bracket && seen[seen.Length - 1] == ')' && IsSilent(seen.Substring(0, bracket))));

    // "N/A; not known" and "null null" say no more than each of their parts.
    private bool EveryPartIsSilent(string text, int from, int to, int depth)
    {
        for (var (at, start) = (from, from); at <= to; at++)
        {
            if (at < to && !Separates(depth, text[at]))
            {
                continue;
            }

            if (!IsSilent(text, start, at) && (depth == LastDepth || !EveryPartIsSilent(text, start, at, depth + 1)))
            {
                return false;
            }

            start = at + 1;
        }

        return true;
    }

    // Phrases, then words, then parts at a slash: "n/a" itself is a word.
    private static bool Separates(int depth, char c) => depth switch
    {
        0 => c is ';' or ',' or '|' or '(' or ')' or '[' or ']' or '\r' or '\n',
        1 => char.IsWhiteSpace(c),
        _ => c == '/',
    };

    // The address of nobody is 0x0.
    private static bool HasOnlyZeros(string text)
    {
        for (var at = text.Length > 2 && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? 2 : 0; at < text.Length; at += VisibleText.LengthAt(text, at))
        {
            if (VisibleText.IsLetterOrDigit(text, at) && CharUnicodeInfo.GetDecimalDigitValue(text, at) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSilent(string text, int from, int to)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var length = Fold(text, from, to, folded);
        return length == 0 || IsListed(folded, length);
    }

    private bool IsListed(ReadOnlySpan<char> folded, int length)
    {
        foreach (var word in length > LongestWord ? [] : _ofLength[length] ?? [])
        {
            if (word[0] == folded[0] && folded.Slice(0, length).SequenceEqual(word.AsSpan()))
            {
                return true;
            }
        }

        return false;
    }

    private static string? Fold(string word)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var length = Fold(word, 0, word.Length, folded);
        return length is > 0 and <= LongestWord ? folded.Slice(0, length).ToString() : null;
    }

    /// <summary>
    /// Only letters, their marks and digits, without case, width and dress, after the sign with which spreadsheet errors or database nulls begin.
    /// Returns how many there are, also if there is no room for all; 0 if there is no letter and no digit.
    /// </summary>
    private static int Fold(string text, int from, int to, Span<char> folded)
    {
        var (length, saysSomething) = (0, false);
        for (var at = from; at < to; at += VisibleText.LengthAt(text, at))
        {
            var isOfWord = VisibleText.IsLetterOrDigit(text, at);
            if (isOfWord || (length == 0 ? text[at] is '#' or '\\' : VisibleText.IsMark(text, at) && !PlainName.IsAccent(text[at])))
            {
                var styled = StyledLetters.At(text, at);
                for (var part = 0; part < (styled is null ? VisibleText.LengthAt(text, at) : 1); part++, length++)
                {
                    if (length < folded.Length)
                    {
                        folded[length] = Plain(styled ?? text[at + part]);
                    }
                }
            }

            saysSomething |= isOfWord;
        }

        return saysSomething ? length : 0;
    }

    // Latin characters in the width of Chinese ones too.
    private static char Plain(char c) => char.ToLowerInvariant(c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c);

    private static List<string> Load(string resource)
    {
        using var stream = typeof(NotStated).Assembly.GetManifestResourceStream(resource)!;
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
