using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Trust.Signing;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset verify</c>: would a host that requires signatures accept this? Exit code 0: yes; 1: no; 2: the check is not possible.</summary>
internal static class RulesetVerifyCommand
{
    internal static Command Create()
    {
        var what = new Argument<string>("ruleset") { Description = "The folder of a ruleset or overlay, or an archive (.cctsrules)." };
        var trust = new Option<string>("--trust") { Description = "The trust file: the public keys this host trusts (JSON).", Required = true };
        var on = new Option<string>("--on") { Description = "The day of the check, e.g. 2026-11-22: keys are taken as they are valid on it.", Required = true };
        var last = new Option<int?>("--last-revision") { Description = "The highest revision accepted before; a lower one is refused." };
        var digest = new Option<string?>("--last-digest") { Description = "The digest of that revision; other contents under its number are refused." };
        var json = new Option<bool>("--json") { Description = "Print the verdict as JSON." };
        var command = new Command("verify", "Whether a ruleset or overlay is signed by a trusted key, whole and not older. Exit code 1 when a host would refuse it.") { what, trust, on, last, digest, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var policy = new SignaturePolicy(TrustOptions.Read(parsed.GetValue(trust)!));
            var day = TrustOptions.Day(parsed.GetValue(on)!);
            var signature = Check(parsed.GetValue(what)!, policy, day, parsed.GetValue(last), parsed.GetValue(digest), out var problems);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json(signature, problems));
            }
            else if (signature is null)
            {
                Terminal.Problems(problems);
            }
            else
            {
                Terminal.Say($"{signature.RulesetId} revision {signature.Revision} is signed by {signature.Holder} with the key {signature.KeyId}. {signature.Digest}");
            }

            return signature is null ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }

    private static RulesetSignature? Check(string path, SignaturePolicy policy, LocalDate on, int? last, string? digest, out IReadOnlyList<Problem> problems)
    {
        if (!TryOpen(path, out var files, out problems) || !policy.TryAccept(files!, on, out var signature, out problems))
        {
            return null;
        }

        if (last is { } revision)
        {
            var remembering = new SignaturePolicy(policy.Trust)
            {
                LastAccepted = new Dictionary<string, int>(StringComparer.Ordinal) { [signature.RulesetId] = revision },
                LastDigests = digest is null ? policy.LastDigests : new Dictionary<string, string>(StringComparer.Ordinal) { [signature.RulesetId] = digest },
            };
            if (!remembering.TryAccept(files!, on, out signature, out problems))
            {
                return null;
            }
        }

        // Mistakes in a signed ruleset are reported too. An overlay can only be read with its base, which is not available here.
        return files!.Find(RulesetFiles.RulesetFileName) is null || RulesetReader.TryRead(files, out _, out problems) ? signature : null;
    }

    private static bool TryOpen(string path, out RulesetFiles? files, out IReadOnlyList<Problem> problems)
    {
        if (File.Exists(path))
        {
            return FoundRulesets.TryReadArchive(path, out files, out problems);
        }

        if (!Directory.Exists(path))
        {
            throw new CctsDataException([new Problem("file-not-readable", Severity.Error, "There is neither a folder nor a file.", new SourcePlace(path, 0, 0, "")) { Expected = "the folder of a ruleset or overlay, or an archive" }]);
        }

        (files, problems) = (RulesetFiles.FromDirectory(path), []);
        return true;
    }

    private static JsonObject Json(RulesetSignature? signature, IReadOnlyList<Problem> problems)
    {
        if (signature is null)
        {
            var refused = JsonOutput.Problems(problems);
            refused["accepted"] = false;
            return refused;
        }

        return new JsonObject
        {
            ["ok"] = true,
            ["accepted"] = true,
            ["ruleset"] = new JsonObject { ["id"] = signature.RulesetId, ["revision"] = signature.Revision, ["digest"] = signature.Digest },
            ["key"] = signature.KeyId,
            ["holder"] = signature.Holder,
        };
    }
}
