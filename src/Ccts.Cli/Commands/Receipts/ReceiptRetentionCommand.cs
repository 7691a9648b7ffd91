using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Rulesets;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Receipts;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Retention;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace Ccts.Cli.Commands.Receipts;

/// <summary><c>ccts receipt retention</c>: may these receipts be destroyed? Exit code 0: all of them; 1: not all.</summary>
internal static class ReceiptRetentionCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Stored receipts.", Arity = ArgumentArity.OneOrMore };
        var on = new Option<string>("--on") { Description = "The day of the question, e.g. 2037-04-01.", Required = true };
        var rules = RulesOption.Create();
        var json = new Option<bool>("--json") { Description = "Print the answers as JSON." };
        var command = new Command("retention", "Whether stored receipts may be destroyed on a day, and who asks that they be kept. Exit code 1 when not all may.") { files, on, rules, json };
        var bound = new ReceiptBound(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var day = TrustOptions.Day(parsed.GetValue(on)!);
            var answers = Ask(parsed.GetValue(files)!, RulesOption.Catalog(parsed.GetValue(rules)), day, bound.Bytes(parsed));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["on"] = LocalDatePattern.Iso.Format(day), ["receipts"] = new JsonArray([.. answers.Select(a => (JsonNode)Json(a))]) });
            }
            else
            {
                Print(answers);
            }

            return answers.TrueForAll(a => a.Answer.Verdict == RetentionVerdict.MayGo) ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    // Every file that is not a receipt is named, not only the first.
    private static List<ReceiptRetention> Ask(string[] files, RulesetCatalog catalog, LocalDate on, int maxBytes)
    {
        Ruleset? Of(ComplianceYear year) => catalog.TryResolve(year, on, out var ruleset, out _) ? ruleset : null;
        var (answers, problems) = (new List<ReceiptRetention>(), new List<Problem>());
        foreach (var file in files)
        {
            if (ReceiptRetention.TryAsk(ReceiptBound.Read(file, maxBytes), file, on, Of, maxBytes, out var answer, out var found))
            {
                answers.Add(answer);
            }

            problems.AddRange(found);
        }

        return problems.Count == 0 ? answers : throw new CctsDataException(problems);
    }

    private static void Print(List<ReceiptRetention> answers)
    {
        var table = new TextTable("Receipt", "Kind", "Year", "May it go?", "Asked by (force)");
        foreach (var answer in answers)
        {
            var until = answer.Answer is { Verdict: RetentionVerdict.Keep, Until: { } day } ? $" until {day:uuuu-MM-dd}" : "";
            var asked = answer.Answer.Claims.Select(c => $"{c.Title}: {(c.Years is { } years ? years + " years" : "unknown")}, {c.AskedBy} ({LawWords.Of(c.Standing.Force)})");
            table.AddRow(answer.Name, answer.Kind, answer.Year.ToString(), Word(answer.Answer.Verdict) + until, string.Join("\n", asked));
        }

        table.Print(Terminal.Out);
    }

    private static string Word(RetentionVerdict verdict) => verdict switch
    {
        RetentionVerdict.Keep => "keep",
        RetentionVerdict.MayGo => "may-go",
        _ => "cannot-say",
    };

    private static JsonObject Json(ReceiptRetention receipt) => new()
    {
        ["receipt"] = receipt.Name,
        ["kind"] = receipt.Kind,
        ["ruleset"] = new JsonObject { ["id"] = receipt.Ruleset.Id, ["revision"] = receipt.Ruleset.Revision, ["digest"] = receipt.Ruleset.Digest },
        ["year"] = receipt.Year.ToString(),
        ["verdict"] = Word(receipt.Answer.Verdict),
        ["until"] = receipt.Answer.Until is { } until ? LocalDatePattern.Iso.Format(until) : null,
        ["claims"] = new JsonArray([.. receipt.Answer.Claims.Select(c => (JsonNode)Json(c))]),
    };

    private static JsonObject Json(RetentionClaim claim) => new()
    {
        ["id"] = claim.Id,
        ["title"] = claim.Title,
        ["years"] = claim.Years,
        ["askedBy"] = claim.AskedBy,
        ["source"] = claim.Standing.Source.ToString(),
        ["force"] = LawWords.Of(claim.Standing.Force),
        ["evidence"] = LawWords.Of(claim.Standing.Evidence),
        ["reason"] = claim.Reason,
        ["settledBy"] = claim.SettledBy,
    };
}
