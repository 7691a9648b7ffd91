using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Accounts;

/// <summary>A closing and a Form D are of a day: what the ledger has of later days is in neither, and what is owed for the year before is not forgotten.</summary>
public sealed class LedgerDayTests : IDisposable
{
    private static readonly string First = Path.Combine(CctsTool.Samples, "kotputli-2025-26.json");
    private static readonly string Second = Path.Combine(CctsTool.Samples, "kotputli-2026-27.json");
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-ledger-day").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_closing_has_nothing_that_came_later()
    {
        var ledger = await Ledger(Received("a", "2026-11-10T09:00:00Z", 1, 10000), Received("b", "2027-03-31T18:29:59Z", 10001, 10010), Received("c", "2027-03-31T18:30:00Z", 10011, 70000));
        var account = await Account(Second, "--price", "600 INR", "--on", "2027-03-31", "--journal", ledger, "--account", "mill");
        // The last second of 31 March in India counts; the first one of 1 April does not.
        Assert.Equal((-71490L + 10010, -71490L + 10010), ((long?)account["position"]!["net"], (long?)account["entries"]![0]!["certificates"]));
        Assert.Equal(10010L, (long?)account["balance"]!["received"]);
        Assert.Equal(70000L, (long?)(await Account(Second, "--journal", ledger, "--account", "mill"))["position"]!["held"]);
        Assert.Equal(0L, (long?)(await Account(Second, "--price", "600 INR", "--on", "2026-11-09", "--journal", ledger, "--account", "mill"))["position"]!["held"]);
        Assert.Equal(2, (await CctsTool.Run(null, "account", Second, "--price", "600 INR", "--on", "2026-03-31")).ExitCode);
        var mixed = await Ledger(Received("late", "2027-04-02T09:00:00Z", 1, 10), Received("early", "2027-03-01T09:00:00Z", 11, 20));
        Assert.Contains("order of their days", (await CctsTool.Run(null, "account", Second, "--price", "600 INR", "--on", "2027-03-31", "--journal", mixed, "--account", "mill")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_owed_for_the_year_before_is_owed_still()
    {
        var ledger = await Ledger(Received("a", "2026-11-10T09:00:00Z", 1, 20000));
        var account = await Account(First, Second, "--price", "600 INR", "--on", "2027-03-31", "--journal", ledger, "--account", "mill");
        Assert.Equal(-71490L + 20000 - 19797, (long?)account["position"]!["net"]);
        Assert.Equal(("2025-26", 19797L, 0L, -19797L), ((string?)account["earlierYears"]![0]!["year"], (long?)account["earlierYears"]![0]!["owed"], (long?)account["earlierYears"]![0]!["surrendered"], (long?)account["earlierYears"]![0]!["net"]));
        Assert.Equal("42772200 INR", (string?)account["values"]![0]!["provision"]);

        var page = Path.Combine(_folder, "account.html");
        var told = (await CctsTool.Run(null, "account", First, Second, "--journal", ledger, "--account", "mill", "--html", page)).Output;
        Assert.Contains("2025-26: 19,797 owed, 0 surrendered; 19,797 are still owed and counted here.", told, StringComparison.Ordinal);
        Assert.Contains("71,287 certificates short", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("without a ledger", string.Join(' ', (await CctsTool.Run(null, "account", First, Second)).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);

        var settled = await Ledger(Received("a", "2026-11-10T09:00:00Z", 1, 20000), """{"command":"surrender","key":"s","at":"2027-01-20T09:00:00Z","account":"mill","compliance-year":2025,"take":{"kind":"ccc","tonnes":19797}}""");
        Assert.Equal(-71490L + 203, (long?)(await Account(First, Second, "--journal", settled, "--account", "mill"))["position"]!["net"]);
    }

    [Fact]
    public async Task Form_D_of_a_day_does_not_change_with_the_ledger()
    {
        string[] day = ["--journal", await Ledger(Received("a", "2026-11-10T09:00:00Z", 1, 20000), """{"command":"surrender","key":"s","at":"2027-01-20T09:00:00Z","account":"mill","compliance-year":2025,"take":{"kind":"ccc","tonnes":19797}}""", Received("b", "2027-06-01T09:00:00Z", 20001, 30000)), "--account", "mill"];
        var form = await CctsTool.Run(null, ["form", "d", First, .. day, "--on", "2027-02-28", "--json"]);
        Assert.Equal(0, form.ExitCode);
        Assert.Equal("20000", Field(form.Output, "8(ii).available"));
        Assert.Equal("30000", Field((await CctsTool.Run(null, ["form", "d", First, .. day, "--json"])).Output, "8(ii).available"));
        var filed = Path.Combine(_folder, "d.json");
        await File.WriteAllTextAsync(filed, form.Output, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CctsTool.Run(null, ["form", "check", First, filed, .. day, "--on", "2027-02-28"])).ExitCode);
        Assert.Equal(1, (await CctsTool.Run(null, ["form", "check", First, filed, .. day])).ExitCode);

        // Before the surrender nothing was submitted of the 19,797 that are owed.
        var early = await CctsTool.Run(null, ["form", "d", First, .. day, "--on", "2027-01-19", "--json"]);
        Assert.Equal((1, "0"), (early.ExitCode, Field(early.Output, "8(ii).submitted")));
        Assert.True((bool)JsonNode.Parse(early.Output)!["notices"]![0]!["gap"]!);
        Assert.Equal(2, (await CctsTool.Run(null, "form", "d", First, "--on", "2027-02-28")).ExitCode);
    }

    private static string? Field(string form, string number) => (string?)JsonNode.Parse(form)!["parts"]!.AsArray().SelectMany(p => p!["fields"]!.AsArray()).Single(f => (string?)f!["number"] == number)!["value"];

    private static async Task<JsonNode> Account(params string[] args)
    {
        var run = await CctsTool.Run(null, ["account", .. args, "--json"]);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return JsonNode.Parse(run.Output)!;
    }

    private static string Received(string key, string at, int from, int to) =>
        "{\"command\":\"receive\",\"key\":\"" + key + "\",\"at\":\"" + at + "\",\"account\":\"mill\",\"units\":{\"registry\":\"icm\",\"scope\":\"2025\",\"kind\":\"ccc\",\"vintage\":2025,\"start\":\"" + from + "\",\"end\":\"" + to + "\"},\"source\":\"made up\"}";

    private async Task<string> Ledger(params string[] commands)
    {
        var (lines, journal) = (Path.Combine(_folder, Path.GetRandomFileName()), Path.Combine(_folder, Path.GetRandomFileName()));
        await File.WriteAllTextAsync(lines, string.Join('\n', commands) + "\n", TestContext.Current.CancellationToken);
        var run = await CctsTool.Run(null, "ledger", "import", lines, "--journal", journal, "--year", "2025-26");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        return journal;
    }
}
