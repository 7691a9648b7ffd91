using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;

namespace Ccts.Compliance.Verification.Planning;

/// <summary>The samples of a source against the fewest that DPCM s.5(13) requires. A value substituted by a method is no sample.</summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the very same lists.</remarks>
/// <param name="Stream">The stream's id.</param>
/// <param name="Least">The fewest of the year: one for so many tonnes, and one for each month, quarter or week.</param>
/// <param name="Taken">Those that the report states; null where it states none.</param>
/// <param name="Without">Months or quarters with an amount and without a sample, as <c>2025-07</c> or <c>2025-07-01/2025-09-30</c>; empty where samples are asked for by the week, or analyses are not stated by period.</param>
/// <param name="Substituted">Periods with a substituted value, which rests on no sample: an analysis with 0 samples.</param>
/// <param name="Clause">The clause that asks.</param>
public sealed record SamplingAccount(string Stream, int Least, int? Taken, IReadOnlyList<string> Without, IReadOnlyList<string> Substituted, LegalSource? Clause)
{
    private const int Months = 12;

    /// <summary>How many of the year are still to be taken.</summary>
    public int Short => Math.Max(0, Least - (Taken ?? 0));

    /// <summary>The account of each source that samples are asked for of, in the order of the report.</summary>
    /// <param name="report">The report; it may be of a part of its year.</param>
    /// <param name="rules">The limits of monitoring.</param>
    public static IReadOnlyList<SamplingAccount> Of(MonitoringReport report, MonitoringRules rules) =>
        [.. ReportStreams.Of(Require.NotNull(report)).Select(s => Of(s, report, Require.NotNull(rules))).Where(a => a is not null).Select(a => a!)];

    /// <summary>The account as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["stream"] = Stream,
        ["leastAnalyses"] = Least,
        ["analyses"] = Taken,
        ["short"] = Short,
        ["without"] = List(Without),
        ["substituted"] = List(Substituted),
        ["clause"] = Clause?.ToString(),
    };

    internal static SamplingAccount? Of(MonitoredStream stream, MonitoringReport report, MonitoringRules rules)
    {
        if (LawfulSamples.Least(stream, rules) is not { } least)
        {
            return null;
        }

        var analyses = Analyses(stream);
        var amounts = ReportStreams.Periods(stream);
        var without = analyses.Count == 0 ? [] : Asked(report, LawfulSamples.Every(stream, rules)).Where(p => amounts.Any(a => Meet(a, p)) && !analyses.Any(a => a.Samples != 0 && Meet(a.Period, p)));
        return new SamplingAccount(stream.Id, least, LawfulSamples.Taken(stream), [.. without.Select(p => p.ToString())], [.. analyses.Where(a => a.Samples == 0).Select(a => a.Period.ToString())], LawfulSamples.Clause(stream, rules));
    }

    private static List<(ReportingPeriod Period, int? Samples)> Analyses(MonitoredStream stream) => stream switch
    {
        FuelStream f => [.. f.Analyses.Select(a => (a.Period, a.Samples))],
        ProcessMaterialStream m => [.. m.Analyses.Select(a => (a.Period, a.Samples))],
        _ => [],
    };

    /// <summary>The months or quarters of the year. Twelve samples a year mean one a month, four mean one a quarter (s.5(13)); analyses are not stated by the week.</summary>
    private static IEnumerable<ReportingPeriod> Asked(MonitoringReport report, int aYear)
    {
        if (aYear is not (Months or 4))
        {
            yield break;
        }

        var months = Months / aYear;
        for (var month = 0; month < Months; month += months)
        {
            var from = report.Year.FirstDay.PlusMonths(month);
            yield return new ReportingPeriod(from, from.PlusMonths(months).PlusDays(-1));
        }
    }

    private static bool Meet(ReportingPeriod one, ReportingPeriod other) => one.From <= other.To && other.From <= one.To;

    private static JsonArray List(IEnumerable<string> periods) => new([.. periods.Select(p => (JsonNode)p)]);
}
