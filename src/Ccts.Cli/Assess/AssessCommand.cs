using System.CommandLine;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Cli.Receipts;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Receipts;

namespace Ccts.Cli.Assess;

/// <summary><c>ccts assess</c>: from a plant's monitoring report to its certificates.</summary>
internal static class AssessCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Monitoring report (JSON), or - for standard input." };
        var streams = new Option<string[]>("--streams") { Description = "CSV file of streams to add to the report; may be given several times.", DefaultValueFactory = _ => [] };
        var json = new Option<bool>("--json") { Description = "Print the assessment as JSON." };
        var explain = new Option<bool>("--explain") { Description = "Print every step of the arithmetic." };
        var command = new Command("assess", "Total GHG, emission intensity and certificates of a plant for a compliance year.") { file, streams, json, explain };
        var receipt = new ReceiptOptions(command);
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var report = parsed.GetValue(streams)!.Aggregate(Read(parsed.GetValue(file)!), WithStreams);
            var rules = rulesets.ChooseForAssessment(parsed, report.Year);
            var assessment = Assessor.Assess(report, rules, new AssessmentOptions { Steps = parsed.GetValue(explain) });
            receipt.Write(parsed, () => Receipt.Of(report, rules));

            if (parsed.GetValue(json))
            {
                JsonOutput.Write(AssessmentJson.Write(assessment));
            }
            else
            {
                AssessmentAccount.Print(assessment, Terminal.Out);
            }

            return ExitCode.Yes;
        }));
        return command;
    }

    private static MonitoringReport WithStreams(MonitoringReport report, string path) =>
        StreamCsvReader.Add(report, Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path));

    private static MonitoringReport Read(string path) =>
        MonitoringReportReader.Read(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path));
}
