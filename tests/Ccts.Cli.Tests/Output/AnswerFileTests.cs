using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Ccts.Workbooks;

namespace Ccts.Cli.Tests.Output;

/// <summary>Every command that prints JSON writes the same as a workbook: the commands of <c>docs/json.md</c> are run, each list is a sheet of as many rows, each single value a row.</summary>
public sealed partial class AnswerFileTests
{
    private static readonly string Page = Path.Combine(CctsTool.RepositoryRoot, "docs", "json.md");

    public static TheoryData<string> Sections => [.. Section().Matches(File.ReadAllText(Page)).Select(m => m.Groups["name"].Value).Where(n => n != "problems")];

    [Fact]
    public void Every_command_that_prints_json_writes_workbooks()
    {
        var without = Commands(Program.Root()).Where(c => c.Options.Any(o => o.Name == "--json") != c.Options.Any(o => o.Name == "--xlsx")).Select(c => c.Parents.OfType<Command>().First().Name + " " + c.Name);
        Assert.Equal(["proforma template", "report template"], without.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task The_workbook_holds_what_json_prints(string name)
    {
        var section = Section().Matches(await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken)).First(m => m.Groups["name"].Value == name);
        var folder = Directory.CreateTempSubdirectory("ccts-answers").FullName;
        await HostJournals.Write(folder, section.Groups["commands"].Value);
        var written = 0;
        foreach (var command in section.Groups["commands"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var args = Words().Matches(command).Select(m => m.Value.Trim('"').Replace("$WORK", folder, StringComparison.Ordinal)).ToArray();
            var into = args is [.., ">", var file] ? file : null;
            args = into is null ? args[1..] : args[1..^2];
            var book = Path.Combine(folder, $"answer-{written}.xlsx");
            var asked = args.Contains("--json");
            var run = await CctsTool.Run(null, asked ? [.. args, "--xlsx", book] : args);
            if (into is not null)
            {
                await File.WriteAllTextAsync(into, run.Output, TestContext.Current.CancellationToken);
            }

            if (asked)
            {
                Assert.True(run.ExitCode is 0 or 1, $"{command}: {run.Error}{run.Output}");
                Compare(run.Output, book, command);
                written++;
            }
        }

        Directory.Delete(folder, recursive: true);
        Assert.True(written > 0);
    }

    [Fact]
    public async Task Without_json_it_says_where_the_answer_is_and_bad_input_writes_nothing()
    {
        var folder = Directory.CreateTempSubdirectory("ccts-answers").FullName;
        var book = Path.Combine(folder, "a.xlsx");
        var bad = await CctsTool.Run(null, "assess", Path.Combine(folder, "none.json"), "--xlsx", book);
        Assert.Equal((2, "", false), (bad.ExitCode, bad.Output, File.Exists(book)));
        Assert.Contains("none.json", bad.Error, StringComparison.Ordinal);

        var run = await CctsTool.Run(null, "assess", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--xlsx=" + book);
        Assert.Equal((0, $"The answer is in {book}."), (run.ExitCode, run.Output.Trim()));

        var form = await CctsTool.Run(null, "ledger", "export", "none.jsonl", "--journal", "--xlsx", Path.Combine(folder, "b.xlsx"));
        Assert.Equal(2, form.ExitCode);
        Directory.Delete(folder, recursive: true);
    }

    private static void Compare(string output, string book, string command)
    {
        var values = output.Split('\n', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } lines && lines.All(l => l[0] == '{' && l[^1] == '}')
            ? new JsonArray([.. lines.Select(l => JsonNode.Parse(l))]) : JsonNode.Parse(output)!;
        var answer = values as JsonObject ?? new JsonObject { ["answers"] = values.DeepClone() };
        using var file = File.OpenRead(book);
        Assert.True(WorkbookReader.TryRead(file, book, WorkbookLimits.Default, out var sheets, out var problems), string.Join('\n', problems));
        Assert.Equal("Answer", sheets.Sheets[0].Name);
        var rows = sheets.Sheets[0].Cells.Where(c => c.Column == 1 && c.Row > 1).ToDictionary(c => c.Text, c => c.Row, StringComparer.Ordinal);
        foreach (var member in answer)
        {
            if (member.Value is JsonArray { Count: > 0 } list && list.All(i => i is JsonObject))
            {
                Assert.True(sheets.Find(member.Key) is { } sheet && sheet.Cells.Max(c => c.Row) == list.Count + 1, $"{command}: {member.Key}");
            }
            else if (member.Value is JsonValue value)
            {
                var row = rows[member.Key];
                Assert.Equal(value.ToString(), string.Join(" ", sheets.Sheets[0].Cells.Where(c => c.Row == row && c.Column > 1 && c.Text.Length > 0).Select(c => c.Text)));
            }
        }
    }

    private static IEnumerable<Command> Commands(Command command) => [command, .. command.Subcommands.SelectMany(Commands)];

    [GeneratedRegex("<!-- json: (?<name>[^;>]+?)(; keyed: (?<keyed>[^>]+?))? -->\n```sh\n(?<commands>.*?)```\n+```ts\n", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Section();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Words();
}
