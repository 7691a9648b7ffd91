using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Authoring.Testing;
using Ccts.Rules.Rulesets;
using Spectre.Console;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset test</c>: runs the test cases of a ruleset.</summary>
internal static class RulesetTestCommand
{
    internal static Command Create()
    {
        var name = new Argument<string>("ruleset") { Description = RulesetSource.Description };
        var filter = new Option<string?>("--filter") { Description = "Only cases whose name or file contains this text." };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var overlays = RulesetSource.Overlays();
        var command = new Command("test", "Run the cases of a ruleset, or of the last overlay laid over it, and say what no case reaches. Exit code 1 when a case fails, and when there is none.") { name, filter, json, overlays };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var source = RulesetSource.Open(parsed.GetValue(name)!, parsed.GetValue(overlays));
            var report = RulesetTester.Run(source.Ruleset, source.Files, parsed.GetValue(filter));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(TestReportJson.Write(report));
            }
            else
            {
                Print(report, parsed.GetValue(filter) is null, Terminal.Out);
            }

            // A run without cases does not count as passed; only a baseline year may have none.
            return report.Passed && (report.Results.Count + report.Figures.Count > 0 || source.Ruleset.Kind == RulesetKind.Baseline) ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static void Print(TestReport report, bool withCoverage, IAnsiConsole console)
    {
        var failures = report.Results.Where(r => !r.Passed).Select(r => (r.Case.Name, r.Case.Place, r.Differences))
            .Concat(report.Figures.Where(f => !f.Passed).Select(f => (f.Case.Name, f.Case.Place, f.Differences))).ToList();
        foreach (var (name, place, differences) in failures)
        {
            console.MarkupLine($"[red]failed[/] {name.EscapeMarkup()}  [grey]{place.ToString().EscapeMarkup()}[/]");
            foreach (var difference in differences)
            {
                console.WriteLine("       " + difference);
            }
        }

        var failed = failures.Count;
        console.MarkupLine($"{report.Ruleset.Id.EscapeMarkup()} revision {report.Ruleset.Revision}: {report.Results.Count + report.Figures.Count} cases, [{(failed == 0 ? "green" : "red")}]{failed} failed[/]");
        if (withCoverage)
        {
            Print(report.Coverage, console);
        }
    }

    private static void Print(Coverage coverage, IAnsiConsole console)
    {
        console.WriteLine($"Coverage: {coverage.Rules} rules, {coverage.Branches} branches, {coverage.Rows} table rows" + (coverage.IsComplete ? ", all reached" : ""));
        Print("never fired", coverage.RulesThatNeverFired, console);
        Print("fired in every case", coverage.RulesThatAlwaysFired, console);
        Print("branch not reached", coverage.BranchesNotReached, console);
        Print("row not looked up", coverage.RowsNotLookedUp, console);
        Print("waits for a value of the law, not counted", coverage.DormantRules, console);
    }

    private static void Print(string what, IEnumerable<string> items, IAnsiConsole console)
    {
        foreach (var item in items)
        {
            console.WriteLine($"  {what}: {item}");
        }
    }
}
