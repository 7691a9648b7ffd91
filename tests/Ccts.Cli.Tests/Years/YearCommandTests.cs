using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Years;

/// <summary>A year on the command line: steps are kept, a refused one leaves no trace.</summary>
public sealed class YearCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-year").FullName;

    private string Journal => Path.Combine(_folder, "year.jsonl");

    [Fact]
    public async Task A_year_is_opened_moved_shown_and_due()
    {
        Assert.Equal(0, (await CctsTool.Run(null, "year", "open", Journal, "--entity", "CMTOE085RJ", "--year", "2025-26")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "year", "open", Journal, "--entity", "CMTOE085RJ", "--year", "2025-26")).ExitCode);
        Assert.Equal(0, (await Move("submit-plan", "entity", "A. Rao", "Works", "2025-06-20")).ExitCode);

        var before = await File.ReadAllBytesAsync(Journal, TestContext.Current.CancellationToken);
        var refused = await Move("approve-plan", "bee", "a. rao", "BEE", "2025-06-21");
        Assert.Equal((1, "same-person"), (refused.ExitCode, (string?)JsonNode.Parse(refused.Output)!["refusal"]!["code"]));
        Assert.Equal(before, await File.ReadAllBytesAsync(Journal, TestContext.Current.CancellationToken));

        var shown = JsonNode.Parse((await CctsTool.Run(null, "year", "show", Journal, "--json")).Output)!;
        Assert.Equal("plan-submitted", (string?)shown["stage"]);

        var due = await CctsTool.Run(null, "year", "due", Journal, "--on", "2026-08-01");
        Assert.Equal(1, due.ExitCode);
        Assert.Contains("2026-07-31 Verified GHG report + pro forma + Form A + Form B", string.Join(' ', due.Output.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(0, (await CctsTool.Run(null, "year", "due", Journal, "--on", "2026-03-31", "--json")).ExitCode);
    }

    [Fact]
    public async Task A_move_that_there_is_not_is_answered_with_the_nearest()
    {
        await CctsTool.Run(null, "year", "open", Journal, "--entity", "CMTOE085RJ", "--year", "2025-26");
        var run = await CctsTool.Run(null, "year", "move", Journal, "submit-plann", "--role", "entity", "--person", "A", "--organisation", "W", "--on", "2025-06-20");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("\"submit-plan\"", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<ToolRun> Move(string move, string role, string person, string organisation, string on) =>
        CctsTool.Run(null, "year", "move", Journal, move, "--role", role, "--person", person, "--organisation", organisation, "--on", on, "--json");
}
