using System.CommandLine;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset impact</c>: the effect of a draft on entities or orders, before it is binding.</summary>
internal static class RulesetImpactCommand
{
    internal static Command Create()
    {
        var old = new Argument<string>("old") { Description = RulesetSource.Description };
        var @new = new Argument<string>("new") { Description = RulesetSource.Description };
        var entities = new Option<string?>("--entities") { Description = "Entities as CSV, .xlsx or JSON lines (docs/impact.md), or - for standard input." };
        var orders = new Option<string?>("--orders") { Description = "Requests as for ccts decide: JSON, one a line, or a table (CSV or .xlsx); - for standard input." };
        var each = new OutputFile("--each", "Write every entity, both outcomes side by side, to this CSV file.");
        var top = new Option<int>("--top") { Description = "How many entities or orders are listed, 1 to 1000.", DefaultValueFactory = _ => 20 };
        var json = new Option<bool>("--json") { Description = "Print the report as JSON." };
        var overlays = RulesetSource.Overlays();
        overlays.Description = "Overlay laid over the new ruleset; so a ruleset can be compared with itself under an overlay.";
        var command = new Command("impact", "Compare two rulesets on entities or orders: certificates long and short by sector, who changes side, which answers differ. Two overlays are compared over the newest ruleset that both extend. Exit code 1 when anything differs.") { old, @new, entities, orders, each, top, json, overlays };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var (entitiesPath, ordersPath, most) = (parsed.GetValue(entities), parsed.GetValue(orders), parsed.GetValue(top));
            if (entitiesPath is null == ordersPath is null || most is < 1 or > 1000 || (ordersPath is not null && parsed.GetValue(each) is not null))
            {
                throw new CctsDataException([new Problem("bad-option", Severity.Error, "The options do not fit together.", default) { Expected = "either --entities or --orders; --each with --entities; --top from 1 to 1000" }]);
            }

            var (earlier, later) = RulesetSource.Pair(parsed.GetValue(old)!, parsed.GetValue(@new)!, parsed.GetValue(overlays));
            var (before, after) = (earlier.Ruleset, later.Ruleset);
            if (entitiesPath is not null)
            {
                var report = ImpactRun.Entities(before, after, entitiesPath, parsed.GetValue(each), most);
                ImpactText.Give(report, (before, after), parsed.GetValue(json));
                return report.DiffersInAnything ? ExitCode.No : ExitCode.Yes;
            }

            var asked = ImpactRun.Orders(before, after, ordersPath!, most);
            ImpactText.Give(asked, (before, after), parsed.GetValue(json));
            return asked.Differences.Count > 0 || asked.Changed > 0 || asked.Unreached.Count > 0 ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }
}
