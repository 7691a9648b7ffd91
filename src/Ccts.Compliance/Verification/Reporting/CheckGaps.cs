using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Compliance.Sources;
using Ccts.Compliance.Years;
using Ccts.Compliance.Years.Agencies;

namespace Ccts.Compliance.Verification.Reporting;

/// <summary>Gaps specific to a check verification: it needs another agency, and a negative opinion needs its consequences in figures (DPCM s.7).</summary>
internal static class CheckGaps
{
    private const string Clause = "DPCM s.7";

    internal static IEnumerable<VerificationGap> Of(VerificationRecord record, CertificateCheck check, decimal? tooMany)
    {
        if (record.Team.Count == 0)
        {
            yield return new("no-lead", "Nobody of the agency that checks is named.", Clause);
        }

        foreach (var visit in record.SiteVisits.Where(v => check.Notified > v.On))
        {
            yield return new("before-notice", $"The visit of {ReportedFindings.Day(visit.On)} was before the notice of {ReportedFindings.Day(check.Notified!.Value)}.", "DPCM s.7(1)");
        }

        foreach (var talk in record.Interactions.Where(t => check.Notified > t.On))
        {
            yield return new("before-notice", $"The interaction of {ReportedFindings.Day(talk.On)} was before the notice of {ReportedFindings.Day(check.Notified!.Value)}.", "DPCM s.7(1)");
        }

        if (check.Notified <= record.Year.LastDay)
        {
            yield return new("notice-too-early", $"The notice of {ReportedFindings.Day(check.Notified!.Value)} is about a certificate of {record.Year}, which had not ended.", "DPCM s.7(1)");
        }

        if (OrganisationName.MayBeOne(record.Agency, check.FirstAgency))
        {
            yield return new("same-agency", $"Whether {record.Agency.Trim()} is {check.FirstAgency.Trim()}, which gave the certificate that is checked, cannot be seen; a check verification is made by another agency.", Clause);
        }

        if (OrganisationName.Same(record.Agency, check.FirstAgency))
        {
            yield return new("same-agency", $"{check.FirstAgency.Trim()} gave the certificate that is checked; a check verification is made by another agency.", Clause);
        }

        if (record.Opinion != VerificationOpinion.Adverse)
        {
            yield break;
        }

        if (SaidText.IsSilentSentence(check.Advantage))
        {
            yield return new("no-advantage", "The opinion is negative, and the unfair advantage is not stated in figures.", Clause);
        }

        // The agency's wording is free, but it must contain the figure that its own misstatements amount to.
        else if (tooMany is { } computed && !Figures(check.Advantage!).Contains(computed))
        {
            yield return new("advantage-differs", $"The misstatements that stand come to {computed.ToString("0.##", CultureInfo.InvariantCulture)} certificates too many by the first certificate, and \"{ShownText.Short(check.Advantage!)}\" does not say so.", Clause);
        }

        if (string.IsNullOrWhiteSpace(check.Liability))
        {
            yield return new("no-liability", "The opinion is negative, and the liability of the first agency is not stated.", Clause);
        }
    }

    private static IEnumerable<decimal> Figures(string text) => Regex.Matches(text, @"(?<![\w.,])[-\u2212]?[0-9][0-9,]*(?:\.[0-9]+)?", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)).Cast<Match>()
        .Select(m => decimal.TryParse(m.Value.Replace(",", "").Replace('\u2212', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure) ? figure : (decimal?)null).OfType<decimal>();

    internal static IEnumerable<VerificationGap> Contradictions(VerificationRecord record, CertificateCheck check, YearState year)
    {
        if (year.Verifying is { } first && !OrganisationName.Same(first, check.FirstAgency))
        {
            yield return new("other-first-agency", $"{first.Trim()} has verified this year, not {check.FirstAgency.Trim()}.", Clause);
        }

        if (year.LastDayOf(YearMove.NotifyCheck) is { } notified && check.Notified != notified)
        {
            yield return new("other-notice", $"The record has {(check.Notified is { } said ? "the notice on " + ReportedFindings.Day(said) : "no day of the notice")}, the journal on {ReportedFindings.Day(notified)}.", "DPCM s.7(1)");
        }

        // A journal may name an agency by its accreditation number, so both name and number are compared.
        foreach (var agency in year.Events.Where(e => e.Actor.Role == YearRole.CheckVerifier).Select(e => e.Actor.Organisation).Where(o => !OrganisationName.Same(o, record.Agency) && !PlainName.Same(o, record.Accreditation)).Distinct(StringComparer.Ordinal))
        {
            yield return new("other-agency", $"{agency.Trim()} has checked this year, not {record.Agency.Trim()}.", Clause);
        }

        foreach (var other in year.Events.Where(e => e.Actor.Role is YearRole.Verifier or YearRole.TechnicalReviewer or YearRole.Entity && OrganisationName.Same(e.Actor.Organisation, record.Agency)).Take(1))
        {
            yield return new("same-agency", $"{record.Agency.Trim()} has acted as {YearWords.Of(other.Actor.Role)} in this year; a check verification is made by another agency.", Clause);
        }
    }
}
