using System;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
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
    /// <summary>From the assessment of a monitoring report.</summary>
    public static FormBasis Of(Assessment assessment)
    {
        Require.NotNull(assessment);
        return new FormBasis(assessment.Entity, assessment.Year, assessment.Ruleset, assessment.Illustrative, assessment.Intensity.Achieved, assessment.Output, assessment.Certificates);
    }

    /// <summary>From the assessment of a pro-forma.</summary>
    /// <exception cref="ArgumentException">The filing names no entity.</exception>
    public static FormBasis Of(ProFormaAssessment assessment)
    {
        Require.NotNull(assessment);
        var entity = assessment.Filing.Entity ?? throw new ArgumentException("The filing names no entity, so no form can be filed for it.", nameof(assessment));
        return new FormBasis(entity, assessment.Year, assessment.Ruleset, assessment.Filing.Illustrative, assessment.Intensity?.Achieved, assessment.Current.Product, assessment.Certificates);
    }
}
