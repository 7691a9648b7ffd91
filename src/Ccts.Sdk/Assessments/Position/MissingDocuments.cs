using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Position;

/// <summary>The report with one more document.</summary>
/// <param name="Document">The document, in the reader's words.</param>
/// <param name="WithIt">The report with it; null if that cannot be known beforehand.</param>
/// <param name="Clause">What asks for it, or null.</param>
public sealed record DocumentCase(string Document, MonitoringReport? WithIt, string? Clause = null)
{
    /// <summary>Whether <see cref="WithIt"/> is the best case of the document, not its real content.</summary>
    public bool IsBestCase { get; init; }
}

/// <summary>What a missing document is worth.</summary>
/// <param name="Document">The document.</param>
/// <param name="Tonnes">Certificates gained by having it: fewer owed or more earned; null if that cannot be known beforehand.</param>
/// <param name="Clause">What asks for it, or null.</param>
public sealed record DocumentWorth(string Document, long? Tonnes, string? Clause)
{
    /// <summary>Whether this is its worth in the best case only.</summary>
    public bool IsAtMost { get; init; }
}

/// <summary>Which missing document is worth most.</summary>
/// <remarks>Pure and thread-safe. Each document is valued alone, everything else as reported.</remarks>
public static class MissingDocuments
{
    private static readonly Dictionary<string, string> ByFinding = new(StringComparer.Ordinal)
    {
        ["type-i-used"] = "an analysis by a laboratory, or the evidence that there is none",
        ["samples-not-reported"] = "the record of the samples analysed",
        ["too-few-samples"] = "the record of the samples analysed",
        ["factor-without-source"] = "the guideline or norm behind the factor",
        ["period-gap"] = "the meter or purchase records of the days without an amount",
        ["changed-since-previous-year"] = "the explanation of the change",
    };

    /// <summary>
    /// Every document whose absence the report shows (<see cref="Shown"/>), the factors that a default replaces, and what each open
    /// finding of the validation asks for. The content of a document is not guessed; its worth is then unknown.
    /// </summary>
    public static IReadOnlyList<DocumentCase> Asked(MonitoringReport report, AssessmentRules rules)
    {
        var cases = Shown(report).ToList();
        foreach (var stream in report.ExportedPower.Where(s => s.Factor is null))
        {
            cases.Add(new DocumentCase($"the plant's own factor for {stream.Id}, from its heat rate and fuel", null, "DPCM s.5(16)"));
        }

        foreach (var finding in ReportValidator.Validate(report, rules, partOfYear: true))
        {
            if (ByFinding.TryGetValue(finding.Code, out var document))
            {
                cases.Add(new DocumentCase($"{document}: {finding.Message}", null, finding.Clause));
            }
        }

        return cases;
    }

    /// <summary>
    /// The documents that the report itself shows to be missing and whose worth can be computed: those of the whole year, undertakings against double
    /// counting of renewable supply, and the verified factor of a supplier under a power purchase agreement, at best zero.
    /// </summary>
    public static IReadOnlyList<DocumentCase> Shown(MonitoringReport report)
    {
        Require.NotNull(report);
        var cases = new List<DocumentCase>();
        if (!report.DocumentsSubmitted)
        {
            cases.Add(new DocumentCase("the verified documents of the year", report with { DocumentsSubmitted = true }, "GEI Rules r.4(5)"));
        }

        foreach (var stream in report.Electricity.Where(ElectricityEmissions.LacksUndertaking))
        {
            var supplied = report.Electricity.Select(e => ReferenceEquals(e, stream) ? stream with { NoDoubleCountUndertaking = true } : e).ToList();
            cases.Add(new DocumentCase($"the undertaking for {stream.Id} that its renewable attribute is counted nowhere else", report with { Electricity = supplied }, "DPCM s.5(17)"));
        }

        foreach (var stream in report.Electricity.Where(e => e.Supply == ElectricitySupply.PowerPurchaseAgreement && e.Factor is null))
        {
            var best = stream with { Factor = default(ElectricityEmissionFactor), FactorSource = "best case" };
            var supplied = report.Electricity.Select(e => ReferenceEquals(e, stream) ? best : e).ToList();
            cases.Add(new DocumentCase($"the supplier's verified factor for {stream.Id}", report with { Electricity = supplied }, "DPCM s.5(7)(vii)") { IsBestCase = true });
        }

        return cases;
    }

    /// <summary>The documents in order of worth, the most first, those of unknown worth last; worthless ones are left out.</summary>
    /// <param name="report">The report as it is.</param>
    /// <param name="rules">The rules of its year.</param>
    /// <param name="cases">The documents to value; <see cref="Asked"/> finds them, the host may add others.</param>
    /// <exception cref="Problems.CctsDataException">The report has errors.</exception>
    public static IReadOnlyList<DocumentWorth> Rank(MonitoringReport report, AssessmentRules rules, IEnumerable<DocumentCase> cases)
    {
        var options = new AssessmentOptions { OtherReadings = false, PartOfYear = true };
        if (Balance(Assessor.Assess(report, rules, options)) is not { } without)
        {
            return [];
        }

        var ranked = new List<DocumentWorth>();
        foreach (var item in Require.Each(cases))
        {
            if (item.WithIt is not { } supplied)
            {
                ranked.Add(new DocumentWorth(item.Document, null, item.Clause));
            }
            else if (Assessor.TryAssess(supplied, rules, options, out var with, out _) && Balance(with!) - without is { } gained and > 0)
            {
                ranked.Add(new DocumentWorth(item.Document, gained, item.Clause) { IsAtMost = item.IsBestCase });
            }
        }

        return ranked.OrderByDescending(d => d.Tonnes ?? 0).ThenBy(d => d.Document, StringComparer.Ordinal).ToList();
    }

    // The worth of a document does not depend on whether a value has to be explained first.
    private static long? Balance(Assessment assessment) => Balance(assessment.Withheld ?? assessment.Certificates);

    private static long? Balance(CertificateResult result) => result.Kind == CertificateKind.Surrender ? -result.Quantity : result.Quantity;
}
