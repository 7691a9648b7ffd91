using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Receipts;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Rules.Tests.Receipts;

/// <summary>
/// Receipts as earlier engines wrote them, with the rulesets of that day as archives: they are kept for ever, and every later
/// engine must come to the same. See Golden/README.md.
/// </summary>
public sealed class GoldenReceiptTests
{
    private static readonly string Golden = Path.Combine(AppContext.BaseDirectory, "Receipts", "Golden");
    private static readonly ConcurrentDictionary<string, RulesetCatalog> Catalogs = new();

    public static TheoryData<string> Files => [.. Directory.GetFiles(Golden, "*.receipt.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Golden, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void An_old_receipt_and_the_archive_of_rulesets_are_enough(string file)
    {
        var verdict = Verify(file, File.ReadAllText(Path.Combine(Golden, file)));

        Assert.True(verdict.Outcome == ReceiptOutcome.Identical, $"{verdict.Outcome} at {verdict.Pointer}: {verdict.Recorded} / {verdict.Recomputed} {string.Join('\n', verdict.Problems)}");
    }

    /// <summary>One assessment of each engine, every decision and session: changing each kind of their values in turn takes a while.</summary>
    public static TheoryData<string> Few => [.. Files.Select(f => f.Data).Where(f => Path.GetFileName(f).StartsWith("kotputli-2025-26", StringComparison.Ordinal) || f.Contains("order", StringComparison.Ordinal) || f.Contains("session", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Few))]
    public void Tampering_with_an_old_receipt_is_found(string file)
    {
        var text = File.ReadAllText(Path.Combine(Golden, file));
        var isFirst = (string)JsonNode.Parse(text)!["format"]! == "ccts-receipt/1";

        var unnoticed = Tampering.OfEveryShape(text).Where(t => Verify(file, t.Text).Outcome == ReceiptOutcome.Identical).Select(t => t.What);

        // The first format has no seal over the engine's version.
        Assert.Equal(isFirst ? ["altered /engine"] : [], unnoticed);
    }

    [Fact]
    public void Two_older_engines_are_among_them_and_every_kind() =>
        Assert.Equal(
            ["assessment ccts-receipt/1", "assessment ccts-receipt/2", "clearing ccts-receipt/2", "decision ccts-receipt/2"],
            Files.Select(f => JsonNode.Parse(File.ReadAllText(Path.Combine(Golden, f.Data)))!).Select(r => $"{r["kind"]} {r["format"]}").Distinct().Order(StringComparer.Ordinal));

    private static ReceiptVerdict Verify(string file, string text)
    {
        var catalog = Catalogs.GetOrAdd(Path.GetDirectoryName(file)!, folder => RulesetCatalog.FromDirectory(Path.Combine(Golden, folder)));
        return ReceiptReplay.Verify(Encoding.UTF8.GetBytes(text), file, identity => catalog.FindByDigest(identity.Digest));
    }
}
