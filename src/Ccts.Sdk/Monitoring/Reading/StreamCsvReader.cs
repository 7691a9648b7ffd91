using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Adds streams written as CSV, one row for each stream and period, to a report whose header is JSON.</summary>
/// <remarks>
/// <para>Pure and thread-safe. UTF-8 or UTF-16, at most 16 MiB, a header row; title lines above it, semicolons or tabs in place of commas, a
/// line <c>sep=;</c> and empty rows are ignored. The column <c>list</c> says which list of the
/// report a row belongs to, <c>id</c> which stream; <c>period</c> and <c>amount</c> hold the measured amounts. Every other
/// column is named like the member in the report's JSON, with dots between levels: <c>fuel</c>, <c>ncv</c>,
/// <c>factor.value</c>, <c>stock.opening</c>, <c>evidence.document</c>. They are in any row of their stream.</para>
/// <para>Each item of a list inside a stream, such as <c>analyses.ncv</c> or <c>inputs.material</c>, has its own row; such a row needs no amount of the stream.
/// All errors are found at once.</para>
/// </remarks>
public static class StreamCsvReader
{
    /// <summary>Adds the streams of a CSV file to a report.</summary>
    /// <param name="report">The report to add to; it stays as it is.</param>
    /// <param name="utf8">The bytes of the CSV text; a UTF-8 byte order mark is allowed.</param>
    /// <param name="file">Name of the input for the places of problems, or null.</param>
    /// <param name="combined">The report with the streams added after its own, or null when there is any error.</param>
    /// <param name="problems">Every problem, in the order of their places; empty when there is none.</param>
    /// <returns>Whether there is a combined report.</returns>
    public static bool TryAdd(MonitoringReport report, byte[] utf8, string? file, [NotNullWhen(true)] out MonitoringReport? combined, out IReadOnlyList<Problem> problems)
    {
        Require.NotNull(report);
        Require.NotNull(utf8);
        var found = new ProblemList();
        var lists = Read(utf8, file, found);
        combined = Combine(report, lists);
        combined = found.HasErrors ? null : combined;
        problems = found.ToList();
        return combined is not null;
    }

    /// <summary>Adds the streams of a CSV file to a report.</summary>
    /// <param name="report">The report to add to; it stays as it is.</param>
    /// <param name="utf8">The bytes of the CSV text.</param>
    /// <param name="file">Name of the input for the places of problems, or null.</param>
    /// <exception cref="CctsDataException">The text has errors; the exception lists them all.</exception>
    public static MonitoringReport Add(MonitoringReport report, byte[] utf8, string? file) =>
        TryAdd(report, utf8, file, out var combined, out var problems) ? combined : throw new CctsDataException(problems);

    /// <summary>The rows of each list, stream by stream, in the order of their first rows.</summary>
    private static Dictionary<string, List<CsvStreamFields>> Read(byte[] utf8, string? file, ProblemList problems)
    {
        var lists = StreamCsvColumns.Lists.Keys.ToDictionary(l => l, _ => new List<CsvStreamFields>(), StringComparer.Ordinal);
        if (CsvTable.OpenFound(utf8, file, problems, LocatedJson.DefaultMaxBytes, StreamCsvColumns.Required, StreamCsvColumns.Optional) is not { } table)
        {
            return lists;
        }

        var streams = new Dictionary<(string List, string Id), List<CsvRecord>>();
        while (table.ReadRecord() is { } record)
        {
            record.Choice("list", StreamCsvColumns.Lists);
            var (list, id) = (record.OptionalText("list"), record.Text("id"));
            if (list is null || id is null || !lists.TryGetValue(list, out var fields))
            {
                continue;
            }

            if (!streams.TryGetValue((list, id), out var rows))
            {
                rows = [];
                streams.Add((list, id), rows);
                fields.Add(new CsvStreamFields(rows, problems));
            }

            rows.Add(record);
        }

        return lists;
    }

    private static MonitoringReport Combine(MonitoringReport report, Dictionary<string, List<CsvStreamFields>> lists)
    {
        var year = ReportingPeriod.Year(report.Year);
        IReadOnlyList<T> With<T>(IReadOnlyList<T> streams, string list, Func<IStreamFields, ReportingPeriod, T> read) =>
            lists[list].Count == 0 ? streams : [.. streams, .. lists[list].Select(fields => read(fields, year))];

        return report with
        {
            Fuels = With(report.Fuels, "fuels", FuelReading.Read),
            ProcessMaterials = With(report.ProcessMaterials, "processMaterials", ProcessReading.Material),
            MassBalances = With(report.MassBalances, "massBalances", ProcessReading.MassBalance),
            Gases = With(report.Gases, "gases", ProcessReading.Gas),
            Pfcs = With(report.Pfcs, "pfcs", ProcessReading.Pfc),
            ImportedIntermediates = With(report.ImportedIntermediates, "importedIntermediates", ProcessReading.Intermediate),
            Electricity = With(report.Electricity, "electricity", EnergyReading.Electricity),
            ImportedHeat = With(report.ImportedHeat, "importedHeat", EnergyReading.ImportedHeat),
            ExportedPower = With(report.ExportedPower, "exportedPower", EnergyReading.ExportedPower),
            ExportedHeat = With(report.ExportedHeat, "exportedHeat", EnergyReading.ExportedHeat),
            CapturedCo2 = With(report.CapturedCo2, "capturedCo2", EnergyReading.CapturedCo2),
            Memo = With(report.Memo, "memo", EnergyReading.Memo),
            RenewableCertificates = With(report.RenewableCertificates, "renewableCertificates", EnergyReading.Certificates),
            Products = With(report.Products, "products", ProductReading.Read),
        };
    }
}
