using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Accounts;

/// <summary><c>ccts account</c> and <c>ccts group</c>: their answers, what they refuse and where, and a rating that only somebody claims.</summary>
public sealed class AccountCommandTests : IDisposable
{
    private static readonly string First = Path.Combine(CctsTool.Samples, "kotputli-2025-26.json");
    private static readonly string Second = Path.Combine(CctsTool.Samples, "kotputli-2026-27.json");
    private static readonly string Other = Path.Combine(CctsTool.Samples, "maihar-2025-26.json");
    private static readonly string Draft = Path.Combine(CctsTool.Samples, "hirakud-2025-26-draft.json");

    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-account").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_account_is_of_the_last_year_and_values_what_is_owed()
    {
        var run = await CctsTool.Run(null, "account", Second, First, "--price", "600 INR", "--on", "2027-03-31", "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var account = JsonNode.Parse(run.Output)!;
        Assert.Equal(("2026-27", -71490L), ((string?)account["complianceYear"], (long?)account["position"]!["net"]));
        Assert.Equal(2, account["trajectory"]!["points"]!.AsArray().Count(p => p!["achieved"] is not null));
        Assert.Equal("42894000 INR", (string?)account["values"]![0]!["provision"]);
        Assert.Single(account["entries"]!.AsArray());
    }

    [Fact]
    public async Task Without_a_scale_none_is_published_and_with_a_hosts_it_is_a_claim()
    {
        var run = await CctsTool.Run(null, "account", First, "--json");
        Assert.Null(JsonNode.Parse(run.Output)!["performance"]!["rating"]);
        Assert.Contains("no scale published;", Words((await CctsTool.Run(null, "account", First)).Output), StringComparison.Ordinal);
        var scale = Write("scale.json", """{"source": "a host, made up", "levels": [{"level": "ahead", "atLeast": "0"}, {"level": "behind", "atLeast": "-0.05"}]}""");
        var rated = JsonNode.Parse((await CctsTool.Run(null, "account", First, "--rating", scale, "--json")).Output)!["performance"]!["rating"]!;
        Assert.Equal(("behind", "a host, made up"), ((string?)rated["level"], (string?)rated["claimedBy"]));
        Assert.Equal("ahead", (string?)JsonNode.Parse((await CctsTool.Run(null, "account", Other, "--rating", scale, "--json")).Output)!["performance"]!["rating"]!["level"]);
    }

    [Theory]
    [InlineData("{\"source\": \"x\"}", "missing-key")]
    [InlineData("{\"source\": \"x\", \"levels\": []}", "bad-value")]
    [InlineData("{\"source\": \"x\", \"levels\": [{\"level\": \"a\", \"atLeast\": \"much\"}]}", "bad-value")]
    [InlineData("{\"source\": \"x\", \"levels\": [{\"level\": \"a\", \"atLeast\": \"0\"}, {\"level\": \"b\", \"atLeast\": \"0.0\"}]}", "bad-value")]
    public async Task A_scale_that_is_none_is_refused_with_its_place(string scale, string code)
    {
        var run = await CctsTool.Run(null, "account", First, "--rating", Write("scale.json", scale), "--json");
        var problem = JsonNode.Parse(run.Output)!["problems"]![0]!;
        Assert.Equal((2, code, true), (run.ExitCode, (string?)problem["code"], ((string?)problem["file"])?.EndsWith("scale.json", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_does_not_go_together_is_bad_input()
    {
        string[][] wrong =
        [
            ["account", First, First],
            ["account", First, Other],
            ["account", First, "--price", "cheap"],
            ["account", First, "--price", "-1 INR"],
            ["account", First, "--on", "2026-03-31"],
            ["account", First, "--price", "600 INR", "--on", "31 March"],
            ["account", First, "--journal", "ledger.jsonl"],
            ["account", Path.Combine(_folder, "none.json")],
            ["group", First, First],
            ["group", First, Second],
            ["group", First, "--name", " "],
        ];
        foreach (var args in wrong)
        {
            Assert.Equal(2, (await CctsTool.Run(null, args)).ExitCode);
        }

        var damaged = await CctsTool.Run(null, "account", Path.Combine(CctsTool.Samples, "broken-report.json"), "--json");
        Assert.Equal(2, damaged.ExitCode);
        Assert.All(JsonNode.Parse(damaged.Output)!["problems"]!.AsArray(), p => Assert.True((int)p!["line"]! > 0));
    }

    [Fact]
    public async Task A_group_that_is_short_is_a_no_and_its_plants_settle_first()
    {
        var over = await CctsTool.Run(null, "group", First, Other, "--price", "600 INR", "--json");
        var group = JsonNode.Parse(over.Output)!;
        Assert.Equal((0, 19797L, "11878200 INR"), (over.ExitCode, (long)group["netted"]!, (string?)group["transfers"]![0]!["amount"]));
        Assert.Contains("need not reach them", Words((await CctsTool.Run(null, "group", First, Other)).Output), StringComparison.Ordinal);
        var shortage = await CctsTool.Run(null, "group", First);
        Assert.DoesNotContain("need not reach them", Words(shortage.Output), StringComparison.Ordinal);
        Assert.Equal(1, shortage.ExitCode);
        Assert.Contains("19,797 certificates short", Words((await CctsTool.Run(null, "group", First, "--lakh")).Output), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plant_whose_certificates_are_withheld_is_no_plant_without_a_target()
    {
        // A digit too many in every month of the product.
        var report = JsonNode.Parse(await File.ReadAllTextAsync(First, TestContext.Current.CancellationToken))!;
        report["products"]![0]!["amounts"] = new JsonObject(report["products"]![0]!["amounts"]!.AsObject().Select(m => KeyValuePair.Create(m.Key, (JsonNode?)((string)m.Value!).Replace(" t", "0 t", StringComparison.Ordinal))));
        var slip = Write("slip.json", report.ToJsonString());

        var group = await CctsTool.Run(null, "group", slip, Other);
        Assert.Equal(1, group.ExitCode);
        Assert.Contains("Kotputli Cement Works is not counted: its certificates are withheld", Words(group.Output), StringComparison.Ordinal);
        Assert.Contains("no plant has a figure", Words((await CctsTool.Run(null, "group", slip)).Output), StringComparison.Ordinal);
        var account = await CctsTool.Run(null, "account", slip, "--json");
        Assert.Equal((1, "implausible"), (account.ExitCode, (string?)JsonNode.Parse(account.Output)!["outcome"]));
        Assert.Equal(2, (await CctsTool.Run(null, "form", "a", slip)).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "extract", "cbam", slip, "--cn", "2523 29 00")).ExitCode);
    }

    /// <summary>A target that binds nobody makes no certificate: nothing of it is added up, set off, valued or booked.</summary>
    [Fact]
    public async Task A_target_that_is_not_in_force_counts_nowhere()
    {
        var run = await CctsTool.Run(null, "group", Other, Draft, "--price", "600 INR", "--json");
        var (group, alone) = (JsonNode.Parse(run.Output)!, JsonNode.Parse((await CctsTool.Run(null, "group", Other, "--json")).Output)!);
        Assert.Equal((1, 0L, false), (run.ExitCode, (long)group["netted"]!, (bool)group["plants"]![1]!["counted"]!));
        Assert.Equal(alone["forMarket"]!.ToJsonString(), group["forMarket"]!.ToJsonString());
        var said = Words((await CctsTool.Run(null, "group", Other, Draft)).Output);
        Assert.Contains("45,786 certificates over", said, StringComparison.Ordinal);
        Assert.Contains("is not counted: its target is not in force", said, StringComparison.Ordinal);
        var account = await CctsTool.Run(null, "account", Draft, "--price", "600 INR", "--on", "2026-03-31", "--json");
        Assert.Equal(1, account.ExitCode);
        Assert.All(["values", "scenarios", "entries"], m => Assert.Empty(JsonNode.Parse(account.Output)![m]!.AsArray()));
        Assert.Contains("if its target came into force", Words((await CctsTool.Run(null, "account", Draft)).Output), StringComparison.Ordinal);
        var page = Path.Combine(_folder, "group.html");
        Assert.Equal(1, (await CctsTool.Run(null, "group", Other, Draft, "--html", page)).ExitCode);
        Assert.Contains("Not counted, for want of a figure that binds: 1 of 2 plants", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_written_where_they_are_asked_for()
    {
        var page = Path.Combine(_folder, "page.html");
        Assert.Equal(0, (await CctsTool.Run(null, "account", First, "--html", page, "--hindi")).ExitCode);
        Assert.Contains("सुविधा के लिए अनुवाद", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1, (await CctsTool.Run(null, "account", Draft, "--html", page)).ExitCode);
    }

    private static string Words(string output) => string.Join(' ', output.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
