using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Compliance.Sources;

/// <summary>A laboratory behind results of a stream, and what the report says of its accreditation.</summary>
/// <param name="Stream">The stream's id.</param>
/// <param name="Name">The laboratory as evidence names it, else the source of the analysis.</param>
/// <param name="IsExternal">Whether its results stand beside those of the plant's own laboratory (DPCM s.5(15)).</param>
/// <param name="Accreditation">The accrediting body and number; <see cref="EvidenceDocument.NotAccredited"/> where the report states that it has none; null where nothing is stated.</param>
/// <param name="From">Its first day, or null.</param>
/// <param name="Until">Its last day, or null.</param>
/// <param name="Periods">The days that its results are of.</param>
internal sealed record LaboratoryStanding(string Stream, string Name, bool IsExternal, string? Accreditation, LocalDate? From, LocalDate? Until, IReadOnlyList<ReportingPeriod> Periods)
{
    internal bool IsAccredited => Accreditation is not null and not EvidenceDocument.NotAccredited;

    /// <summary>Periods of which a day lies outside the accreditation.</summary>
    internal IReadOnlyList<ReportingPeriod> NotCovered => IsAccredited ? [.. Periods.Where(p => p.From < From || p.To > Until)] : [];

    /// <summary>Every laboratory of a report, stream by stream.</summary>
    internal static IReadOnlyList<LaboratoryStanding> Of(MonitoringReport report) => [.. ReportStreams.Of(report).SelectMany(s => Of(s, ReportingPeriod.Year(report.Year)))];

    private static IEnumerable<LaboratoryStanding> Of(MonitoredStream stream, ReportingPeriod year) => Results(stream, year)
        .SelectMany(r => Behind(stream, r).Select(d => (Result: r, Document: d)))
        .GroupBy(r => (r.Document?.Instrument ?? r.Document?.Document ?? r.Result.Source ?? "(not named)", r.Result.IsExternal, r.Document?.Accreditation, Day(r.Document?.AccreditedFrom), Day(r.Document?.AccreditedUntil)))
        .Select(g => new LaboratoryStanding(stream.Id, g.Key.Item1, g.Key.IsExternal, g.Key.Accreditation, g.Key.Item4, g.Key.Item5, [.. g.Select(r => r.Result.Period).Distinct()]));

    /// <summary>The documents behind a result; those that say something of a laboratory and name no value are behind the own laboratory's.</summary>
    private static List<EvidenceDocument?> Behind(MonitoredStream stream, Result result)
    {
        List<EvidenceDocument?> named = [.. stream.Evidence.Where(d => d.Of is { } of && result.IsOf(of))];
        List<EvidenceDocument?> found = named.Count > 0 || result.IsExternal ? named : [.. stream.Evidence.Where(d => d.Of is null && d.Accreditation is not null)];
        return found.Count > 0 ? found : [null];
    }

    private static IEnumerable<Result> Results(MonitoredStream stream, ReportingPeriod year)
    {
        var analyses = stream switch
        {
            FuelStream f => f.Analyses.SelectMany(a => Results(a.Period, (a.Net ?? a.Gross ?? a.CarbonContent ?? a.Moisture ?? a.Factor?.TonnesPerTerajoule) is not null, a.Source, (a.ExternalNet ?? a.ExternalGross ?? a.ExternalCarbonContent) is not null, a.ExternalSource)),
            ProcessMaterialStream m => m.Analyses.SelectMany(a => Results(a.Period, (a.Factor?.TonnesPerTonne ?? a.ConversionFactor) is not null, a.Source, a.ExternalFactor is not null, a.ExternalSource)),
            _ => [],
        };
        var ofYear = stream is ProcessMaterialStream { AnalysisSource: { } source } ? [new Result(year, false, source, of => of == "carbonContent" || of.StartsWith("composition/", StringComparison.Ordinal))] : Array.Empty<Result>();

        // A value counts as analysed where its document states a laboratory's accreditation and nothing else shows it: the carbon of ash, a calorific value of the year.
        var rest = stream.Evidence.Where(d => d.Accreditation is not null && d.Of is { } of && !analyses.Concat(ofYear).Any(r => r.IsOf(of))).Select(d => new Result(year, false, null, of => of == d.Of));
        return analyses.Concat(ofYear).Concat(rest);
    }

    private static IEnumerable<Result> Results(ReportingPeriod period, bool own, string? source, bool external, string? externalSource)
    {
        foreach (var (isThere, isExternal, named) in new[] { (own, false, source), (external, true, externalSource) })
        {
            if (isThere)
            {
                yield return new Result(period, isExternal, named, of => of.StartsWith($"analyses/{period}/", StringComparison.Ordinal) && of.Substring(of.LastIndexOf('/') + 1).StartsWith("external", StringComparison.Ordinal) == isExternal);
            }
        }
    }

    private static LocalDate? Day(string? text) => text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : null;

    private sealed record Result(ReportingPeriod Period, bool IsExternal, string? Source, Func<string, bool> IsOf);
}
