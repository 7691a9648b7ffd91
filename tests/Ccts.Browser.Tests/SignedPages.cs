using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Extracts;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Journals;
using Ccts.Compliance.Pages;
using Ccts.Compliance.Plans;
using Ccts.Compliance.Plans.Audits;
using Ccts.Compliance.Verification;
using Ccts.Compliance.Verification.Planning;
using Ccts.Compliance.Verification.Reporting;
using Ccts.Compliance.Years;
using Ccts.Rules.Authoring.Publishing;
using Ccts.Rules.Files;
using Ccts.Rules.Receipts;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.History;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Browser.Tests;

/// <summary>Every page that somebody signs, of the worked plant.</summary>
internal static class SignedPages
{
    private const string Digest = "sha256:0000000000000000000000000000000000000000000000000000000000000000";
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly Ruleset Ruleset = Of("2025-26-revision-1");
    private static readonly MonitoringReport Report = Read("kotputli-2025-26.json");
    private static readonly Assessment Assessed = Assessor.Assess(Report, Ruleset.Assessment, new AssessmentOptions { Steps = true });
    private static readonly YearPosition Position = PositionCalculator.Of(Assessed, Ruleset.Assessment.Certificates);
    private static readonly Inr[] Prices = [Inr.FromRupees(600m), Inr.FromRupees(900m)];
    private static readonly Lazy<IReadOnlyList<KitPage>> Pages = new(() => [.. Accounts(), .. Documents()]);

    internal static IReadOnlyList<string> Names => [.. Pages.Value.Select(p => p.FileName)];

    internal static IReadOnlyList<KitPage> All() => Pages.Value;

    private static IEnumerable<KitPage> Accounts()
    {
        var costs = CostScenarios.Of(-Position.Net!.Value, Prices, [0m, 1m], Ruleset.Assessment.Certificates);
        var other = Assessed with { Entity = Assessed.Entity with { Registration = null, Name = "Another plant, made up, with a name as long as " + new string('n', 100) } };
        var group = GroupAccount.Of("A group", [new(Assessed, Position), new(other, Position with { Projected = 25000, Low = 20000, High = 30000 })], Prices[0]);
        var account = new EntityAccount
        {
            Assessment = Assessed,
            Position = Position,
            Performance = Performance.Of(Assessed, new RatingScale("a host, made up", [("behind", -1m)])),
            Trajectory = Trajectory.Of([Ruleset.Assessment.Targets["CMTOE085RJ"]], new Dictionary<ComplianceYear, (EmissionIntensity, EmissionIntensity)> { [Report.Year] = (Assessed.Intensity.Achieved, Assessed.Intensity.Unrounded) }),
            Balances = [new(Report.Year, new YearlyKind { Kind = UnitKinds.Ccc, Opening = 12000, Bought = 8000 }), new(Report.Year.Next, new YearlyKind { Kind = UnitKinds.Ccc, Opening = 20000, Surrendered = 19797 })],
            Values = EntityAccount.Value(Position.Net, Prices),
            Scenarios = costs,
            Entries = Accruals.Entries(new Accrued(new LocalDate(2025, 12, 31), -15000, Prices[0]), new Accrued(new LocalDate(2026, 3, 31), Position.Net.Value, Prices[0])),
        };
        var certificate = Certificate();
        foreach (var (language, code) in new[] { (PageLanguage.English, ""), (PageLanguage.Hindi, ".hi") })
        {
            yield return new($"assessment{code}.html", AssessmentPage.Write(Assessed, language, Digest));
            yield return new($"position{code}.html", PositionPage.Write(Position, Assessed, costs, language, null, account.Trajectory, Digest));
            yield return new($"account{code}.html", AccountPage.Write(account, language, Digest));
            yield return new($"group{code}.html", GroupPage.Write(group, language, new Dictionary<string, string> { ["CMTOE085RJ"] = Digest }));
            yield return new($"certificate{code}.html", CertificatePage.Write(certificate, language));
            yield return new($"year{code}.html", Year(language));
        }
    }

