using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Compliance.Extracts;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Plans;
using Ccts.Compliance.Plans.Audits;
using Ccts.Compliance.Verification;
using Ccts.Compliance.Verification.Planning;
using Ccts.Compliance.Verification.Reporting;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Tests;

/// <summary>Every form and document of the worked plant, field by field, as somebody has read it. <c>FORM_ACCEPT=</c>folder writes them anew, to be read again.</summary>
public sealed class GoldenFormTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    public static TheoryData<string> Names => [.. Forms().Select(f => f.Id)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_form_is_as_it_was_reviewed(string id)
    {
        var text = Text(Forms().Single(f => f.Id == id));
        if (Environment.GetEnvironmentVariable("FORM_ACCEPT") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, id + ".txt"), text);
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", id + ".txt")).ReplaceLineEndings("\n"), text);
    }

    private static IEnumerable<FormDocument> Forms()
    {
        var (report, assessment, ruleset) = (Samples.Kotputli, Samples.Assessed, Years.Ruleset());
        var basis = FormBasis.Of(assessment);
        var plan = MonitoringPlanReader.Read(Bytes("plans", "kotputli-v1.json"));
        var record = VerificationReader.Read(Bytes("verification", "kotputli-2025-26.json"));
        var risks = StrategicAnalysis.Of(report, assessment, ruleset.Assessment.Monitoring);
        var sum = MisstatementSum.Of(record.Misstatements, assessment.Emissions.Total, ruleset.Assessment.Monitoring.Materiality.Value);
        return
        [
            EnergyForm.Make(report, assessment, Nothing),
            TwoYears(EnergyForm.Make(report, assessment, Nothing)),
            ComplianceForms.A(basis, new Dictionary<string, string> { ["5"] = "Made-up Verification Agency", ["6"] = "yes" }),
            ComplianceForms.B(basis, Nothing),
            ComplianceForms.C(basis, Nothing),
            ComplianceForms.D(basis, Nothing, [new VintageHolding(report.Year, 203, 19797)], report.Year),
            EmissionReport.Make(report, assessment, Nothing, plan),
            PlanForm.Make(plan),
            VerificationReport.Make(record, assessment, sum, SamplingPlan.Of(report, risks, ruleset.Assessment.Monitoring), Uncertainty.Combine([new("kiln-coal", 374802.4m, 0.015m), new("others", 2589636.7868m, 0.01m)], 1)),
            CheckReportTests.Make(CheckReportTests.Record),
            BrsrExtract.Make(report, assessment, BrsrExtract.Latest(ruleset.Factors.Grid)!, new BrsrFacts(30_000_000_000m, 22.9m)),
            CbamExtract.Make(report, assessment, [new CbamGood("2523 29 00"), new CbamGood("2523 90 00", "cement")], Inr.FromRupees(600m), Nothing),
            AuditForm.Make(report, 2, ruleset, Years.Day("2025-10-10")),
        ];
    }

    private static FormDocument TwoYears(FormDocument before)
    {
        var next = Samples.Read("kotputli-2026-27.json");
        return EnergyForm.Make(next, Samples.Assess(next), Nothing, before) with { Id = "e2-two-years" };
    }

    private static string Text(FormDocument form)
    {
        var text = new StringBuilder().Append($"{form.Title} | {form.Annexure} | {form.Entity.Name} | {form.Year}\n");
        foreach (var notice in form.Notices)
        {
            text.Append($"! {notice.Text}\n");
        }

        foreach (var part in form.Parts)
        {
            text.Append($"\n{part.Title}\n");
            foreach (var field in part.Fields)
            {
                text.Append($"{field.Number} | {field.Label} | {field.Value}{(field.Unit is { } unit ? " " + unit : "")} | {field.Origin.ToString().ToLowerInvariant()}{(field.Remark is { } remark ? " | " + remark : "")}{(field.Previous is { } before ? " | the year before " + before : "")}\n");
            }
        }

        return text.ToString();
    }

    private static byte[] Bytes(string folder, string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", folder, file));
}
