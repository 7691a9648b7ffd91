using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Output;

/// <summary>
/// <c>docs/json.md</c> says what <c>--json</c> prints: its commands are run, and the shape of what they print is the one that stands there. With
/// JSON_ACCEPT set the shapes are written anew; a member that went or changed its kind breaks programs.
/// </summary>
public sealed partial class JsonContractTests
{
    private static readonly string Page = Path.Combine(CctsTool.RepositoryRoot, "docs", "json.md");

    public static TheoryData<string> Sections => [.. Section().Matches(File.ReadAllText(Page)).Select(m => m.Groups["name"].Value)];

    [Theory]
    [MemberData(nameof(Sections))]
    public async Task What_is_printed_has_the_shape_that_is_documented(string name)
    {
        var section = Section().Matches(await File.ReadAllTextAsync(Page, TestContext.Current.CancellationToken)).Single(m => m.Groups["name"].Value == name);
        var folder = Directory.CreateTempSubdirectory("ccts-json").FullName;
        await HostJournals.Write(folder, section.Groups["commands"].Value);
        var shape = new JsonShape();
        var keyed = section.Groups["keyed"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

        foreach (var command in section.Groups["commands"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var args = Words().Matches(command).Select(m => m.Value.Trim('"').Replace("$WORK", folder, StringComparison.Ordinal)).ToArray();
            var into = args is [.., ">", var file] ? file : null;
            args = into is null ? args : args[..^2];
            Assert.Equal("ccts", args[0]);
            var run = await CctsTool.Run(null, args[1..]);
            Assert.True(run.ExitCode is 0 or 1 || section.Groups["name"].Value == "problems", $"{command}: {run.Error}{run.Output}");
            if (into is not null)
            {
                await File.WriteAllTextAsync(into, run.Output, TestContext.Current.CancellationToken);
            }

            foreach (var value in args.Contains("--json") && into is null ? Values(run.Output) : [])
            {
                shape.Add(value, keyed);
            }
        }

        Directory.Delete(folder, recursive: true);
        var written = shape.Write();
        if (Environment.GetEnvironmentVariable("JSON_ACCEPT") is { Length: > 0 })
        {
            lock (Page)
            {
                var page = File.ReadAllText(Page);
                var old = Section().Matches(page).Single(m => m.Groups["name"].Value == name).Groups["shape"];
                File.WriteAllText(Page, page[..old.Index] + written + "\n" + page[(old.Index + old.Length)..]);
            }

            return;
        }

        Assert.Equal(section.Groups["shape"].Value.TrimEnd('\n'), written);
    }

    /// <summary>A template is a file to fill in; a filing and a report have schemas; the decisions of an operator print what <c>outbox cancel</c> does.</summary>
    [Fact]
    public void Every_command_with_an_answer_for_programs_is_on_the_page()
    {
        string[] elsewhere = ["report template", "proforma template", "proforma read", "proforma report", "outbox retry", "outbox resolve", "outbox settle", "form b", "form c", "form d", "verification report", "extract ledger"];
        var page = File.ReadAllText(Page);
        Assert.Equal([], Answering(Program.Root(), "").Where(name => !Regex.IsMatch(page, $"^ccts {Regex.Escape(name)} .*--json", RegexOptions.Multiline) && !elsewhere.Contains(name)));
    }

    private static IEnumerable<string> Answering(System.CommandLine.Command command, string name) => command.Subcommands.Count > 0
        ? command.Subcommands.SelectMany(c => Answering(c, $"{name} {c.Name}".TrimStart()))
        : command.Options.Any(o => o.Name == "--json") ? [name] : [];

    /// <summary>One value, or one a line.</summary>
    private static IEnumerable<JsonElement> Values(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 1 && lines.All(l => l[0] == '{' && l[^1] == '}')
            ? lines.Select(l => JsonDocument.Parse(l).RootElement)
            : [JsonDocument.Parse(output).RootElement];
    }

    [GeneratedRegex("<!-- json: (?<name>[^;>]+?)(; keyed: (?<keyed>[^>]+?))? -->\n```sh\n(?<commands>.*?)```\n+```ts\n(?<shape>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Section();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Words();
}
