using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Documents;

/// <summary>A report that holds a slip (8.03 GJ/t for 33.62) leaves by no door: no form, no extract, no account and no group counts it as if nothing were.</summary>
public sealed class ImplausibleReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-slip-").FullName;

    public ImplausibleReportTests()
    {
        File.WriteAllText(Slip, Slipped().ToJsonString());
        var explained = Slipped();
        explained["fuels"]![0]!["whyUnusual"] = "unusual-calorific-value 8.03: seen by the verifier";
        explained["whyUnusual"] = "too-little-heat 2.92: seen by the verifier";
        File.WriteAllText(Explained, explained.ToJsonString());
    }

    private string Slip => Path.Combine(_folder, "slip.json");

    private string Explained => Path.Combine(_folder, "explained.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("form", "e2")]
    [InlineData("form", "a")]
    [InlineData("form", "b")]
    [InlineData("form", "c")]
    [InlineData("form", "ghg")]
    [InlineData("extract", "brsr")]
    public async Task Nothing_goes_to_an_authority_until_a_reason_is_stated(string command, string form)
    {
        var refused = await CctsTool.Run(null, command, form, Slip);
        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("8.03 looks like Gcal/t", Words(refused.Error), StringComparison.Ordinal);

        Assert.Equal(0, (await CctsTool.Run(null, command, form, Explained)).ExitCode);
    }

    [Fact]
    public async Task An_account_says_that_it_is_withheld_and_values_nothing()
    {
        var run = await CctsTool.Run(null, "account", Slip, "--price", "600 INR");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Implausible: there is no figure until this is mended or explained", Words(run.Output), StringComparison.Ordinal);
        Assert.DoesNotContain("There is no target", Words(run.Output), StringComparison.Ordinal);
        Assert.DoesNotContain("0 INR", run.Output.Replace("600 INR", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_says_whom_it_does_not_count()
    {
        var maihar = Path.Combine(CctsTool.Samples, "maihar-2025-26.json");
        var run = await CctsTool.Run(null, "group", Slip, maihar);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is not counted: its certificates are withheld", Words(run.Output), StringComparison.Ordinal);

        var json = JsonNode.Parse((await CctsTool.Run(null, "group", Slip, maihar, "--json")).Output)!;
        Assert.Equal("implausible", (string)Assert.Single(json["plants"]!.AsArray(), p => (string)p!["entity"]! == "CMTOE085RJ")!["outcome"]!);
    }

    [Theory]
    [InlineData("assess")]
    [InlineData("position")]
    [InlineData("account")]
    public async Task Its_page_says_withheld_and_not_that_there_is_no_target(string command)
    {
        var page = Path.Combine(_folder, command + ".html");
        Assert.Equal(1, (await CctsTool.Run(null, command, Slip, "--html", page)).ExitCode);
        var html = await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken);
        Assert.Contains("8.03 looks like Gcal/t", html, StringComparison.Ordinal);
        Assert.DoesNotContain("no target at hand", html, StringComparison.Ordinal);
    }

    private static string Words(string text) => string.Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static JsonNode Slipped()
    {
        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(CctsTool.Samples, "kotputli-2025-26.json")))!;
        report["fuels"]![0]!["ncv"] = "8.03 GJ/t";
        return report;
    }
}
