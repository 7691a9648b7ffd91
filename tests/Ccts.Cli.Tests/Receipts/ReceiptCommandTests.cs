using System;
using System.IO;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
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
    public async Task A_decision_leaves_a_receipt_that_the_host_signs()
    {
        var (receipt, key, trust) = (Path.Combine(_folder, "r.json"), Path.Combine(_folder, "key.pem"), Path.Combine(_folder, "trust.json"));
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256); // for this test only
        await File.WriteAllTextAsync(key, ecdsa.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        var entry = new JsonObject { ["id"] = "host", ["holder"] = "this test", ["use"] = "receipts", ["algorithm"] = "ecdsa-p256-sha256", ["publicKey"] = ecdsa.ExportSubjectPublicKeyInfoPem(), ["from"] = "2026-01-01", ["to"] = "2026-12-31" };
        await File.WriteAllTextAsync(trust, new JsonObject { ["format"] = 1, ["keys"] = new JsonArray(entry) }.ToJsonString(), TestContext.Current.CancellationToken);
        var order = Path.Combine(CctsTool.Samples, "requests", "sell-order.json");

        Assert.Equal(1, (await CctsTool.Run(null, "decide", order, "--receipt", receipt)).ExitCode);
        Assert.Equal(0, (await CctsTool.Run(null, "receipt", "verify", receipt)).ExitCode);
        var unsigned = await CctsTool.Run(null, "receipt", "verify", receipt, "--trust", trust, "--on", "2026-11-22", "--json");
        Assert.Equal((1, "signature-refused"), (unsigned.ExitCode, (string)JsonNode.Parse(unsigned.Output)!["outcome"]!));

        Assert.Equal(1, (await CctsTool.Run(null, "decide", order, "--receipt", receipt, "--receipt-key", key, "--receipt-key-id", "host")).ExitCode);
        var signed = await CctsTool.Run(null, "receipt", "verify", receipt, "--trust", trust, "--on", "2026-11-22", "--json");
        Assert.True(signed.ExitCode == 0, signed.Output + signed.Error);
        Assert.Equal(("identical", "host", true), ((string)JsonNode.Parse(signed.Output)!["outcome"]!, (string)JsonNode.Parse(signed.Output)!["key"]!, (bool)JsonNode.Parse(signed.Output)!["signatureChecked"]!));

        Assert.Equal(2, (await CctsTool.Run(null, "receipt", "verify", receipt, "--trust", trust)).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "decide", order, "--receipt-key", key, "--receipt-key-id", "host")).ExitCode);
    }

    [Fact]
    public async Task A_receipt_made_with_an_overlay_finds_it_again()
    {
        var path = Path.Combine(_folder, "overlay.json");
        var made = await CctsTool.Run(null, "decide", Path.Combine(CctsTool.Samples, "requests", "sell-order.json"), "--overlay", "overlays/ct02-token", "--receipt", path);
        Assert.Equal(1, made.ExitCode);

        Assert.Equal(0, (await CctsTool.Run(null, "receipt", "verify", path)).ExitCode);
        Assert.Equal(0, (await CctsTool.Run(null, "receipt", "verify", path, "--overlay", Path.Combine(CctsTool.RepositoryRoot, "rulesets", "overlays", "ct02-token"))).ExitCode);
    }

    [Fact]
    public async Task Nothing_may_go_while_the_law_is_unknown()
    {
        var path = Path.Combine(_folder, "r.json");
        await CctsTool.Run(null, "assess", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--receipt", path);

        var kept = await CctsTool.RunWith("COLUMNS", "500", null, "receipt", "retention", path, "--on", "2030-01-01");
        Assert.True(kept.ExitCode == 1, kept.Error);
        Assert.Contains("keep until 2036-03-31", kept.Output, StringComparison.Ordinal);
        var open = await CctsTool.Run(null, "receipt", "retention", path, "--on", "2040-01-01", "--json");
        Assert.Equal((1, "cannot-say"), (open.ExitCode, (string)JsonNode.Parse(open.Output)!["receipts"]![0]!["verdict"]!));
        Assert.Equal(2, (await CctsTool.Run(null, "receipt", "retention", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--on", "2040-01-01")).ExitCode);
    }

    [Fact]
    public async Task Two_requests_leave_no_receipt()
    {
        var order = (await File.ReadAllTextAsync(Path.Combine(CctsTool.Samples, "requests", "sell-order.json"), TestContext.Current.CancellationToken)).Replace("\n", " ", StringComparison.Ordinal);
        Assert.Equal(2, (await CctsTool.Run(order + "\n" + order, "decide", "-", "--receipt", Path.Combine(_folder, "r.json"))).ExitCode);
    }

    [Fact]
    public async Task A_receipt_that_names_a_baseline_year_has_no_rules_to_replay_by()
    {
        var baseline = Ccts.Rules.Rulesets.Catalogs.RulesetCatalog.Default.Find("in-ccts/2023-24")!.Identity;
        var run = await CctsTool.Run($$$"""{"format":"ccts-receipt/1","engine":"x","input":{},"ruleset":{"id":"{{{baseline.Id}}}","revision":{{{baseline.Revision}}},"digest":"{{{baseline.Digest}}}"}}""", "receipt", "verify", "-");
        Assert.True(run.ExitCode == 1, run.Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\":\"ccts-receipt/4\",\"engine\":\"x\",\"input\":{},\"ruleset\":{\"id\":\"a\",\"revision\":1,\"digest\":\"b\"}}")]
    public async Task What_is_no_receipt_is_bad_input(string text)
    {
        var run = await CctsTool.Run(text, "receipt", "verify", "-");
        Assert.Equal(2, run.ExitCode);
        Assert.NotEqual("", run.Error);
    }
}
