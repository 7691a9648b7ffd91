using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Monitoring;

namespace Ccts.Compliance.Verification.Planning;

/// <summary>Which share of a source's records a verifier looks at, by its risk.</summary>
/// <remarks>The procedure prints no shares: these are this SDK's own unless the agency states its own.</remarks>
/// <param name="Low">Of a source of low risk, above 0 to 1.</param>
/// <param name="Medium">Of medium risk, above 0 to 1.</param>
/// <param name="High">Of high risk, above 0 to 1.</param>
public sealed record SampleShares(decimal Low, decimal Medium, decimal High)
{
    /// <summary>A quarter, a half, all.</summary>
    public static SampleShares Default { get; } = new(0.25m, 0.5m, 1m);

    internal decimal Of(RiskLevel level) => level switch { RiskLevel.Low => Low, RiskLevel.Medium => Medium, _ => High };
}

/// <summary>How many of a source's records to check.</summary>
/// <param name="Id">The stream's id.</param>
/// <param name="Level">Its risk.</param>
/// <param name="Records">Periods for which it states an amount.</param>
/// <param name="RecordsToCheck">How many of them to check.</param>
/// <param name="LeastAnalyses">The fewest analyses of the year that DPCM s.5(13) asks for; null where none are asked for.</param>
/// <param name="Analyses">Analyses that the report states; null where it states none.</param>
/// <param name="AnalysesToCheck">How many of the required analyses to check.</param>
public sealed record SampledSource(string Id, RiskLevel Level, int Records, int RecordsToCheck, int? LeastAnalyses, int? Analyses, int AnalysesToCheck);

/// <summary>A verifier's sampling plan (DPCM s.6(8)): sized from risk and from the fewest analyses that the procedure asks for.</summary>
/// <remarks>Pure and thread-safe; whole numbers only. At least one record and one analysis are always checked.</remarks>
public static class SamplingPlan
{
    /// <summary>Sizes the plan.</summary>
    /// <param name="report">The report.</param>
    /// <param name="risks">The strategic analysis.</param>
    /// <param name="rules">The limits of monitoring.</param>
    /// <param name="shares">By risk; null for the default.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is not above 0 and at most 1, or a higher risk has the smaller one.</exception>
    public static IReadOnlyList<SampledSource> Of(MonitoringReport report, IReadOnlyList<SourceRisk> risks, MonitoringRules rules, SampleShares? shares = null)
    {
        shares ??= SampleShares.Default;
        if (shares.Low <= 0m || shares.High > 1m || shares.Low > shares.Medium || shares.Medium > shares.High)
        {
            throw new ArgumentOutOfRangeException(nameof(shares), "Shares are above 0, at most 1, and never smaller for a higher risk.");
        }

        var streams = ReportStreams.Of(Require.NotNull(report)).ToDictionary(s => s.Id, StringComparer.Ordinal);
        return [.. Require.All(risks).Select(r => Sized(r, streams[r.Id], Require.NotNull(rules), shares.Of(r.Level)))];
    }

    private static SampledSource Sized(SourceRisk risk, MonitoredStream stream, MonitoringRules rules, decimal share)
    {
        var (records, least, taken) = (ReportStreams.Periods(stream).Count, LawfulSamples.Least(stream, rules), LawfulSamples.Taken(stream));
        return new SampledSource(risk.Id, risk.Level, records, Part(records, share), least, taken, Part(Math.Max(least ?? 0, taken ?? 0), share));
    }

    private static int Part(int of, decimal share) => of == 0 ? 0 : (int)Math.Ceiling(of * share);
}
