using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Compliance.Plans.Audits;

/// <summary>What an internal audit finds in a stream's data.</summary>
public enum AuditKind
{
    /// <summary>Days of the quarter have no amount, or no document is named.</summary>
    Missing,

    /// <summary>An amount or a factor is not measured for the stream and the quarter.</summary>
    Estimated,

    /// <summary>A document was recorded after the quarter had ended.</summary>
    Late,

    /// <summary>The calibration of an instrument, or the accreditation of a laboratory, does not reach the days of its values, or none is stated.</summary>
    Instrument,
}

/// <summary>A point of an internal audit.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Stream">The stream's id.</param>
/// <param name="Message">What was found.</param>
public sealed record AuditPoint(AuditKind Kind, string Stream, string Message);

/// <summary>The checklist of a quarterly internal audit, from the data themselves: what is missing, estimated or late, and which instruments and laboratories do not vouch for their values (quarterly data reports and control activities, DPCM s.5(20)).</summary>
/// <remarks>Pure and thread-safe. No text read says how soon a document has to be recorded: one that is recorded after the quarter is told.</remarks>
public static class QuarterlyAudit
{
    private const int MonthsOfAQuarter = 3;

    /// <summary>The first and the last day of a quarter of a compliance year.</summary>
    /// <param name="year">The year.</param>
    /// <param name="quarter">1 to 4; 1 begins on 1 April.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter.</exception>
    public static (LocalDate First, LocalDate Last) DaysOf(ComplianceYear year, int quarter)
    {
        if (quarter is < 1 or > 4)
        {
            throw new ArgumentOutOfRangeException(nameof(quarter), quarter, "A year has quarters 1 to 4.");
        }

        var first = year.FirstDay.PlusMonths((quarter - 1) * MonthsOfAQuarter);
        return (first, first.PlusMonths(MonthsOfAQuarter).PlusDays(-1));
    }

    /// <summary>Every point of a quarter, stream by stream.</summary>
    /// <param name="report">The report, of the whole year or of the part that there is.</param>
    /// <param name="quarter">1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter.</exception>
    public static IReadOnlyList<AuditPoint> Of(MonitoringReport report, int quarter)
    {
        var (first, last) = DaysOf(Require.NotNull(report).Year, quarter);
        var quarterly = new ReportingPeriod(first, last);
        return [.. ReportStreams.Of(report).SelectMany(s => Points(s, first, last).Concat(AuditedInstruments.Calibrations(s, quarterly))).Concat(AuditedInstruments.Laboratories(report, quarterly)).OrderBy(p => p.Kind)];
    }

    private static IEnumerable<AuditPoint> Points(MonitoredStream stream, LocalDate first, LocalDate last)
    {
        var periods = ReportStreams.Periods(stream).Where(p => p.From <= last && p.To >= first).ToList();
        foreach (var (from, to) in Gaps(periods, first, last))
        {
            yield return new(AuditKind.Missing, stream.Id, $"No amount from {Day(from)} to {Day(to)}{(stream.WhyGaps is { } why ? "; stated reason: " + why : "")}.");
        }

        if (stream.Evidence.Count == 0)
        {
            yield return new(AuditKind.Missing, stream.Id, "No document is named.");
        }

        foreach (var period in periods.Where(p => p.From < first || p.To > last))
        {
            yield return new(AuditKind.Estimated, stream.Id, $"One amount for {period}: the quarter's own is not told apart.");
        }

        if (stream.Evidence.Count > 0 && stream.Evidence.All(e => e.Instrument is null))
        {
            yield return new(AuditKind.Estimated, stream.Id, "No meter or laboratory is named.");
        }

        if (TypeI(stream) is { } reason)
        {
            yield return new(AuditKind.Estimated, stream.Id, reason);
        }

        foreach (var late in stream.Evidence.Where(e => RecordedOn(e) is { } on && on > last))
        {
            yield return new(AuditKind.Late, stream.Id, $"\"{late.Document}\" was recorded on {Day(RecordedOn(late)!.Value)}, after the quarter.");
        }
    }

    private static string? TypeI(MonitoredStream stream) => stream switch
    {
        FuelStream { CarbonContent: null, Factor: { Tier: FactorTier.TypeI } f } => "Its factor is of Type I" + Why(f.WhyTypeI),
        ProcessMaterialStream { Factor: { Tier: FactorTier.TypeI } f } => "Its factor is of Type I" + Why(f.WhyTypeI),
        _ => null,
    };

    private static string Why(string? reason) => reason is null ? "." : $"; stated reason: {reason}.";

    // What lies between the periods, in their order.
    private static IEnumerable<(LocalDate From, LocalDate To)> Gaps(List<ReportingPeriod> periods, LocalDate first, LocalDate last)
    {
        var next = first;
        foreach (var period in periods.OrderBy(p => p.From))
        {
            if (period.From > next)
            {
                yield return (next, period.From.PlusDays(-1));
            }

            next = LocalDate.Max(next, period.To.PlusDays(1));
        }

        if (next <= last)
        {
            yield return (next, last);
        }
    }

    private static LocalDate? RecordedOn(EvidenceDocument document) =>
        document.RecordedAt is { Length: >= 10 } text && LocalDatePattern.Iso.Parse(text.Substring(0, 10)) is { Success: true } day ? day.Value : null;

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day).ToString(CultureInfo.InvariantCulture);
}
