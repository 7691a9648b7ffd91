using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Targets;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Spectre.Console;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset diff</c>: what changed from one ruleset to another, in plain words.</summary>
internal static class RulesetDiffCommand
{
    internal static Command Create()
    {
        var old = new Argument<string>("old") { Description = RulesetSource.Description };
        var @new = new Argument<string>("new") { Description = RulesetSource.Description };
        var json = new Option<bool>("--json") { Description = "Print the comparison as JSON." };
        var overlays = RulesetSource.Overlays();
        overlays.Description = "Overlay laid over the new ruleset; so a ruleset can be compared with itself under an overlay.";
        var command = new Command("diff", "Say what changed: values, rules condition by condition, targets by sector, cases that are answered differently, and every entry of every file. Two overlays are compared over the newest ruleset that both extend.") { old, @new, json, overlays };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var both = DiffSources.Open(parsed.GetValue(old)!, parsed.GetValue(@new)!, parsed.GetValue(overlays));
            if (both.Refusal is { } refusal)
            {
                return Refuse(refusal, both.Entries, parsed.GetValue(json));
            }

            var diff = RulesetDiff.Between(both.Old!, both.New!, both.Cases);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(RulesetDiffJson.Write(diff));
            }
            else
            {
                Print(diff, $"From {RulesetSource.Named(both.Old!)} to {RulesetSource.Named(both.New!)}", Terminal.Out);
                PrintUnchanged(both.Old!, both.New!, Terminal.Out);
            }

            return diff.IsEmpty ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    // Rulesets that cannot be read can still be compared as files, which shows the mistake next to the changes.
    private static int Refuse(CctsDataException refusal, IReadOnlyList<EntryChange> entries, bool json)
    {
        if (json)
        {
            var answer = JsonOutput.Problems(refusal.Problems);
            answer["entries"] = RulesetDiffJson.Write(entries);
            JsonOutput.Write(answer);
        }
        else
        {
            Terminal.Problems(refusal.Problems);
            EntryText.Print(entries, Terminal.Out);
        }

        return ExitCode.BadInput;
    }

    private static void Print(RulesetDiff diff, string fromTo, IAnsiConsole console)
    {
        console.WriteLine($"{fromTo}: {Count(diff.Values.Count, "value")}, {Count(diff.Rules.Count, "rule")}, {Count(diff.Targets.Sum(t => t.Added + t.Removed + t.Changed), "target")}, {Count(diff.Cases.Count, "case")} differ; {(diff.Entries.Count == 1 ? "1 entry" : $"{diff.Entries.Count} entries")} of the files.");
        PrintValues(diff.Values, console);
        PrintRules(diff.Rules, console);
        PrintTargets(diff.Targets, console);
        foreach (var change in diff.Cases)
        {
            console.WriteLine($"Case \"{change.Name}\": was {Word(change.Old)}, {(change.New is { } now ? "is " + Word(now) : "cannot be asked")}; {string.Join("; ", change.Differences)}.");
        }

        EntryText.Print(diff.Entries, console);
    }

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");

    private static void PrintValues(IReadOnlyList<ValueChange> changes, IAnsiConsole console)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var table = new TextTable("Value", "Was", "Is", "%", "Source", "Force, evidence");
        foreach (var change in changes)
        {
            var standing = change.NewStanding ?? change.OldStanding;
            table.AddRow(
                change.Path,
                change.Old ?? "-",
                change.New ?? "-",
                change.Percent is { } percent ? QuantityText.Format(percent) : "",
                standing?.Source.ToString() ?? "",
                standing is null ? "" : LawWords.Of(standing.Force) + ", " + LawWords.Of(standing.Evidence));
        }

        table.Print(console);
    }

    private static void PrintRules(IReadOnlyList<RuleChange> changes, IAnsiConsole console)
    {
        foreach (var change in changes)
        {
            console.WriteLine($"Rule {change.Rule} ({change.Title}) {change.Kind.ToString().ToLower(CultureInfo.InvariantCulture)}.");
            foreach (var line in change.Changes)
            {
                console.WriteLine("  " + line + ".");
            }
        }
    }

    private static void PrintTargets(IReadOnlyList<TargetChange> changes, IAnsiConsole console)
    {
        foreach (var change in changes)
        {
            var without = change.WithoutOutput == 0 ? "" : $" ({change.WithoutOutput} without a printed baseline output are not counted)";
            var dashes = change.HadNoTarget + change.HaveNoTarget == 0 ? "" : $" ({change.HadNoTarget} had no target before, {change.HaveNoTarget} have none now)";
            console.WriteLine($"Targets, {change.Sector}: {change.Added} added, {change.Removed} removed, {change.Changed} changed{dashes}; at baseline output {change.Tonnes} CO2e{without}.");
        }
    }

    // A copied folder still has last year's targets, and nothing in it looks wrong.
    private static void PrintUnchanged(Ruleset old, Ruleset @new, IAnsiConsole console)
    {
        var before = old.Schedule.Where(r => r.Status == TargetStatus.Set).ToDictionary(r => r.Entity.Key, r => r.Entity.Target, StringComparer.Ordinal);
        var same = @new.Schedule.Count(r => r.Entity.Standing.Force == Force.InForce && r.Status == TargetStatus.Set && before.TryGetValue(r.Entity.Key, out var target) && target == r.Entity.Target);
        if (same > 0 && old.Year != @new.Year)
        {
            console.WriteLine($"{Count(same, "target")} in force of {@new.Year} {(same == 1 ? "is that" : "are those")} of {old.Year}: a schedule prints targets for each year.");
        }
    }

    private static string Word(Ccts.Rules.Decisions.Outcome outcome) => outcome.ToString().ToLowerInvariant();
}
