using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>From a plant's monitoring report to its certificates.</summary>
/// <remarks>Pure and thread-safe: no I/O, no clock, no state.</remarks>
public static class Assessor
{
    internal const string DeemedBaseline = "deemed-baseline";

    /// <summary>Assesses a report under the rules of its year.</summary>
    /// <exception cref="CctsDataException">The report has errors; all of them are listed.</exception>
    public static Assessment Assess(MonitoringReport report, AssessmentRules rules, AssessmentOptions? options = null) =>
        TryAssess(report, rules, options, out var assessment, out var problems) ? assessment! : throw new CctsDataException(problems);

    /// <summary>Assesses a report under the rules of its year, or gives every error of the report.</summary>
    /// <returns>False with the errors (and warnings) in <paramref name="problems"/> when the report cannot be assessed.</returns>
    public static bool TryAssess(MonitoringReport report, AssessmentRules rules, AssessmentOptions? options, [NotNullWhen(true)] out Assessment? assessment, out IReadOnlyList<Problem> problems)
    {
        Require.NotNull(report);
        Require.NotNull(rules);
        options ??= AssessmentOptions.Default;
        var workings = new Workings(options.Steps, options.Edition);
        report = options.Edition == Edition.First ? report : StatedTexts.Of(report, workings.Problems);
        if (options.Validate)
        {
            ReportValidator.Validate(report, rules, workings, options.PartOfYear);
        }

        assessment = workings.Problems.HasErrors ? null : Computing.Guard(report, workings, () => Compute(report, rules, options, workings));
        problems = workings.Problems.Count == 0 ? [] : workings.Problems.ToList();
        if (workings.Problems.HasErrors)
        {
            assessment = null;
            return false;
        }

        assessment = problems.Any(p => p.NeedsReason) ? Withheld(assessment!, problems) : assessment! with { Findings = problems };
        return true;
    }

    /// <summary>The assessment without certificates, because they would rest on something that looks like a slip.</summary>
    private static Assessment Withheld(Assessment assessment, IReadOnlyList<Problem> problems) => assessment with
    {
        Outcome = AssessmentOutcome.Implausible,
        Certificates = CertificateResult.Withheld,
        Withheld = assessment.Certificates,
        OtherReadings = [],
        Range = null,
        Findings = problems,
    };

    private static Assessment? Compute(MonitoringReport report, AssessmentRules rules, AssessmentOptions options, Workings workings)
    {
        var emissions = GhgInventory.Total(report, rules.Emissions, workings);
        if (options.Validate)
        {
            ReportValidator.ValidateTotals(report, rules, emissions, workings);
        }

        var product = EquivalentProduct.Of(report, rules, workings);
        if (product is not { Value: > 0m } output)
        {
            workings.Problems.Error("no-production", report.Place, "The report has no production above zero, so there is no emission intensity.", "at least one product with an amount above zero");
            return null;
        }

        var row = ReportedTarget.Find(report, rules, workings);
        if (row is not null && new[] { row.Target, row.BaselineIntensity }.FirstOrDefault(i => i is { } stated && stated.Basis != output.Basis) is { } other)
        {
            var whose = report.OwnTarget is null ? "the schedule's intensity" : "the target or baseline stated";
            workings.Problems.Error("output-unit", report.Place, $"The product is in {((IQuantity)output).CanonicalUnit}, {whose} is in {((IQuantity)other).CanonicalUnit}.", "the product in the unit of the intensity", clause: row.Standing.Source.ToString());
            return null;
        }

        if (options.Validate)
        {
            ResultPlausibility.Check(report, rules, emissions, output, row, workings, options.PartOfYear, options.YearOutput);
        }

        if (!TryCounted(report, row, emissions, output, rules.Certificates, workings, out var counted))
        {
            return null;
        }

        var unrounded = CertificateCalculator.Unrounded(counted, output);
        var achieved = CertificateCalculator.Rounded(unrounded, row?.Target, rules.Certificates);
        CertificateCalculator.NoteIntensity(counted, output, achieved, row?.Target, rules.Certificates, workings);
        var certificates = row?.Target is { } target
            ? CertificateCalculator.Calculate(counted, output, target, rules.Certificates, workings, row.Standing.Source)
            : CertificateResult.NoTarget;
        certificates = report.DocumentsSubmitted || workings.Edition == Edition.First ? certificates : CertificateCalculator.OfShortfall(certificates);
        var (readings, together) = options.OtherReadings && row?.Target is not null
            ? Readings.Of(report, rules, row, emissions, output, certificates, workings)
            : ((IReadOnlyList<OtherReading>)[], null);
        return new Assessment
        {
            Ruleset = rules.Ruleset,
            Entity = report.Entity,
            Year = report.Year,
            Illustrative = report.Illustrative,
            OwnTarget = report.OwnTarget,
            Emissions = emissions,
            Output = output,
            Intensity = new IntensityResult(achieved, unrounded, row?.Target, row?.BaselineIntensity),
            Certificates = certificates,
            Deadlines = rules.Deadlines,
            Assumptions = workings.Assumptions,
            OtherReadings = readings,
            Range = together,
            Findings = [],
            Steps = workings.Steps ?? (IReadOnlyList<Step>)[],
        };
    }

    /// <summary>The emissions that count: measured, or deemed at the baseline when documents were not submitted.</summary>
    private static bool TryCounted(MonitoringReport report, EntityTarget? row, EmissionTotals emissions, Output output, CertificateRules rules, Workings workings, out Co2e counted)
    {
        counted = emissions.Total;
        if (report.DocumentsSubmitted)
        {
            return true;
        }

        if (row?.BaselineIntensity is not { } baseline)
        {
            workings.Problems.Error("no-baseline", report.Place, "The documents were not submitted, and no baseline intensity is known to be deemed achieved.", clause: rules.DeemedBaseline.Source.ToString());
            return false;
        }

        workings.Problems.Warn(DeemedBaseline, report.Place, "The documents were not submitted, so the baseline intensity is deemed achieved.", clause: rules.DeemedBaseline.Source.ToString());
        counted = CertificateCalculator.Deemed(baseline, output, rules, workings);
        return true;
    }
}