    private static IEnumerable<KitPage> Documents()
    {
        var basis = FormBasis.Of(Assessed);
        var before = EnergyForm.Make(Report, Assessed, Nothing);
        var next = Read("kotputli-2026-27.json");
        var assessed = Assessor.Assess(next, Of("2026-27-revision-1").Assessment, new AssessmentOptions { Steps = true });
        var plan = MonitoringPlanReader.Read(Bytes("kotputli-v1.json"));
        var record = VerificationReader.Read(Bytes("verification.json"));
        var risks = StrategicAnalysis.Of(Report, Assessed, Ruleset.Assessment.Monitoring);
        var sum = MisstatementSum.Of(record.Misstatements, Assessed.Emissions.Total, Ruleset.Assessment.Monitoring.Materiality.Value);
        var check = VerificationReader.Read(Bytes("check.json"));
        FormDocument[] forms =
        [
            EnergyForm.Make(next, assessed, Nothing, before),
            ComplianceForms.A(basis, Nothing),
            ComplianceForms.B(basis, Nothing),
            ComplianceForms.C(basis, Nothing),
            ComplianceForms.D(basis, Nothing, [new VintageHolding(Report.Year, 203, 19797)], Report.Year),
            EmissionReport.Make(Report, Assessed, Nothing, MonitoringPlanReader.Read(Bytes("kotputli-v1.json"))),
            PlanForm.Make(plan),
            VerificationReport.Make(record, Assessed, sum, SamplingPlan.Of(Report, risks, Ruleset.Assessment.Monitoring)),
            CheckReport.Make(check, Assessed, MisstatementSum.Of(check.Misstatements, Assessed.Emissions.Total, Ruleset.Assessment.Monitoring.Materiality.Value), Ruleset.Assessment.Certificates),
            BrsrExtract.Make(Report, Assessed, BrsrExtract.Latest(Ruleset.Factors.Grid)!, new BrsrFacts(30_000_000_000m, 22.9m)),
            CbamExtract.Make(Report, Assessed, [new CbamGood("2523 29 00")], Prices[0], Nothing),
            AuditForm.Make(Report, 2, Ruleset, new LocalDate(2025, 10, 10)),
        ];
        return forms.Select(f => new KitPage($"form-{f.Id}.html", FormPage.Write(f)));
    }

    private static Ccts.Sdk.Trust.Receipts.Receipt Certificate()
    {
        var lot = new UnitLot("icm", "2025", UnitKinds.Ccc, 2025);
        var units = new Parcel(lot, new BlockRange(BlockNumber.Parse("1"), BlockNumber.Parse("19797")));
        var moved = new UnitsMoved(MoveCause.Surrender, "kotputli", ShadowAccount.Free, null, [units], "kotputli", ShadowAccount.Surrendered, "made up", 2025);
        return CertificateReceipt.Of([new JournalEntry(1, Instant.FromUtc(2027, 1, 20, 9, 0), "k1", 0, moved)], "kotputli", CertificatePurpose.Surrender, new string('0', 64), Ruleset);
    }

    private static string Year(PageLanguage language)
    {
        var journal = YearJournal.Begin("CMTOE085RJ", Report.Year, out _);
        foreach (var (move, role, on) in new[] { (YearMove.SubmitPlan, YearRole.Entity, new LocalDate(2025, 6, 20)), (YearMove.ApprovePlan, YearRole.Bee, new LocalDate(2025, 7, 15)), (YearMove.SubmitReport, YearRole.Entity, new LocalDate(2026, 5, 4)) })
        {
            journal.Append(new YearEvent(on, move, new YearActor(role, "Person of " + role, "Organisation of " + role)) { Document = Digest });
        }

        var day = new LocalDate(2026, 8, 1);
        return YearPage.Write(journal.State, new DueCalendar(Ruleset).DaysOf(journal.State), day, journal.Head, language);
    }

    private static Ruleset Of(string folder) => RulesetReader.Read(RulesetFiles.FromDirectory(Path.Combine(AppContext.BaseDirectory, "rulesets", "in-ccts", folder)));

    private static MonitoringReport Read(string file) => MonitoringReportReader.Read(Bytes(file), file);

    private static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", file));
}
