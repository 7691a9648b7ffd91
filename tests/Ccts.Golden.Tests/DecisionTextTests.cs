using System;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using NodaTime;
using VerifyTests;
using VerifyXunit;

namespace Ccts.Golden.Tests;

/// <summary>What people read of a decision and of a rule, word for word, in both languages.</summary>
public sealed class DecisionTextTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Ruleset Ruleset = RulesetCatalog.Default.Resolve(new ComplianceYear(2025), new LocalDate(2026, 11, 22));

    [Fact]
    public Task A_sale_that_is_refused() => Verify(Decide("\"order.quantity\": \"101 tCO2e\", \"seller.registry-balance\": \"150 tCO2e\", \"seller.open-sell-quantity\": \"50 tCO2e\""));

    [Fact]
    public Task A_sale_of_which_it_cannot_be_said() => Verify(Decide("\"order.quantity\": \"100 tCO2e\", \"seller.open-sell-quantity\": \"50 tCO2e\""));

    [Fact]
    public Task A_rule_read_back() => Verify(RuleAccount.Of(Ruleset, Ruleset.Rules.Find("trade.no-oversale")!));

    // Rulesets change their digest with every byte; the texts are what is held here.
    private static string Decide(string facts)
    {
        var json = $$"""
            { "purpose": "trade", "year": "2025-26", "date": "2026-11-23", "facts": {
              "unit.kind": "ccc", "unit.status": "active", "unit.double-use": false, "market.paused": false, "market.segment": "compliance",
              "trade.venue": "power-exchange", "session.open": true, "order.side": "sell", "order.price": "900 INR",
              "session.floor-price": "800 INR", "session.forbearance-price": "1200 INR", "seller.breaches-in-quarter": "0", "seller.barred-until": "2026-11-23",
              {{facts}} } }
            """;
        Assert.True(DecisionRequestReader.TryRead(System.Text.Encoding.UTF8.GetBytes(json), "request", Ruleset.Rules.Vocabulary, out var request, out var problems), string.Join("\n", problems));
        return new JsonArray([.. DecisionJson.Write(new RuleInterpreter(Ruleset).Decide(request))["findings"]!.AsArray().Select(f => f!.DeepClone())]).ToJsonString(Readable);
    }

    private static async Task Verify(string text)
    {
        var settings = new VerifySettings();
        settings.DisableDateCounting();
        settings.DontScrubDateTimes();
        settings.DontScrubGuids();
        await Verifier.Verify(text, settings);
    }
}
