using System;
using System.CommandLine;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Files;
using Ccts.Rules.Trust.Archives;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset pack</c>: packs the folder of a ruleset or overlay into one file.</summary>
internal static class RulesetPackCommand
{
    internal static Command Create()
    {
        var directory = new Argument<string>("folder") { Description = "The folder of one ruleset or overlay, signed or not." };
        var output = new OutputFile("--out", "The archive to write, e.g. in-ccts-2026-27.cctsrules.", isRequired: true);
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("pack", "Pack a ruleset or overlay into one archive. The same files always give the same bytes.") { directory, output, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var files = RulesetFiles.FromDirectory(FoundFiles.Folder(parsed.GetValue(directory)!));
            var archive = RulesetArchive.Write(files);
            var path = parsed.GetValue(output)!;
            OutputFile.Save(path, file => file.Write(archive));
            var signed = files.Find(RulesetFiles.SignatureFileName) is not null;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["ok"] = true, ["archive"] = path, ["bytes"] = archive.Length, ["digest"] = files.Digest, ["signed"] = signed });
            }
            else
            {
                Terminal.Say($"{path}: {files.Paths.Count} files, {archive.Length} bytes, {(signed ? "with its signature" : "not signed")}. {files.Digest}");
            }

            return ExitCode.Yes;
        }));
        return command;
    }
}
