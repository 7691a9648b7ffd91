using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.Tables;

namespace Ccts.Workbooks.Reports;

/// <summary>Adds the streams of a sheet to a report: the columns of <see cref="StreamCsvReader"/>, with units in headers or a column of their own, and months across.</summary>
/// <remarks>Thread-safe. A header <c>ncv (GJ/t)</c> gives the unit of the numbers below; a column <c>unit</c> that of the amounts, <c>ncv unit</c> that of <c>ncv</c>. Headers that are months hold amounts.</remarks>
public static class StreamSheet
{
    /// <summary>Adds the streams of a sheet.</summary>
    /// <param name="report">The report; it stays as it is.</param>
    /// <param name="workbook">The workbook, for places.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="combined">The report with the streams added after its own, or null when there is an error.</param>
    /// <param name="problems">Every problem with its cell; hidden rows are reported.</param>
    public static bool TryAdd(MonitoringReport report, Workbook workbook, WorkbookSheet sheet, [NotNullWhen(true)] out MonitoringReport? combined, out IReadOnlyList<Problem> problems)
    {
        _ = report ?? throw new ArgumentNullException(nameof(report));
        _ = workbook ?? throw new ArgumentNullException(nameof(workbook));
        _ = sheet ?? throw new ArgumentNullException(nameof(sheet));
        var found = SheetTable.CellProblems(workbook, sheet, StreamLines.HeaderRow(sheet), Severity.Error);
        if (TablesBeside.Of(workbook, sheet, StreamLines.HeaderRow(sheet)) is { } beside)
        {
            found.Add(beside);
        }

        var lines = new StreamLines(workbook, sheet, found);
        combined = null;
        if (!found.Any(p => p.Severity == Severity.Error))
        {
            StreamCsvReader.TryAdd(report, Encoding.UTF8.GetBytes(lines.Text), workbook.File, out combined, out var read);
            found.AddRange(read.Select(lines.InSheet));
            combined = combined is null ? null : InSheet(combined, report, lines);
        }

        problems = found;
        return combined is not null;
    }

    /// <summary>The added streams know their rows, so that findings of an assessment can name them.</summary>
    private static MonitoringReport InSheet(MonitoringReport combined, MonitoringReport before, StreamLines lines)
    {
        IReadOnlyList<T> Moved<T>(IReadOnlyList<T> streams, IReadOnlyList<T> own)
            where T : MonitoredStream => [.. streams.Select((s, i) => i < own.Count ? s : (T)((MonitoredStream)s with { Place = lines.InSheet(s.Place) }))];

        return combined with
        {
            Fuels = Moved(combined.Fuels, before.Fuels),
            ProcessMaterials = Moved(combined.ProcessMaterials, before.ProcessMaterials),
            MassBalances = Moved(combined.MassBalances, before.MassBalances),
            Pfcs = Moved(combined.Pfcs, before.Pfcs),
            Gases = Moved(combined.Gases, before.Gases),
            ImportedIntermediates = Moved(combined.ImportedIntermediates, before.ImportedIntermediates),
            Electricity = Moved(combined.Electricity, before.Electricity),
            ImportedHeat = Moved(combined.ImportedHeat, before.ImportedHeat),
            ExportedPower = Moved(combined.ExportedPower, before.ExportedPower),
            ExportedHeat = Moved(combined.ExportedHeat, before.ExportedHeat),
            CapturedCo2 = Moved(combined.CapturedCo2, before.CapturedCo2),
            Memo = Moved(combined.Memo, before.Memo),
            RenewableCertificates = Moved(combined.RenewableCertificates, before.RenewableCertificates),
            Products = Moved(combined.Products, before.Products),
        };
    }
}
