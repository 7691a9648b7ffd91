using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments;

/// <summary>
/// A plant's baseline from the reports of its one to three baseline years, as BEE's workbook takes it: the mean of the emissions over the mean
/// of the equivalent product, so that a year counts by its production. This differs from the mean of three intensities.
/// </summary>
/// <remarks>Immutable and thread-safe. Every year is computed by the rules of the compliance year: the grid factor of the baseline is frozen for all years (DPCM s.5(7)(vi)).</remarks>
public sealed record BaselineYears
{
    private const int Most = 3;

    private BaselineYears()
    {
    }

    /// <summary>The assessment of each year, in order of the years; without a target.</summary>
    public required IReadOnlyList<Assessment> Years { get; init; }

    /// <summary>Years of another name or product that are accepted because they state a reason.</summary>
    public IReadOnlyList<Problem> Findings { get; private init; } = [];

    /// <summary>Mean emissions of a year.</summary>
    public required Co2e Emissions { get; init; }

    /// <summary>Mean equivalent product of a year.</summary>
    public required Output Output { get; init; }

    /// <summary>The baseline: mean emissions over mean product, with the decimals that the ruleset rounds intensities to.</summary>
    public required EmissionIntensity Intensity { get; init; }

    /// <summary>Assesses the baseline years.</summary>
    /// <param name="reports">One to three reports of one plant, of different years.</param>
    /// <param name="rules">The rules of the compliance year that they are the baseline of.</param>
    /// <param name="of">
    /// The report of the compliance year, so that years of another plant, sector or product are refused. A year that says in <c>whyUnusual</c> why it is of the same plant, for example that the plant
    /// was renamed (<c>another-plant: renamed in 2024</c>), is accepted and reported. With null the years are only compared with each other.
    /// </param>
    /// <exception cref="CctsDataException">A report has errors or looks like a slip, or the reports do not make one baseline, or not that of the plant; all errors are listed.</exception>
    public static BaselineYears Assess(IReadOnlyList<MonitoringReport> reports, AssessmentRules rules, MonitoringReport? of = null)
    {
        Require.NotNull(rules);
        Check(Require.All(reports), rules.Year);
        var told = new List<Problem>();
        if (of is not null)
        {
            foreach (var report in reports)
            {
                OfPlant(report, of, rules, told);
            }
        }

        var years = reports.OrderBy(r => r.Year).Select(r => Year(r, rules)).ToList();
        if (years.Exists(y => y.Output.Basis != years[0].Output.Basis))
        {
            throw Wrong(reports[0], "baseline-unit", "The products of the baseline years are in different units.", "one unit in all years");
        }

        var emissions = years.Sum(y => y.Emissions.Total.Tonnes);
        var output = years.Sum(y => y.Output.Value);
        var intensity = Math.Round(emissions / output, rules.Certificates.IntensityDecimals.Value, MidpointRounding.AwayFromZero);
        return new BaselineYears
        {
            Years = years,
            Findings = told,
            Emissions = Co2e.FromTonnes(emissions / years.Count),
            Output = Output.Of(output / years.Count, years[0].Output.Basis),
            Intensity = EmissionIntensity.Of(intensity, years[0].Output.Basis),
        };
    }

    private static void Check(IReadOnlyList<MonitoringReport> reports, ComplianceYear year)
    {
        if (reports.Count is 0 or > Most)
        {
            throw new CctsDataException([new Problem("baseline-years", Severity.Error, $"There are {reports.Count} baseline years.", default) { Expected = "one to three" }]);
        }

        foreach (var report in reports)
        {
            if (report.Year >= year)
            {
                throw Wrong(report, "baseline-years", $"A baseline year is {report.Year}, and the report is for {year}.", "years before it");
            }

            if (reports.Count(r => r.Year == report.Year) > 1)
            {
                throw Wrong(report, "baseline-years", $"The baseline year {report.Year} is given twice.", "each year once");
            }

            if (report.Entity.Registration != reports[0].Entity.Registration || (report.Entity.Registration is null && report.Entity.Name != reports[0].Entity.Name))
            {
                throw Wrong(report, "baseline-years", $"The baseline years are of {reports[0].Entity.Name} and of {report.Entity.Name}.", "one plant");
            }
        }
    }

    private static void OfPlant(MonitoringReport report, MonitoringReport of, AssessmentRules rules, List<Problem> told)
    {
        if (report.Entity.Sector != of.Entity.Sector)
        {
            throw Wrong(report, "baseline-years", $"The baseline year {report.Year} is of the sector {ShownText.Short(report.Entity.Sector)}, and the report of {ShownText.Short(of.Entity.Sector)}.", "one sector");
        }

        if (PlantIdentity.AreTwo(report.Entity, of.Entity))
        {
            Or("another-plant", $"The baseline year {report.Year} is of {ShownText.Short(report.Entity.Name)}, and the report of {ShownText.Short(of.Entity.Name)}.", "one plant; of a plant that was renamed");
        }

        if (rules.Monitoring.Plausibility?.MadeFrom.FirstOrDefault(m => Makes(report, m.Intermediate, m.Product) && Makes(of, m.Product, m.Intermediate)) is { } pair)
        {
            Or("another-product", $"The product of the baseline year {report.Year} is {pair.Intermediate}, and that of the report {pair.Product}.", "one product; where both count alike");
        }
        else if (!Words(report).Overlaps(Words(of)))
        {
            told.Add(new Problem("another-product", Severity.Warning, $"The products of the baseline year {report.Year} and of the report have no word in common: {string.Join(", ", report.Products.Select(p => ShownText.Short(p.Product)))}; {string.Join(", ", of.Products.Select(p => ShownText.Short(p.Product)))}.", report.Place) { Hint = "Look whether it is one product." });
        }

        // A reason for something else, such as a stop, does not explain whose year it is.
        void Or(string code, string message, string expected)
        {
            if (StatedReason.For(report.WhyUnusual, code, needsName: true) is not { } why)
            {
                throw Wrong(report, "baseline-years", message, $"{expected}, say so in \"whyUnusual\" of its report: \"{code}: ...\"");
            }

            told.Add(new Problem(code, Severity.Warning, $"{message} The reason given: \"{ShownText.Short(why)}\".", report.Place) { Hint = "A verifier will ask for the evidence." });
        }
    }

    private static HashSet<string> Words(MonitoringReport report) => new(report.Products.SelectMany(p => CountedTwice.Words(p.Product)), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether every product is the one, and none is called by the other too.</summary>
    private static bool Makes(MonitoringReport report, string product, string other) =>
        report.Products.Count > 0 && report.Products.All(p => CountedTwice.Names(p, product) && !CountedTwice.Names(p, other));

    private static Assessment Year(MonitoringReport report, AssessmentRules rules)
    {
        // A baseline year has no target; the row of the compliance year does not apply to it.
        var assessment = Assessor.Assess(report with { OwnTarget = null, TargetRow = null }, rules with { Year = report.Year, Targets = new Dictionary<string, EntityTarget>(StringComparer.Ordinal) }, new AssessmentOptions { Steps = true });
        return assessment.Outcome == AssessmentOutcome.Implausible
            ? throw new CctsDataException(assessment.Findings.Where(f => f.NeedsReason).Select(f => f with { Severity = Severity.Error }).ToList())
            : assessment;
    }

    private static CctsDataException Wrong(MonitoringReport report, string code, string message, string expected) =>
        new([new Problem(code, Severity.Error, message, report.Place) { Expected = expected }]);
}
