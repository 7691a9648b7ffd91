using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// The carbon that a material can hold by its name, if it is not a fuel of the ruleset. The last words before a purpose say what it is: "catalytic coke" is coke,
/// "naphtha to hydrogen unit" naphtha, "CO2 in urea" CO2. Brackets and words of form after it are ignored: "urea product (46 % N)" is urea.
/// </summary>
internal static class CarbonNames
{
    private static readonly string[] Until = ["to", "in", "into", "for", "of", "from", "at", "by", "with", "as", "on", "per"];
    private static readonly string[] Forms = ["gas", "liquid", "product", "granule", "pellet", "powder", "chip", "lump", "flake", "prill", "bag", "burn", "burnt", "pure", "grade", "export", "exported", "imported", "supplied", "stream"];
    private static readonly string[] Feeds = ["feed", "feedstock", "charge"];
    private const int LongestAbbreviation = 3;

    internal static KeyValuePair<string, PlausibleSpan>? Find(string? name, PlausibilityRules rules)
    {
        var words = Fed(What(name));
        return rules.CarbonContents
            .Where(c => EndsWith(words, CountedTwice.Words(c.Key)))
            .OrderByDescending(c => c.Key.Length).Select(c => (KeyValuePair<string, PlausibleSpan>?)c).FirstOrDefault();
    }

    /// <summary>The fuel of the ruleset that a material is called by: "naphtha to hydrogen unit" is naphtha. Abbreviations are not looked at: MS is motor spirit, and mild steel.</summary>
    internal static FuelFactor? FuelOf(string? name, IEnumerable<FuelFactor> fuels)
    {
        string[] said = Fed(Said(name)), what = What(name);
        bool IsCalled(string[] words) => words.Length > 0 && (EndsWith(said, words) || EndsWith(what, words));
        return fuels.SelectMany(f => f.AlsoCalled.Where(n => n.Length > LongestAbbreviation).Append(f.Name).Append(f.Key).Select(n => (Fuel: f, Words: CountedTwice.Words(n))))
            .Where(n => IsCalled(n.Words)).OrderByDescending(n => n.Words.Length).Select(n => n.Fuel).FirstOrDefault();
    }

    /// <summary>What is fed: "naphtha feed" is naphtha.</summary>
    private static string[] Fed(string[] words) => words.Length > 1 && Feeds.Contains(words[words.Length - 1], StringComparer.OrdinalIgnoreCase) ? [.. words.Take(words.Length - 1)] : words;

    private static bool EndsWith(string[] words, string[] name) =>
        name.Length <= words.Length && words.Skip(words.Length - name.Length).SequenceEqual(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The words of a name that say what a thing is: without its purpose, brackets, numbers and words of form.</summary>
    internal static string[] What(string? name)
    {
        var words = Said(name).ToList();
        while (words.Count > 1 && words[words.Count - 1] is var last && (!last.Any(char.IsLetter) || Forms.Contains(last, StringComparer.OrdinalIgnoreCase) || CountedTwice.Stands(last)))
        {
            words.RemoveAt(words.Count - 1);
        }

        return [.. words];
    }

    /// <summary>The words of a name before its purpose, without brackets.</summary>
    private static string[] Said(string? name)
    {
        var plain = name ?? "";
        for (var open = plain.IndexOf('('); open > 0; open = plain.IndexOf('('))
        {
            plain = plain.IndexOf(')', open) is > 0 and var close ? plain.Remove(open, close - open + 1) : plain.Remove(open);
        }

        return [.. CountedTwice.Words(plain).TakeWhile((w, i) => i == 0 || !Until.Contains(w, StringComparer.OrdinalIgnoreCase))];
    }

    /// <summary>Too much carbon in what leaves, or too little in what enters or burns, would earn certificates and withholds; the reverse is reported.</summary>
    internal static void Look(ReportCheck check, decimal content, KeyValuePair<string, PlausibleSpan> known, bool leaves, PlausibilityRules rules, string field = "carbonContent", string what = "a carbon content")
    {
        var span = known.Value;
        if (rules.Of(PlausibilityRules.KnownSpan) is { } range)
        {
            Suspicion.Look(check, "unusual-carbon-content", field, what, content, "t/t", Reference.Within(span, range), $"{known.Key} as it is known", KnownSlips.Fractions, isGrave: leaves ? content > span.Most : content < span.Least);
        }
    }
}
