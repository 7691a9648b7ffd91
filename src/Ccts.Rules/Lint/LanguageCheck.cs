using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Ccts.Rules.Rules;

namespace Ccts.Rules.Lint;

/// <summary>Hindi that is missing, is the English text again, states other numbers, or that nobody has signed.</summary>
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
            Check(subject, rule);
        }

        var unsigned = own.Count(r => !r.Message.HindiReviewed);
        if (unsigned > 0)
        {
            subject.Tell("hindi-not-reviewed", own[0].Place with { Pointer = "/rules" }, $"{unsigned} of {own.Count} Hindi messages are not signed by a speaker.", "Set \"hiReviewed\": true once one has.");
        }
    }

    private static void Check(LintSubject subject, Rule rule)
    {
        var (english, hindi) = (Prose(rule.Message.English), Prose(rule.Message.Hindi));
        if (hindi.Trim() == english.Trim())
        {
            subject.Warn("hindi-is-english", rule.Place, $"The Hindi message of \"{rule.Id}\" is the English one.", "a message in Hindi");
        }
        else if (!hindi.Any(c => c is >= FirstDevanagari and <= LastDevanagari))
        {
            subject.Warn("hindi-missing", rule.Place, $"The Hindi message of \"{rule.Id}\" holds no Hindi.", "a message in Hindi");
        }
        else if (!Numbers(english).SequenceEqual(Numbers(hindi), System.StringComparer.Ordinal))
        {
            subject.Warn("numbers-differ", rule.Place, $"The English message of \"{rule.Id}\" states {Show(Numbers(english))}, the Hindi one {Show(Numbers(hindi))}.", "the same numbers in both");
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
