using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Forms;

/// <summary>What Forms A to D take their figures from: the assessment of a monitoring report or of a pro-forma.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Entity">Who files.</param>
/// <param name="Year">For which year.</param>
/// <param name="Ruleset">The ruleset the figures rest on.</param>
/// <param name="Illustrative">Says that the data are invented; null for real ones.</param>
/// <param name="Achieved">Achieved intensity; null without production.</param>
/// <param name="Product">Equivalent product.</param>
/// <param name="Certificates">Certificates earned or owed.</param>
public sealed record FormBasis(ObligatedEntity Entity, ComplianceYear Year, RulesetIdentity Ruleset, string? Illustrative, EmissionIntensity? Achieved, Output Product, CertificateResult Certificates)
{
    /// <summary>Whether the achieved intensity is the baseline's, deemed since documents were not submitted (GEI Rules r.4(5)).</summary>
    public bool IsDeemed { get; init; }

    /// <summary>What a reader must know to read the figures correctly.</summary>
    public IReadOnlyList<FormNotice> Notices { get; init; } = [];

    /// <summary>Says that the target is of a draft or a superseded instrument; null where it is in force, or there is none.</summary>
    internal string? NotInForce { get; init; }

    /// <summary>Whether the schedule prints no target for the year, so that nothing is earned and nothing owed.</summary>
    internal bool HasNoObligation { get; init; }

    /// <summary>From the assessment of a monitoring report.</summary>
    /// <exception cref="CctsDataException">The certificates are withheld, since a form must not state figures that look like a slip.</exception>
    public static FormBasis Of(Assessment assessment)
    {
        RefuseSlips(Require.NotNull(assessment).Findings);
        return AsItStands(assessment);
    }

    /// <summary>From an assessment even where its certificates are withheld: a verifier still reports on it.</summary>
    internal static FormBasis AsItStands(Assessment assessment) =>
        new(assessment.Entity, assessment.Year, assessment.Ruleset, assessment.Illustrative, assessment.Intensity.Achieved, assessment.Output, assessment.Certificates)
        {
            IsDeemed = assessment.IsDeemed(),
            Notices = [.. DeemedYear.Meaning(assessment.Findings).Select(m => new FormNotice(m, assessment.IsDeemed()))],
            NotInForce = DeemedYear.NotInForce(assessment.Assumptions),
            HasNoObligation = assessment.HasNoObligation(),
        };

    /// <summary>From the assessment of a pro-forma.</summary>
    /// <exception cref="ArgumentException">The filing names no entity.</exception>
    /// <exception cref="CctsDataException">The certificates are withheld, since a form must not state figures that look like a slip.</exception>
    public static FormBasis Of(ProFormaAssessment assessment)
    {
        RefuseSlips(Require.NotNull(assessment).Findings);
        var entity = assessment.Filing.Entity ?? throw new ArgumentException("The filing names no entity, so no form can be filed for it.", nameof(assessment));
        return new FormBasis(entity, assessment.Year, assessment.Ruleset, assessment.Filing.Illustrative, assessment.Intensity?.Achieved, assessment.Current.Product, assessment.Certificates) { Notices = [.. DeemedYear.Meaning(assessment.Findings).Select(m => new FormNotice(m))], NotInForce = DeemedYear.NotInForce(assessment.Assumptions), HasNoObligation = DeemedYear.HasNoObligation(assessment.Findings) };
    }

    private static void RefuseSlips(IReadOnlyList<Problem> findings)
    {
        var slips = findings.Where(f => f.NeedsReason).Select(f => f with { Severity = Severity.Error }).ToList();
        if (slips.Count > 0)
        {
            throw new CctsDataException(slips);
        }
    }
}
