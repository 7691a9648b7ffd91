using System.CommandLine;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Receipts;
using Spectre.Console;

namespace Ccts.Cli.Receipts;

/// <summary><c>ccts receipt verify</c>: replays a receipt and says identical, or shows the first difference.</summary>
internal static class ReceiptCommand
{
    internal static Command Create() => new("receipt", "Proofs of past results.") { Verify() };

    private static Command Verify()
    {
        var file = new Argument<string>("file") { Description = "The receipt, or - for standard input." };
        var json = new Option<bool>("--json") { Description = "Print the verdict as JSON." };
        var command = new Command("verify", "Recompute a receipt from its input and ruleset, with its outputs withheld, and compare.") { file, json };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(file)!;
            var catalog = rulesets.Catalog(parsed);
            var verdict = ReceiptVerifier.Verify(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path), identity => catalog.FindByDigest(identity.Digest) is { Kind: RulesetKind.ComplianceYear } ruleset ? ruleset.Assessment : null);
            if (verdict.Outcome == ReceiptOutcome.Unreadable)
            {
                throw new CctsDataException(verdict.Problems);
            }

            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json(verdict));
            }
            else
            {
                Terminal.Out.WriteLine(Sentence(verdict));
            }

            return verdict.Outcome == ReceiptOutcome.Identical ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static JsonObject Json(ReceiptVerdict verdict) => new()
    {
        ["outcome"] = verdict.Outcome switch { ReceiptOutcome.Identical => "identical", ReceiptOutcome.Different => "different", _ => "ruleset-missing" },
        ["pointer"] = verdict.Pointer,
        ["recorded"] = verdict.Recorded,
        ["recomputed"] = verdict.Recomputed,
    };

    private static string Sentence(ReceiptVerdict verdict) => verdict.Outcome switch
    {
        ReceiptOutcome.Identical => "Identical: recomputed from its input, everything came out as the receipt says.",
        ReceiptOutcome.RulesetMissing => "The ruleset with the recorded digest is not here; give its folder with --rules.",
        _ => $"Different at {verdict.Pointer}: the receipt says {verdict.Recorded ?? "nothing"}, recomputed it is {verdict.Recomputed ?? "nothing"}.",
    };
}
