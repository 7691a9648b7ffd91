using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Rulesets;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Credits.Journals;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Trust.Signatures;
using Ccts.Tokens.Verification;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Credits;

/// <summary><c>ccts token signal</c>: an agency's signed statement that a report's tonnes are verified.</summary>
internal static class TokenSignalCommand
{
    internal static Command Create()
    {
        var report = new Argument<string>("REPORT") { Description = "The verification report; the signal names its digest." };
        var project = Required("--project", "The project.");
        var vintage = Required("--vintage", "The compliance year of the tonnes, e.g. 2025-26.");
        var tonnes = Required("--tonnes", "How many whole tonnes are verified.");
        var agency = Required("--agency", "The agency, as the trust file names the holder of its key.");
        var key = Required("--key", "PEM file of the agency's private key (P-256).");
        var password = new Option<string?>("--key-password-file") { Description = KeyPassword.Description };
        var keyId = Required("--key-id", "The id by which trust files know the key.");
        var output = Required("--out", "The file to write; it must not be there yet.");
        var json = new Option<bool>("--json") { Description = "Print what was written as JSON." };
        var command = new Command("signal", "Sign that a report verifies so many tonnes; a mint rests on it.") { report, project, vintage, tonnes, agency, key, password, keyId, output, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var year = ComplianceYear.TryParse(parsed.GetValue(vintage)!, out var read, out var reason) ? read : throw Bad($"--vintage \"{parsed.GetValue(vintage)}\" cannot be read.", reason);
            var count = long.TryParse(parsed.GetValue(tonnes), NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole is >= 1 and <= LedgerState.MostTonnes ? whole
                : throw Bad($"--tonnes \"{parsed.GetValue(tonnes)}\" cannot be read.", string.Create(CultureInfo.InvariantCulture, $"a whole number of tonnes, 1 to {LedgerState.MostTonnes}"));
            var digest = Digest.Of(Inputs.Stored(parsed.GetValue(report)!));
            var signal = new VerificationSignal(Stated(parsed, project), year, count, digest.SaysNothing ? throw Bad($"REPORT \"{parsed.GetValue(report)}\" is an empty file.", "the report that is verified") : digest, Stated(parsed, agency));
            using var ecdsa = SigningKeyFile.Read(parsed.GetValue(key)!, parsed.GetValue(password));
            var signed = signal.Sign(new EcdsaSigningKey(SigningKeyFile.CheckId(parsed.GetValue(keyId)!), ecdsa));
            NewFile.Save(new MemoryStream(Encoding.UTF8.GetBytes(SignedSignalFile.Write(signed) + "\n")), parsed.GetValue(output)!);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["ok"] = true, ["report"] = signal.Report.Text, ["tonnes"] = signal.Tonnes, ["key"] = parsed.GetValue(keyId) });
            }
            else
            {
                Terminal.Say($"Signed: {signal.Tonnes} tonnes of {signal.Project} in {signal.Vintage}, report {signal.Report.Text}.");
            }

            return ExitCode.Yes;
        }));
        return command;
    }

    private static string Stated(ParseResult parsed, Option<string> option) =>
        parsed.GetValue(option) is { } text && NotStated.OfNames.Read(text) is not null ? text : throw Bad($"{option.Name} \"{parsed.GetValue(option)}\" says nothing.", "a name");

    private static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };
}
