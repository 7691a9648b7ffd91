using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Ingestion.Series;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Reports;

/// <summary>Adds up the series of a stream. An amount is withheld where any series lacks a part of it.</summary>
internal sealed class ValueBook(IngestionMapping mapping, Findings findings)
{
    private readonly Calendar _calendar = new(mapping.Year);
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<(string Stream, string? Flow, Into Into), List<(string Source, Reading Row)>> _shared = [];
    private readonly AnalysisBook _analyses = new(new Calendar(mapping.Year), findings);

    internal void Bring(SourceMapping source, SourceIntake intake)
    {
        foreach (var series in intake.Series)
        {
            var months = Enumerable.Range(0, Calendar.Months).Select(_ => new MonthTally()).ToArray();
            var (opening, closing) = (new MonthTally(), new MonthTally());
            List<Reading>? sorted = null;
            if (source.Kind == SourceKind.Meter)
            {
                new MeterYear(source, series.Mapping, _calendar, findings).Bring(new MeterSpans(source, series.Mapping, findings).Of(sorted = series.Sorted()), months);
            }
            else if (source.Kind == SourceKind.Laboratory)
            {
                _analyses.Bring(source, series);
            }
            else if (source.Kind == SourceKind.Movements)
            {
                new MovementYear(series, _calendar, findings).Bring(months);
                SummaryTable.Tell(series.Mapping.Name, series.Readings, findings);
            }
            else
            {
                new StockCounts(series, _calendar, findings, source.Columns[series.Mapping.Column]).Bring(opening, closing);
            }

            if (series.Readings.Count == 0 && !findings.Problems.HasErrors)
            {
                findings.Problems.Error("series-without-values", series.Mapping.Place, $"No row of the files has a value for {series.Mapping.Name}.", $"values in the column \"{source.Columns[series.Mapping.Column]}\"");
            }

            InstrumentDays.Tell(source, series, findings);
            if (!source.IsRegister && source.Kind != SourceKind.Stock)
            {
                UnitJump.Tell(series, findings);
                if (source.Kind == SourceKind.Meter)
                {
                    LevelChange.Tell(series, sorted!, findings);
                    Sentinels.Tell(series, sorted!, findings);
                    Sentinels.TellZeros(series, sorted!, findings);
                }
                else if (source.Kind == SourceKind.Movements)
                {
                    DailyLog.Tell(series, sorted = series.Sorted(), source.Time.IsOfMonths && !source.Layout.HasMonthsAcross, findings);
                    RowsBelowZero.Tell(series, sorted, findings);
                    LevelChange.Tell(series, sorted, findings);
                }
                else
                {
                    OddResults.Tell(series, findings);
                }

                if (source.Kind != SourceKind.Laboratory)
                {
                    SumSoFar.Tell(series, sorted ?? series.Sorted(), AreReadings(source.Columns[series.Mapping.Column]), findings);
                }
            }

            if (source.Kind != SourceKind.Laboratory)
            {
                _entries.Add(new Entry(source, series, months, opening, closing));
            }

            Keep(source, series);
            series.Release();
        }
    }

    /// <summary>Sources that feed one stream may hold the same file in two formats, so streams with several sources are compared once all are read.</summary>
    private void Keep(SourceMapping source, SeriesReadings series)
    {
        bool IsOfIt(SeriesMapping other) => (other.Stream, other.Flow, other.Into) == (series.Mapping.Stream, series.Mapping.Flow, series.Mapping.Into);
        if (source.Kind is SourceKind.Meter or SourceKind.Movements && mapping.Sources.Count(s => s.Kind is SourceKind.Meter or SourceKind.Movements && s.Series.Any(IsOfIt)) > 1)
        {
            var key = (series.Mapping.Stream, series.Mapping.Flow, series.Mapping.Into);
            var rows = _shared.TryGetValue(key, out var seen) ? seen : _shared[key] = [];
            rows.AddRange(series.Readings.Select(r => (source.Id, r)));
        }
    }

    /// <summary>Tells what only all sources show.</summary>
    internal void End()
    {
        foreach (var (stream, rows) in _shared.Select(s => (s.Key.Stream, s.Value)))
        {
            var sources = rows.GroupBy(r => r.Row.File).ToDictionary(g => g.Key, g => g.First().Source);
            RowsTwice.Tell(stream, rows.Select(r => r.Row), findings, (one, other) => sources[one] == sources[other]);
        }
    }

    private static bool AreReadings(string header) => Headers.HeaderWords.OfHeader(header).Any(w => w is "reading" or "readings" or "register" or "index");

    internal List<ReportedValue> Values(IReadOnlyList<FileRecord> files)
    {
        var values = new List<ReportedValue>();
        foreach (var stream in _entries.GroupBy(e => e.Mapping.Stream, StringComparer.Ordinal))
        {
            foreach (var into in stream.Where(e => e.Source.Kind != SourceKind.Stock).GroupBy(e => (e.Mapping.Into, e.Mapping.Flow)))
            {
                Add(values, files, [.. into], into.Key.Into);
            }

            if (stream.Where(e => e.Source.Kind == SourceKind.Stock).ToList() is { Count: > 0 } stocks)
            {
                values.Add(Value(files, stocks, "stock.opening", _calendar.Year, e => [e.Opening]));
                values.Add(Value(files, stocks, "stock.closing", _calendar.Year, e => [e.Closing]));
            }

            WithholdPartOfStock(values, stream.Key);
        }

        values.AddRange(_analyses.Values(files, IsUsed));
        return values;
    }

