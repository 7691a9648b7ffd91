using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Credits.Article6.Aef;
using Ccts.Sdk.Problems;
using Ccts.Workbooks;

namespace Ccts.Cli.Commands.Credits;

/// <summary><c>ccts aef</c>: tables of the agreed electronic format, checked cell by cell and in their sums. Exit code 1 when something is wrong.</summary>
internal static class AefCommand
{
    private const int MaxBytes = 64 * 1024 * 1024;
    private static readonly HashSet<string> s_columns = new(Enum.GetValues<AefTableKind>().SelectMany(AefReport.Columns), StringComparer.OrdinalIgnoreCase);

    internal static Command Create() => new("aef", "The tables of the agreed electronic format of Article 6.") { Check(), AefWriteCommand.Create() };

    private static Command Check()
    {
        var files = new Argument<string[]>("FILE") { Arity = ArgumentArity.OneOrMore, Description = "JSON with all tables, .xlsx with a sheet for each, a folder with a .csv for each, or CSV with one; several are one report." };
        var previous = new Option<string[]>("--previous") { AllowMultipleArgumentsPerToken = true, Description = "The Party's report of the year before: what was held, transferred first or gone by then." };
        var ids = new Option<string?>("--ids") { Description = "How First ID and Last ID are written: full or integers; what most rows have otherwise." };
        ids.AcceptOnlyFromAmong("full", "integers");
        var json = new Option<bool>("--json") { Description = "Print the findings as JSON." };
        var command = new Command("check", "Check formats, identifiers and quantities, double claims, and that holdings are what the actions leave.") { files, previous, ids, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var report = Read(parsed.GetValue(files)!);
            var before = parsed.GetValue(previous) is { Length: > 0 } paths ? Read(paths) : null;
            return Tell(report, Reading(parsed.GetValue(ids)), before, parsed.GetValue(json));
        }));
        return command;
    }

    internal static AefIdReading? Reading(string? word) => word switch { "full" => AefIdReading.FullIdentifiers, "integers" => AefIdReading.Integers, _ => null };

    /// <summary>Says whether a report conforms to the format, and what does not.</summary>
    internal static int Tell(AefReport report, AefIdReading? reading, AefReport? before, bool json)
    {
        var problems = AefCheck.Problems(report, reading, before);
        var isRight = problems.All(p => p.Severity != Severity.Error);
        var read = (reading ?? AefCheck.ReadingOf(report)) == AefIdReading.Integers ? "integers" : "full";
        if (json)
        {
            JsonOutput.Write(new JsonObject
            {
                ["ok"] = isRight,
                ["ids"] = read,
                ["rows"] = new JsonObject(Enum.GetValues<AefTableKind>().Select(t => new KeyValuePair<string, JsonNode?>(Name(t), report.Of(t).Count()))),
                ["problems"] = new JsonArray([.. problems.Select(p => (JsonNode)ProblemJson.Write(p, withPosition: true))]),
            });
        }
        else
        {
            Terminal.Problems(problems);
            var account = new Account(Terminal.Out);
            account.Sentence((isRight ? "The report is as the format has it: " : "The report is not as the format has it: ") + $"{Count(report.Rows.Count, "row")}, {Count(problems.Count(p => p.Severity == Severity.Error), "error")}, {Count(problems.Count(p => p.Severity != Severity.Error), "warning")}; First ID and Last ID read as {(read == "full" ? "full identifiers" : "whole numbers")}.");
        }

        return isRight ? ExitCode.Yes : ExitCode.No;
    }

    private static string Count(int number, string what) => number.ToString(CultureInfo.InvariantCulture) + " " + what + (number == 1 ? "" : "s");

    internal static AefReport Read(IReadOnlyList<string> paths)
    {
        var (rows, found) = (new List<AefRow>(), new List<Problem>());
        foreach (var path in paths.SelectMany(Tables))
        {
            if (AefFile.TryRead(Inputs.Table(path, MaxBytes), Inputs.NameOf(path)!, out var report, out var problems))
            {
                rows.AddRange(report!.Rows);
            }

            found.AddRange(problems);
        }

        return found.Count == 0 ? new AefReport(rows) : throw new CctsDataException(found);
    }

    // A folder has a table in each .csv. A workbook has one on each sheet that holds something, unless one is named; a cover sheet has no columns, and is skipped with a notice.
    private static IReadOnlyList<string> Tables(string path)
    {
        if (Directory.Exists(path) && Directory.GetFiles(path, "*.csv") is { Length: > 0 } tables)
        {
            Array.Sort(tables, StringComparer.Ordinal);
            return tables;
        }

        if (SheetInput.Workbook(path) is not ({ } workbook, null))
        {
            return [path];
        }

        var filled = workbook.Sheets.Where(s => s.Cells.Any()).ToLookup(HasTable);
        Terminal.Problems(filled[true].Any() ? filled[false].Select(s => new Problem("aef-sheet-passed-over", Severity.Warning, "No row of the sheet has names of columns: it is no table, and is passed over.", new SourcePlace($"{Inputs.NameOf(path)}!{s.Name}", 0, 0, ""))).ToList() : []);
        return [.. (filled[true].Any() ? filled[true] : filled[false]).Select(s => $"{path}!{s.Name}")];
    }

    private static bool HasTable(WorkbookSheet sheet) => sheet.Cells.GroupBy(c => c.Row).Any(row => row.Count(c => s_columns.Contains(c.Text.Trim())) > 1);

    internal static string Name(AefTableKind table) => char.ToLowerInvariant(table.ToString()[0]) + table.ToString()[1..];
}
