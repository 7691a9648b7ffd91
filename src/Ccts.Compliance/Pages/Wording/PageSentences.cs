using System;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using static Ccts.Compliance.Pages.Wording.IndianFigures;

namespace Ccts.Compliance.Pages.Wording;

/// <summary>Sentences about results: what a page answers, how far it could be otherwise, how far the target is.</summary>
internal static class PageSentences
{
    private const string Withheld = "no figure until what looks like a slip is mended or explained";

    internal static string Net(this PageWords words, long? net, bool isWithheld = false) => net switch
    {
        null when isWithheld => words[Withheld],
        null => words["no target at hand, so no figure"],
        0 => words["even at the year's end, no certificates either way"],
        > 0 => words.Say("{0} certificates over at the year's end", Whole(net.Value)),
        _ => words.Say("{0} certificates short at the year's end", Whole(-net.Value)),
    };

    internal static string Sentence(this PageWords words, CertificateResult result) => result.Kind switch
    {
        CertificateKind.Issue => words.Say("{0} certificates to be issued", Whole(result.Quantity!.Value)),
        CertificateKind.Surrender => words.Say("{0} certificates to be surrendered", Whole(result.Quantity!.Value)),
        CertificateKind.Nil => words["on target, no certificates either way"],
        CertificateKind.Withheld => words[Withheld],
        _ => words["no target at hand, so no figure"],
    };

    internal static string Range(this PageWords words, CertificateRange range)
    {
        if (range.Lowest.Kind != range.Highest.Kind || range is not { Lowest.Quantity: { } low, Highest.Quantity: { } high })
        {
            return words.Say("All open points together leave it between {0} and {1}.", words.Sentence(range.Lowest), words.Sentence(range.Highest));
        }

        var (least, most) = low > high ? (high, range.Lowest) : (low, range.Highest);
        return words.Say("All open points together leave it between {0} and {1}.", Whole(least), words.Sentence(most));
    }

    /// <summary>How far an intensity lies from its target; null without a target.</summary>
    internal static string? Gap(this PageWords words, IntensityResult intensity)
    {
        if (intensity.Target is not { TonnesPerUnit: > 0m } target)
        {
            return null;
        }

        var gap = intensity.Achieved - target;
        var (by, share) = (gap.TonnesPerUnit < 0m ? (target - intensity.Achieved).ToString() : gap.ToString(), Number(Math.Abs(gap.TonnesPerUnit) / target.TonnesPerUnit * 100m));
        return gap.TonnesPerUnit switch
        {
            0m => words["The achieved intensity is the target."],
            > 0m => words.Say("The achieved intensity is {0} above the target, {1} % of it.", by, share),
            _ => words.Say("The achieved intensity is {0} below the target, {1} % of it.", by, share),
        };
    }

    internal static string By(this PageWords words, Assessment assessment) =>
        words.Say("Figures by {0} revision {1}, {2}.", assessment.Ruleset.Id, $"{assessment.Ruleset.Revision}", assessment.Ruleset.Digest);
}
