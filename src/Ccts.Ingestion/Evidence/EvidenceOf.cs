using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Reports;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Evidence;

/// <summary>The documents of a report, with the stream that names them.</summary>
internal static class EvidenceOf
{
    internal static IEnumerable<EvidenceDocument> All(MonitoringReport report) => Streams(report).SelectMany(s => s.Evidence);

    /// <summary>Reports every amount whose evidence in the report differs from the rows behind it in the files. A report that names no rows at all was typed by hand and is not checked.</summary>
    internal static void TellDifferences(MonitoringReport report, IEnumerable<ReportedValue> values, ProblemList problems)
    {
        var streams = Streams(report).ToDictionary(s => s.Id, StringComparer.Ordinal);
        var isTyped = !All(report).Any(d => d.FirstRow is not null);
        foreach (var value in values.Where(v => v.Amount is not null && streams.ContainsKey(v.Stream)))
        {
            var stated = streams[value.Stream].Evidence.Where(d => d.Of == ValuePlace.PathOf(value) && d.FirstRow is not null).ToList();
            var found = ValueEvidence.Documents(value).ToList();
            if (!isTyped && (stated.Except(found).Any() || found.Except(stated).Any()))
            {
                problems.Error("evidence-differs", new SourcePlace("report", 0, 0, $"{value.Stream}/{ValuePlace.PathOf(value)}"), stated.Count == 0 ? "The report names no rows behind it, and the files have them." : $"The report names other rows, files or people behind it: {string.Join("; ", stated.Except(found))}.", string.Join("; ", found), "Take the files in again, or find out who changed the report.");
            }
        }
    }

    internal static IEnumerable<MonitoredStream> Streams(MonitoringReport report) =>
    [
        .. report.Fuels, .. report.ProcessMaterials, .. report.MassBalances, .. report.Pfcs, .. report.Gases, .. report.ImportedIntermediates, .. report.Electricity,
        .. report.ImportedHeat, .. report.ExportedPower, .. report.ExportedHeat, .. report.CapturedCo2, .. report.Memo, .. report.RenewableCertificates, .. report.Products,
    ];
}
