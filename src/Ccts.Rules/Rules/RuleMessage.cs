using System;
using System.Collections.Generic;
using System.Text;

namespace Ccts.Rules.Rules;

/// <summary>The text of a finding, in English and Hindi, with the same placeholders such as <c>{order.price}</c> in both.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleMessage
{
    internal RuleMessage(string english, string hindi, bool hindiReviewed)
    {
        English = english;
        Hindi = hindi;
        HindiReviewed = hindiReviewed;
    }

    /// <summary>English.</summary>
    public string English { get; }

    /// <summary>Hindi.</summary>
    public string Hindi { get; }

    /// <summary>Whether a speaker of Hindi has reviewed the text.</summary>
    public bool HindiReviewed { get; }

    /// <summary>The names in braces, in their order; null if a brace is left open or alone.</summary>
    public static IReadOnlyList<string>? Placeholders(string text)
    {
        Require.NotNull(text);
        var names = new List<string>();
        var at = 0;
        while (true)
        {
            var open = text.IndexOf('{', at);
            var close = text.IndexOf('}', at);
            if (open < 0 || close < open)
            {
                return open < 0 && close < 0 ? names : null;
            }

            names.Add(text.Substring(open + 1, close - open - 1));
            at = close + 1;
        }
    }

    /// <summary>The text with each placeholder filled.</summary>
    /// <param name="text">The message as the ruleset has it.</param>
    /// <param name="valueOf">Gives the text of a placeholder.</param>
    public static string Fill(string text, Func<string, string> valueOf)
    {
        Require.NotNull(text);
        Require.NotNull(valueOf);
        var filled = new StringBuilder();
        var at = 0;
        foreach (var name in Placeholders(text) ?? [])
        {
            var open = text.IndexOf('{', at);
            filled.Append(text, at, open - at).Append(valueOf(name));
            at = open + name.Length + 2;
        }

        return filled.Append(text, at, text.Length - at).ToString();
    }
}
