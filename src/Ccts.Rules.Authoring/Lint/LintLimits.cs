using System.Collections.Generic;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>From where on lint looks again: limits of the ruleset, of no force. Rulesets published before there were any leave them out, and nothing is looked at.</summary>
internal static class LintLimits
{
    private const string TimesOfLastYear = "lint.times-of-last-year";

    internal static IReadOnlyList<string> All { get; } = [TimesOfLastYear];

    /// <summary>How many times last year's value, or what part of it, is no likely change; null where neither of the two rulesets says. Of two the lower: a limit does not judge itself.</summary>
    internal static decimal? Times(Ruleset ruleset, Ruleset? previous = null) => (Of(ruleset), previous is null ? null : Of(previous)) switch
    {
        ({ } own, { } before) => System.Math.Min(own, before),
        var (own, before) => own ?? before,
    };

    private static decimal? Of(Ruleset ruleset) =>
        ruleset.Parameters.TryGetValue(TimesOfLastYear, out var parameter) && parameter.On(ruleset.Year.LastDay) is { Text: { } text } && Scalars.TryDecimal(text, out var times, out _) && times > 1m ? times : null;
}
