using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Years;

namespace Ccts.Compliance.Verification.Reporting;

/// <summary>Where an agency's record says another thing than the year's journal: the opinion, who gave and who confirmed it, and visits outside the days of the verification.</summary>
internal static class JournalGaps
{
    private static readonly YearMove[] First = [YearMove.FindPositive, YearMove.FindAdverse, YearMove.ReportLimitation];
    private static readonly YearMove[] Second = [YearMove.UpholdCertificate, YearMove.FindAgainstCertificate];

    internal static IEnumerable<VerificationGap> Of(VerificationRecord record, YearState year)
    {
        var isCheck = record.Check is not null;
        var begun = year.Events.LastOrDefault(e => isCheck ? e.Move is YearMove.NotifyCheck or YearMove.OrderCheck : e.Move == YearMove.BeginVerification);
        var since = begun is null ? [] : year.Events.SkipWhile(e => e != begun).ToList();
        var given = since.LastOrDefault(e => (isCheck ? Second : First).Contains(e.Move));
        if (given is not null && since.SkipWhile(e => e != given).All(e => e.Move != YearMove.ReturnOpinion))
        {
            foreach (var gap in Opinion(record, given, since.LastOrDefault(e => e.Move == YearMove.ConfirmOpinion)))
            {
                yield return gap;
            }
        }

        // A visit must be between the start of the verification and its opinion; reporting a limitation does not end the verification.
        var end = given?.Move == YearMove.ReportLimitation ? null : given;
        foreach (var visit in record.SiteVisits.Where(v => begun is not null && v.On >= record.Year.FirstDay && (v.On < begun.On || v.On > end?.On)))
        {
            yield return new("visit-out-of-time", $"The visit of {ReportedFindings.Day(visit.On)} is not between {YearWords.Of(begun!.Move)} on {ReportedFindings.Day(begun.On)} and the opinion{(end is null ? "" : " on " + ReportedFindings.Day(end.On))} in the journal.", isCheck ? "DPCM s.7" : "DPCM s.6(9)");
        }

        foreach (var talk in record.Interactions.Where(t => t.On > end?.On))
        {
            yield return new("interaction-out-of-time", $"The interaction of {ReportedFindings.Day(talk.On)} is after the opinion of {ReportedFindings.Day(end!.On)} in the journal.", isCheck ? "DPCM s.7" : "DPCM s.6(16)(iii)");
        }

        foreach (var gap in Limitations(record, since, begun, end))
        {
            yield return gap;
        }
    }

    /// <summary>Where the verified report is not the one submitted last, or a correction is in no submitted report.</summary>
    internal static IEnumerable<VerificationGap> Reports(VerificationRecord record, YearState year, string? report)
    {
        var submitted = year.Events.Where(e => e.Move == YearMove.SubmitReport).ToList();
        if (report is not null && submitted.LastOrDefault() is { Document: { } digest } last && digest != report)
        {
            yield return new("other-report", $"The report that was submitted on {ReportedFindings.Day(last.On)} is {digest} in the journal, and the one verified here is {report}: verify that one, or submit this one.", record.Check is null ? "DPCM s.6(16)" : "DPCM s.7");
        }

        // A correction needs a report submitted after the finding.
        if (record.Check is null && submitted.Count == 1 && record.Misstatements.FirstOrDefault(m => m.IsCorrected && m.Effect != default) is { } corrected)
        {
            yield return new("correction-not-submitted", $"{corrected.Id} is said to be corrected, and the journal has one report alone, submitted on {ReportedFindings.Day(submitted[0].On)}: what was corrected is in no report.", "DPCM s.6(12)");
        }
    }

    // The cure period runs from the journal's days (DPCM s.6(16)(v)); a limitation cured before any report of it needs no step there.
    private static IEnumerable<VerificationGap> Limitations(VerificationRecord record, IReadOnlyList<YearEvent> since, YearEvent? begun, YearEvent? end)
    {
        foreach (var step in since.Where(e => (e.Move == YearMove.ReportLimitation && record.Limitations.All(l => l.Reported != e.On)) || (e.Move == YearMove.CureLimitation && record.Limitations.All(l => l.Cured != e.On))))
        {
            yield return new("other-limitation", $"The journal has {YearWords.Of(step.Move)} on {ReportedFindings.Day(step.On)}, and no limitation of the record has that day.", "DPCM s.6(16)(v)");
        }

        // A limitation cannot have been cured after the opinion.
        foreach (var limitation in record.Limitations.Where(l => l.Cured > end?.On))
        {
            yield return new("other-limitation", $"{limitation.Id} was cured on {ReportedFindings.Day(limitation.Cured!.Value)}, after the opinion of {ReportedFindings.Day(end!.On)} in the journal.", "DPCM s.6(16)(v)");
        }

        foreach (var limitation in record.Limitations.Where(l => l.Reported < begun?.On || l.Reported > end?.On))
        {
            yield return new("other-limitation", $"{limitation.Id} was reported on {ReportedFindings.Day(limitation.Reported)}, outside the days of the verification in the journal.", "DPCM s.6(16)(v)");
        }
    }

    private static IEnumerable<VerificationGap> Opinion(VerificationRecord record, YearEvent given, YearEvent? confirmed)
    {
        var opinion = given.Move switch
        {
            YearMove.FindPositive or YearMove.UpholdCertificate => VerificationOpinion.Positive,
            YearMove.ReportLimitation => VerificationOpinion.ScopeLimited,
            _ => VerificationOpinion.Adverse,
        };
        if (record.Opinion is { } stated && stated != opinion && !(opinion == VerificationOpinion.ScopeLimited && stated != VerificationOpinion.ScopeLimited))
        {
            yield return new("other-opinion", $"The record says {VerificationReport.OpinionOf(stated)}, the journal {YearWords.Of(given.Move)} on {ReportedFindings.Day(given.On)}.", record.Check is null ? "DPCM s.6(16)" : "DPCM s.7");
        }

        if (opinion != VerificationOpinion.ScopeLimited && record.Team.Count > 0 && !record.Team.Any(m => PersonName.Same(m.Person, given.Actor.Person)))
        {
            yield return new("not-of-team", $"{given.Actor.Person.Trim()} gave the opinion by the journal, and is not of the record's team.", record.Check is null ? "DPCM s.6(16)" : "DPCM s.7");
        }

        if (record.Check is null && confirmed is not null && record.Reviewer is { } reviewer && !PersonName.Same(confirmed.Actor.Person, reviewer))
        {
            yield return new("other-reviewer", $"{confirmed.Actor.Person.Trim()} confirmed the opinion by the journal; the record names {reviewer.Trim()} as reviewer.", "DPCM s.6(15)");
        }
    }
}
