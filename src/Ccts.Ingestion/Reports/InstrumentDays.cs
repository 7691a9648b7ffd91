using System;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Ingestion.Series;
using NodaTime;

namespace Ccts.Ingestion.Reports;

/// <summary>Reports values on days that no calibration of their instrument, or accreditation of their laboratory, covers. They still count: no law read excludes them.</summary>
internal static class InstrumentDays
{
    internal static void Tell(SourceMapping source, SeriesReadings series, Findings findings)
    {
        var (evidence, name) = (series.Mapping.Evidence, series.Mapping.Evidence.Instrument ?? "the instrument");
        if (evidence.Calibrated is { } day)
        {
            Tell(series, findings, "calibrated-later", Before(day), $"of days before the last calibration of {name}, {ValueEvidence.Text(day)}", "Give what was measured before it a series of its own, with the calibration that it rests on.");
        }

        if (evidence.CalibratedUntil is { } until)
        {
            Tell(series, findings, "calibration-lapsed", After(source, until), $"of days after {ValueEvidence.Text(until)}, until when the calibration of {name} of {ValueEvidence.Text(evidence.Calibrated)} holds", "Give what was measured after it a series of its own, with the calibration that it rests on; a verifier will ask.");
        }

        if (evidence.AccreditedFrom is { } from)
        {
            Tell(series, findings, "accredited-later", Before(from), $"of days before {ValueEvidence.Text(from)}, from when {name} is accredited ({evidence.Accreditation})", "Give the results before it a series of their own, with the accreditation of those days, or \"none\".");
        }

        if (evidence.AccreditedUntil is { } end)
        {
            Tell(series, findings, "accreditation-lapsed", After(source, end), $"of days after {ValueEvidence.Text(end)}, until when {name} is accredited ({evidence.Accreditation})", "Give the results after it a series of their own, with the accreditation of those days, or \"none\".");
        }
    }

    private static Func<Reading, bool> Before(LocalDate day)
    {
        var from = TimeForm.SecondsOf(day.AtMidnight());
        return r => r.At < from;
    }

    // A register reading at the midnight that ends a day belongs to that day.
    private static Func<Reading, bool> After(SourceMapping source, LocalDate day)
    {
        var end = TimeForm.SecondsOf(day.PlusDays(1).AtMidnight());
        return r => r.At > end || (r.At == end && !source.IsRegister);
    }

    private static void Tell(SeriesReadings series, Findings findings, string code, Func<Reading, bool> isOutside, string what, string hint)
    {
        var outside = series.Readings.Where(isOutside).OrderBy(r => r.At).ThenBy(r => r.File).ThenBy(r => r.Row).ToList();
        if (outside.Count > 0)
        {
            var (first, last) = (outside[0], outside[outside.Count - 1]);
            findings.Warn(code, first, $"{series.Mapping.Name}: {outside.Count} {(outside.Count == 1 ? "value is" : "values are")} {what}: from this row ({Calendar.Text(first.At)}){(outside.Count == 1 ? "" : $" to {findings.RowOf(last, -1)} ({Calendar.Text(last.At)})")}.", hint);
        }
    }
}
