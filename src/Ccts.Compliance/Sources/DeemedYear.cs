using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Sources;

/// <summary>A year whose documents were not submitted: the baseline intensity is deemed achieved (GEI Rules r.4(5)), nothing was measured, and what was not reported is not zero.</summary>
public static class DeemedYear
{
    private const string Code = "deemed-baseline";
    private const string Targets = "targets/";

    /// <summary>Codes of findings that change what the figures mean: they are deemed, or use the caller's own target.</summary>
    private static readonly string[] Meanings = [Code, "own-target"];

    /// <summary>Whether the baseline intensity is deemed achieved.</summary>
    public static bool IsDeemed(this Assessment assessment) => Require.NotNull(assessment).Findings.Any(f => f.Code == Code);

    /// <summary>The emissions that were reported, t CO2e; null where the year is deemed and none were.</summary>
    public static Co2e? ReportedTotal(this Assessment assessment) => assessment.IsDeemed() && assessment.Emissions.Total.Tonnes == 0m ? null : assessment.Emissions.Total;

    /// <summary>What has to be known so that the figures of an assessment are not misunderstood, as sentences with their clauses: findings, and a target that is not in force.</summary>
    public static IReadOnlyList<string> Meaning(this Assessment assessment) => [.. Meaning(Require.NotNull(assessment).Findings), .. NotInForce(assessment.Assumptions) is { } draft ? [draft] : Array.Empty<string>()];

    /// <summary>Whether the target used is binding; one from a draft or superseded instrument is not.</summary>
    public static bool HasBindingTarget(this Assessment assessment) => NotInForce(Require.NotNull(assessment).Assumptions) is null;

    /// <summary>Whether the schedule prints a dash for the entity in this year: it has no target, so nothing is earned and nothing owed. A target that nobody here knows is another matter.</summary>
    public static bool HasNoObligation(this Assessment assessment) => HasNoObligation(Require.NotNull(assessment).Findings);

    internal static bool HasNoObligation(IEnumerable<Problem> findings) => findings.Any(f => f.Code == "no-target");

    /// <summary>Says that the target used is of a draft or a superseded instrument; null where it is in force.</summary>
    internal static string? NotInForce(IEnumerable<ILegalValue> assumptions) =>
        assumptions.FirstOrDefault(v => v.Path.StartsWith(Targets, StringComparison.Ordinal) && v.Standing.Force is Force.Draft or Force.Superseded) is { } row
            ? $"The target {row.Text} is of {row.Standing.Source}, which is {(row.Standing.Force == Force.Draft ? "a draft" : "superseded")}: it binds nobody, and no certificate is issued or owed by it."
            : null;

    internal static IReadOnlyList<string> Meaning(IEnumerable<Problem> findings) =>
        [.. findings.Where(f => Array.IndexOf(Meanings, f.Code) >= 0).Select(f => f.Clause is { } clause ? $"{f.Message} [{clause}]" : f.Message)];

    /// <summary>Refuses a deemed year for a document that states measured emissions.</summary>
    /// <exception cref="CctsDataException">The year is deemed.</exception>
    internal static void Refuse(Assessment assessment)
    {
        if (assessment.Findings.FirstOrDefault(f => f.Code == Code) is { } deemed)
        {
            throw new CctsDataException([deemed with { Severity = Severity.Error, Message = deemed.Message + " Emissions that were not reported are not known, and this document states them.", Expected = "a report whose documents were submitted" }]);
        }
    }
}
