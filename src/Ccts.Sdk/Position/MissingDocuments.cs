using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Certificates;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Position;

/// <summary>The report as it would be with one more document.</summary>
/// <param name="Document">The document, in the reader's words.</param>
/// <param name="WithIt">The report with it.</param>
/// <param name="Clause">What asks for it, or null.</param>
public sealed record DocumentCase(string Document, MonitoringReport WithIt, string? Clause = null);

/// <summary>What a missing document is worth.</summary>
/// <param name="Document">The document.</param>
/// <param name="Tonnes">Certificates gained by having it: fewer owed or more earned.</param>
/// <param name="Clause">What asks for it, or null.</param>
public sealed record DocumentWorth(string Document, long Tonnes, string? Clause);

/// <summary>Which missing document is worth most.</summary>
/// <remarks>Pure and thread-safe. Each document is valued alone, all else as reported.</remarks>
public static class MissingDocuments
{
    /// <summary>The documents whose absence the report itself shows: those of the whole year, and undertakings against double counting of renewable supply.</summary>
    public static IReadOnlyList<DocumentCase> Shown(MonitoringReport report)
    {
        Require.NotNull(report);
        var cases = new List<DocumentCase>();
        if (!report.DocumentsSubmitted)
        {
            cases.Add(new DocumentCase("the verified documents of the year", report with { DocumentsSubmitted = true }, "GEI Rules r.4(5)"));
        }

        foreach (var stream in report.Electricity.Where(NeedsUndertaking))
        {
            var supplied = report.Electricity.Select(e => ReferenceEquals(e, stream) ? stream with { NoDoubleCountUndertaking = true } : e).ToList();
            cases.Add(new DocumentCase($"the undertaking for {stream.Id} that its renewable attribute is counted nowhere else", report with { Electricity = supplied }, "DPCM s.5(17)"));
        }

        return cases;
    }

    /// <summary>The documents in order of worth, the most first; those worth nothing are left out.</summary>
    /// <param name="report">The report as it is.</param>
    /// <param name="rules">The rules of its year.</param>
    /// <param name="cases">The documents to value; <see cref="Shown"/> finds some, the host knows others (a supplier's factor, a laboratory's report).</param>
    /// <exception cref="Problems.CctsDataException">The report has errors.</exception>
    public static IReadOnlyList<DocumentWorth> Rank(MonitoringReport report, AssessmentRules rules, IEnumerable<DocumentCase> cases)
    {
        var options = new AssessmentOptions { OtherReadings = false };
        if (Balance(Assessor.Assess(report, rules, options).Certificates) is not { } without)
        {
            return [];
        }

        var ranked = new List<DocumentWorth>();
        foreach (var item in Require.NotNull(cases))
        {
            if (Assessor.TryAssess(item.WithIt, rules, options, out var with, out _) && Balance(with!.Certificates) - without is { } gained and > 0)
            {
                ranked.Add(new DocumentWorth(item.Document, gained, item.Clause));
            }
        }

        return ranked.OrderByDescending(d => d.Tonnes).ThenBy(d => d.Document, StringComparer.Ordinal).ToList();
    }

    private static bool NeedsUndertaking(ElectricityStream stream) => !stream.NoDoubleCountUndertaking
        && stream.Supply is ElectricitySupply.RenewableOnSite or ElectricitySupply.RenewableOpenAccess or ElectricitySupply.GreenTariff;

    private static long? Balance(CertificateResult result) => result.Kind == CertificateKind.Surrender ? -result.Quantity : result.Quantity;
}
