using System.Collections.Generic;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Compliance.Verification.Reporting;

/// <summary>What an agency concludes.</summary>
public enum VerificationOpinion
{
    /// <summary>The report is free of material misstatement, with reasonable assurance (DPCM s.6(3), s.6(16)(vi)).</summary>
    Positive,

    /// <summary>The report is not free of material misstatement.</summary>
    Adverse,

    /// <summary>The agency could not see all; the entity may cure it (DPCM s.6(16)(v)).</summary>
    ScopeLimited,
}

/// <summary>Somebody of the team.</summary>
/// <param name="Person">Who.</param>
/// <param name="IsLead">Whether the person leads it.</param>
public sealed record TeamMember(string Person, bool IsLead);

/// <summary>A visit to the site (DPCM s.6(9)).</summary>
/// <param name="On">The day.</param>
/// <param name="Place">Where.</param>
/// <param name="By">By whom.</param>
public sealed record SiteVisit(LocalDate On, string Place, string By);

/// <summary>A conversation or letter that the report records (DPCM s.6(16)(iii)).</summary>
/// <param name="On">The day.</param>
/// <param name="With">With whom.</param>
/// <param name="About">About what.</param>
public sealed record Interaction(LocalDate On, string With, string About);

/// <summary>Something that departs from the plan or the procedure without a figure.</summary>
/// <param name="Id">Its number in the report.</param>
/// <param name="Text">What it is.</param>
/// <param name="IsCorrected">Whether it was put right.</param>
public sealed record NonConformity(string Id, string Text, bool IsCorrected);

/// <summary>Something that the agency could not see.</summary>
/// <param name="Id">Its number in the report.</param>
/// <param name="Text">What it is.</param>
/// <param name="Reported">When it was reported.</param>
/// <param name="Cured">When the entity cured it, or null.</param>
public sealed record ScopeLimitation(string Id, string Text, LocalDate Reported, LocalDate? Cured);

/// <summary>Additional data of a check verification, in which another agency verifies again what a first one certified (DPCM s.7).</summary>
/// <param name="FirstAgency">The agency whose certificate is checked.</param>
/// <param name="Notified">When BEE gave notice, or null.</param>
/// <param name="Advantage">On a negative opinion: the unfair advantage, in figures.</param>
/// <param name="Liability">On a negative opinion: the liability of the first agency.</param>
/// <param name="Cost">Who bears the cost, and why; or null.</param>
public sealed record CertificateCheck(string FirstAgency, LocalDate? Notified = null, string? Advantage = null, string? Liability = null, string? Cost = null);

/// <summary>An agency's record of a verification: the contents of its report.</summary>
/// <remarks>Immutable and thread-safe. No official template was found; the parts are those of DPCM s.6(8) to s.6(16).</remarks>
public sealed record VerificationRecord
{
    /// <summary>The agency.</summary>
    public required string Agency { get; init; }

    /// <summary>The number of its accreditation.</summary>
    public required string Accreditation { get; init; }

    /// <summary>The registration number of the entity.</summary>
    public required string Entity { get; init; }

    /// <summary>The year.</summary>
    public required ComplianceYear Year { get; init; }

    /// <summary>Says that it is invented; null for a real one.</summary>
    public string? Illustrative { get; init; }

    /// <summary>Whether the risks were looked at before the contract was made.</summary>
    public string? PreContractReview { get; init; }

    /// <summary>The team.</summary>
    public IReadOnlyList<TeamMember> Team { get; init; } = [];

    /// <summary>The technical reviewer, a lead auditor outside the team (DPCM s.6(15)).</summary>
    public string? Reviewer { get; init; }

    /// <summary>Visits to the site.</summary>
    public IReadOnlyList<SiteVisit> SiteVisits { get; init; } = [];

    /// <summary>Conversations and letters.</summary>
    public IReadOnlyList<Interaction> Interactions { get; init; } = [];

    /// <summary>Misstatements with their effect.</summary>
    public IReadOnlyList<Misstatement> Misstatements { get; init; } = [];

    /// <summary>Non-conformities.</summary>
    public IReadOnlyList<NonConformity> NonConformities { get; init; } = [];

    /// <summary>Scope limitations.</summary>
    public IReadOnlyList<ScopeLimitation> Limitations { get; init; } = [];

    /// <summary>The opinion; null while there is none.</summary>
    public VerificationOpinion? Opinion { get; init; }

    /// <summary>The reasons for the opinion where the sums do not decide it, e.g. exactly at materiality.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Data of a check verification; null for a first verification.</summary>
    public CertificateCheck? Check { get; init; }

    /// <summary>The conclusion on the intensity against the baseline (DPCM s.6(16)(ii)).</summary>
    public string? Conclusion { get; init; }
}
