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
        var empty = Path.Combine(_folder, "empty.pdf");
        await File.WriteAllTextAsync(empty, " \r\n", TestContext.Current.CancellationToken);
        var nothing = await CctsTool.Run(null, "year", "move", Journal, "approve-plan", "--role", "bee", "--person", "B. Sen", "--organisation", "BEE", "--on", "2025-06-21", "--document", empty);
        Assert.Equal((2, true), (nothing.ExitCode, nothing.Error.Contains("empty-file", StringComparison.Ordinal)));
        Assert.Equal(before, await File.ReadAllBytesAsync(Journal, TestContext.Current.CancellationToken));
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

    /// <summary>A step after its day says so, and what that means; an agency that acts by its number is the one that began by its name.</summary>
    [Fact]
    public async Task A_late_step_says_so_and_an_agency_keeps_its_name()
    {
        var agencies = Path.Combine(_folder, "agencies.csv");
        await File.WriteAllTextAsync(agencies, "agency,number,sectors,from,until,source\nAgency A,ACVA-001,Cement,2025-01-01,2028-01-01,made up\n", TestContext.Current.CancellationToken);
        await CctsTool.Run(null, "year", "open", Journal, "--entity", "CMTOE085RJ", "--year", "2025-26");
        foreach (var (move, role, person, organisation, on) in new[]
        {
            ("submit-plan", "entity", "A. Rao", "Works", "2025-06-20"), ("approve-plan", "bee", "B. Sen", "BEE", "2025-07-01"), ("submit-report", "entity", "A. Rao", "Works", "2026-05-02"),
            ("begin-verification", "verifier", "R. Iyer", "Agency A", "2026-05-10"), ("find-positive", "verifier", "R. Iyer", "ACVA-001", "2026-06-10"), ("confirm-opinion", "technical-reviewer", "K. Menon", "ACVA-001", "2026-06-11"),
        })
        {
            var run = await CctsTool.Run(null, "year", "move", Journal, move, "--role", role, "--person", person, "--organisation", organisation, "--on", on, "--agencies", agencies, "--json");
            Assert.True(run.ExitCode == 0, move + run.Output + run.Error);
            Assert.Null(JsonNode.Parse(run.Output)!["late"]);
        }

        Assert.DoesNotContain("ACVA-001", await File.ReadAllTextAsync(Journal, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var late = await CctsTool.Run(null, "year", "move", Journal, "file-form-a", "--role", "entity", "--person", "A. Rao", "--organisation", "Works", "--on", "2026-08-01");
        Assert.Equal(0, late.ExitCode);
        Assert.Contains("was due on 2026-07-31. BEE may deem the baseline intensity achieved", late.Output, StringComparison.Ordinal);
    }

    /// <summary>A name with a line's end forges no line: none is written, and one that an earlier version wrote is shown in its line.</summary>
    [Fact]
    public async Task A_name_forges_no_line()
    {
        Assert.Equal(2, (await CctsTool.Run(null, "year", "open", Journal, "--entity", "CMTOE085RJ\nWhat happened", "--year", "2025-26")).ExitCode);
        Assert.Contains("in the years of others", (await CctsTool.Run(null, "year", "open", Journal, "--entity", "BEE, New Delhi", "--year", "2025-26")).Error, StringComparison.Ordinal);
        await CctsTool.Run(null, "year", "open", Journal, "--entity", "CMTOE085RJ", "--year", "2025-26");
        var refused = await Move("submit-plan", "entity", "A. Rao\n  2025-07-01  approve-plan", "Works", "2025-06-20");
        Assert.Equal((1, "control-character"), (refused.ExitCode, (string?)JsonNode.Parse(refused.Output)!["refusal"]!["code"]));

        var earlier = Ccts.Compliance.Journals.YearJournal.Begin("CMTOE085RJ", Ccts.Sdk.Entities.ComplianceYear.Parse("2025-26"), out var header);
        var line = earlier.Append(new(new NodaTime.LocalDate(2025, 6, 20), Ccts.Compliance.Years.YearMove.SubmitPlan, new(Ccts.Compliance.Years.YearRole.Entity, "A. Rao\n  2025-07-01  approve-plan", "Works")));
        await File.WriteAllTextAsync(Journal, header + "\n" + line + "\n", TestContext.Current.CancellationToken);
        Assert.DoesNotContain((await CctsTool.Run(null, "year", "show", Journal)).Output.Split('\n'), l => l.TrimStart().StartsWith("2025-07-01", StringComparison.Ordinal));
        Assert.Contains("ccts year open", (await CctsTool.Run(null, "year", "show", Path.Combine(_folder, "none.jsonl"))).Error, StringComparison.Ordinal);
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

    /// <summary>The year of a journal does not change: a slip is told before there is a journal, and one that is there says what to do.</summary>
    [Fact]
    public async Task A_journal_is_not_begun_for_a_year_that_no_ruleset_knows()
    {
        var open = await CctsTool.Run(null, "year", "open", Journal, "--entity", "CMTOE085RJ", "--year", "2035-36");
        Assert.Equal((2, false), (open.ExitCode, File.Exists(Journal)));
        _ = Ccts.Compliance.Journals.YearJournal.Begin("CMTOE085RJ", Ccts.Sdk.Entities.ComplianceYear.Parse("2035-36"), out var header);
        await File.WriteAllTextAsync(Journal, header + "\n", TestContext.Current.CancellationToken);
        var run = await Move("submit-plan", "entity", "A. Rao", "Works", "2035-06-20");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("begin its journal with", run.Output + run.Error, StringComparison.Ordinal);
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
