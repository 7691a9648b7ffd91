using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Ccts.Rules.Law;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>Finds Hindi text that is missing, repeats the English, states other numbers, or was not reviewed.</summary>
internal static class LanguageCheck
{
    // The block of Devanagari in Unicode.
    private const char FirstDevanagari = '\u0900';
    private const char LastDevanagari = '\u097F';

    internal static void Check(LintSubject subject)
    {
        var own = subject.Rules.Where(r => subject.IsOwn(r.Place)).ToList();
        foreach (var rule in own)
        {
            Check(subject, rule.Place, $"message of \"{rule.Id}\"", Prose(rule.Message.English), Prose(rule.Message.Hindi));
        }

        var unsigned = own.Count(r => !r.Message.HindiReviewed);
        if (unsigned > 0)
        {
            subject.Tell("hindi-not-reviewed", own[0].Place with { Pointer = "/rules" }, $"{unsigned} of {own.Count} Hindi messages are not signed by a speaker.", "Set \"hiReviewed\": true once one has.");
        }

        Titles(subject, "rules", own.Select(r => (r.Id, r.Titled, r.Place)).ToList());
        Titles(subject, "parameters", subject.Ruleset.Parameters.Values.Where(p => subject.IsOwn(p.Place)).Select(p => (p.Path, p.Titled, p.Place)).ToList());
    }

    // A file without any Hindi title is an English ruleset, which is remarked once; a single missing title is a mistake.
    private static void Titles(LintSubject subject, string what, List<(string Name, LawTitle Title, SourcePlace Place)> titles)
    {
        var hindi = titles.Where(t => t.Title.Hindi is not null).ToList();
        foreach (var (name, title, place) in hindi)
        {
            Check(subject, place, $"title of \"{name}\"", title.English, title.Hindi!);
        }

        foreach (var (name, _, place) in titles.Where(t => hindi.Count > 0 && t.Title.Hindi is null))
        {
            subject.Warn("hindi-title-missing", place, $"\"{name}\" has no Hindi title: Hindi pages show its English one.", "\"title\": { \"en\": \"…\", \"hi\": \"…\" }");
        }

        if (titles.Count > 0 && hindi.Count == 0)
        {
            subject.Tell("hindi-title-missing", titles[0].Place with { Pointer = "/" + what }, $"None of {titles.Count} titles of {what} has Hindi: Hindi pages show the English ones.");
        }

        var unsigned = hindi.Count(t => !t.Title.HindiReviewed);
        if (unsigned > 0)
        {
            subject.Tell("hindi-title-not-reviewed", titles[0].Place with { Pointer = "/" + what }, $"{unsigned} of {hindi.Count} Hindi titles of {what} are not signed by a speaker.", "Set \"hiReviewed\": true once one has.");
        }
    }

    private static void Check(LintSubject subject, SourcePlace place, string what, string english, string hindi)
    {
        if (hindi.Trim() == english.Trim())
        {
            subject.Warn("hindi-is-english", place, $"The Hindi {what} is the English one.", "words in Hindi");
        }
        else if (!hindi.Any(c => c is >= FirstDevanagari and <= LastDevanagari))
        {
            subject.Warn("hindi-missing", place, $"The Hindi {what} holds no Hindi.", "words in Hindi");
        }
        else if (!Numbers(english).SequenceEqual(Numbers(hindi), System.StringComparer.Ordinal))
        {
            subject.Warn("numbers-differ", place, $"The English {what} states {Show(Numbers(english))}, the Hindi one {Show(Numbers(hindi))}.", "the same numbers in both");
        }
    }

    // The text without its placeholders, which are the same in both languages.
    private static string Prose(string text) => RuleMessage.Fill(text, _ => "");

    private static List<string> Numbers(string text)
    {
        var numbers = new List<string>();
        var number = new StringBuilder();
        foreach (var c in text + " ")
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber)
            {
                number.Append((int)char.GetNumericValue(c));
            }
            else if (number.Length > 0)
            {
                numbers.Add(number.ToString());
                number.Clear();
            }
        }

        numbers.Sort(System.StringComparer.Ordinal);
        return numbers;
    }

    private static string Show(List<string> numbers) => numbers.Count == 0 ? "none" : string.Join(", ", numbers);
}
