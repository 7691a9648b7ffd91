using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Ingestion.Reports;

namespace Ccts.Cli.Commands.Ingest;

/// <summary><c>ccts report compare</c>: what a corrected report changes, value by value.</summary>
internal static class ReportCompareCommand
{
    internal static Command Create()
    {
        var older = new Argument<string>("old") { Description = "The report before: JSON, or a workbook of \"ccts report template\" (.xlsx)." };
        var newer = new Argument<string>("new") { Description = "The corrected report: JSON, or such a workbook." };
        var json = new Option<bool>("--json") { Description = "Print the changes as JSON." };
        var command = new Command("compare", "What a corrected report says otherwise than the one before, value by value. Exit code 1 when they differ.") { older, newer, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var changes = ReportComparison.Of(ReportInput.Read(parsed.GetValue(older)!), ReportInput.Read(parsed.GetValue(newer)!));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["equal"] = changes.Count == 0, ["changes"] = new JsonArray([.. changes.Select(c => (JsonNode)new JsonObject { ["pointer"] = c.Pointer, ["before"] = c.Before, ["after"] = c.After })]) });
            }
            else if (changes.Count == 0)
            {
                Terminal.Out.Line("Both reports say the same.");
            }
            else
            {
                new Account(Terminal.Out).Figures([["value", "before", "after"], .. changes.Select(c => new[] { c.Pointer, c.Before ?? "-", c.After ?? "-" })]);
            }

            return changes.Count == 0 ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }
}
