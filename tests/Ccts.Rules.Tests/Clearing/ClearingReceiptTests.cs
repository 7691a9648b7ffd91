using System;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Clearing;
using Ccts.Rules.Files;
using Ccts.Rules.Receipts;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Tests.Receipts;
using Ccts.Sdk.Law;
using Ccts.Sdk.Trust.Receipts;

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

    [Fact]
    public void One_larger_than_is_read_unless_told_is_read_when_told()
    {
        // An exchange's session: white space at the end stands for its hundred thousand trades.
        var bytes = Encoding.UTF8.GetBytes(Text + new string(' ', Receipt.DefaultMaxBytes));

        var unasked = ReceiptReplay.Verify(bytes, "r.json", Find);
        Assert.Equal((ReceiptOutcome.Unreadable, "file-too-large"), (unasked.Outcome, Assert.Single(unasked.Problems).Code));
        Assert.Contains("raise the bound", unasked.Problems[0].Hint, StringComparison.Ordinal);
        Assert.Equal(ReceiptOutcome.Identical, ReceiptReplay.Verify(bytes, "r.json", Find, trust: null, bytes.Length).Outcome);
        Assert.Equal(ReceiptOutcome.Unreadable, ReceiptReplay.Verify(bytes, "r.json", Find, trust: null, bytes.Length - 1).Outcome);
    }

    [Fact]
    public void A_bound_below_the_usual_one_is_obeyed_too()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);

        Assert.Equal(ReceiptOutcome.Identical, ReceiptReplay.Verify(bytes, null, Find, trust: null, bytes.Length).Outcome);
        Assert.Equal(ReceiptOutcome.Unreadable, ReceiptReplay.Verify(bytes, null, Find, trust: null, bytes.Length - 1).Outcome);
        Assert.Throws<ArgumentOutOfRangeException>("maxBytes", () => ReceiptReplay.Verify(bytes, null, Find, trust: null, 0));
        Assert.Throws<ArgumentOutOfRangeException>("maxBytes", () => ReceiptReplay.Verify(bytes, null, Find, trust: null, 1_048_576_001));
        Assert.Equal(ReceiptOutcome.Identical, ReceiptReplay.Verify(bytes, null, Find, trust: null, 1_048_576_000).Outcome);
    }

    private static Ruleset? Find(RulesetIdentity identity) => Sessions.Ruleset.Identity == identity ? Sessions.Ruleset : null;
}
