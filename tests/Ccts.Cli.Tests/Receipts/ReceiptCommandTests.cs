using System;
using System.IO;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Receipts;

public sealed class ReceiptCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-receipts").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_receipt_replays_identically_and_an_altered_one_shows_where()
    {
        var path = Path.Combine(_folder, "receipt.json");
        var made = await CctsTool.Run(null, "assess", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--receipt", path);
        Assert.Equal(0, made.ExitCode);
        var verified = await CctsTool.Run(null, "receipt", "verify", path);
        Assert.True(verified.ExitCode == 0, verified.Output + verified.Error);
        Assert.StartsWith("Identical", verified.Output, StringComparison.Ordinal);

        var altered = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("\"quantity\":19797", "\"quantity\":19796", StringComparison.Ordinal);
        var refused = await CctsTool.Run(altered, "receipt", "verify", "-");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("/outputs/certificates/quantity", refused.Output, StringComparison.Ordinal);

        var elsewhere = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace("sha256:", "sha256:0", StringComparison.Ordinal);
        Assert.Equal(1, (await CctsTool.Run(elsewhere, "receipt", "verify", "-")).ExitCode);
    }

    [Fact]
    public async Task A_receipt_that_names_a_baseline_year_has_no_rules_to_replay_by()
    {
        var baseline = Ccts.Rules.Rulesets.RulesetCatalog.Default.Find("in-ccts/2023-24")!.Identity;
        var run = await CctsTool.Run($$$"""{"format":"ccts-receipt/1","engine":"x","input":{},"ruleset":{"id":"{{{baseline.Id}}}","revision":{{{baseline.Revision}}},"digest":"{{{baseline.Digest}}}"}}""", "receipt", "verify", "-");
        Assert.True(run.ExitCode == 1, run.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"ccts-receipt/2\",\"engine\":\"x\",\"input\":{},\"ruleset\":{\"id\":\"a\",\"revision\":1,\"digest\":\"b\"}}")]
    public async Task What_is_no_receipt_is_bad_input(string text)
    {
        var run = await CctsTool.Run(text, "receipt", "verify", "-");
        Assert.Equal(2, run.ExitCode);
        Assert.NotEqual("", run.Error);
    }
}
