using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Ingestion.Series;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Reports;

/// <summary>The results of laboratories by stream, month and what was analysed. A month with several and no method for them is withheld.</summary>
internal sealed class AnalysisBook(Calendar calendar, Findings findings)
{
    internal const string Prefix = "analyses.";
    private readonly List<(SourceMapping Source, SeriesReadings Series, LabMonth[] Months)> _entries = [];

    internal void Bring(SourceMapping source, SeriesReadings series)
    {
        var months = Enumerable.Range(0, Calendar.Months).Select(_ => new LabMonth()).ToArray();
        var outside = 0;
        foreach (var (reading, known) in new MovementYear(series, calendar, findings).Counted())
        {
            if (calendar.MonthOf(reading.At) is >= 0 and < Calendar.Months and var month)
            {
                months[month].Add(reading, known, series.Weights is { } weights && weights.TryGetValue((reading.File, reading.Row), out var weight) ? weight : null);
            }
            else if (outside++ == 0)
            {
                findings.Info("outside-year", reading, $"{series.Mapping.Name}: this row and perhaps others are not of the year {calendar.Year}; they are not counted.");
            }
        }

        _entries.Add((source, series, months));
    }

    internal IEnumerable<ReportedValue> Values(IReadOnlyList<FileRecord> files)
    {
        foreach (var entry in _entries)
        {
            for (var month = 0; month < Calendar.Months; month++)
            {
                if (entry.Months[month].Tally.HasAny)
                {
                    yield return Value(files, entry.Source, entry.Series, entry.Months[month], calendar.NameOf(month));
                }
            }
        }
    }

    private ReportedValue Value(IReadOnlyList<FileRecord> files, SourceMapping source, SeriesReadings series, LabMonth month, string period)
    {
        var mapping = series.Mapping;
        var result = month.Tally.Missing > 0 ? null : month.Result(mapping.Mean);
        if (result is null)
        {
            var why = month.Tally.Missing > 0 ? "a result of it is not taken" : $"{month.Tally.Measured} results stand for it, and the mapping names no \"mean\"";
            findings.Problems.Warn("withheld", mapping.Place, $"{mapping.Name} of {period} is not given, because {why}.", hint: month.Tally.Missing > 0 ? "Find out which result is right." : "Name in \"mean\" the method of the monitoring plan that makes one of them.");
        }

        var method = month.HasSeveral && mapping.Mean is { } mean ? $"{LabResult.Means.First(m => m.Value == mean.Method).Key} mean ({mean.Source})" : null;
        var amount = result is { } value ? QuantityText.Format(value) + (series.Canonical is { Length: > 0 } unit ? " " + unit : "") : null;
        return new ReportedValue(mapping.Stream, Prefix + mapping.Result, period, amount, month.Tally.Measured, 0, month.Tally.Missing, [.. RowsBehind.Of(files, findings, source, mapping, [month.Tally], method)]);
    }
}
