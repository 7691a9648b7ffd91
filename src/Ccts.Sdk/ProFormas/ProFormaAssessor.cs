using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>Computes every figure of a form, and the certificates, from a plant's filing.</summary>
/// <remarks>Pure and thread-safe: no I/O, no clock, no state.</remarks>
public static class ProFormaAssessor
{
    /// <summary>Assesses a filing.</summary>
    /// <param name="filing">The filing, read for <paramref name="form"/>.</param>
    /// <param name="form">The form.</param>
    /// <param name="rules">The rules of the compliance year.</param>
    /// <param name="options">What to bring along.</param>
    /// <exception cref="CctsDataException">The filing has errors; all of them are listed.</exception>
    public static ProFormaAssessment Assess(ProFormaFiling filing, ProForma form, AssessmentRules rules, ProFormaOptions? options = null) =>
        TryAssess(filing, form, rules, options, out var assessment, out var problems) ? assessment : throw new CctsDataException(problems);

    /// <summary>Assesses a filing, or returns all of its errors.</summary>
    /// <param name="filing">The filing, read for <paramref name="form"/>.</param>
    /// <param name="form">The form.</param>
    /// <param name="rules">The rules of the compliance year.</param>
    /// <param name="options">What to bring along.</param>
    /// <param name="assessment">The assessment, or null.</param>
    /// <param name="problems">Errors, warnings and remarks.</param>
    public static bool TryAssess(ProFormaFiling filing, ProForma form, AssessmentRules rules, ProFormaOptions? options, [NotNullWhen(true)] out ProFormaAssessment? assessment, out IReadOnlyList<Problem> problems)
    {
        Require.NotNull(filing);
        Require.NotNull(form);
        Require.NotNull(rules);
        options ??= ProFormaOptions.Default;
        var workings = new Workings(keepSteps: false);
        try
        {
            assessment = Compute(filing, form, rules, options, workings);
        }
        catch (OverflowException)
        {
            workings.Problems.Error("out-of-range", filing.Place, "A figure grows larger than 28 digits hold.", "figures that a plant can have", "Look at the units of the largest figures.");
            assessment = null;
        }

        problems = workings.Problems.ToList();
        assessment = workings.Problems.HasErrors ? null
            : problems.Any(p => p.NeedsReason) ? assessment! with { Findings = problems, Certificates = CertificateResult.Withheld, Withheld = assessment.Certificates, Points = [], OtherReadings = [] }
            : assessment! with { Findings = problems };
        return assessment is not null;
    }

    private static ProFormaAssessment Compute(ProFormaFiling filing, ProForma form, AssessmentRules rules, ProFormaOptions options, Workings workings)
    {
        var taken = form.Points.Select(p => Reading(p, p.Taken.Value).Variant).ToList();
        var meant = new FormEvaluation(form, filing, taken);
        FormChecks.Check(form, filing, meant, rules.Year, workings.Problems);
        var figures = options.Printed ? Figures(form, filing, taken, meant) : Figures(form, meant);
        FormExpectations.Compare(filing, figures, options.Printed, workings.Problems);
        var target = Target(filing, form, rules, workings);
        var outcome = new FormOutcome(form, rules, target, workings);
        var (baseline, current) = (outcome.Totals(meant, ProFormaColumn.Baseline), outcome.Totals(meant, ProFormaColumn.Current));
        new FormPlausibility(form, filing, meant, rules, target, workings.Problems).Check(baseline, current);
        var account = options.Account ? new FormAccount(form, filing, taken, meant, outcome) : null;
        foreach (var point in form.Points)
        {
            workings.LeanOn(point.Taken);
        }

        var certificates = outcome.Certificates(meant);
        var assessment = new ProFormaAssessment
        {
            Form = form,
            Filing = filing,
            Ruleset = rules.Ruleset,
            Year = rules.Year,
            Figures = figures,
            Current = current,
            Baseline = baseline,
            Intensity = outcome.Intensity(meant, current),
            Certificates = certificates,
            OtherReadings = certificates.Unrounded is null ? [] : Readings.OfCertificates(rules.Certificates, target!, certificates),
            Slips = account?.Slips() ?? [],
            Points = account?.Points() ?? [],
            Deadlines = rules.Deadlines,
            Assumptions = workings.Assumptions,
            Findings = [],
            Steps = options.Steps ? FormSteps.Of(form, meant) : [],
        };
        FormAsReport.Check(assessment, meant, rules, target, workings.Problems);
        return assessment;
    }

