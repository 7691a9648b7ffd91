using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Verification.Planning;
using Ccts.Sdk.Assessments;

namespace Ccts.Compliance.Verification.Reporting;

/// <summary>The verification report with the contents of DPCM s.6(16), filled from an agency's record and the assessment.</summary>
/// <remarks>Pure and thread-safe. No official template was found.</remarks>
public static class VerificationReport
{
    /// <summary>Fills the report.</summary>
    /// <param name="record">The agency's record.</param>
    /// <param name="assessment">The assessment that was verified.</param>
    /// <param name="sum">The misstatements added up.</param>
    /// <param name="sampling">The sampling plan.</param>
    /// <param name="uncertainty">The uncertainty of the total, or null; for information.</param>
    /// <exception cref="ArgumentException">The record is of another entity or year than the assessment.</exception>
    public static FormDocument Make(VerificationRecord record, Assessment assessment, MisstatementSum sum, IReadOnlyList<SampledSource> sampling, TotalUncertainty? uncertainty = null)
    {
        Require.NotNull(record);
        Require.NotNull(assessment);
        Require.NotNull(sum);
        Require.NotNull(sampling);
        RequireSame(record, assessment);

        var form = new FormBuilder(new Dictionary<string, string>(StringComparer.Ordinal));
        Summary(form, record, assessment, sum);
        form.Part("(ii) Activities and conclusion")
            .Computed("product", "Equivalent product", assessment.Output.Value, ComplianceForms.OutputUnit(assessment))
            .Computed("total", "Total GHG emission as reported", assessment.Emissions.Total.Tonnes, "tCO2e")
            .Computed("intensity", "GHG emission intensity", assessment.Intensity.Achieved.TonnesPerUnit, ComplianceForms.UnitOf(assessment))
            .Computed("baseline", "Baseline intensity", assessment.Intensity.Baseline?.TonnesPerUnit, ComplianceForms.UnitOf(assessment))
            .Computed("conclusion", "Conclusion against the baseline", record.Conclusion)
            .Computed("review", "Review before the contract", record.PreContractReview);
        Sampling(form, sampling);
        ReportedFindings.Talked(form, record);
        ReportedFindings.Found(form, record, sum);
        ReportedFindings.Limitations(form, record);
        if (record.Opinion == VerificationOpinion.Positive)
        {
            form.Part("(vi) Positive opinion").Computed("positive-opinion", "Positive opinion", "With reasonable assurance, the report is free of material misstatement.", null, "DPCM s.6(3), s.6(16)(vi)");
        }

        if (uncertainty is { } u)
        {
            form.Part("Uncertainty, for information")
                .Computed("quadrature", "By the root of the sum of squares", Known(u, u.Quadrature), "%", u.Without is { } without ? "not known: no uncertainty is stated of " + without : "half of the 95 % interval")
                .Computed("simulated", "By drawing", Known(u, u.Simulated), "%", u.Without is null ? FormattableString.Invariant($"{u.Trials} totals from the seed {u.Seed}") : "not known");
        }

        form.Part("Signature").Stated("signatory", "Lead auditor").Stated("reviewer-signature", "Technical reviewer").Stated("date", "Date");
        return ComplianceForms.Make("verification", "Verification report", "DPCM s.6(16)", FormBasis.AsItStands(assessment) with { Illustrative = record.Illustrative ?? assessment.Illustrative }, form);
    }

    // The total has no uncertainty where any source has none stated.
    private static decimal? Known(TotalUncertainty total, decimal share) => total.Without is null ? share * 100m : null;

    internal static void RequireSame(VerificationRecord record, Assessment assessment)
    {
        if (record.Year != assessment.Year || (!PlainName.Same(record.Entity, assessment.Entity.Registration?.ToString() ?? assessment.Entity.Name) && !OrganisationName.Same(record.Entity, assessment.Entity.Name)))
        {
            throw new ArgumentException($"The record is of {record.Entity}, {record.Year}; the assessment of {assessment.Entity.Name}, {assessment.Year}.", nameof(record));
        }
    }

    private static void Summary(FormBuilder form, VerificationRecord record, Assessment assessment, MisstatementSum sum)
    {
        form.Part("(i) Summary")
            .Computed("agency", "Accredited carbon verification agency", record.Agency)
            .Computed("accreditation", "Accreditation", record.Accreditation)
            .Computed("entity", "Obligated entity", assessment.Entity.Name)
            .Computed("registration", "Registration number", assessment.Entity.Registration?.ToString())
            .Computed("year", "Compliance year", record.Year.ToString());
        Team(form, record);
        form.Computed("reviewer", "Technical reviewer outside the team", record.Reviewer)
            .Computed("opinion", "Opinion", OpinionOf(record.Opinion))
            .Computed("finding", "Finding", FindingOf(record, sum), null, "DPCM s.6(16)(iv)")
            .Computed("reasoning", "Reasoning", record.Reasoning);
        foreach (var (slip, i) in assessment.Findings.Where(f => f.NeedsReason).Select((f, i) => (f, i + 1)))
        {
            form.Computed("slip." + Text(i), "Looks like a slip in the report, and withholds certificates", slip.Message);
        }
    }

    internal static void Team(FormBuilder form, VerificationRecord record)
    {
        foreach (var (member, i) in record.Team.Select((m, i) => (m, i + 1)))
        {
            form.Computed("team." + Text(i), member.IsLead ? "Lead auditor" : "Auditor", member.Person);
        }
    }

    internal static string? OpinionOf(VerificationOpinion? opinion) => opinion switch
    {
        VerificationOpinion.Positive => "positive, with reasonable assurance",
        VerificationOpinion.Adverse => "adverse",
        VerificationOpinion.ScopeLimited => "scope limited",
        _ => null,
    };

    internal static string FindingOf(VerificationRecord record, MisstatementSum sum) => sum.Finding == MaterialityFinding.Material ? "material misstatement"
        : record.NonConformities.Any(n => !n.IsCorrected) ? "non-conformity"
        : sum.Finding == MaterialityFinding.OpenReading ? "depends on a reading that the text leaves open"
        : "satisfactory";

    private static void Sampling(FormBuilder form, IReadOnlyList<SampledSource> sampling)
    {
        form.Part("Sampling plan (DPCM s.6(8))");
        foreach (var source in sampling)
        {
            var analyses = source.LeastAnalyses is null && source.Analyses is null ? "" : FormattableString.Invariant($"; {source.AnalysesToCheck} analyses ({(source.Analyses is { } taken ? Text(taken) : "none")} reported{(source.LeastAnalyses is { } least ? ", " + Text(least) + " the least" : "")})");
            form.Computed("sample." + source.Id, source.Id, FormattableString.Invariant($"{source.RecordsToCheck} of {source.Records} records{analyses}"), null, $"risk {source.Level.ToString().ToLowerInvariant()}");
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
