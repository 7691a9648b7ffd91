using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Ingestion.Series;

namespace Ccts.Ingestion.Reports;

/// <summary>The rows of each file that tallies rest on, with the evidence of their series.</summary>
internal static class RowsBehind
{
    internal static IEnumerable<ValueRows> Of(IReadOnlyList<FileRecord> files, Findings findings, SourceMapping source, SeriesMapping mapping, IEnumerable<MonthTally> tallies, string? method)
    {
        var evidence = mapping.Evidence;
        foreach (var file in tallies.SelectMany(t => t.Rows).GroupBy(r => r.Key))
        {
            var record = files.First(f => f.Name == findings.NameOf(file.Key));
            yield return new ValueRows(record.Name, record.Sha256, file.Min(r => r.Value.First), file.Max(r => r.Value.Last), file.Sum(r => r.Value.Count), (findings.SheetOf(file.Key) is { } sheet ? sheet + "!" : "") + source.Columns[mapping.Column], evidence.Instrument, evidence.Calibrated, evidence.By, evidence.At, method)
            {
                CalibratedUntil = evidence.CalibratedUntil,
                Accreditation = evidence.Accreditation,
                AccreditedFrom = evidence.AccreditedFrom,
                AccreditedUntil = evidence.AccreditedUntil,
            };
        }
    }
}