    internal static ProFormaReading Reading(ProFormaPoint point, string id) => point.Readings.First(r => r.Id == id);

    private static List<ProFormaFigure> Figures(ProForma form, FormEvaluation meant) =>
        Figures(form, field => new ProFormaFigure(form.Fields[field], meant.Cell(field, ProFormaColumn.Baseline), meant.Cell(field, ProFormaColumn.Current)));

    /// <summary>Whether a workbook error changes a figure is decided with exact fractions; printed figures are rounded as the workbook rounds them.</summary>
    private static List<ProFormaFigure> Figures(ProForma form, ProFormaFiling filing, IReadOnlyList<ProFormaVariant> taken, FormEvaluation meant)
    {
        var slips = taken.Concat(form.Slips.Select(s => s.Printed)).ToList();
        var (slipped, printed) = (new FormEvaluation(form, filing, slips), new FormEvaluation(form, filing, slips, inBinary: true));
        return Figures(form, field =>
        {
            var (baseline, current) = (meant.Cell(field, ProFormaColumn.Baseline), meant.Cell(field, ProFormaColumn.Current));
            return new ProFormaFigure(form.Fields[field], baseline, current)
            {
                BaselinePrint = printed.Cell(field, ProFormaColumn.Baseline),
                CurrentPrint = printed.Cell(field, ProFormaColumn.Current),
                Differs = !baseline.Equals(slipped.Cell(field, ProFormaColumn.Baseline)) || !current.Equals(slipped.Cell(field, ProFormaColumn.Current)),
            };
        });
    }

    private static List<ProFormaFigure> Figures(ProForma form, Func<int, ProFormaFigure> make)
    {
        var figures = new List<ProFormaFigure>(form.Fields.Count);
        for (var field = 0; field < form.Fields.Count; field++)
        {
            if (form.Fields[field].Kind != ProFormaFieldKind.Heading)
            {
                figures.Add(make(field));
            }
        }

        return figures;
    }

    private static EntityTarget? Target(ProFormaFiling filing, ProForma form, AssessmentRules rules, Workings workings)
    {
        var who = filing.Entity ?? new ObligatedEntity(null, filing.Name, form.Sector);
        if (rules.Monitoring.Plausibility is { } plausible)
        {
            PlantIdentity.Check(who, rules, plausible, filing.Place, filing.WhyUnusual, workings.Problems);
        }

        var report = new MonitoringReport { Entity = who, Year = rules.Year, Place = filing.Place, TargetRow = filing.TargetRow, OwnTarget = filing.OwnTarget };
        if (report.OwnTarget is { } own)
        {
            EntityCheck.Own(report, own, workings.Problems);
        }

        var row = ReportedTarget.Find(report, rules, workings);
        if (new[] { row?.Target, row?.BaselineIntensity }.FirstOrDefault(i => i is { } stated && stated.Basis != form.ProductUnit) is { } other)
        {
            workings.Problems.Error("output-unit", filing.Place, $"The product of the form is in {form.ProductUnit.Symbol}; {(report.OwnTarget is null ? "the schedule's intensity" : "the target or baseline stated")} is in {EmissionIntensity.UnitOf(other.Basis)}.", $"an intensity in {EmissionIntensity.UnitOf(form.ProductUnit)}");
            return null;
        }

        return row;
    }
}
