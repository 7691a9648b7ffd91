using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Plans;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Plans;

/// <summary><c>ccts plan</c>: an entity's monitoring plan.</summary>
internal static class PlanCommand
{
    internal static Command Create() => new("plan", "Show a monitoring plan, check its thirteen parts, and compare it with a report or another version.")
    {
        Show(),
        Check(),
        Compare(),
    };

    private static Argument<string> Plan(string name = "PLAN") => new(name) { Description = "Monitoring plan (JSON), or - for standard input." };

    private static Command Show()
    {
        var (plan, json) = (Plan(), new Option<bool>("--json") { Description = "Print JSON." });
        var command = new Command("show", "Show a plan part by part, or write it as a page.") { plan, json };
        var (pages, template) = (new PageFiles(command), new Forms.TemplateFiles(command));
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var form = PlanForm.Make(PlanInput.Read(parsed.GetValue(plan)!));
            pages.Write(parsed, () => FormPage.Write(form));
            template.Write(parsed, form);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(FormJson.Write(form));
            }
            else
            {
                Forms.FormText.Print(form);
            }

            return ExitCode.Yes;
        }));
        return command;
    }

    private static Command Check()
    {
        var plan = new Argument<string[]>("PLAN") { Description = "Monitoring plan (JSON), or - for standard input; with --report each version that was followed in the year.", Arity = ArgumentArity.OneOrMore };
        var report = new Option<string?>("--report") { Description = "A monitoring report that should follow the plan." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("check", "What a plan lacks of the thirteen parts, and where a report departs from it. Exit code 1 when there is any.") { plan, report, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var versions = parsed.GetValue(plan)!.Select(PlanInput.Read).ToList();
            var gaps = versions.SelectMany(v => PlanCheck.Gaps(v).Select(g => versions.Count == 1 ? g : g with { Message = System.FormattableString.Invariant($"Version {v.Version}: {g.Message}") }))
                .Concat(parsed.GetValue(report) is { } path ? PlanCheck.Deviations(versions, ReportInput.Read(path)) : []).ToList();
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject
                {
                    ["complete"] = gaps.Count == 0,
                    ["gaps"] = new JsonArray([.. gaps.Select(g => (JsonNode)new JsonObject { ["part"] = g.Part, ["message"] = g.Message })]),
                });
            }
            else
            {
                var account = new Account(Terminal.Out);
                account.Sentence(gaps.Count == 0 ? "Complete: all thirteen parts are written, and nothing departs from them." : $"{gaps.Count} point{(gaps.Count == 1 ? "" : "s")} open (DPCM s.5(6)).", "bold");
                foreach (var gap in gaps)
                {
                    account.Sentence($"{gap.Part ?? "report"}  {gap.Message}", indent: 2, hanging: 8);
                }
            }

            return gaps.Count == 0 ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static Command Compare()
    {
        var (older, newer) = (Plan("OLDER"), Plan("NEWER"));
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("compare", "What a newer version of a plan changes. Exit code 1 when it changes anything.") { older, newer, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var (before, after) = (PlanInput.Read(parsed.GetValue(older)!), PlanInput.Read(parsed.GetValue(newer)!));
            var differences = Differences(before, after);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject
                {
                    ["from"] = before.Version,
                    ["to"] = after.Version,
                    ["differences"] = new JsonArray([.. differences.Select(d => (JsonNode)new JsonObject { ["part"] = d.Part, ["item"] = d.Item, ["field"] = d.Field, ["before"] = d.Before, ["after"] = d.After })]),
                });
            }
            else
            {
                var account = new Account(Terminal.Out);
                account.Sentence(System.FormattableString.Invariant($"{before.Entity}: version {before.Version} to version {after.Version}, {differences.Count} statement{(differences.Count == 1 ? "" : "s")} changed."), "bold");
                foreach (var d in differences)
                {
                    account.Sentence($"{d.Part}  {(d.Item.Length > 0 ? d.Item + ", " : "")}{d.Field}: {d.Before ?? "(nothing)"} -> {d.After ?? "(nothing)"}", indent: 2, hanging: 8);
                }
            }

            return differences.Count == 0 ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static System.Collections.Generic.IReadOnlyList<PlanDifference> Differences(MonitoringPlan before, MonitoringPlan after)
    {
        try
        {
            return PlanComparison.Of(before, after);
        }
        catch (System.ArgumentException no)
        {
            throw new CctsDataException([new Problem("bad-option", Severity.Error, no.Message.Split(" (Parameter")[0], default) { Expected = "an older and a newer version of one entity's plan" }]);
        }
    }
}
