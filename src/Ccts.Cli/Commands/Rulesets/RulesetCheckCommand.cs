using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Authoring.Lint;
using Ccts.Rules.Authoring.Testing;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;
using System;
using System.CommandLine;
using System.Text.Json.Nodes;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset check</c>: every mistake in a folder, at once.</summary>
internal static class RulesetCheckCommand
{
    internal static Command Create()
    {
        var directory = new Argument<string>("folder") { Description = "The folder of one ruleset." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("check", "Check a ruleset: every mistake with file, line and column, exit code 2 when there is one; and a warning where due days or targets are last year's, or the day of publication cannot be meant.") { directory, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var files = RulesetFiles.FromDirectory(FoundFiles.Folder(parsed.GetValue(directory)!));
            if (!RulesetReader.TryRead(files, out var ruleset, out var problems))
            {
                throw new CctsDataException(problems);
            }

            if (RulesetTester.Check(ruleset, files) is { Count: > 0 } mistakes)
            {
                throw new CctsDataException(mistakes);
            }

            var before = LawBefore.Of(ruleset);
            var warnings = RulesetLinter.CheckYear(ruleset, before.Year, before.Revision);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["ok"] = true, ["ruleset"] = RulesetJson.Identity(ruleset), ["warnings"] = JsonOutput.Problems(warnings)["problems"]!.DeepClone() });
            }
            else
            {
                Terminal.Problems(warnings);
                Terminal.Say($"{ruleset} is valid. {ruleset.Identity.Digest}");
            }

            return ExitCode.Yes;
        }));
        return command;
    }
}
