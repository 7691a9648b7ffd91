using Ccts.Rules.Rules;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>Can this verification be relied on?</summary>
/// <remarks>Immutable and thread-safe. A null member is unknown, not false and not zero.</remarks>
public sealed record VerifyRequest : EligibilityRequest
{
    /// <inheritdoc/>
    public override Purpose Purpose => Purpose.Verify;

    /// <summary>First verification or check verification; one of <c>verification</c>, <c>check-verification</c>. The fact <c>verification.kind</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The agency that verified, or check-verifies. The fact <c>verification.agency</c>.</summary>
    public string? Agency { get; init; }

    /// <summary>For a check verification, the agency of the first verification. The fact <c>verification.first-agency</c>.</summary>
    public string? FirstAgency { get; init; }

    /// <summary>The level of assurance of the report; one of <c>reasonable</c>, <c>limited</c>, <c>none</c>. The fact <c>verification.assurance</c>.</summary>
    public string? Assurance { get; init; }

    /// <summary>Visits to the site during the verification. The fact <c>verification.site-visits</c>.</summary>
    public decimal? SiteVisits { get; init; }

    /// <summary>Whether the technical review was made by a lead auditor who had no part in the verification. The fact <c>verification.reviewer-uninvolved</c>.</summary>
    public bool? ReviewerUninvolved { get; init; }

    /// <summary>The misstatement found, without its sign. The fact <c>verification.misstatement</c>.</summary>
    public Co2e? Misstatement { get; init; }

    /// <summary>The total reported emissions of the period. The fact <c>verification.reported-emissions</c>.</summary>
    public Co2e? ReportedEmissions { get; init; }

    /// <summary>Whether BEE lists the agency as accredited on the day. The fact <c>verifier.accredited</c>.</summary>
    public bool? VerifierAccredited { get; init; }

    /// <summary>The last day of the accreditation, as the agency's certificate states it. The fact <c>verifier.accredited-until</c>.</summary>
    public LocalDate? VerifierAccreditedUntil { get; init; }

    /// <summary>Whether the accreditation covers the sector. The fact <c>verifier.scope-covers-sector</c>.</summary>
    public bool? VerifierScopeCoversSector { get; init; }

    internal override void Write(in FactWriter writer)
    {
        writer.Text(StandardFact.VerificationKind, Kind);
        writer.Text(StandardFact.VerificationAgency, Agency);
        writer.Text(StandardFact.VerificationFirstAgency, FirstAgency);
        writer.Text(StandardFact.VerificationAssurance, Assurance);
        writer.Number(StandardFact.VerificationSiteVisits, SiteVisits);
        writer.Flag(StandardFact.VerificationReviewerUninvolved, ReviewerUninvolved);
        writer.Quantity(StandardFact.VerificationMisstatement, Misstatement);
        writer.Quantity(StandardFact.VerificationReportedEmissions, ReportedEmissions);
        writer.Flag(StandardFact.VerifierAccredited, VerifierAccredited);
        writer.Date(StandardFact.VerifierAccreditedUntil, VerifierAccreditedUntil);
        writer.Flag(StandardFact.VerifierScopeCoversSector, VerifierScopeCoversSector);
    }
}
