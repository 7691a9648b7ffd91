using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Ingestion.Series;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Reports;

/// <summary>Laboratory results by stream, result and month or year. Several results of one month are withheld where the mapping has no method for them.</summary>
internal sealed class AnalysisBook(Calendar calendar, Findings findings)
{
    private readonly List<(SourceMapping Source, SeriesReadings Series, LabMonth[] Months)> _entries = [];

    internal void Bring(SourceMapping source, SeriesReadings series)
    {
        // A result of the year is taken from all months together.
        var isOfYear = series.Mapping.Result!.IsOfYear;
        var months = Enumerable.Range(0, isOfYear ? 1 : Calendar.Months).Select(_ => new LabMonth()).ToArray();
        var outside = new OutsideYear(series.Mapping.Name, calendar, findings);
        foreach (var (reading, known) in new MovementYear(series, calendar, findings).Counted())
        {
            if (calendar.MonthOf(reading.At) is >= 0 and < Calendar.Months and var month)
            {
                months[isOfYear ? 0 : month].Add(reading, known, series.Weights is { } weights && weights.TryGetValue((reading.File, reading.Row), out var weight) ? weight : null);
            }
            else
            {
                outside.Add(reading);
            }
        }

        outside.Tell(isAmount: false);

        _entries.Add((source, series, months));
    }

    /// <param name="files">The files that were read.</param>
    /// <param name="isUsed">Whether a stream has an amount in a month, so that it needs a result.</param>
    internal IEnumerable<ReportedValue> Values(IReadOnlyList<FileRecord> files, Func<string, int, bool> isUsed)
    {
        foreach (var (source, series, months) in _entries)
        {
            var (mapping, results) = (series.Mapping, months.Select(m => m.Result(series.Mapping.Mean)).ToList());
            var filled = SubstitutedResults.Of(mapping.Missing, results, month => isUsed(mapping.Stream, month) && !(months[month].HasSeveral && months[month].Tally.Missing == 0));
            for (var month = 0; month < months.Length; month++)
            {
                var period = mapping.Result!.IsOfYear ? calendar.Year : calendar.NameOf(month);
                if (filled.TryGetValue(month, out var put))
                {
                    var method = $"{SeriesMapping.Methods.First(m => m.Value == mapping.Missing.Method).Key} ({mapping.Missing.Source})";
                    yield return new ReportedValue(mapping.Stream, mapping.Result.Member, period, Text(put.Value, series), 0, 1, 0, [.. RowsBehind.Of(files, findings, source, mapping, put.From.Select(m => months[m].Tally), method)]);
                }
                else if (months[month].Tally.HasAny)
                {
                    yield return Value(files, source, series, months[month], results[month], period);
                }
            }
        }
    }

    private ReportedValue Value(IReadOnlyList<FileRecord> files, SourceMapping source, SeriesReadings series, LabMonth month, decimal? result, string period)
    {
        var mapping = series.Mapping;
        if (result is null)
        {
            var why = month.Tally.Missing > 0 ? "a result of it is not taken" : $"it has {month.Tally.Measured} results, and the mapping names no \"mean\"";
            findings.Problems.Warn("withheld", mapping.Place, $"{mapping.Name} of {period} is not given, because {why}.", hint: month.Tally.Missing > 0 ? "Find out which result is right." : "Name in \"mean\" the method of the monitoring plan that makes one of them.");
        }

        var method = month.HasSeveral && mapping.Mean is { } mean ? $"{LabResult.Means.First(m => m.Value == mean.Method).Key} mean ({mean.Source})" : null;
        return new ReportedValue(mapping.Stream, mapping.Result!.Member, period, result is { } value ? Text(value, series) : null, month.Tally.Measured, 0, month.Tally.Missing, [.. RowsBehind.Of(files, findings, source, mapping, [month.Tally], method)]);
    }

    private static string Text(decimal value, SeriesReadings series) => QuantityText.Format(value) + (series.Canonical is { Length: > 0 } unit ? " " + unit : "");
}
