using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Commands.Receipts;
using Ccts.Cli.Input;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Rules.Decisions;
using Ccts.Rules.Receipts;
using Ccts.Sdk.Problems;
using Answer = Ccts.Rules.Decisions.Outcome;

namespace Ccts.Cli.Commands.Decide;

/// <summary><c>ccts decide</c>: permit, deny or refer, with every reason; one request or many.</summary>
internal static class DecideCommand
{
    private const int MaxBytes = 256 * 1024 * 1024;

    internal static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Request (JSON), or one request a line (JSON lines) or a row (CSV or .xlsx), or - for standard input." };
        var explain = new Option<bool>("--explain") { Description = "Show every rule about the purpose, each condition with its inputs, and why the others did not fire." };
        var all = new Option<bool>("--all") { Description = "Print everything that the decision leans on." };
        var json = new Option<bool>("--json") { Description = "Print the decision as JSON; for many requests one a line." };
        var command = new Command("decide", "Whether a trade, surrender, banking, export, retirement, mint, transfer or verification is eligible, and why.") { file, explain, all, json };
        var accounts = new AccountOptions(command);
        var receipt = new ReceiptOptions(command);
        var engines = new EngineOption(command);
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Output.Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(file)!;
            var requests = RequestInput.Split(Inputs.Table(path, MaxBytes), Inputs.NameOf(path));
            var engine = engines.Choose(parsed);
            var decide = new RequestDecider(year => rulesets.Choose(parsed, year), engine, accounts.Read(parsed), accounts.Permitted);
            if (requests.Count > 1)
            {
                return receipt.IsWanted(parsed) ? throw OneReceipt($"Here are {requests.Count} requests, and a receipt is of one.")
                    : requests.Select(r => Line(() => decide.Decide(r), EngineOption.Name(engine), parsed.GetValue(explain), parsed.GetValue(json))).Aggregate(ExitCode.Yes, Math.Max);
            }

            // Decided once: what is permitted is set aside, so a second decision would count it as taken.
            var decisions = decide.Decide(requests[0]);
            if (decisions is not [var decision])
            {
                return receipt.IsWanted(parsed) ? throw OneReceipt("The account has units of several vintages or days, which are decided apart, and a receipt is of one decision.")
                    : Line(() => decisions, EngineOption.Name(engine), parsed.GetValue(explain), parsed.GetValue(json));
            }

            receipt.Write(parsed, () => DecisionReceipt.Of(decision.Request, decide.RulesetOf(decision.Request.Year)));
            return One(decision, EngineOption.Name(engine), parsed.GetValue(explain), parsed.GetValue(all), parsed.GetValue(json));
        }));
        return command;
    }

    private static int One(ReasonedDecision decision, string engine, bool explain, bool all, bool json)
    {
        if (json)
        {
            JsonOutput.Write(Json(decision, engine, explain));
        }
        else
        {
            DecisionAccount.Print(decision, explain, all, Terminal.Out);
        }

        return CodeOf(decision);
    }

    private static CctsDataException OneReceipt(string message) => new([new Problem("bad-option", Severity.Error, message, default) { Expected = "one request with --receipt" }]);

    // A bad line does not stop the lines after it.
    private static int Line(Func<IReadOnlyList<ReasonedDecision>> decide, string engine, bool explain, bool json)
    {
        try
        {
            var decisions = decide();
            foreach (var decision in decisions)
            {
                Console.Out.WriteLine(json ? Json(decision, engine, explain).ToJsonString(JsonLines.Options) : Printable.Of(DecisionAccount.Line(decision)));
            }

            return decisions.Max(CodeOf);
        }
        catch (CctsDataException bad)
        {
            if (json)
            {
                Console.Out.WriteLine(JsonOutput.Problems(bad.Problems).ToJsonString(JsonLines.Options));
            }
            else
            {
                Terminal.Problems(bad.Problems);
            }

            return ExitCode.BadInput;
        }
    }

    // The engine's name comes last: nothing else differs between the answers of two engines.
    private static JsonObject Json(ReasonedDecision decision, string engine, bool explain)
    {
        var json = DecisionJson.Write(decision, explain);
        json["engine"] = engine;
        return json;
    }

    private static int CodeOf(ReasonedDecision decision) => decision.Outcome == Answer.Permit ? ExitCode.Yes : ExitCode.No;
}
