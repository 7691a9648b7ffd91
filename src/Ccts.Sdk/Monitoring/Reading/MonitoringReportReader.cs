using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Reads a monitoring report written as JSON (<c>ccts-monitoring-report/1</c>; see <c>monitoring-report.schema.json</c>).</summary>
/// <remarks>
/// Pure and thread-safe. Strict: UTF-8 only, at most 16 MiB, nested at most 64 deep; unknown and duplicate keys, wrong
/// types and numbers without a unit are errors. All errors are found at once. It checks whether the text can be understood;
/// <c>ReportValidator</c> checks whether a plant may report this.
/// </remarks>
public static class MonitoringReportReader
{
    /// <summary>Reads a report.</summary>
    /// <param name="utf8">The bytes of the JSON text; a UTF-8 byte order mark is allowed.</param>
    /// <param name="file">Name of the input for the places of problems, or null.</param>
    /// <param name="report">The report, or null when there is any error.</param>
    /// <param name="problems">Every problem, in the order of their places; empty when there is none.</param>
    /// <returns>Whether there is a report.</returns>
    public static bool TryRead(byte[] utf8, string? file, [NotNullWhen(true)] out MonitoringReport? report, out IReadOnlyList<Problem> problems)
    {
        Require.NotNull(utf8);
        var found = new ProblemList();
        report = LocatedJson.Read(utf8, file, found) is { } root ? ReportReading.Read(new JsonStreamFields(root, found)) : null;
        report = found.HasErrors ? null : report;
        problems = found.ToList();
        return report is not null;
    }

    /// <summary>Reads a report.</summary>
    /// <param name="utf8">The bytes of the JSON text.</param>
    /// <param name="file">Name of the input for the places of problems, or null.</param>
    /// <exception cref="CctsDataException">The text has errors; the exception lists them all.</exception>
    public static MonitoringReport Read(byte[] utf8, string? file) =>
        TryRead(utf8, file, out var report, out var problems) ? report : throw new CctsDataException(problems);
}