    /// <summary>Whether the files, or the report of the mapping, have an amount of the stream in a month.</summary>
    private bool IsUsed(string stream, int month) =>
        _entries.Exists(e => e.Mapping.Stream == stream && e.Mapping is { Into: Into.Amounts, Flow: null } && e.Source.Kind != SourceKind.Stock && e.Months[month].HasAny)
        || (ReportFilling.Streams(mapping.Report).FirstOrDefault(s => s["id"]!.GetValue<string>() == stream)?["amounts"] is JsonObject stated && stated.ContainsKey(_calendar.NameOf(month)));

    /// <summary>A stock is a balance: it is withheld while any part of it is missing, e.g. the closing count before the end of the year.</summary>
    private static void WithholdPartOfStock(List<ReportedValue> values, string stream)
    {
        bool IsStock(ReportedValue value) => value.Stream == stream && value.Member.StartsWith("stock.", System.StringComparison.Ordinal);
        if (values.Exists(v => IsStock(v) && v.Amount is null))
        {
            for (var i = 0; i < values.Count; i++)
            {
                values[i] = IsStock(values[i]) ? values[i] with { Amount = null } : values[i];
            }
        }
    }

    private void Add(List<ReportedValue> values, IReadOnlyList<FileRecord> files, List<Entry> entries, Into into)
    {
        if (into != Into.Amounts)
        {
            values.Add(Value(files, entries, into == Into.Received ? "stock.received" : "stock.movedOut", _calendar.Year, e => e.Months));
            return;
        }

        for (var month = 0; month < Calendar.Months; month++)
        {
            var at = month;
            if (entries.Exists(e => e.Months[at].HasAny))
            {
                values.Add(Value(files, entries, entries[0].Mapping.AmountsMember, _calendar.NameOf(month), e => [e.Months[at]]));
            }
        }

        SourcesBeside.Tell(entries[0].Mapping.Stream, [.. entries.GroupBy(e => e.Source).Select(s => (s.First().Mapping, (IReadOnlyList<decimal?>)[.. Enumerable.Range(0, Calendar.Months).Select(m => s.All(e => e.Months[m].Missing == 0) && s.Any(e => e.Months[m].HasAny) ? s.Sum(e => e.Months[m].Sum) : (decimal?)null)]))], findings);
    }

    private ReportedValue Value(IReadOnlyList<FileRecord> files, List<Entry> entries, string member, string period, Func<Entry, MonthTally[]> tallies)
    {
        var sum = new MonthTally();
        var rows = new List<ValueRows>();
        foreach (var entry in entries)
        {
            var own = tallies(entry);
            foreach (var tally in own)
            {
                sum.Add(tally.Sum, Known.Measured, tally.Measured, -1, 0);
                sum.Add(0m, Known.Substituted, tally.Substituted, -1, 0);
                sum.Add(0m, Known.Missing, tally.Missing, -1, 0);
                if (!tally.IsExact || !sum.IsExact)
                {
                    findings.Problems.Error("too-precise", entry.Mapping.Place, $"{entry.Mapping.Name}: the amounts of {period} add up to more digits than can be held exactly.", "at most 28 digits", "Round the values where they are measured.");
                }
            }

            // Where one meter of a stream has a month and another has nothing for it, the sum would be too low.
            if (entry.Source.Kind == SourceKind.Meter && !own.Any(t => t.HasAny))
            {
                sum.Add(0m, Known.Missing, 1, -1, 0);
                findings.Problems.Warn("gap", entry.Mapping.Place, $"{entry.Mapping.Name}: there is nothing for {period}, and other meters of the stream were read.");
            }

            rows.AddRange(Rows(files, entry, own));
        }

        if (sum.Missing > 0)
        {
            findings.Problems.Warn("withheld", entries[0].Mapping.Place, $"{entries[0].Mapping.Stream}: {member} of {period} is not given, because {sum.Missing} of {sum.Missing + sum.Measured + sum.Substituted} values are missing.", hint: "Bring in what is missing, or name in \"missing\" the method of the monitoring plan that stands in for it.");
        }

        var amount = sum.Missing > 0 ? null : QuantityText.Format(sum.Sum) + " " + entries.Select(e => e.Series.Canonical).First(c => c is not null);
        return new ReportedValue(entries[0].Mapping.Stream, member, period, amount, sum.Measured, sum.Substituted, sum.Missing, rows);
    }

    private IEnumerable<ValueRows> Rows(IReadOnlyList<FileRecord> files, Entry entry, MonthTally[] tallies)
    {
        var filled = tallies.Any(t => t.Substituted > 0) ? $"{SeriesMapping.Methods.First(m => m.Value == entry.Mapping.Missing.Method).Key} ({entry.Mapping.Missing.Source})" : null;
        return RowsBehind.Of(files, findings, entry.Source, entry.Mapping, tallies, filled);
    }

    private sealed record Entry(SourceMapping Source, SeriesReadings Series, MonthTally[] Months, MonthTally Opening, MonthTally Closing)
    {
        internal SeriesMapping Mapping => Series.Mapping;
    }
}
