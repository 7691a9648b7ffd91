using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Problems;
using Spectre.Console;

namespace Ccts.Cli.Serials;

/// <summary><c>ccts doublecount</c>: tonnes that exist twice, within a registry or across registries. Exit code 1 when there are any.</summary>
internal static class DoubleCountCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "Exports of registries and ledgers, in any known format." };
        var links = new Option<string?>("--links") { Description = "CSV of projects that are the same: first_registry,first_project,second_registry,second_project." };
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON." };
        var command = new Command("doublecount", "Find tonnes that exist twice, with the evidence: numbers, or links between projects with equal vintage and quantity.") { files, links, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var statements = new StatementFiles();
            var finder = new DoubleCountFinder();
            foreach (var entry in parsed.GetValue(files)!.SelectMany(f => statements.Read(f, null)))
            {
                finder.Add(entry);
            }

            foreach (var link in Links(parsed.GetValue(links)))
            {
                finder.Add(link);
            }

            var found = finder.Find();
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json(found, statements));
            }
            else
            {
                Print(found, statements);
            }

            return found.Any(f => f.Verdict == DoubleCountVerdict.DoubleCount) ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }

    private static IEnumerable<ProjectLink> Links(string? path)
    {
        if (path is null)
        {
            yield break;
        }

        var line = 0;
        foreach (var row in File.ReadLines(path))
        {
            line++;
            var cells = row.TrimEnd('\r').Split(',');
            if (line == 1 || row.Length == 0)
            {
                continue;
            }

            yield return cells.Length == 4 && cells.All(c => c.Trim().Length > 0)
                ? new ProjectLink(cells[0].Trim(), cells[1].Trim(), cells[2].Trim(), cells[3].Trim())
                : throw new CctsDataException([new Problem("bad-link", Severity.Error, "A link has four filled cells.", new SourcePlace(path, line, 1, "")) { Expected = "first_registry,first_project,second_registry,second_project" }]);
        }
    }

    private static void Print(IReadOnlyList<DoubleCountFinding> found, StatementFiles statements)
    {
        var table = Terminal.Table("verdict", "tonnes", "one", "other", "because");
        foreach (var finding in found)
        {
            table.AddRow(finding.Verdict.ToString(), ReconciliationJson.Plain(finding.Tonnes), Row(finding.First), Row(finding.Second), Markup.Escape(finding.Because));
        }

        Terminal.Out.Write(table);
        Terminal.Out.WriteLine($"{statements.Rows} rows read, {statements.Problems.Count + statements.Untold} with problems.");
        Terminal.Problems(statements.Problems);
    }

    private static JsonObject Json(IReadOnlyList<DoubleCountFinding> found, StatementFiles statements) => new()
    {
        ["ok"] = found.All(f => f.Verdict != DoubleCountVerdict.DoubleCount),
        ["rows"] = statements.Rows,
        ["findings"] = new JsonArray([.. found.Select(f => (JsonNode)new JsonObject
        {
            ["verdict"] = f.Verdict.ToString(),
            ["evidence"] = new JsonArray([.. f.Evidence.ToString().Split(", ").Select(e => (JsonNode)e)]),
            ["tonnes"] = ReconciliationJson.Plain(f.Tonnes),
            ["because"] = f.Because,
            ["first"] = Place(f.First),
            ["second"] = Place(f.Second),
        })]),
        ["problems"] = new JsonArray([.. statements.Problems.Select(p => (JsonNode)p.ToString())]),
    };

    private static JsonObject Place(StatementEntry entry) => new()
    {
        ["registry"] = entry.Registry, ["project"] = entry.Project, ["serial"] = entry.Serial, ["state"] = entry.State.ToString(), ["file"] = entry.File, ["line"] = entry.Line,
    };

    private static string Row(StatementEntry entry) => Markup.Escape($"{entry.Registry} {entry.Serial ?? entry.Project} ({entry.File}:{entry.Line}, {entry.State})");
}
