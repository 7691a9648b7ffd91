using System;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using static Ccts.Compliance.Pages.Wording.IndianFigures;

namespace Ccts.Compliance.Pages.Wording;

/// <summary>Sentences about results: the page's answer, its range, the distance to the target.</summary>
internal static class PageSentences
{
    private const string Withheld = "no figure until what looks like a slip is mended or explained";

    private const string NonePrinted = "the schedule prints no target for the year, so nothing is earned and nothing owed";

    /// <summary>The answer of a page about one entity.</summary>
    internal static string Answer(this PageWords words, Assessment assessment) => assessment.HasNoObligation() ? words[NonePrinted] : words.Sentence(assessment.Certificates);

    /// <summary>The same for a page about the year's position.</summary>
    internal static string Answer(this PageWords words, Assessment assessment, long? net) => assessment.HasNoObligation() ? words[NonePrinted] : words.Net(net, assessment.Withheld is not null);

    internal static string Target(this PageWords words, Assessment assessment) => assessment.Intensity.Target?.ToString() ?? words[assessment.HasNoObligation() ? "none" : "not known"];

    internal static string Net(this PageWords words, long? net, bool isWithheld = false) => net switch
    {
        null when isWithheld => words[Withheld],
        null => words["no target at hand, so no figure"],
        0 => words["even at the year's end, no certificates either way"],
        > 0 => words.Counted("{0} certificates over at the year's end", net.Value),
        _ => words.Counted("{0} certificates short at the year's end", -net.Value),
    };

    internal static string Sentence(this PageWords words, CertificateResult result) => result.Kind switch
    {
        CertificateKind.Issue => words.Counted("{0} certificates to be issued", result.Quantity!.Value),
        CertificateKind.Surrender => words.Counted("{0} certificates to be surrendered", result.Quantity!.Value),
        CertificateKind.Nil => words["on target, no certificates either way"],
        CertificateKind.Withheld => words[Withheld],
        _ => words["no target at hand, so no figure"],
    };

    // English has a word of its own for one.
    private static string Counted(this PageWords words, string english, long certificates) => words.Say(certificates == 1 && !words.IsHindi ? english.Replace("certificates", "certificate") : english, Whole(certificates));

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

    /// <summary>Why a day is not known, or the consequence of lateness, as the calendar says it; a quoted rule for which it has no words is kept as written.</summary>
    internal static string OfCalendar(this PageWords words, string sentence)
    {
        foreach (var form in s_ofCalendar)
        {
            var at = form.IndexOf("{0}", StringComparison.Ordinal);
            var (before, behind) = at < 0 ? (form, "") : (form.Substring(0, at), form.Substring(at + 3));
            if (at < 0 ? sentence == form : sentence.Length > before.Length + behind.Length && sentence.StartsWith(before, StringComparison.Ordinal) && sentence.EndsWith(behind, StringComparison.Ordinal))
            {
                return at < 0 ? words[form] : words.Say(form, words.Value(sentence.Substring(before.Length, sentence.Length - before.Length - behind.Length)));
            }
        }

        return sentence;
    }

    private static readonly string[] s_ofCalendar =
    [
        "the rule \"{0}\" gives no day.", "it counts working days, and the holidays of those years are not stated.", "the last day of Form A is not known.", "no scope limitation is reported.", "no day of it is stated for the first year, which had begun before the GEI Rules came.",
        "no check verification is notified.", "no comments on a notice have come.", "its rule does not say from what the days run.", "the day of \"{0}\" is not known.", "it runs from {0}, which has not happened.", "a check found against the certificate, so it is made anew, and no text read says by when.",
        "it would end beyond the last day of every calendar.",
        "The shortfall is computed with the baseline intensity as the achieved one (GEI Rules r.4(5)).",
        "The shortfall is computed with the baseline intensity as the achieved one (GEI Rules r.4(5)); the ruleset has neither baseline nor target of this entity, so what it comes to is not known.",
        "BEE may deem the baseline intensity achieved, and the shortfall is then computed with it (GEI Rules r.4(5)); whether documents that came late are documents not submitted no text read says.",
        "BEE returned it on {0}; whether a plan that came in time and was returned is late when it comes again no text read says.",
        "The scope limitation stands (DPCM s.6(16)(v)).",
    ];

    internal static string By(this PageWords words, Assessment assessment) =>
        words.Say("Figures by {0} revision {1}, {2}.", assessment.Ruleset.Id, $"{assessment.Ruleset.Revision}", assessment.Ruleset.Digest);
}
