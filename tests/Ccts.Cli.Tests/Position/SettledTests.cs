using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Position;

/// <summary>A report that was corrected after certificates were issued on it: what was issued and surrendered counts, and is told.</summary>
public sealed class SettledTests : IDisposable
{
    private const string Report = "samples/data/maihar-2025-26.json";
    private readonly string _folder = Directory.CreateTempSubdirectory("settled").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_issued_is_earned_once_and_what_was_sold_of_it_is_lacking()
    {
        var earned = (long)(await Position())["projected"]!;
        Assert.True(earned > 0);

        // Issued as earned and kept: that is what there is, and not twice of it.
        var kept = await Position(Issue(earned));
        Assert.Equal((earned, earned, 0L, 0L, earned), Figures(kept));

        // Issued on a first report that had 5 more, and sold: the 5 are lacking.
        var sold = await Position(Issue(earned + 5), $$"""{"command":"transfer","key":"t","at":"2026-12-05T09:00:00Z","account":"mill","to":"outside/buyer","take":{"kind":"ccc","tonnes":{{earned + 5}} } }""");
        Assert.Equal((0L, earned + 5, 5L, 0L, -5L), Figures(sold));

        // What was surrendered for the year comes on top where nothing is owed; for another year it is none of this year's.
        var surrendered = await Position(Issue(earned), Surrender(3, 2025), Surrender(4, 2026));
        Assert.Equal((earned - 7, earned, 0L, 3L, earned - 4), Figures(surrendered));
    }

    /// <summary>What the ledger would not take for a surrender covers nothing.</summary>
    [Theory]
    [InlineData("""{"command":"freeze","key":"f","at":"2026-12-05T09:00:00Z","account":"mill","frozen":true,"reason":"x"}""", "2025-10-01", "2030-03-31", 0)]
    [InlineData("", "2025-10-01", "2026-12-01", 0)]
    [InlineData("", "2025-10-01", "2030-03-31", 100)]
    public async Task Expired_and_frozen_units_are_not_held(string command, string issued, string expires, long held)
    {
        var receive = $$"""{"command":"receive","key":"r","at":"2026-11-01T09:00:00Z","account":"mill","units":{"registry":"icm","scope":"s","kind":"ccc","vintage":2025,"start":"1","end":"100","issued":"{{issued}}","expires":"{{expires}}"} }""";
        var other = receive.Replace("\"r\"", "\"r2\"", StringComparison.Ordinal).Replace("\"mill\"", "\"other\"", StringComparison.Ordinal).Replace("\"s\"", "\"t\"", StringComparison.Ordinal).Replace("2026-11-01", "2026-12-06", StringComparison.Ordinal).Replace(expires, "2030-03-31", StringComparison.Ordinal);
        var commands = new[] { receive, command, other }.Where(c => c.Length > 0).ToArray();
        var position = await Position(commands);
        Assert.Equal((held, 100 - held), ((long)position["held"]!, (long)position["notUsable"]!));
        Assert.Equal(held == 0, (await Run(commands)).Output.ReplaceLineEndings(" ").Contains("100 more in the account cannot be surrendered on that day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task People_are_told_what_is_due_and_that_no_text_says_how_it_comes_back()
    {
        var earned = (long)(await Position())["projected"]!;
        var run = await Run(Issue(earned + 5));
        Assert.Contains("5 were issued too many. No text read says whether they are given back, cancelled or bought back; they are counted as owed.", run.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    private static (long Held, long Issued, long TooMany, long Surrendered, long Net) Figures(JsonNode position) =>
        ((long)position["held"]!, (long)position["issued"]!, (long)position["issuedTooMany"]!, (long)position["surrendered"]!, (long)position["net"]!);

    private static string Issue(long tonnes) =>
        $$"""{"command":"issue","key":"i","at":"2026-12-01T09:00:00Z","account":"mill","units":{"registry":"icm","scope":"2025","kind":"ccc","vintage":2025,"start":"1","end":"{{tonnes}}"} }""";

    private static string Surrender(long tonnes, int year) =>
        $$"""{"command":"surrender","key":"s{{year}}","at":"2026-12-06T09:00:00Z","account":"mill","compliance-year":{{year}},"take":{"kind":"ccc","tonnes":{{tonnes}} } }""";

    private async Task<JsonNode> Position(params string[] commands) => JsonNode.Parse((await Run(commands, "--json")).Output)!;

    private Task<ToolRun> Run(params string[] commands) => Run(commands, []);

    private async Task<ToolRun> Run(string[] commands, params string[] more)
    {
        if (commands.Length == 0)
        {
            return await CctsTool.Run(null, ["position", Report, .. more]);
        }

        var journal = Path.Combine(_folder, Guid.NewGuid() + ".jsonl");
        var import = await CctsTool.Run(string.Join('\n', commands) + "\n", "ledger", "import", "-", "--journal", journal, "--year", "2025-26");
        Assert.True(import.ExitCode == 0, import.Output + import.Error);
        return await CctsTool.Run(null, ["position", Report, "--journal", journal, "--account", "mill", .. more]);
    }
}
