using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Files;
using Ccts.Rules.Receipts;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Rules.Tests.Receipts;

public sealed class DecisionReceiptTests
{
    [Fact]
    public void A_decision_replays_identically_from_its_request_alone()
    {
        var receipt = SampleReceipts.Decision();
        var content = JsonNode.Parse(receipt.Text)!;

        Assert.Equal(ReceiptOutcome.Identical, SampleReceipts.Verify(receipt.Text).Outcome);
        Assert.Equal(("decision", "deny"), ((string)content["kind"]!, (string)content["outputs"]!["outcome"]!));
        Assert.Equal(DecisionJson.Write(new RuleInterpreter(SampleReceipts.Ruleset).Decide(SampleReceipts.Request(SampleReceipts.Order)))["outcome"]!.ToJsonString(), content["outputs"]!["outcome"]!.ToJsonString());
    }

    [Fact]
    public void Every_kind_of_outcome_replays()
    {
        foreach (var order in new[] { SampleReceipts.Order, SampleReceipts.Order.Replace("101 tCO2e", "100 tCO2e", StringComparison.Ordinal), SampleReceipts.Order.Replace("\"seller.registry-balance\": \"150 tCO2e\",", "", StringComparison.Ordinal) })
        {
            Assert.Equal(ReceiptOutcome.Identical, SampleReceipts.Verify(SampleReceipts.Decision(order).Text).Outcome);
        }
    }

    [Fact]
    public void The_choice_of_unit_leaves_no_trace() =>
        Assert.Equal(SampleReceipts.Decision().Digest, SampleReceipts.Decision(SampleReceipts.Order.Replace("101 tCO2e", "101.0 tCO2e", StringComparison.Ordinal)).Digest);

    [Fact]
    public void An_altered_outcome_is_shown()
    {
        var verdict = SampleReceipts.Verify(SampleReceipts.Decision().Text.Replace("\"outcome\":\"deny\"", "\"outcome\":\"permit\"", StringComparison.Ordinal));

        Assert.Equal((ReceiptOutcome.Different, "/outputs/outcome", "\"permit\"", "\"deny\""), (verdict.Outcome, verdict.Pointer, verdict.Recorded, verdict.Recomputed));
    }

    [Fact]
    public void The_core_says_that_it_cannot_replay_decisions()
    {
        var verdict = ReceiptVerifier.Verify(Encoding.UTF8.GetBytes(SampleReceipts.Decision().Text), null, _ => SampleReceipts.Ruleset.Assessment);

        Assert.Equal((ReceiptOutcome.Unreadable, "receipt-kind"), (verdict.Outcome, verdict.Problems.Single().Code));
    }

    [Fact]
    public void Without_the_ruleset_nothing_is_said()
    {
        RulesetIdentity? asked = null;
        var verdict = ReceiptReplay.Verify(Encoding.UTF8.GetBytes(SampleReceipts.Decision().Text), null, identity =>
        {
            asked = identity;
            return null;
        });

        Assert.Equal((ReceiptOutcome.RulesetMissing, SampleReceipts.Ruleset.Identity), (verdict.Outcome, asked));
    }
}
