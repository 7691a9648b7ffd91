using System;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Authoring.Lint;
using Ccts.Rules.Authoring.Publishing;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset publish</c>: the pages for publishing a draft, and the schedule for print.</summary>
internal static class RulesetPublishCommand
{
    private const int MostListed = 50;

    internal static Command Create()
    {
        var draft = new Argument<string>("draft") { Description = RulesetSource.Description };
        var against = new Option<string>("--against") { Description = "What the draft is compared with: folder or id. An overlay is compared with an overlay, over the newest ruleset that the earlier one extends.", Required = true };
        var output = new Option<string>("--out") { Description = "Folder for the pages: made when it is not there, replaced whole when it is empty or holds an earlier kit, refused when it holds anything else.", Required = true };
        var entities = new Option<string?>("--entities") { Description = "Entities as for ccts ruleset impact; without them the schedule's rows as they were in the baseline year." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var overlays = RulesetSource.Overlays();
        overlays.Description = "Overlay laid over the draft, whose cases are then shown; so an overlay can be consulted on.";
        var command = new Command("publish", "Make a consultation kit: static pages in English and Hindi and the printable schedule, which is read back and compared with the data before anything is written.") { draft, against, output, entities, json, overlays };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var (before, after) = RulesetSource.Pair(parsed.GetValue(against)!, parsed.GetValue(draft)!, parsed.GetValue(overlays));
            var impact = parsed.GetValue(entities) is { } path ? ImpactRun.Entities(before.Ruleset, after.Ruleset, path, each: null, MostListed) : null;
            var pages = ConsultationKit.Make(after.Ruleset, after.Files, before.Ruleset, before.Files, impact);
            new KitFolder(parsed.GetValue(output)!).Publish(pages);
            var warnings = RulesetLintCommand.Lint(after).Findings.Count(f => f.Severity == Severity.Warning);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["ok"] = true, ["ruleset"] = RulesetJson.Identity(after.Ruleset), ["pages"] = new JsonArray([.. pages.Select(p => (JsonNode)p.FileName)]), ["lintWarnings"] = warnings });
            }
            else
            {
                Terminal.Say($"{after.Ruleset} against {before.Ruleset}: {string.Join(", ", pages.Select(p => p.FileName))}. The printed schedule reads back as the data.");
                if (warnings > 0)
                {
                    Console.Error.WriteLine($"Not on the pages: {warnings} warning{(warnings == 1 ? "" : "s")} of \"ccts ruleset lint\" want an answer before the draft goes out.");
                }
            }

            return ExitCode.Yes;
        }));
        return command;
    }
}
