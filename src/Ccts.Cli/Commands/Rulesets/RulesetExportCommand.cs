using System.CommandLine;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset export</c>: the shipped rulesets and overlays as folders, byte for byte, to be read or changed.</summary>
internal static class RulesetExportCommand
{
    private const string Shipped = "rulesets/";

    internal static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "A folder to write them into: a new one, or one that is empty." };
        var json = new Option<bool>("--json") { Description = "Print what was written as JSON." };
        var command = new Command("export", "Write the shipped rulesets and overlays into a folder, to be changed and given with --rules.") { folder, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var into = parsed.GetValue(folder)!;
            RefuseUnlessEmpty(into);
            var written = EmbeddedRulesets.All().Concat(EmbeddedRulesets.Overlays()).ToList();
            written.ForEach(files => Write(files, into));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["ok"] = true, ["folder"] = into, ["written"] = new JsonArray([.. written.Select(f => (JsonNode)new JsonObject { ["folder"] = NameOf(f), ["digest"] = f.Digest })]) });
            }
            else
            {
                Print(into, written);
            }

            return ExitCode.Yes;
        }));
        return command;
    }

    // Changes that somebody made there would be lost.
    private static void RefuseUnlessEmpty(string folder)
    {
        var isFile = File.Exists(folder);
        if (isFile || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new CctsDataException([new Problem("folder-not-empty", Severity.Error, $"\"{folder}\" is {(isFile ? "a file" : "a folder with something in it")}; nothing was written.", default) { Expected = "a new or an empty folder" }]);
        }
    }

    private static void Write(RulesetFiles files, string into)
    {
        foreach (var path in files.Paths)
        {
            var file = Path.Combine(into, NameOf(files), path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, files.Read(path)!);
        }
    }

    private static void Print(string into, IReadOnlyList<RulesetFiles> written)
    {
        foreach (var files in written)
        {
            Terminal.Out.Profile.Out.Writer.WriteLine(Printable.Of($"{Path.Combine(into, NameOf(files))}  {files.Digest}"));
        }

        Terminal.Out.Profile.Out.Writer.WriteLine(Printable.Of($"To assess a plant of your own, put its row into the year's targets.csv and give the folder: ccts assess REPORT --rules {into}"));
    }

    private static string NameOf(RulesetFiles files) => files.Name[Shipped.Length..];
}
