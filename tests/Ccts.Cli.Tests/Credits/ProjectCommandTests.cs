using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Ccts.Cli.Tests.Documentation;

namespace Ccts.Cli.Tests.Credits;

/// <summary>Offset projects by the tool: the page's own commands, and moves that cannot be.</summary>
public sealed class ProjectCommandTests : IDisposable
{
    private static readonly string Wood = Path.Combine(CctsTool.Samples, "offsets", "assam-wood.json");
    private static readonly string[] Bee = ["--role", "bee", "--person", "S. Iyer", "--organisation", "BEE", "--on", "2026-01-05"];
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-projects").FullName;

    private string Journal => Path.Combine(_folder, "projects.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_page_s_commands_do_what_it_says()
    {
        var block = DocumentedBlock.Of("offset-projects.md").First(b => b.Language == "sh");
        foreach (var line in block.Code.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var args = Regex.Matches(line, "\"[^\"]*\"|[^ ]+").Select(m => m.Value.Trim('"')).Select(a => a == "projects.jsonl" ? Journal : a.Replace("samples/data", CctsTool.Samples, StringComparison.Ordinal)).ToArray();
            var run = await CctsTool.Run(null, args[1..]);
            Assert.True(run.ExitCode == 0, line + run.Error + run.Output);
        }

        var shown = JsonNode.Parse((await CctsTool.Run(null, "project", "show", Journal, "--json")).Output)!;
        Assert.Equal("validated", shown["projects"]![0]!["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_move_that_cannot_be_leaves_the_journal_as_it_was()
    {
        await Register();
        var before = await File.ReadAllTextAsync(Journal, TestContext.Current.CancellationToken);
        Assert.Equal("wrong-stage", await Refused("begin", "proponent"));
        Assert.Equal("wrong-role", await Refused("validate", "proponent"));
        Assert.Equal("malformed", await Refused("amend", "proponent"));
        Assert.Equal(before, await File.ReadAllTextAsync(Journal, TestContext.Current.CancellationToken));
        Assert.Equal(2, (await CctsTool.Run(null, ["project", "move", Journal, "vallidate", "--project", "IN-0001", .. Bee])).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, ["project", "move", Path.Combine(_folder, "none.jsonl"), "validate", "--project", "IN-0001", .. Bee])).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "project", "show", Journal, "IN-0002")).ExitCode);
        Assert.False(File.Exists(Path.Combine(_folder, "none.jsonl")));
    }

    [Fact]
    public async Task A_description_that_is_not_understood_is_bad_input_with_its_place()
    {
        var text = await File.ReadAllTextAsync(Wood, TestContext.Current.CancellationToken);
        foreach (var (from, to) in new[] { ("\"sector\": \"forestry\"", "\"sector\": \"wood\""), ("\"12000 tCO2e\"", "\"12000\""), ("\"40\"", "\"0\""), ("\"80\"", "\"101\""), ("\"budget\"", "\"buget\""), ("\"A wood in Assam\"", "\" \""), ("\"biodiversity\"", "7"), ("2024-06-01", "2024-06-31") })
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            var path = Path.Combine(_folder, "p.json");
            await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal), TestContext.Current.CancellationToken);
            var run = await CctsTool.Run(null, ["project", "move", Journal, "register", "--project", "IN-0001", "--description", path, "--credit-type", "removal", "--from", "2025-01-01", "--json", .. Bee]);
            Assert.True(run.ExitCode == 2, to + run.Output);
            Assert.True(JsonNode.Parse(run.Output)!["problems"]![0]!["line"]!.GetValue<int>() > 0, run.Output);
        }

        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public async Task What_is_open_is_a_clean_no()
    {
        await Register();
        var run = await CctsTool.Run(null, "project", "check", Journal, "--on", "2026-01-15", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(6, JsonNode.Parse(run.Output)!["unknowns"]!.AsArray().Count);
        await CctsTool.Run(null, ["project", "move", Journal, "suspend", "--project", "IN-0001", "--note", "a complaint", .. Bee]);
        run = await CctsTool.Run(null, "project", "check", Journal, "--on", "2026-01-15");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("a complaint", run.Output, StringComparison.Ordinal);
    }

    private async Task Register()
    {
        var run = await CctsTool.Run(null, ["project", "move", Journal, "register", "--project", "IN-0001", "--description", Wood, "--credit-type", "removal", "--from", "2025-01-01", "--until", "2034-12-31", .. Bee]);
        Assert.True(run.ExitCode == 0, run.Error + run.Output);
    }

    private async Task<string> Refused(string move, string role)
    {
        var run = await CctsTool.Run(null, "project", "move", Journal, move, "--project", "IN-0001", "--role", role, "--person", "W. Das", "--organisation", "Wood and Co", "--on", "2026-01-06", "--json");
        Assert.Equal(1, run.ExitCode);
        return JsonNode.Parse(run.Output)!["refusal"]!["code"]!.GetValue<string>();
    }
}
