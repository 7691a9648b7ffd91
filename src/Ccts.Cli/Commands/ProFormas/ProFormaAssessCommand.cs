using System.CommandLine;
using Ccts.Cli.Commands.Assess;
using Ccts.Cli.Commands.Receipts;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Cli.Commands.ProFormas;

/// <summary><c>ccts proforma assess</c>: from a filing to every figure of the form and to certificates.</summary>
internal static class ProFormaAssessCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The filing: JSON, a template that was filled in or BEE's workbook (.xlsx), or - for standard input." };
        var json = new Option<bool>("--json") { Description = "Print every figure under its field key, slips, open points and certificates as JSON." };
        var printed = new Option<bool>("--as-printed") { Description = "Print what the workbook prints, its slips included; beside it what counts, where it differs." };
        var explain = new Option<bool>("--explain") { Description = "Print the formula and the operands of every figure." };
        var all = new Option<bool>("--all") { Description = "Print every figure of the form." };
        var lakh = Digits.Option();
        var command = new Command("assess", "Every figure of a plant's pro-forma, then emissions, intensity and certificates. Exit code 1 when they are withheld: a figure looks like a slip.") { file, json, printed, explain, all, lakh };
        var own = new OwnTargetOptions(command);
        var receipt = new ReceiptOptions(command);
        var forms = new ProFormaOfYear(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var (ruleset, form, filing, told) = FiledProForma.Read(parsed.GetValue(file)!, forms, parsed);
            filing = filing.With(own.Apply(parsed, filing.OwnTarget));
            var assessment = ProFormaAssessor.Assess(filing, form, ruleset.Assessment, new ProFormaOptions { Steps = parsed.GetValue(explain) });
            assessment = told.Count == 0 ? assessment : assessment with { Findings = [.. assessment.Findings, .. told] };
            receipt.Write(parsed, () => Receipt.Of(filing, form, ruleset.Assessment));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(ProFormaJson.Write(assessment, parsed.GetValue(printed)));
            }
            else
            {
                new ProFormaAccount(assessment, parsed.GetValue(printed), LawTitles.In(ruleset), new Digits(parsed.GetValue(lakh))).Print(Terminal.Out, parsed.GetValue(all) || parsed.GetValue(explain));
            }

            return assessment.Withheld is null ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }
}
