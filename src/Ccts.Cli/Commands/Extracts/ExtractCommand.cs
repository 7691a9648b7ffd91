using System;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Accounts;
using Ccts.Cli.Commands.Forms;
using Ccts.Cli.Commands.Receipts;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Extracts;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Pages;
using Ccts.Rules.Receipts;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.History;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Extracts;

/// <summary><c>ccts extract</c>: what other reports and people ask of a year.</summary>
internal static class ExtractCommand
{
    internal static Command Create() => new("extract", "What other reports ask of a year: BRSR fields, CBAM communication, the carbon ledger report, a certificate of surrender or retirement.")
    {
        BrsrCommand.Create(),
        CbamCommand.Create(),
        Ledger(),
        Certificate(),
    };

    private static Command Ledger()
    {
        var form = new FormOptions("ledger", "Carbon ledger report of the year: what was reported, earned or owed, and what the ledger holds.", takesFields: false, takesProForma: false);
        var ledger = new LedgerOfYear(form.Command);
        return form.Fills(parsed =>
        {
            var report = form.Report(parsed);
            var (view, entries, head) = ledger.Whole(parsed) ?? throw Bad("A ledger is needed.", "--journal and --account");
            return LedgerReport.Make(form.Assess(parsed, report), view, YearBalance.Since(entries, view.Account, report.Year), SettledSoFar.Of(entries, view.Account, report.Year), head);
        });
    }

    private static Command Certificate()
    {
        var year = new Option<string>("--year") { Description = "The compliance year, e.g. 2025-26.", Required = true };
        var retirement = new Option<bool>("--retirement") { Description = "Of units retired in the days of the year, rather than surrendered for it." };
        var hindi = new Option<bool>("--hindi") { Description = "Write the page in Hindi." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("certificate", "Certificate of the units that an account surrendered for a year, or retired in it, with a digest that \"ccts receipt verify\" checks.") { year, retirement, hindi, json };
        var (ledger, receipts, pages) = (new LedgerOfYear(command), new ReceiptOptions(command), new PageFiles(command));
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var of = ComplianceYear.TryParse(parsed.GetValue(year), out var read, out var reason) ? read : throw Bad($"--year \"{parsed.GetValue(year)}\" cannot be read.", reason!);
            var (view, entries, head) = ledger.Whole(parsed) ?? throw Bad("A ledger is needed.", "--journal and --account");
            var receipt = CertificateReceipt.Of(entries, view.Account, parsed.GetValue(retirement) ? CertificatePurpose.Retirement : CertificatePurpose.Surrender, head, rulesets.ChooseCompliance(parsed, of));
            receipts.WriteNew(parsed, () => receipt);
            pages.Write(parsed, () => CertificatePage.Write(receipt, parsed.GetValue(hindi) ? PageLanguage.Hindi : PageLanguage.English));
            var outputs = JsonNode.Parse(receipt.Text)!["outputs"]!;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["account"] = view.Account, ["complianceYear"] = of.ToString(), ["outputs"] = outputs.DeepClone(), ["digest"] = receipt.Digest });
            }
            else
            {
                var account = new Account(Terminal.Out);
                account.Sentence($"{view.Account} {(parsed.GetValue(retirement) ? "retired in" : "surrendered for")} {of}: {outputs["tonnes"]} units", "bold");
                account.Sentence($"Digest {receipt.Digest}; --receipt writes the receipt that \"ccts receipt verify\" checks.");
            }

            return ExitCode.Yes;
        }));
        return command;
    }
}
