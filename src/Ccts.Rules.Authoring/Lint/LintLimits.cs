using System.Collections.Generic;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>Thresholds of lint: limits of the ruleset without legal force. Older rulesets leave them out, and then nothing is compared.</summary>
internal static class LintLimits
{
    private const string TimesOfLastYear = "lint.times-of-last-year";

    internal static IReadOnlyList<string> All { get; } = [TimesOfLastYear];

    /// <summary>The factor beyond which a change from last year is unlikely; null if neither ruleset states it. The lower of two counts, so that a limit does not excuse itself.</summary>
    internal static decimal? Times(Ruleset ruleset, Ruleset? previous = null) => (Of(ruleset), previous is null ? null : Of(previous)) switch
    {
        ({ } own, { } before) => System.Math.Min(own, before),
        var (own, before) => own ?? before,
    };

    private static decimal? Of(Ruleset ruleset) =>
        ruleset.Parameters.TryGetValue(TimesOfLastYear, out var parameter) && parameter.On(ruleset.Year.LastDay) is { Text: { } text } && Scalars.TryDecimal(text, out var times, out _) && times > 1m ? times : null;
}
