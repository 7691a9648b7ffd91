using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Assess;

/// <summary><c>--target</c> and <c>--baseline</c>: a plant that no ruleset at hand has a row of.</summary>
public sealed class OwnTargetTests : IDisposable
{
    private static readonly string Unknown = File.ReadAllText(Path.Combine(CctsTool.Samples, "kotputli-2025-26.json")).Replace("CMTOE085RJ", "CMTOE099RJ", StringComparison.Ordinal);
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-own-target").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_result_and_the_receipt_say_whose_target_it_is()
    {
        var receipt = Path.Combine(_folder, "r.json");
        var run = await CctsTool.Run(Unknown, "assess", "-", "--target", "0.8032 tCO2e/t", "--baseline", "0.8086 tCO2e/t", "--receipt", receipt);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("19,797 certificates to be surrendered", run.Output, StringComparison.Ordinal);
        Assert.Contains("against your own target of", run.Output, StringComparison.Ordinal);
        Assert.Contains("your own baseline is 0.8086", run.Output.Replace("\n", " ", StringComparison.Ordinal), StringComparison.Ordinal);
        var kept = JsonNode.Parse(await File.ReadAllTextAsync(receipt, TestContext.Current.CancellationToken))!;
        Assert.Equal("0.8032 tCO2e/t", (string)kept["input"]!["ownTarget"]!["target"]!);
        Assert.Equal("0.8086 tCO2e/t", (string)kept["outputs"]!["ownTarget"]!["baseline"]!);
        Assert.Equal(0, (await CctsTool.Run(null, "receipt", "verify", receipt)).ExitCode);

        kept["input"]!["ownTarget"]!["target"] = "0.9 tCO2e/t";
        await File.WriteAllTextAsync(receipt, kept.ToJsonString(), TestContext.Current.CancellationToken);
        Assert.NotEqual(0, (await CctsTool.Run(null, "receipt", "verify", receipt)).ExitCode);
    }

    [Fact]
    public async Task The_position_takes_them_too()
    {
        var run = await CctsTool.Run(Unknown, "position", "-", "--target", "0.8032 tCO2e/t", "--json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("-19797", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.8032")]
    [InlineData("0.8032 t")]
    [InlineData("zero")]
    [InlineData("")]
    public async Task What_is_no_intensity_is_told_with_an_example(string target)
    {
        var run = await CctsTool.Run(Unknown, "assess", "-", "--target", target);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("such as \"0.8032 tCO2e/t\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plant_without_a_row_is_told_all_three_ways()
    {
        var run = await CctsTool.Run(Unknown, "assess", "-", "--all");

        Assert.Contains("--target", run.Output, StringComparison.Ordinal);
        Assert.Contains("ccts ruleset export", run.Output.Replace("\n    ", " ", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
