using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// The carbon that a material can hold by its name, if it is not a fuel of the ruleset. The last words before a purpose say what it is: "catalytic coke" is coke,
/// "naphtha to hydrogen unit" naphtha, "CO2 in urea" CO2. Brackets and words of form after it are ignored: "urea product (46 % N)" is urea.
/// </summary>
internal static class CarbonNames
{
    private static readonly string[] Until = ["to", "in", "into", "for", "of", "from", "at", "by", "with", "as", "on", "per"];
    private static readonly string[] Forms = ["gas", "liquid", "product", "granule", "pellet", "powder", "chip", "lump", "flake", "prill", "bag", "burn", "burnt", "pure", "grade", "export", "exported", "supplied", "stream"];

    internal static KeyValuePair<string, PlausibleSpan>? Find(string? name, PlausibilityRules rules)
    {
        var words = What(name);
        return rules.CarbonContents
            .Where(c => c.Key.Split(' ') is var key && key.Length <= words.Length && words.Skip(words.Length - key.Length).SequenceEqual(CountedTwice.Words(c.Key), StringComparer.OrdinalIgnoreCase))
            .OrderByDescending(c => c.Key.Length).Select(c => (KeyValuePair<string, PlausibleSpan>?)c).FirstOrDefault();
    }

    /// <summary>The words of a name that say what a thing is: without its purpose, brackets, numbers and words of form.</summary>
    internal static string[] What(string? name)
    {
        var plain = name ?? "";
        for (var open = plain.IndexOf('('); open > 0; open = plain.IndexOf('('))
        {
            plain = plain.IndexOf(')', open) is > 0 and var close ? plain.Remove(open, close - open + 1) : plain.Remove(open);
        }

        var words = CountedTwice.Words(plain).TakeWhile((w, i) => i == 0 || !Until.Contains(w, StringComparer.OrdinalIgnoreCase)).ToList();
        while (words.Count > 1 && words[words.Count - 1] is var last && (!last.Any(char.IsLetter) || Forms.Contains(last, StringComparer.OrdinalIgnoreCase) || CountedTwice.Stands(last)))
        {
            words.RemoveAt(words.Count - 1);
        }

        return [.. words];
    }

    /// <summary>Too much carbon in what leaves, or too little in what enters or burns, would earn certificates and withholds; the reverse is reported.</summary>
    internal static void Look(ReportCheck check, decimal content, KeyValuePair<string, PlausibleSpan> known, bool leaves, PlausibilityRules rules)
    {
        var span = known.Value;
        if (rules.Of(PlausibilityRules.KnownSpan) is { } range)
        {
            var reference = new Reference(span.Least, span.Most, span.Least > 0m ? range : range with { UnusualBelow = null, WithheldBelow = null });
            Suspicion.Look(check, "unusual-carbon-content", "carbonContent", "a carbon content", content, "t/t", reference, $"{known.Key} as it is known", KnownSlips.Fractions, isGrave: leaves ? content > span.Most : content < span.Least);
        }
    }
}
