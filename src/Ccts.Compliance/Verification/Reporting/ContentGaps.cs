using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Sources;

namespace Ccts.Compliance.Verification.Reporting;

/// <summary>What a record of a verification does not say, or says of days on which it cannot have been.</summary>
internal static class ContentGaps
{
    /// <summary>Names and findings that say nothing, and visits and interactions before the year.</summary>
    internal static IEnumerable<VerificationGap> Of(VerificationRecord record) =>
    [
        .. record.Team.Select(m => m.Person).Prepend(record.Agency).Where(SaidText.IsSilent).Distinct(StringComparer.Ordinal).Select(n => new VerificationGap("name-missing", $"\"{ShownText.Short(n)}\" is nobody's name: the agency and each of its team are named.")),
        .. record.Misstatements.Select(m => (What: m.Id, m.Text)).Concat(record.NonConformities.Select(n => (What: n.Id, n.Text))).Concat(record.Limitations.Select(l => (What: l.Id, l.Text)))
            .Concat(record.SiteVisits.Select(v => (What: $"The place of the visit of {ReportedFindings.Day(v.On)}", Text: v.Place)))
            .Where(t => SaidText.IsSilentSentence(t.Text)).Select(t => new VerificationGap("nothing-said", $"{t.What} is \"{ShownText.Short(t.Text)}\", which says nothing.", Clause(record, "DPCM s.6(16)"))),
        .. record.SiteVisits.Where(v => v.On < record.Year.FirstDay).Select(v => new VerificationGap("visit-out-of-time", $"The visit of {ReportedFindings.Day(v.On)} is before the year.", Clause(record, "DPCM s.6(9)"))),
        .. record.Interactions.Where(t => t.On < record.Year.FirstDay).Select(t => new VerificationGap("interaction-out-of-time", $"The interaction of {ReportedFindings.Day(t.On)} is before the year.", Clause(record, "DPCM s.6(16)(iii)"))),
    ];

    /// <summary>Contents that every report of a first verification needs, whatever it finds.</summary>
    internal static IEnumerable<VerificationGap> Missing(VerificationRecord record)
    {
        if (SaidText.IsSilentSentence(record.PreContractReview))
        {
            yield return new("no-contract-review", "Whether the risks were looked at before the contract was made is not said.", "DPCM s.6");
        }

        if (record.Opinion is VerificationOpinion.Positive && SaidText.IsSilentSentence(record.Conclusion))
        {
            yield return new("no-conclusion", "The conclusion on the intensity against the baseline is not stated.", "DPCM s.6(16)(ii)");
        }

        if (record.Interactions.All(i => SaidText.IsSilentSentence(i.With) || SaidText.IsSilentSentence(i.About)))
        {
            yield return new("no-interactions", "No conversation or letter is recorded.", "DPCM s.6(16)(iii)");
        }
    }

    private static string Clause(VerificationRecord record, string ofFirst) => record.Check is null ? ofFirst : "DPCM s.7";
}
