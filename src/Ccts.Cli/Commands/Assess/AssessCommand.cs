using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Receipts;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Pages;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Trust.Receipts;
using Spectre.Console;

namespace Ccts.Cli.Commands.Assess;

/// <summary><c>ccts assess</c>: from a plant's monitoring report to its certificates.</summary>
internal static class AssessCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Monitoring report: JSON, a workbook of \"ccts report template\" (.xlsx), or - for standard input." };
        var streams = new Option<string[]>("--streams") { Description = "CSV file or sheet (.xlsx) of streams to add to the report; may be given several times.", DefaultValueFactory = _ => [] };
        var json = new Option<bool>("--json") { Description = "Print the assessment as JSON." };
        var explain = new Option<bool>("--explain") { Description = "Print every step of the arithmetic." };
        var all = new Option<bool>("--all") { Description = "Print everything: each value leaned on with its source, each date, figures before rounding." };
        var before = new Option<string?>("--previous-year") { Description = "Report of the plant for the year before: what each stream had then is compared with what it has now, and none may go missing." };
        var lakh = Digits.Option();
        var hindi = new Option<bool>("--hindi") { Description = "Write that page in Hindi." };
        var command = new Command("assess", "Total GHG, emission intensity and certificates of a plant for a compliance year. Exit code 1 when they are withheld: an input or a result looks like a slip.") { file, streams, json, explain, all, lakh, hindi, before };
        var pages = new PageFiles(command);
        var receipt = new ReceiptOptions(command);
        var own = new OwnTargetOptions(command, takesYears: true);
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var stated = own.Apply(parsed, parsed.GetValue(streams)!.Aggregate(ReportInput.Read(parsed.GetValue(file)!), ReportInput.WithStreams));
            stated = parsed.GetValue(before) is { } last ? YearBefore.Beside(stated, ReportInput.Read(last)) : stated;
            var ruleset = rulesets.ChooseCompliance(parsed, stated.Year);
            var rules = ruleset.Assessment;
            var (baseline, report) = own.Baseline(parsed, stated, rules);
            var assessment = Assessor.Assess(report, rules, new AssessmentOptions { Steps = parsed.GetValue(explain) || pages.AreAsked(parsed) });
            receipt.Write(parsed, () => Receipt.Of(report, rules));

            // A receipt is canonical: the one made here and the one that --receipt writes have the same digest, unless a key signs it.
            pages.Write(parsed, () => AssessmentPage.Write(assessment, parsed.GetValue(hindi) ? PageLanguage.Hindi : PageLanguage.English, Receipt.Of(report, rules).Digest, LawTitles.In(ruleset, parsed.GetValue(hindi)), EntityReports.Trajectory([assessment], rulesets.Catalog(parsed).Rulesets)));

            JsonObject Json() => BaselineText.Json(AssessmentJson.Write(parsed.GetValue(explain) ? assessment : assessment with { Steps = [] }), baseline);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json());
            }
            else
            {
                new AssessmentAccount(assessment, LawTitles.In(ruleset), new Digits(parsed.GetValue(lakh))).Print(Terminal.Out, parsed.GetValue(all) || parsed.GetValue(explain));
                BaselineText.Print(baseline, Terminal.Out);
                foreach (var step in parsed.GetValue(explain) ? assessment.Steps : [])
                {
                    Terminal.Out.Line(Markup.Escape(step.ToString()));
                    foreach (var line in StepEvidence.Lines(step))
                    {
                        Terminal.Out.Line(Markup.Escape("     " + line));
                    }
                }
            }

            return assessment.Outcome == AssessmentOutcome.Implausible ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }
}
