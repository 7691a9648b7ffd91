using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Forms;
using Ccts.Cli.Commands.Years;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Verification;
using Ccts.Compliance.Verification.Planning;
using Ccts.Compliance.Verification.Reporting;
using Ccts.Compliance.Years.Agencies;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Verifying;

/// <summary><c>ccts verification</c>: what a verifier plans and reports.</summary>
internal static class VerificationCommand
{
    internal static Command Create() => new("verification", "Plan a verification from a report, and make its report.")
    {
        Plan(),
        Report(),
    };

    private static Command Plan()
    {
        var report = Input();
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("plan", "Strategic analysis and sampling plan: which sources matter, why, and how much of each to look at.") { report, json };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var read = ReportInput.Read(parsed.GetValue(report)!);
            var rules = rulesets.ChooseForAssessment(parsed, read.Year);
            var assessment = Assess(read, rules);
            var risks = StrategicAnalysis.Of(read, assessment, rules.Monitoring);
            VerificationText.Plan(assessment, risks, SamplingPlan.Of(read, risks, rules.Monitoring), rules.Monitoring.Materiality, parsed.GetValue(json));
            return ExitCode.Yes;
        }));
        return command;
    }

    private static Command Report()
    {
        var record = new Argument<string>("RECORD") { Description = "The agency's record of the verification (JSON)." };
        var report = Input();
        var journal = new Option<string?>("--journal") { Description = "The year's journal: people, agency and entity are compared with it." };
        var agencies = new Option<string?>("--agencies") { Description = "Accreditations of agencies (CSV or .xlsx: agency,number,sectors,from,until,source): the agency's name and number have to be those of one of them, valid for the sector on each day on which it acted." };
        var uncertainty = new Option<string?>("--uncertainty") { Description = "CSV or .xlsx of source,percent: half of the 95 % interval of each source; the total's is then shown, for information." };
        var seed = new Option<long>("--seed") { Description = "Where the drawing of the uncertainty begins.", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var csv = new Option<bool>("--csv") { Description = "Print CSV." };
        var command = new Command("report", "The verification report (DPCM s.6(16)), or that of a check verification by another agency (DPCM s.7) where the record has a \"check\". Exit code 1 when the opinion cannot stand, with every reason.") { record, report, journal, agencies, uncertainty, seed, json, csv };
        var (pages, template) = (new PageFiles(command), new TemplateFiles(command));
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var (of, read) = (VerificationReader.Read(Inputs.Read(parsed.GetValue(record)!, LocatedJson.DefaultMaxBytes), Inputs.NameOf(parsed.GetValue(record)!)), ReportInput.Read(parsed.GetValue(report)!));
            var ruleset = rulesets.ChooseCompliance(parsed, read.Year);
            var assessment = Assess(read, ruleset.Assessment);
            var risks = StrategicAnalysis.Of(read, assessment, ruleset.Assessment.Monitoring);
            var sum = MisstatementSum.Of(of.Misstatements, assessment.Emissions.Total, ruleset.Assessment.Monitoring.Materiality.Value);
            var form = Make(of, assessment, sum, ruleset.Assessment.Certificates, SamplingPlan.Of(read, risks, ruleset.Assessment.Monitoring), parsed.GetValue(uncertainty) is { } path ? UncertaintyFile.Combine(path, assessment, parsed.GetValue(seed)) : null);
            var kept = parsed.GetValue(journal) is { } year ? YearFile.Read(year).State : null;
            var calendar = new DueCalendar(ruleset);
            var gaps = VerificationCheck.Gaps(of, sum, VisitsOf(ruleset.Assessment.Monitoring), calendar, assessment, ruleset.Assessment.Certificates).Concat(kept is null ? [] : VerificationCheck.Contradictions(of, kept, calendar, Inputs.DigestOf(parsed.GetValue(report)!)))
                .Concat(parsed.GetValue(agencies) is { } register ? VerificationCheck.Accreditation(of, new AgencyRegister(AgencyRegisterReader.ReadAccreditations(Inputs.Table(register, LocatedJson.DefaultMaxBytes), Inputs.NameOf(register)), []), read.Entity.Sector, kept) : []).ToList();
            var signed = form with { Notices = [.. form.Notices, .. gaps.Select(g => new FormNotice($"The opinion cannot stand: {g.Message}{(g.Clause is { } clause ? $" [{clause}]" : "")}", IsGap: true))] };
            pages.Write(parsed, () => FormPage.Write(signed));
            template.Write(parsed, form);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["stands"] = gaps.Count == 0, ["gaps"] = VerificationText.Gaps(gaps), ["report"] = FormJson.Write(signed) });
            }
            else if (parsed.GetValue(csv))
            {
                Console.Out.Write(FormText.Csv(signed));
            }
            else
            {
                VerificationText.Report(form, gaps);
            }

            return gaps.Count == 0 ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static Argument<string> Input() => new("REPORT") { Description = "Monitoring report (JSON or workbook)." };

    // Materiality is a share of the reported emissions. It does not exist for zero emissions, and is unknown without a share in the ruleset.
    private static Assessment Assess(MonitoringReport report, AssessmentRules rules)
    {
        var assessment = Assessor.Assess(report, rules, new AssessmentOptions { Steps = true });
        if (!rules.Monitoring.Materiality.IsKnown)
        {
            throw new CctsDataException([new Problem("law-unknown", Severity.Error, $"{rules.Monitoring.Materiality.Path} is unknown: {rules.Monitoring.Materiality.Reason}", default) { Expected = "a ruleset that states it" }]);
        }

        return assessment.Emissions.Total.Tonnes > 0m ? assessment
            : throw new CctsDataException([new Problem("bad-value", Severity.Error, $"The report comes to {assessment.Emissions.Total}; there is nothing that could be misstated.", report.Place) { Expected = "emissions above zero" }]);
    }

    private static FormDocument Make(VerificationRecord record, Assessment assessment, MisstatementSum sum, CertificateRules rules, IReadOnlyList<SampledSource> sampling, TotalUncertainty? uncertainty)
    {
        try
        {
            return record.Check is null ? VerificationReport.Make(record, assessment, sum, sampling, uncertainty) : CheckReport.Make(record, assessment, sum, rules);
        }
        catch (ArgumentException other)
        {
            throw new CctsDataException([new Problem("other-report", Severity.Error, other.Message.Split(" (Parameter")[0], default) { Expected = "a record and a report of one entity and year" }]);
        }
    }

    private static int? VisitsOf(MonitoringRules rules) => rules.LeastSiteVisits is { IsKnown: true } least ? least.Value : null;
}
