using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// The carbon that a material of a name can hold, where it is no fuel of the ruleset. The last words of a name say what it is, up to what it is for: "catalytic coke" is coke,
/// "naphtha to hydrogen unit" naphtha, "CO2 in urea" CO2.
/// </summary>
internal static class CarbonNames
{
    private static readonly string[] Until = ["to", "in", "into", "for", "of", "from", "at", "by", "with", "as"];

    internal static KeyValuePair<string, PlausibleSpan>? Find(string? name, PlausibilityRules rules)
    {
        var words = CountedTwice.Words(name ?? "").TakeWhile((w, i) => i == 0 || !Until.Contains(w, StringComparer.OrdinalIgnoreCase)).ToArray();
        return rules.CarbonContents
            .Where(c => c.Key.Split(' ') is var key && key.Length <= words.Length && words.Skip(words.Length - key.Length).SequenceEqual(CountedTwice.Words(c.Key), StringComparer.OrdinalIgnoreCase))
            .OrderByDescending(c => c.Key.Length).Select(c => (KeyValuePair<string, PlausibleSpan>?)c).FirstOrDefault();
    }

    /// <summary>Too much carbon in what leaves, or too little in what enters or burns, is certificates, and withholds; the other way round it is told.</summary>
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
