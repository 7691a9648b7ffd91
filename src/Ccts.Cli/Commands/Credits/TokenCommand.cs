using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Sdk.Problems;
using Ccts.Tokens.Supply;

namespace Ccts.Cli.Commands.Credits;

/// <summary><c>ccts token show</c> and <c>ccts token metadata</c>: supply from its journal, and metadata against its form.</summary>
internal static class TokenCommand
{
    private const int MaxBytes = 1024 * 1024;

    internal static Command Create() => new("token", "Decide, record and show tokens that stand for carbon units.") { Show(), TokenMoveCommand.Create(), TokenSignalCommand.Create(), Metadata() };

    private static Command Show()
    {
        var file = new Argument<string>("JOURNAL") { Description = "The journal of a token supply." };
        var head = BookFile.Head();
        var json = new Option<bool>("--json") { Description = "Print the runs as JSON." };
        var command = new Command("show", "Show supply: whose tokens stand for which units and how; the journal is checked line by line.") { file, head, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () => BookFile.Read(parsed.GetValue(file)!, lines =>
        {
            var supply = new TokenSupply(lines);
            var runs = supply.Runs();
            var isWhole = BookFile.Follows(parsed.GetValue(head), supply.Follows);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject
                {
                    ["ok"] = isWhole,
                    ["leftOut"] = BookFile.TornEnd(parsed.GetValue(file)!),
                    ["head"] = supply.Head.ToString(),
                    ["isPaused"] = supply.IsPaused,
                    ["tonnes"] = Tonnes(supply),
                    ["runs"] = new JsonArray([.. runs.Select(r => (JsonNode)new JsonObject
                    {
                        ["registry"] = r.Units.Registry, ["scope"] = r.Units.Scope, ["start"] = r.Units.Start.ToString(), ["end"] = r.Units.End.ToString(),
                        ["wallet"] = r.Place.Wallet, ["standing"] = Word(r.Place.Standing), ["class"] = r.Metadata.Id.Text,
                    })]),
                    ["notInstructed"] = new JsonArray([.. supply.NotInstructed().Select(k => (JsonNode)JsonValue.Create(k))]),
                });
            }
            else
            {
                var account = new Account(Terminal.Out);
                if (runs.Count > 0)
                {
                    account.Figures([["units", "wallet", "standing"], .. runs.Select(r => new[] { r.Units.ToString(), r.Place.Wallet, Word(r.Place.Standing) })]);
                }

                account.Sentence($"{LetterCommand.Number(supply.Outstanding().Sum(b => (long)b.Count.ToUInt64()))} tokens are outstanding"
                    + (supply.IsPaused ? ", and business is paused" : "") + ". " + BookFile.Sentence(isWhole, supply.Head));
                if (BookFile.TornEnd(parsed.GetValue(file)!) is { } torn)
                {
                    account.Sentence(torn);
                }

                foreach (var key in supply.NotInstructed())
                {
                    account.Sentence($"The registry is not instructed yet of \"{key}\".");
                }
            }

            return isWhole ? ExitCode.Yes : ExitCode.No;
        })));
        return command;
    }

    private static Command Metadata()
    {
        var file = new Argument<string>("FILE") { Description = "The metadata, or - for standard input." };
        var json = new Option<bool>("--json") { Description = "Print what was read as JSON." };
        var command = new Command("metadata", "Check a token's metadata, and give the id of its class.") { file, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(file)!;
            if (!TokenMetadata.TryRead(Inputs.Read(path, MaxBytes), Inputs.NameOf(path), out var metadata, out var problems))
            {
                throw new CctsDataException(problems);
            }

            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["ok"] = true, ["class"] = metadata.Id.Text, ["kind"] = metadata.Kind.Name, ["vintage"] = metadata.Vintage.ToString(), ["project"] = metadata.Project, ["verificationHash"] = metadata.VerificationHash.Text, ["serialNumber"] = metadata.SerialNumber });
            }
            else
            {
                new Account(Terminal.Out).Sentence($"A token of {metadata.Kind} {metadata.Vintage}, project {metadata.Project}, serial {metadata.SerialNumber}. Its class is {metadata.Id.Text}.");
            }

            return ExitCode.Yes;
        }));
        return command;
    }

    internal static JsonObject Tonnes(TokenSupply supply) => new JsonObject(Enum.GetValues<TokenStanding>().Select(s => new System.Collections.Generic.KeyValuePair<string, JsonNode?>(Word(s), supply.Tonnes(s))));

    private static string Word(TokenStanding standing) => standing switch
    {
        TokenStanding.ClawedBack => "clawed-back",
        _ => standing.ToString().ToLowerInvariant(),
    };
}
