using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Ccts.Credits.Journals;
using NodaTime;

namespace Ccts.Cli.Tests.Credits;

/// <summary>The commands on Article 6 tables, letters and tokens.</summary>
public sealed class CreditsCommandTests
{
    private static readonly string Report = Path.Combine(CctsTool.Samples, "article6", "aef-2026.json");

    [Fact]
    public async Task A_report_that_is_as_the_format_has_it()
    {
        var run = await CctsTool.Run(null, "aef", "check", Report);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("4 rows, 0 errors, 0 warnings", run.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await CctsTool.Run(null, "aef", "check", Report, "--ids", "integers")).ExitCode);
    }

    [Theory]
    [InlineData("\"Quantity (tCO2e)\": \"40\"", "\"Quantity (tCO2e)\": \"41\"", "aef-quantity")]
    [InlineData("\"Authorized quantity\": \"100\"", "\"Authorized quantity\": \"39\"", "aef-beyond-authorized")]
    [InlineData("15/01/2026", "2026-01-15", "aef-format")]
    public async Task A_doctored_report_is_a_no_with_its_place(string from, string to, string code)
    {
        var text = (await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken)).Replace(from, to, StringComparison.Ordinal);
        var run = await CctsTool.Run(text, "aef", "check", "-", "--json");
        Assert.Equal(1, run.ExitCode);
        var problem = JsonNode.Parse(run.Output)!["problems"]![0]!;
        Assert.Equal(code, problem["code"]!.GetValue<string>());
    }

    /// <summary>Tables, tokens and exports in one report: what two of them use is told, and a row that cannot be read leaves nothing clean.</summary>
    [Theory]
    [InlineData("held", 0, 0)]
    [InlineData("retired", 1, 1)]
    [InlineData("lost", 1, 0)]
    public async Task Claims_of_a_table_and_a_registry_are_compared(string place, int code, int told)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
        try
        {
            await File.WriteAllTextAsync(path, $"account,registry,scope,start,end,kind,vintage,place\na,icm,s,1,10,itmo,2025,{place}\n", TestContext.Current.CancellationToken);
            var run = await CctsTool.Run(null, "claims", "--aef", Report, "--registry", path, "--json");
            Assert.True(run.ExitCode == code, run.Output + run.Error);
            Assert.Equal(told, JsonNode.Parse(run.Output)!["claimedTwice"]!.AsArray().Count);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>The tables as a workbook has them, one a sheet: all of it, or the sheets that are named.</summary>
    [Fact]
    public async Task A_workbook_has_a_table_on_each_sheet()
    {
        var folder = Directory.CreateTempSubdirectory("aef");
        try
        {
            var path = Path.Combine(folder.FullName, "aef.xlsx");
            var json = JsonNode.Parse(await File.ReadAllTextAsync(Report, TestContext.Current.CancellationToken))!.AsObject();
            object[][] Rows(JsonNode? table) => [[.. table![0]!.AsObject().Select(c => c.Key)], .. table.AsArray().Select(r => r!.AsObject().Select(c => (object)(string)c.Value!).ToArray())];
            PlainWorkbook.Write(path, null, [.. json.Where(t => t.Value!.AsArray().Count > 0).Select(t => (t.Key[3..], Rows(t.Value)))]);
            var run = await CctsTool.Run(null, "aef", "check", path);
            Assert.True(run.ExitCode == 0, run.Output + run.Error);
            Assert.Contains("4 rows, 0 errors, 0 warnings", run.Output, StringComparison.Ordinal);
            Assert.Contains("2 rows, 0 errors", (await CctsTool.Run(null, "aef", "check", path + "!T1Submission", path + "!T3Actions")).Output, StringComparison.Ordinal);
            PlainWorkbook.Write(Path.Combine(folder.FullName, "more.xlsx"), null, ("Cover", [["Ministry"], ["A report"]]), ("T1", Rows(json["aefT1Submission"])));
            var covered = await CctsTool.Run(null, "aef", "check", Path.Combine(folder.FullName, "more.xlsx"));
            Assert.Contains("more.xlsx!Cover: warning aef-sheet-passed-over", covered.Error, StringComparison.Ordinal);
            Assert.Contains("1 row,", covered.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task What_is_no_report_is_bad_input()
    {
        Assert.Equal(2, (await CctsTool.Run("{", "aef", "check", "-")).ExitCode);
        var run = await CctsTool.Run("{\"aefT9\":[]}", "aef", "check", "-", "--json");
        Assert.Equal(2, run.ExitCode);
        Assert.False(JsonNode.Parse(run.Output)!["ok"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("letter")]
    [InlineData("token")]
    public async Task A_journal_that_is_not_there_empty_or_damaged(string command)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Assert.Equal(2, (await CctsTool.Run(null, command, "show", path)).ExitCode);
            await File.WriteAllTextAsync(path, "", TestContext.Current.CancellationToken);
            Assert.Equal(0, (await CctsTool.Run(null, command, "show", path, "--json")).ExitCode);
            await File.WriteAllTextAsync(path, "{\"after\":\"somewhere\",\"what\":\"pause\",\"key\":\"k\",\"at\":\"2026-12-01T00:00:00Z\"}\n", TestContext.Current.CancellationToken);
            var run = await CctsTool.Run(null, command, "show", path, "--json");
            Assert.Equal(2, run.ExitCode);
            Assert.Equal("journal-damaged", JsonNode.Parse(run.Output)!["problems"]![0]!["code"]!.GetValue<string>());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_head_that_was_kept_tells_that_lines_are_gone()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var lines = new FileLines(path);
            var book = new JournalBook<Pauses>(lines, new Pauses());
            book.Execute(new JournalRecord("pause", "k1", Instant.FromUtc(2026, 12, 1, 0, 0)).With("reason", "by order"));
            var run = await CctsTool.Run(null, "token", "show", path, "--json");
            var head = JsonNode.Parse(run.Output)!["head"]!.GetValue<string>();
            Assert.Equal(0, (await CctsTool.Run(null, "token", "show", path, "--head", head)).ExitCode);
            await File.WriteAllTextAsync(path, "", TestContext.Current.CancellationToken);
            run = await CctsTool.Run(null, "token", "show", path, "--head", head);
            Assert.Equal(1, run.ExitCode);
            Assert.Contains("cut off", run.Output, StringComparison.Ordinal);
            Assert.Equal(2, (await CctsTool.Run(null, "letter", "show", path, "--head", "7")).ExitCode);
        }
        finally
        {
            File.Delete(path);
            File.Delete(path + ".lock");
        }
    }

    private sealed class Pauses : IBookState
    {
        public BookRefusal? Check(JournalRecord record) => null;

        public void Apply(JournalRecord record)
        {
        }
    }

    [Fact]
    public async Task A_hash_that_is_no_digest_is_no_metadata()
    {
        const string metadata = "{\"name\":\"ccc 2025-26 P\",\"decimals\":0,\"properties\":{\"format\":1,\"kind\":\"ccc\",\"vintage\":\"2025-26\",\"project_id\":\"P\",\"verification_hash\":\"HASH\",\"serial_number\":\"1-10\"}}";
        Assert.Equal(2, (await CctsTool.Run(metadata, "token", "metadata", "-")).ExitCode);
        var run = await CctsTool.Run(metadata.Replace("HASH", "sha256:" + string.Concat(Enumerable.Repeat("0123456789abcdef", 4)), StringComparison.Ordinal), "token", "metadata", "-", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("sha256:", JsonNode.Parse(run.Output)!["class"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
