using System;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Clearing;
using Ccts.Rules.Tests.Receipts;
using Ccts.Sdk.Receipts;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>The receipt of a session proves itself, whatever the order of its rows, and nothing in it can be changed.</summary>
public sealed class ClearingReceiptTests
{
    private static readonly string Text = ClearingReceipt.Of(Sessions.Read(), Sessions.Ruleset).Text;

    [Fact]
    public void It_is_identical_when_computed_again() => Assert.Equal(ReceiptOutcome.Identical, Sessions.Verify(Text).Outcome);

    [Fact]
    public void Rows_in_any_order_give_the_same_bytes()
    {
        var session = Sessions.Read(
            trades: Sessions.Reversed(Sessions.Text("trades.csv")),
            holdings: Sessions.Reversed(Sessions.Text("holdings.csv")),
            statement: Sessions.Reversed(Sessions.Text("statement.csv")));

        Assert.Equal(Text, ClearingReceipt.Of(session, Sessions.Ruleset).Text);
    }

    [Fact]
    public void Each_input_has_its_own_digest()
    {
        var other = JsonNode.Parse(ClearingReceipt.Of(Sessions.Read(statement: Sessions.Text("statement.csv").Replace("3050", "3100", StringComparison.Ordinal)), Sessions.Ruleset).Text)!["outputs"]!["inputs"]!;
        var inputs = JsonNode.Parse(Text)!["outputs"]!["inputs"]!.AsObject();

        Assert.Equal(["statement"], inputs.Where(i => i.Value!.GetValue<string>() != other[i.Key]!.GetValue<string>()).Select(i => i.Key));
        Assert.Equal(4, inputs.Count);
    }

    [Fact]
    public void An_altered_verdict_is_found_where_it_stands()
    {
        var receipt = JsonNode.Parse(Text)!;
        receipt["outputs"]!["trades"]![2]!["outcome"] = "permit";

        var verdict = Sessions.Verify(receipt.ToJsonString());

        Assert.Equal((ReceiptOutcome.Different, "/outputs/trades/2/outcome", "\"permit\"", "\"deny\""), (verdict.Outcome, verdict.Pointer, verdict.Recorded, verdict.Recomputed));
    }

    [Fact]
    public void Nothing_in_it_can_be_changed()
    {
        // A session of one trade keeps this short; every kind of member is in it.
        var trades = string.Join('\n', Sessions.Text("trades.csv").Split('\n').Where(l => l.StartsWith("trade,", StringComparison.Ordinal) || l.StartsWith("T9,", StringComparison.Ordinal)));
        var holdings = string.Join('\n', Sessions.Text("holdings.csv").Split('\n').Where(l => !l.StartsWith("cement", StringComparison.Ordinal)));
        var receipt = ClearingReceipt.Of(Sessions.Read(trades: trades, holdings: holdings), Sessions.Ruleset).Text;
        Assert.Equal(ReceiptOutcome.Identical, Sessions.Verify(receipt).Outcome);

        Assert.Empty(Tampering.Of(receipt).Where(t => Sessions.Verify(t.Text).Outcome == ReceiptOutcome.Identical).Select(t => t.What));
    }
}
