using System;
using System.IO;
using System.Text;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Receipts;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Rules.Tests.Receipts;

/// <summary>Receipts of the sample data under the shipped rulesets.</summary>
internal static class SampleReceipts
{
    internal static Ruleset Ruleset { get; } = RulesetCatalog.Default.Find("in-ccts/2025-26")!;

    internal static string Order { get; } = File.ReadAllText(PathOf("requests/sell-order.json"));

    internal static Receipt Assessment() => Receipt.Of(MonitoringReportReader.Read(File.ReadAllBytes(PathOf("muddapur-2025-26.json")), "report"), Ruleset.Assessment);

    internal static Receipt Decision(string? order = null) => DecisionReceipt.Of(Request(order ?? Order), Ruleset);

    internal static DecisionRequest Request(string order)
    {
        Assert.True(DecisionRequestReader.TryRead(Encoding.UTF8.GetBytes(order), "order", Ruleset.Rules.Vocabulary, out var request, out var problems), string.Join('\n', problems));
        return request;
    }

    internal static ReceiptVerdict Verify(string text, ReceiptTrust? trust = null) =>
        ReceiptReplay.Verify(Encoding.UTF8.GetBytes(text), "receipt.json", identity => RulesetCatalog.Default.FindByDigest(identity.Digest), trust);

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "samples", "data", name);
}
