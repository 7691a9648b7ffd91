using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Reports;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion;

/// <summary>The result of an ingestion.</summary>
/// <remarks>Immutable. Nothing is half taken in: with any error there is no report and no value. Two are equal only when they hold the very same lists.</remarks>
public sealed record IngestionResult
{
    /// <summary>The report with its amounts; null with any error, and where every amount of a stream is withheld.</summary>
    public MonitoringReport? Report { get; init; }

    /// <summary>The same as JSON, as <c>monitoring-report.schema.json</c> has it; null where <see cref="Report"/> is.</summary>
    public JsonObject? ReportJson { get; init; }

    /// <summary>Each amount, and each that is withheld because something of it is missing.</summary>
    public IReadOnlyList<ReportedValue> Values { get; init; } = [];

    /// <summary>Series of meters and movements without a limit in the mapping, so that impossible values are not detected: no <c>most</c>, or for a meter no <c>stuckAfter</c>.</summary>
    public IReadOnlyList<string> Unwatched { get; init; } = [];

    /// <summary>The files that were read.</summary>
    public IReadOnlyList<FileRecord> Files { get; init; } = [];

    /// <summary>Errors, and what was found in the files: gaps, doubles, resets and the like, each with file and row.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Whether anything could not be understood; then there are no values.</summary>
    public bool HasErrors => Problems.Any(p => p.Severity == Severity.Error);

    /// <summary>Whether there is a report and no amount of it is withheld.</summary>
    public bool IsComplete => Report is not null && Values.All(v => v.Amount is not null);

    /// <summary>Intervals, tickets and counts that were measured.</summary>
    public int Measured => Values.Sum(v => v.Measured);

    /// <summary>Those filled by a method of the mapping.</summary>
    public int Substituted => Values.Sum(v => v.Substituted);

    /// <summary>Those without a value.</summary>
    public int Missing => Values.Sum(v => v.Missing);

    /// <summary>The measured share of all in per cent, rounded down to two decimals; null where there is nothing. A figure of readiness, of no law.</summary>
    public decimal? MeasuredPercent => Measured + Substituted + Missing is > 0 and var all ? decimal.Truncate(Measured * 10_000m / all) / 100m : null;
}
