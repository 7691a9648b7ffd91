using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Monitoring;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Compliance.Plans.Audits;

/// <summary>Finds instruments whose calibration does not cover the days of their values, and own laboratories whose accreditation does not cover theirs.</summary>
internal static class AuditedInstruments
{
    internal static IEnumerable<AuditPoint> Calibrations(MonitoredStream stream, ReportingPeriod quarter)
    {
        foreach (var calibration in stream.Evidence.Where(d => d.Calibrated is not null).GroupBy(d => (Name: d.Instrument ?? "The instrument", From: Day(d.Calibrated), Until: Day(d.CalibratedUntil))))
        {
            var days = calibration.Select(d => DaysOf(d, quarter)).Where(d => d is not null).Select(d => d!.Value).Distinct().ToList();
            if (calibration.Key.Until is { } until && days.Where(d => d.To > until).ToList() is { Count: > 0 } after)
            {
                yield return new(AuditKind.Instrument, stream.Id, $"{calibration.Key.Name}: its calibration of {Text(calibration.Key.From)} holds until {Text(until)}, and it was used for values of {Joined(after)}.");
            }

            if (calibration.Key.From is { } from && days.Where(d => d.From < from).ToList() is { Count: > 0 } before)
            {
                yield return new(AuditKind.Instrument, stream.Id, $"{calibration.Key.Name}: it was calibrated on {Text(from)}, and was used for values of {Joined(before)} without the calibration before.");
            }
        }
    }

    /// <summary>The plant's own laboratory needs accreditation (DPCM s.5(13) to s.5(15)).</summary>
    internal static IEnumerable<AuditPoint> Laboratories(MonitoringReport report, ReportingPeriod quarter)
    {
        foreach (var laboratory in LaboratoryStanding.Of(report).Where(l => !l.IsExternal))
        {
            var days = (laboratory.IsAccredited ? laboratory.NotCovered : laboratory.Periods).Where(p => p.From <= quarter.To && p.To >= quarter.From).ToList();
            if (days.Count > 0)
            {
                var what = laboratory.IsAccredited ? $"its accreditation ({laboratory.Accreditation}{(laboratory.From is { } from ? ", from " + Text(from) : "")}{(laboratory.Until is { } until ? ", until " + Text(until) : "")}) does not reach all days of"
                    : laboratory.Accreditation is null ? "no accreditation is stated for results of" : "it is stated to have no accreditation for results of";
                yield return new(AuditKind.Instrument, laboratory.Stream, $"{laboratory.Name}: {what} {Joined(days)} (asked for of the own laboratory, DPCM s.5(13)-(15)).");
            }
        }
    }

    /// <summary>The days in the quarter of the value that a document supports; the whole quarter for a document of the whole stream or a value of the year. Null where no day is in the quarter.</summary>
    private static ReportingPeriod? DaysOf(EvidenceDocument document, ReportingPeriod quarter)
    {
        var days = document.Of is { } of && PeriodIn(of) is { } period ? period : quarter;
        return days.From > quarter.To || days.To < quarter.From ? null : new ReportingPeriod(LocalDate.Max(days.From, quarter.From), LocalDate.Min(days.To, quarter.To));
    }

    // A step of the path such as 2025-04, or two days with an escaped stroke between.
    private static ReportingPeriod? PeriodIn(string path)
    {
        foreach (var step in path.Split('/'))
        {
            if (ReportingPeriod.TryParse(step.Replace("~1", "/").Replace("~0", "~"), out var period, out _))
            {
                return period;
            }
        }

        return null;
    }

    private static LocalDate? Day(string? text) => text is not null && LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : null;

    private static string Text(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : "a day that is not stated";

    private static string Joined(IEnumerable<ReportingPeriod> periods) => string.Join(", ", periods.OrderBy(p => p.From).Select(p => p.ToString()));
}
