using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Output;

/// <summary>
/// The accounts of position, decide, reconcile and clear, kept as files that a person read. CLI_ACCEPT with the folder of these files writes them anew; read
/// the difference before keeping it.
/// </summary>
public sealed class AccountTextTests
{
    [Theory]
    [InlineData("position-80", 80, "kotputli-2025-26.json", "position", "-", "--price", "600 INR")]
    [InlineData("position-120", 120, "kotputli-2025-26.json", "position", "-", "--all", "--lakh")]
    [InlineData("position-piped", null, "maihar-2025-26.json", "position", "-")]
    [InlineData("decide-80", 80, "requests/sell-order.json", "decide", "-")]
    [InlineData("decide-120", 120, "requests/sell-order.json", "decide", "-")]
    [InlineData("decide-piped", null, "requests/sell-order.json", "decide", "-")]
    [InlineData("reconcile-80", 80, null, "reconcile", "--ledger", "samples/data/reconciliation/own.csv", "--registry", "samples/data/reconciliation/verra.csv")]
    [InlineData("reconcile-120", 120, null, "reconcile", "--ledger", "samples/data/reconciliation/own.csv", "--registry", "samples/data/reconciliation/verra.csv")]
    [InlineData("reconcile-piped", null, null, "reconcile", "--ledger", "samples/data/reconciliation/own.csv", "--registry", "samples/data/reconciliation/own.csv")]
    [InlineData("clear-80", 80, null, "clear", "--session", "samples/data/session/session.json", "--trades", "samples/data/session/trades.csv", "--holdings", "samples/data/session/holdings.csv", "--statement", "samples/data/session/statement.csv")]
    [InlineData("clear-120", 120, null, "clear", "--session", "samples/data/session/session.json", "--trades", "samples/data/session/trades.csv", "--holdings", "samples/data/session/holdings.csv", "--statement", "samples/data/session/statement.csv", "--shadow", "--all")]
    public async Task The_account_is_the_reviewed_one(string name, int? width, string? sample, params string[] command)
    {
        var text = await Account(width, sample, command);
        if (Environment.GetEnvironmentVariable("CLI_ACCEPT") is { Length: > 0 } folder)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".txt"), text, TestContext.Current.CancellationToken);
            return;
        }

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(CctsTool.RepositoryRoot, "tests", "Ccts.Cli.Tests", "Output", "Golden", name + ".txt"), TestContext.Current.CancellationToken), text);
    }

    [Theory]
    [InlineData("kotputli-2025-26.json", "certificates short at the year's end", "position", "-")]
    [InlineData("maihar-2025-26.json", "at the year's end", "position", "-")]
    [InlineData("requests/sell-order.json", "Denied: ", "decide", "-")]
    [InlineData(null, "7 t of the ledger and 12 t of the registry are not in agreement.", "reconcile", "--ledger", "samples/data/reconciliation/own.csv", "--registry", "samples/data/reconciliation/verra.csv")]
    [InlineData(null, "Not clean: 4 of 10 trades took place without being permitted", "clear", "--session", "samples/data/session/session.json", "--trades", "samples/data/session/trades.csv", "--holdings", "samples/data/session/holdings.csv", "--statement", "samples/data/session/statement.csv")]
    public async Task At_80_columns_no_word_is_cut_and_the_answer_stands_in_the_first_lines(string? sample, string answer, params string[] command)
    {
        var lines = (await Account(80, sample, command)).Split('\n');

        Assert.All(lines, line => Assert.True(line.Length <= 80 || !line.Trim().Contains(' ', StringComparison.Ordinal), line));
        Assert.Contains(lines.Take(4), line => line.Contains(answer, StringComparison.Ordinal));
    }

    /// <summary>However much there is to say, a screen shows the answer and the first of it, and names the option that has the rest.</summary>
    [Fact]
    public async Task What_does_not_fit_a_screen_is_there_with_all()
    {
        var own = Path.GetTempFileName();
        await File.WriteAllLinesAsync(own, ["serial,quantity,state", .. Enumerable.Range(0, 40).Select(i => $"9344-{82400000 + (1000 * i)}-{82400009 + (1000 * i)}-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1,10,held")], TestContext.Current.CancellationToken);
        string[] reconcile = ["reconcile", "--ledger", own, "--registry", "samples/data/reconciliation/verra.csv"];
        var (first, all) = (await Account(80, null, reconcile), await Account(80, null, [.. reconcile, "--all"]));
        File.Delete(own);
        Assert.InRange(first.Split('\n').Length, 20, 52);
        Assert.Contains("  There are more: --all.", first, StringComparison.Ordinal);
        Assert.Equal(8, Told(first));
        Assert.True(Told(all) > 40, all);

        var (leans, allOfIt) = (await Account(80, "requests/sell-order.json", ["decide", "-"]), await Account(80, "requests/sell-order.json", ["decide", "-", "--all"]));
        Assert.Contains("9 more sources: --all.", leans, StringComparison.Ordinal);
        Assert.DoesNotContain("more sources", allOfIt, StringComparison.Ordinal);
        Assert.True(allOfIt.Length > leans.Length);

        static int Told(string text) => text.Split('\n').Count(l => l.StartsWith("  ", StringComparison.Ordinal) && l.Contains(": verra", StringComparison.Ordinal));
    }

    /// <summary>Long names and many rows: the widest and longest answers that these commands have.</summary>
    [Fact]
    public async Task Long_names_and_many_rows_fit_the_width_and_a_screen()
    {
        var folder = Directory.CreateTempSubdirectory("many").FullName;
        static string Name(int i) => $"Company with a name of some length number {i % 30:00}";
        await Write("holdings.csv", ["account,registry,scope,start,end,vintage,kind,status", .. Enumerable.Range(0, 30).Select(i => $"{Name(i)},icm,2025,{1 + (1000 * i)},{1000 + (1000 * i)},2025,ccc,free")]);
        await Write("statement.csv", ["account,registry,scope,start,end,vintage,kind,status", .. Enumerable.Range(0, 30).Select(i => $"{Name(i)},icm,2025,{1 + (1000 * i)},{500 + (1000 * i)},2025,ccc,held")]);
        await Write("trades.csv", ["trade,at,seller,buyer,tonnes,price,kind,vintage,registry,scope,start,end,verdict,reason", .. Enumerable.Range(0, 60).Select(i => $"T{i},2026-11-23T05:00:00Z,{Name(i)},{Name(i + 1)},5000,900 INR,ccc,,,,,,accepted,as it was asked for")]);
        await Write("verra.csv", ["serial,quantity,state", .. Enumerable.Range(0, 40).SelectMany(i => Enumerable.Repeat($"9344-{82400000 + (1000 * i)}-{82400009 + (1000 * i)}-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1,11,held", 2))]);
        string In(string file) => Path.Combine(folder, file);
        string[][] commands =
        [
            ["clear", "--session", "samples/data/session/session.json", "--trades", In("trades.csv"), "--holdings", In("holdings.csv"), "--statement", In("statement.csv")],
            ["doublecount", In("verra.csv")],
        ];
        foreach (var command in commands)
        {
            var text = await Account(80, null, command);
            var lines = text.Split('\n');
            Assert.All(lines, line => Assert.True(line.Length <= 80 || !line.Trim().Contains(' ', StringComparison.Ordinal), line));
            Assert.True(lines.Length <= 62, text);
            Assert.Contains("more", text, StringComparison.Ordinal);
            Assert.True((await Account(80, null, [.. command, "--all"])).Split('\n').Length > 120);
        }

        Directory.Delete(folder, recursive: true);

        Task Write(string file, string[] rows) => File.WriteAllLinesAsync(In(file), rows, TestContext.Current.CancellationToken);
    }

    /// <summary>On a screen a refusal begins with how much there is, and its problems wrap between words; for a log each is one line.</summary>
    [Fact]
    public async Task The_problems_of_a_refused_report_wrap_where_a_width_is_known()
    {
        string[] command = ["assess", Path.Combine(CctsTool.Samples, "broken-report.json")];
        var screen = (await CctsTool.RunWith("COLUMNS", "80", null, command)).Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var log = (await CctsTool.RunWith("COLUMNS", "", null, command)).Error.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

        Assert.Equal($"Refused: {log.Length} problems.", screen[0]);
        Assert.All(screen, line => Assert.True(line.Length <= 80, line));
        Assert.Equal(string.Join(' ', log), string.Join(' ', screen.Skip(1).Select(line => line.Trim())));
    }

    private static async Task<string> Account(int? width, string? sample, string[] command)
    {
        var input = sample is null ? null : await File.ReadAllTextAsync(Path.Combine(CctsTool.Samples, sample), TestContext.Current.CancellationToken);
        var run = await CctsTool.RunWith("COLUMNS", width?.ToString(CultureInfo.InvariantCulture) ?? "", input, command);
        Assert.True(sample is null || run.Error.Length == 0, run.Error);
        Assert.InRange(run.ExitCode, 0, 1);
        return run.Output.ReplaceLineEndings("\n");
    }
}
