using System;
using System.CommandLine;
using System.IO;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Trust.Signing;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset sign</c>: writes <c>signature.json</c> into the folder of a ruleset or overlay.</summary>
internal static class RulesetSignCommand
{
    internal static Command Create()
    {
        var directory = new Argument<string>("folder") { Description = "The folder of one ruleset or overlay." };
        var key = new Option<string>("--key") { Description = "PEM file of the private key (P-256).", Required = true };
        var password = new Option<string?>("--key-password-file") { Description = KeyPassword.Description };
        var keyId = new Option<string>("--key-id") { Description = "The id by which trust files know the key.", Required = true };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("sign", "Sign a ruleset or overlay: list every file with its digest in signature.json and sign the list.") { directory, key, password, keyId, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var files = RulesetFiles.FromDirectory(FoundFiles.Folder(parsed.GetValue(directory)!));
            CheckContents(files);
            using var ecdsa = SigningKeyFile.Read(parsed.GetValue(key)!, parsed.GetValue(password));
            var signed = RulesetSigner.Sign(files, new EcdsaSigningKey(SigningKeyFile.CheckId(parsed.GetValue(keyId)!), ecdsa));
            OutputFile.Save(Path.Combine(files.Name, RulesetFiles.SignatureFileName), file => file.Write(signed.Find(RulesetFiles.SignatureFileName)!.Bytes));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["ok"] = true, ["digest"] = signed.Digest, ["files"] = signed.Paths.Count - 1, ["key"] = parsed.GetValue(keyId) });
            }
            else
            {
                Terminal.Say($"Signed {signed.Paths.Count - 1} files with the key {parsed.GetValue(keyId)}. {signed.Digest}");
            }

            return ExitCode.Yes;
        }));
        return command;
    }

    // Nobody should sign a ruleset that hosts cannot read. An overlay can only be read with its base, which is not available here.
    private static void CheckContents(RulesetFiles files)
    {
        if (files.Find(RulesetFiles.RulesetFileName) is not null && !RulesetReader.TryRead(files, out _, out var problems))
        {
            throw new CctsDataException(problems);
        }
    }
}
