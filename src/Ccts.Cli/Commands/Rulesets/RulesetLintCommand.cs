using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Authoring.Lint;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset lint</c>: what is permitted in a ruleset but probably not intended.</summary>
internal static class RulesetLintCommand
{
    internal static Command Create()
    {
        var name = new Argument<string>("ruleset") { Description = RulesetSource.Description + " A folder of rulesets lints them all; without it, the current folder.", DefaultValueFactory = _ => "." };
        var json = new Option<bool>("--json") { Description = "Print the reports as JSON." };
        var overlays = RulesetSource.Overlays();
        var command = new Command("lint", "Point at rules that never fire, conditions that always hold or never do, gaps and overlaps, unused parameters, rules without a case, dead overrides, gaps in Hindi, missing clauses; count the evidence. Exit code 1 when there is a warning.") { name, json, overlays };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var linted = Sources(parsed.GetValue(name)!, parsed.GetValue(overlays)).Select(s => (Before: Before(s), Source: s)).Select(s => (Report: Lint(s.Source, s.Before), s.Before)).ToList();
            var reports = linted.ConvertAll(l => l.Report);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["clean"] = reports.TrueForAll(r => r.IsClean), ["reports"] = new JsonArray([.. reports.Select(r => (JsonNode)LintReportJson.Write(r))]) });
            }
            else
            {
                linted.ForEach(l => Print(l.Report, l.Before, Terminal.Out));
            }

            return reports.TrueForAll(r => r.IsClean) ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    /// <summary>Lints a ruleset in comparison with its predecessors.</summary>
    internal static LintReport Lint(RulesetSource source) => Lint(source, Before(source));

    private static LintReport Lint(RulesetSource source, LawBefore? before) => RulesetLinter.Run(source.Ruleset, source.Files, before?.Year, before?.Revision);

    private static LawBefore? Before(RulesetSource source) => source.Ruleset.Overlays.Count == 0 ? LawBefore.Of(source.Ruleset) : LawBefore.OfOverlay(source);

    private static IReadOnlyList<RulesetSource> Sources(string name, IReadOnlyList<string>? overlays)
    {
        var found = Directory.Exists(name) ? FoundRulesets.In(name) : new FoundRulesets([], [], [], []);
        if (found.Folders.Count + found.Overlays.Count + found.Archives.Count == 0)
        {
            return [RulesetSource.Open(name, overlays)];
        }

        var rulesets = found.Folders.Concat(found.Archives).Select(f => RulesetSource.Open(f, overlays)).ToList();
        return [.. rulesets, .. found.Overlays.Select(o => RulesetSource.Over(RulesetSource.FilesOf(o), [.. rulesets.Select(r => r.Ruleset), .. RulesetCatalog.Default.Rulesets]))];
    }

    private static void Print(LintReport report, LawBefore? before, IAnsiConsole console)
    {
        foreach (var finding in report.Findings)
        {
            console.Line($"[{(finding.Severity == Severity.Warning ? "yellow" : "grey")}]{Markup.Escape(finding.ToString())}[/]");
        }

        var warnings = report.Findings.Count(f => f.Severity == Severity.Warning);
        console.Line(Markup.Escape($"{report.Ruleset.Id} revision {report.Ruleset.Revision}: {warnings} warnings, {report.Findings.Count - warnings} remarks{(before is null ? "" : "; " + before.InWords)}"));
        foreach (var kind in report.Evidence.GroupBy(e => e.What, StringComparer.Ordinal))
        {
            console.Line(Markup.Escape($"  {kind.Key}: " + string.Join(", ", kind.Select(e => $"{e.Count} {LawWords.Of(e.Force)} {LawWords.Of(e.Evidence)}"))));
        }
    }
}
