using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Rulesets;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Credits.Article6;
using Ccts.Rules.Receipts;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;
using Spectre.Console;

namespace Ccts.Cli.Commands.Receipts;

/// <summary><c>ccts receipt verify</c>: replays a receipt and says identical, or shows the first difference.</summary>
internal static class ReceiptVerifyCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The receipt, or - for standard input." };
        var trust = new Option<string?>("--trust") { Description = "Demand a signature by a key of this trust file." };
        var on = new Option<string?>("--on") { Description = "With --trust: the day of the check, e.g. 2026-11-22; keys are taken as they are valid on it." };
        var evidence = new Option<string[]>("--evidence") { Description = "Files that the input's evidence names; may be given several times. They are compared with the digests that the receipt keeps.", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };
        var json = new Option<bool>("--json") { Description = "Print the verdict as JSON." };
        var command = new Command("verify", "Recompute a receipt from its input and ruleset, with its outputs withheld, and compare.") { file, trust, on, evidence, json };
        var bound = new ReceiptBound(command);
        var printed = new PrintedDigest(command);
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(file)!;
            var archive = new ReceiptRulesets(rulesets.Catalog(parsed), rulesets.Overlays(parsed));
            var demand = Demand(parsed.GetValue(trust), parsed.GetValue(on));
            var (maxBytes, demanded) = (bound.Bytes(parsed), printed.Demanded(parsed));
            var receipt = ReceiptBound.Read(path, maxBytes);
            var verdict = ReceiptVerifier.Verify(receipt, Inputs.NameOf(path), header => archive.Find(header.Ruleset) is { } ruleset ? Replay(header.Kind, ruleset) : null,
                [.. ReceiptReplay.Kinds, ExportReceipt.Kind], demand, maxBytes);
            if (verdict.Outcome == ReceiptOutcome.Unreadable)
            {
                throw new CctsDataException(verdict.Problems);
            }

            var held = parsed.GetValue(evidence) is { Length: > 0 } files && verdict.Outcome == ReceiptOutcome.Identical ? ReceiptEvidence.Check(receipt, Inputs.NameOf(path), files) : null;
            var isPrinted = demanded is null ? (bool?)null : string.Equals(demanded, PrintedDigest.Of(receipt), System.StringComparison.Ordinal);
            if (parsed.GetValue(json))
            {
                var answer = Json(verdict);
                if (isPrinted is { } same)
                {
                    answer["digestIsPrinted"] = same;
                    answer["compareWithThePage"] = PrintedDigest.Answer(receipt);
                }

                if (held is not null)
                {
                    answer["evidence"] = new JsonObject { ["holds"] = held.Count == 0, ["problems"] = new JsonArray([.. held.Select(p => (JsonNode)ProblemJson.Write(p, withPosition: true))]) };
                }

                JsonOutput.Write(answer);
            }
            else
            {
                Terminal.Problems([.. verdict.Problems, .. held ?? []]);
                Terminal.Out.WriteLine(Sentence(verdict) + (held is null ? "" : held.Count == 0 ? " Every file is the one that its evidence names." : " Its evidence does not hold against the files.") + (isPrinted switch { null => "", true => " The page's digest is this receipt's. That says nothing of what else stands on the page: compare it with this. " + PrintedDigest.Answer(receipt), false => $" The page's digest is not this receipt's, which is {PrintedDigest.Of(receipt)}." }));
            }

            return verdict.Outcome == ReceiptOutcome.Identical && held is null or { Count: 0 } && isPrinted != false ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static IReceiptReplay? Replay(string kind, Ruleset ruleset) => kind == ExportReceipt.Kind ? ExportReceipt.Replay(ruleset) : ReceiptReplay.Of(kind, ruleset);

    private static ReceiptTrust? Demand(string? trust, string? on) => (trust, on) switch
    {
        (null, null) => null,
        (not null, not null) => new ReceiptTrust(TrustOptions.Read(trust), TrustOptions.Day(on)),
        _ => throw new CctsDataException([new Problem("bad-option", Severity.Error, "A signature is checked by keys and on a day.", default) { Expected = "--trust and --on together" }]),
    };

    private static JsonObject Json(ReceiptVerdict verdict)
    {
        var json = new JsonObject
        {
            ["outcome"] = verdict.Outcome switch
            {
                ReceiptOutcome.Identical => "identical",
                ReceiptOutcome.Different => "different",
                ReceiptOutcome.SignatureRefused => "signature-refused",
                _ => "ruleset-missing",
            },
            ["pointer"] = verdict.Pointer,
            ["recorded"] = verdict.Recorded,
            ["recomputed"] = verdict.Recomputed,
            ["key"] = verdict.KeyId,
            ["signatureChecked"] = verdict.SignatureChecked,
        };
        if (verdict.Problems.Count > 0)
        {
            json["problems"] = JsonOutput.Problems(verdict.Problems)["problems"]!.DeepClone();
        }

        return json;
    }

    private static string Sentence(ReceiptVerdict verdict) => verdict.Outcome switch
    {
        ReceiptOutcome.Identical => "Identical: recomputed from its input, everything came out as the receipt says." + Signed(verdict),
        ReceiptOutcome.RulesetMissing => "The ruleset with the recorded digest is not here; give its folder or archive with --rules, and its overlays with --overlay.",
        ReceiptOutcome.SignatureRefused => "The receipt's signature is refused; nothing was recomputed.",
        _ => $"Different at {verdict.Pointer}: the receipt says {verdict.Recorded ?? "nothing"}, recomputed it is {verdict.Recomputed ?? "nothing"}.",
    };

    private static string Signed(ReceiptVerdict verdict) => verdict switch
    {
        { KeyId: null } => "",
        { SignatureChecked: true } => $" Signed with the key {verdict.KeyId}.",
        _ => " It is signed; the signature was not checked (--trust and --on do).",
    };
}
