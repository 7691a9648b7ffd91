using System;
using System.IO;
using System.Linq;
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
    public async Task Of_moves_made_at_once_one_is_kept_and_the_others_say_why_not()
    {
        await CctsTool.Run(null, "year", "open", Journal, "--entity", "CMTOE085RJ", "--year", "2025-26");
        var runs = await Task.WhenAll(Enumerable.Range(1, 4).Select(i => Move("submit-plan", "entity", "Person " + i, "Works", "2025-06-20")));
        Assert.Single(runs, r => r.ExitCode == 0);
        Assert.All(runs.Where(r => r.ExitCode != 0), r => Assert.Contains(r.ExitCode == 1 ? "wrong-stage" : "journal-in-use", r.Output + r.Error, StringComparison.Ordinal));
        Assert.Equal(2, (await File.ReadAllLinesAsync(Journal, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task A_line_cut_short_is_told_with_what_mends_it_and_nothing_is_added()
    {
        await CctsTool.Run(null, "year", "open", Journal, "--entity", "CMTOE085RJ", "--year", "2025-26");
        await File.AppendAllTextAsync(Journal, "{\"n\":1,\"on\":\"2025", TestContext.Current.CancellationToken);
        var before = await File.ReadAllBytesAsync(Journal, TestContext.Current.CancellationToken);
        var run = await Move("submit-plan", "entity", "A. Rao", "Works", "2025-06-20");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cut off, and its move made again", run.Output + run.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Journal, TestContext.Current.CancellationToken));
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
