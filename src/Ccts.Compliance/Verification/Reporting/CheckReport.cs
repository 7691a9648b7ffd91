using System;
using System.Collections.Generic;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Verification.Reporting;

/// <summary>The report of a check verification by another agency (DPCM s.7): summary, details, and on a negative opinion the unfair advantage in figures and the liability of the first agency.</summary>
/// <remarks>Pure and thread-safe. No official template was found; the certificate itself is Form C.</remarks>
public static class CheckReport
{
    internal const string Materiality = "DPCM s.7(3)(iii)";

    /// <summary>Fills the report.</summary>
    /// <param name="record">The checking agency's record, with its <see cref="VerificationRecord.Check"/>.</param>
    /// <param name="assessment">The certified assessment that is checked.</param>
    /// <param name="sum">The misstatements that the check found, added up.</param>
    /// <param name="rules">The rules by which certificates are counted, to compute the advantage; null takes it from the record.</param>
    /// <exception cref="ArgumentException">The record is not of a check, or the assessment is of another entity or year.</exception>
    public static FormDocument Make(VerificationRecord record, Assessment assessment, MisstatementSum sum, CertificateRules? rules = null)
    {
        var check = Require.NotNull(record).Check ?? throw new ArgumentException("The record is of a first verification; its report is that of DPCM s.6(16).", nameof(record));
        VerificationReport.RequireSame(record, Require.NotNull(assessment));
        var form = new FormBuilder(new Dictionary<string, string>(StringComparer.Ordinal)).Part("Summary")
            .Computed("agency", "Agency that checks", record.Agency)
            .Computed("accreditation", "Accreditation", record.Accreditation)
            .Computed("first-agency", "Agency whose certificate is checked", check.FirstAgency, null, "DPCM s.7: another agency than the one that checks")
            .Computed("entity", "Obligated entity", assessment.Entity.Name)
            .Computed("registration", "Registration number", assessment.Entity.Registration?.ToString())
            .Computed("year", "Compliance year", record.Year.ToString())
            .Computed("notified", "Notice of the Bureau", check.Notified is { } day ? ReportedFindings.Day(day) : null, null, "DPCM s.7(1)");
        VerificationReport.Team(form, record);
        form.Computed("opinion", "Opinion", VerificationReport.OpinionOf(record.Opinion))
            .Computed("finding", "Finding", VerificationReport.FindingOf(record, Require.NotNull(sum)))
            .Computed("reasoning", "Reasoning", record.Reasoning)
            .Computed("conclusion", "Conclusion", record.Conclusion);
        ReportedFindings.Talked(form, record, "Details: visits and interactions");
        form.Part("Details: what was certified")
            .Computed("product", "Equivalent product", assessment.Output.Value, ComplianceForms.OutputUnit(assessment))
            .Computed("total", "Total GHG emission as certified", assessment.Emissions.Total.Tonnes, "tCO2e")
            .Computed("intensity", "GHG emission intensity", assessment.Intensity.Achieved.TonnesPerUnit, ComplianceForms.UnitOf(assessment));
        ComplianceForms.Certificates(form, "certificates", FormBasis.AsItStands(assessment));
        ReportedFindings.Found(form, record, sum, "Details: findings", Materiality);
        ReportedFindings.Limitations(form, record, "Details: what could not be seen");
        if (record.Opinion == VerificationOpinion.Adverse)
        {
            Advantage(form, check, assessment, sum, rules);
        }

        form.Part("Cost").Computed("cost", "Cost of the check", check.Cost, null, "borne by the entity where it gave false information, by who complained where the complaint was frivolous")
            .Part("Signature").Stated("signatory", "Name of the signatory").Stated("designation", "Designation").Stated("date", "Date");
        return ComplianceForms.Make("check", "Report of the check verification", "DPCM s.7", FormBasis.AsItStands(assessment) with { Illustrative = record.Illustrative ?? assessment.Illustrative }, form);
    }

    private static void Advantage(FormBuilder form, CertificateCheck check, Assessment assessment, MisstatementSum sum, CertificateRules? rules)
    {
        var (checkedTotal, second) = Found(assessment, sum, rules);
        form.Part("Negative opinion: unfair advantage and liability")
            .Computed("checked-total", "Total GHG emission as the check found it", checkedTotal.Tonnes, "tCO2e", "the misstatements that stand, with sign");
        form.Computed("checked-certificates", "Certificates by what the check found", second, "CCC", "above zero to be issued, below zero to be surrendered; the equivalent product as certified")
            .Computed("advantage", "Certificates too many by the first certificate", TooMany(assessment, sum, rules), "CCC", "below zero: too few")
            .Computed("unfair-advantage", "Unfair advantage, as the agency puts it", check.Advantage)
            .Computed("liability", "Liability of the first agency", check.Liability);
    }

    /// <summary>Certificates in excess under the first certificate, negative where too few; null where they cannot be counted.</summary>
    internal static decimal? TooMany(Assessment assessment, MisstatementSum sum, CertificateRules? rules) => Signed(assessment.Certificates) - Found(assessment, sum, rules).Certificates;

    private static (Co2e Total, decimal? Certificates) Found(Assessment assessment, MisstatementSum sum, CertificateRules? rules)
    {
        var total = assessment.Emissions.Total - sum.WithSign;
        return (total, assessment.Intensity.Target is { } target && rules is not null && total.Tonnes > 0m ? Signed(CertificateCalculator.Result(total, assessment.Output, target, rules)) : null);
    }

    private static decimal? Signed(CertificateResult result) => result.Kind switch
    {
        CertificateKind.Issue => result.Quantity,
        CertificateKind.Surrender => -result.Quantity,
        CertificateKind.Nil => 0m,
        _ => null,
    };
}
