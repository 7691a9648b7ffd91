using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Journals;
using Ccts.Compliance.Verification;
using Ccts.Compliance.Years;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Quantities;
using static Ccts.Compliance.Years.YearMove;

namespace Ccts.Compliance.Tests;

/// <summary>A cement plant's year from its report to Form D, each document's digest kept with its step. Targets are the schedule's; activity data are made up.</summary>
public sealed class WorkedYearTests
{
    private static readonly DueCalendar Calendar = new(Years.Ruleset());

    [Theory]
    [InlineData("kotputli-2025-26.json", RequireSurrender)]
    [InlineData("maihar-2025-26.json", Issue)]
    public void A_year_goes_from_the_report_to_Form_D(string sample, YearMove outcome)
    {
        var report = MonitoringReportReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", sample)), sample);
        var assessment = Assessor.Assess(report, Years.Ruleset().Assessment, new AssessmentOptions { Steps = true });
        var lines = new List<string>();
        var journal = YearJournal.Begin(report.Entity.Registration!.ToString()!, report.Year, out var header);
        lines.Add(header);

        Move(SubmitPlan, "2025-06-20");
        Move(ApprovePlan, "2025-07-15");
        Move(SubmitReport, "2026-05-04", EnergyForm.Make(report, assessment, new Dictionary<string, string>()));
        Move(BeginVerification, "2026-05-11");
        Move(ReportLimitation, "2026-06-01");
        Move(CureLimitation, "2026-06-12");

        var misstatements = new[] { new Misstatement("M1", "one weighbridge ticket counted twice (made up)", Co2e.FromTonnes(41.5m)), new Misstatement("M2", "a diesel tank forgotten (made up)", Co2e.FromTonnes(-12m), IsCorrected: true) };
        Assert.Equal(MaterialityFinding.NotMaterial, MisstatementSum.Of(misstatements, assessment.Emissions.Total, Years.Ruleset().Assessment.Monitoring.Materiality.Value).Finding);
        Move(FindPositive, "2026-07-01", ComplianceForms.B(FormBasis.Of(assessment), new Dictionary<string, string> { ["agency"] = "organisation of Verifier" }));
        Move(ConfirmOpinion, "2026-07-08");
        Move(FileFormA, "2026-07-31", ComplianceForms.A(FormBasis.Of(assessment), new Dictionary<string, string> { ["5"] = "organisation of Verifier" }));
        Move(SubmitToCommittee, "2026-09-30");
        Move(Recommend, "2026-10-14");
        Move(outcome, "2026-10-28");
        if (outcome == RequireSurrender)
        {
            Move(Debit, "2027-01-20");
        }

        Move(CloseTrading, "2027-01-31");
        var owed = assessment.Certificates.Quantity!.Value;
        Move(FileFormD, "2027-02-28", ComplianceForms.D(FormBasis.Of(assessment), new Dictionary<string, string> { ["6"] = "yes" }, [new VintageHolding(report.Year, outcome == Issue ? owed : 0, outcome == Issue ? 0 : owed)]));
        Move(FindCompliance, "2027-03-15");

        Assert.Equal(YearStage.Complied, journal.State.Stage);
        Assert.Equal(journal.Head, YearJournal.Read(lines).Head);
        Assert.DoesNotContain(Calendar.DaysOf(journal.State), d => d.DoneBy is not (null or ReplyToCheck or OrderCheck or ConfirmPayment or NotifyCheck) && d.On(Years.Day("2027-03-31")) is not (DueStatus.Done or DueStatus.NotDue));
        Assert.Equal(outcome == Issue, Calendar.DaysOf(journal.State).Single(d => d.DoneBy == Issue).Done is not null);

        void Move(YearMove move, string day, FormDocument? document = null)
        {
            var next = Years.Event(move, day) with { Document = document is null ? null : CanonicalJson.Digest(FormJson.Write(document)) };
            Assert.Null(YearDecider.Refusal(journal.State, next, Calendar));
            lines.Add(journal.Append(next));
        }
    }
}
