using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Years;
using Ccts.Compliance.Years.Agencies;

namespace Ccts.Compliance.Verification.Reporting;

/// <summary>What a check verification needs besides what any verification does: another agency, and where the opinion is negative what follows from it in figures (DPCM s.7).</summary>
internal static class CheckGaps
{
    private const string Clause = "DPCM s.7";

    internal static IEnumerable<VerificationGap> Of(VerificationRecord record, CertificateCheck check)
    {
        if (PlainName.Same(record.Agency, check.FirstAgency))
        {
            yield return new("same-agency", $"{check.FirstAgency.Trim()} gave the certificate that is checked; a check verification is made by another agency.", Clause);
        }

        if (record.Opinion != VerificationOpinion.Adverse)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(check.Advantage))
        {
            yield return new("no-advantage", "The opinion is negative, and the unfair advantage is not stated in figures.", Clause);
        }

        if (string.IsNullOrWhiteSpace(check.Liability))
        {
            yield return new("no-liability", "The opinion is negative, and the liability of the first agency is not stated.", Clause);
        }
    }

    internal static IEnumerable<VerificationGap> Departures(VerificationRecord record, CertificateCheck check, YearState year)
    {
        if (year.Verifying is { } first && !PlainName.Same(first, check.FirstAgency))
        {
            yield return new("other-first-agency", $"{first.Trim()} has verified this year, not {check.FirstAgency.Trim()}.", Clause);
        }

        // A journal may name agencies by the numbers of their accreditation; the rest of the record tells who it is.
        foreach (var agency in year.Events.Where(e => e.Actor.Role == YearRole.CheckVerifier).Select(e => e.Actor.Organisation).Where(o => !PlainName.Same(o, record.Agency) && !PlainName.Same(o, record.Accreditation)).Distinct(StringComparer.Ordinal))
        {
            yield return new("other-agency", $"{agency.Trim()} has checked this year, not {record.Agency.Trim()}.", Clause);
        }

        foreach (var other in year.Events.Where(e => e.Actor.Role is YearRole.Verifier or YearRole.TechnicalReviewer or YearRole.Entity && PlainName.Same(e.Actor.Organisation, record.Agency)).Take(1))
        {
            yield return new("same-agency", $"{record.Agency.Trim()} has acted as {YearWords.Of(other.Actor.Role)} in this year; a check verification is made by another agency.", Clause);
        }
    }
}
