using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;

namespace Ccts.Compliance.Verification.Planning;

/// <summary>How closely a source has to be looked at.</summary>
public enum RiskLevel
{
    /// <summary>Nothing about it stands out.</summary>
    Low,

    /// <summary>Something about its data stands out, or the source alone could be material.</summary>
    Medium,

    /// <summary>Something about its data stands out, and the source alone could be material.</summary>
    High,
}

/// <summary>A source in the strategic analysis of a verification: its weight in the total, and why it may be misstated.</summary>
/// <param name="Id">The stream's id.</param>
/// <param name="Part">Its part of the total.</param>
/// <param name="Tonnes">t CO2e.</param>
/// <param name="MaterialError">The relative error at which the source alone would be material; null where it has no emissions.</param>
/// <param name="Reasons">What stands out, in words.</param>
/// <param name="Level">Its risk.</param>
public sealed record SourceRisk(string Id, SourcePart Part, decimal Tonnes, decimal? MaterialError, IReadOnlyList<string> Reasons, RiskLevel Level);

/// <summary>The strategic analysis of a verification (DPCM s.6(8)): which sources matter, and why.</summary>
/// <remarks>Pure and thread-safe. The procedure asks for an analysis and prints no scale: the levels are this SDK's own, and a verifier's judgement stands above them.</remarks>
public static class StrategicAnalysis
{
    /// <summary>Every source that counts, the riskiest first.</summary>
    /// <param name="report">The report.</param>
    /// <param name="assessment">Its assessment, with steps.</param>
    /// <param name="rules">The limits of monitoring.</param>
    /// <exception cref="UnknownLawException">The ruleset does not know materiality.</exception>
    public static IReadOnlyList<SourceRisk> Of(MonitoringReport report, Assessment assessment, MonitoringRules rules)
    {
        Require.NotNull(report);
        var threshold = Math.Abs(Require.NotNull(assessment).Emissions.Total.Tonnes) * Require.NotNull(rules).Materiality.Value;
        var streams = ReportStreams.Of(report).ToDictionary(s => s.Id, StringComparer.Ordinal);
        return [.. SourceTonnes.Of(assessment).Where(s => s.Part != SourcePart.Memo)
            .Select(s => Risk(s, streams[s.Id], threshold, rules, report))
            .OrderByDescending(r => r.Level).ThenByDescending(r => r.Tonnes).ThenBy(r => r.Id, StringComparer.Ordinal)];
    }

    private static SourceRisk Risk(SourceTonnes source, MonitoredStream stream, decimal threshold, MonitoringRules rules, MonitoringReport report)
    {
        var reasons = Reasons(stream, rules, report).ToList();
        decimal? error = source.Tonnes == 0m ? null : threshold / source.Tonnes;
        var weight = (error is <= 1m ? 1 : 0) + (reasons.Count > 0 ? 1 : 0);
        if (error is <= 1m)
        {
            reasons.Insert(0, error == 1m ? "an error of all of it would be exactly at materiality, and whether that is material the text does not say" : $"an error of {(error.Value * 100m).ToString("0.#", CultureInfo.InvariantCulture)} % in it would be material alone");
        }

        return new SourceRisk(source.Id, source.Part, source.Tonnes, error, reasons, (RiskLevel)weight);
    }

    private static IEnumerable<string> Reasons(MonitoredStream stream, MonitoringRules rules, MonitoringReport report)
    {
        if (stream.Evidence.Count == 0)
        {
            yield return "no document is named for it";
        }

        if (stream.WhyGaps is not null)
        {
            yield return "days of the year have no amount";
        }

        if (stream.WhyUnusual is not null)
        {
            yield return "a value of it was found unusual and explained";
        }

        if (LawfulSamples.IsTypeI(stream))
        {
            yield return "its factor is of Type I";
        }

        if (SamplingAccount.Of(stream, report, rules) is { } samples)
        {
            if (samples.Short > 0)
            {
                yield return FormattableString.Invariant($"{samples.Taken ?? 0} samples are reported, {samples.Least} are the least");
            }

            if (samples.Substituted.Count > 0)
            {
                yield return $"no sample is behind its values of {string.Join(", ", samples.Substituted)}";
            }
        }

        if (rules.YearOnYearChange.TryGet(out var limit) && ReportStreams.Change(stream) is { } change && Math.Abs(change) > limit)
        {
            yield return $"it changed by {(change * 100m).ToString("0.#", CultureInfo.InvariantCulture)} % against the year before {report.Year}";
        }
    }
}
