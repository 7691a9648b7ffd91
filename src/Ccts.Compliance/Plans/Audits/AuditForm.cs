using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Sources;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Retention;
using Ccts.Sdk.Monitoring;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Compliance.Plans.Audits;

/// <summary>A quarterly internal audit as a document to print and sign, with how long each record is kept.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class AuditForm
{
    /// <summary>Fills the document.</summary>
    /// <param name="report">The report.</param>
    /// <param name="quarter">1 to 4.</param>
    /// <param name="ruleset">The ruleset of the year, for its claims about keeping records.</param>
    /// <param name="on">The day of the audit.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter.</exception>
    public static FormDocument Make(MonitoringReport report, int quarter, Ruleset ruleset, LocalDate on)
    {
        var points = QuarterlyAudit.Of(report, quarter);
        var (first, last) = QuarterlyAudit.DaysOf(report.Year, quarter);
        var form = new FormBuilder(new Dictionary<string, string>(StringComparer.Ordinal)).Part("The quarter")
            .Computed("from", "From", Day(first))
            .Computed("to", "To", Day(last))
            .Computed("on", "Audited on", Day(on));
        foreach (var kind in new[] { AuditKind.Missing, AuditKind.Estimated, AuditKind.Late, AuditKind.Instrument })
        {
            form.Part(kind == AuditKind.Instrument ? "Instruments and laboratories" : kind.ToString());
            var of = points.Where(p => p.Kind == kind).ToList();
            if (of.Count == 0)
            {
                form.Computed(Word(kind), "Points", "none");
            }

            foreach (var (point, i) in of.Select((p, i) => (p, i + 1)))
            {
                form.Computed($"{Word(kind)}.{i.ToString(CultureInfo.InvariantCulture)}", point.Stream, point.Message);
            }
        }

        Retention(form, report, Require.NotNull(ruleset).Retention.Ask(RecordKind.ActivityData, report.Year, on));
        form.Part("Signature").Stated("auditor", "Auditor, not of those who keep the data").Stated("date", "Date");
        return new FormDocument
        {
            Id = "audit",
            Title = "Internal audit, quarter " + quarter.ToString(CultureInfo.InvariantCulture),
            Annexure = "DPCM s.5(20)",
            Entity = report.Entity,
            Year = report.Year,
            Ruleset = ruleset.Identity,
            Illustrative = report.Illustrative,
            Notices = on < last ? [new FormNotice($"The quarter runs until {Day(last)}: what comes after the day of the audit could not be looked at.", true)] : [],
            Parts = form.Done(),
        };
    }

    private static void Retention(FormBuilder form, MonitoringReport report, RetentionAnswer answer)
    {
        form.Part("How long records are kept");
        var verdict = answer.Verdict switch
        {
            RetentionVerdict.MayGo => "may go: every period is over",
            RetentionVerdict.Keep => "keep until " + Day(answer.Until!.Value),
            _ => "keep: it is unknown for how long",
        };
        var asked = string.Join("; ", answer.Claims.Select(c => $"{c.Title}: {(c.Years is { } years ? years.ToString(CultureInfo.InvariantCulture) + " years" : "unknown")}, {c.AskedBy}"));
        var records = ReportStreams.Of(report).SelectMany(s => s.Evidence.Select(e => (s.Id, e.Document))).Distinct().ToList();
        foreach (var ((stream, document), i) in records.Select((r, i) => (r, i + 1)))
        {
            form.Computed("record." + i.ToString(CultureInfo.InvariantCulture), $"{stream}: {document}", verdict);
        }

        form.Computed("claims", "Who asks for it", asked.Length > 0 ? asked : "nobody, in the ruleset of this year");
    }

    private static string Word(AuditKind kind) => kind.ToString().ToLowerInvariant();

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
