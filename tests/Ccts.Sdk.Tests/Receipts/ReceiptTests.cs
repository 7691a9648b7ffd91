using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Tests.Assessments;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Sdk.Tests.Receipts;

public class ReceiptTests
{
    private static readonly AssessmentRules Rules = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "0.8086", "0.8032", 3_666_138m));
    private static readonly MonitoringReport Report = Reports.Of("CMTOE085RJ", "2025-26", 2_964_439.1868m, 3_666_138m);

    [Fact]
    public void A_receipt_replays_identically() => Assert.Equal(ReceiptOutcome.Identical, Verify(Receipt.Of(Report, Rules).Text).Outcome);

    [Fact]
    public void The_choice_of_unit_leaves_no_trace()
    {
        var inMegatonnes = Report with { Products = [Report.Products[0] with { Amounts = new ProductInTonnes(new(ReportingPeriod.Year(Reports.Year), Mass.Parse("3.666138 Mt"))) }] };
        Assert.Equal(Receipt.Of(Report, Rules).Digest, Receipt.Of(inMegatonnes, Rules).Digest);
    }

    [Fact]
    public void The_culture_leaves_no_trace()
    {
        var here = Receipt.Of(Report, Rules).Text;
        var before = CultureInfo.CurrentCulture;
        try
        {
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(here, Receipt.Of(Report, Rules).Text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Altering_any_value_is_found()
    {
        var text = Receipt.Of(Report, Rules).Text;
        var leaves = Leaves(JsonNode.Parse(text)!).ToList();
        Assert.True(leaves.Count > 60);
        foreach (var path in leaves)
        {
            var altered = JsonNode.Parse(text)!;
            Alter(altered, path);
            Assert.True(Verify(altered.ToJsonString()).Outcome != ReceiptOutcome.Identical, path);
        }
    }

    [Fact]
    public void A_missing_or_added_member_is_found()
    {
        var node = JsonNode.Parse(Receipt.Of(Report, Rules).Text)!;
        node["outputs"]!.AsObject().Remove("output");
        Assert.Equal("/outputs/output", Verify(node.ToJsonString()).Pointer);
        node = JsonNode.Parse(Receipt.Of(Report, Rules).Text)!;
        node["extra"] = "x";
        Assert.Equal("/extra", Verify(node.ToJsonString()).Pointer);
    }

    [Fact]
    public void Without_the_ruleset_nothing_is_said()
    {
        var bytes = Encoding.UTF8.GetBytes(Receipt.Of(Report, Rules).Text);
        Assert.Equal(ReceiptOutcome.RulesetMissing, ReceiptVerifier.Verify(bytes, null, _ => null).Outcome);
        var other = Rules with { Ruleset = Rules.Ruleset with { Revision = 2 } };
        Assert.Equal(ReceiptOutcome.RulesetMissing, ReceiptVerifier.Verify(bytes, null, _ => other).Outcome);
    }

    [Fact]
    public void Other_rules_under_the_same_name_show_the_first_difference()
    {
        var other = Rules with { Targets = new Dictionary<string, Ccts.Sdk.Entities.EntityTarget> { ["CMTOE085RJ"] = TestRules.Target("CMTOE085RJ", "2025-26", "0.8086", "0.8000", 3_666_138m) } };
        var verdict = ReceiptVerifier.Verify(Encoding.UTF8.GetBytes(Receipt.Of(Report, Rules).Text), null, _ => other);
        Assert.Equal(ReceiptOutcome.Different, verdict.Outcome);
        Assert.StartsWith("/outputs/", verdict.Pointer, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9007199254740992")]
    [InlineData("-9223372036854775808")]
    [InlineData("1e400")]
    public void A_number_that_no_receipt_can_hold_is_a_difference(string number)
    {
        var text = Receipt.Of(Report, Rules).Text;
        Assert.Equal("/outputs/certificates/quantity", Verify(text.Replace("\"quantity\":19797", "\"quantity\":" + number, System.StringComparison.Ordinal)).Pointer);
        Assert.Equal(ReceiptOutcome.Unreadable, Verify(text.Replace("\"input\":{", "\"input\":{\"a\":" + number + ",", System.StringComparison.Ordinal)).Outcome);
    }

    [Fact]
    public void A_receipt_is_read_up_to_the_bound_that_is_told()
    {
        var bytes = Encoding.UTF8.GetBytes(Receipt.Of(Report, Rules).Text);
        ReceiptOutcome Within(byte[] receipt, int maxBytes) => ReceiptVerifier.Verify(receipt, null, _ => Rules, trust: null, maxBytes).Outcome;

        Assert.Equal(ReceiptOutcome.Identical, Within(bytes, bytes.Length));
        Assert.Equal(ReceiptOutcome.Unreadable, Within(bytes, bytes.Length - 1));
        byte[] large = [.. bytes, .. Enumerable.Repeat((byte)' ', Receipt.DefaultMaxBytes)];
        Assert.Equal(ReceiptOutcome.Unreadable, ReceiptVerifier.Verify(large, null, _ => Rules).Outcome);
        Assert.Equal(ReceiptOutcome.Identical, Within(large, large.Length));
        Assert.Throws<System.ArgumentOutOfRangeException>("maxBytes", () => Within(bytes, 0));
    }

    private static ReceiptVerdict Verify(string text) => ReceiptVerifier.Verify(Encoding.UTF8.GetBytes(text), "receipt.json", _ => Rules);

    private static IEnumerable<string> Leaves(JsonNode node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(m => m.Value is null ? [] : Leaves(m.Value, path + "/" + m.Key)),
        JsonArray items => items.SelectMany((item, i) => Leaves(item!, path + "/" + i.ToString(CultureInfo.InvariantCulture))),
        _ => [path],
    };

    private static void Alter(JsonNode root, string path)
    {
        var steps = path.Split('/').Skip(1).ToArray();
        var node = root;
        foreach (var step in steps[..^1])
        {
            node = node is JsonArray items ? items[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!;
        }

        var last = steps[^1];
        JsonNode value = node is JsonArray ? node[int.Parse(last, CultureInfo.InvariantCulture)]! : node[last]!;
        JsonNode changed = value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => JsonValue.Create("1" + value.GetValue<string>()),
            System.Text.Json.JsonValueKind.Number => JsonValue.Create(value.GetValue<long>() + 1),
            System.Text.Json.JsonValueKind.True => JsonValue.Create(false),
            _ => JsonValue.Create(true),
        };
        if (node is JsonArray array)
        {
            array[int.Parse(last, CultureInfo.InvariantCulture)] = changed;
        }
        else
        {
            node[last] = changed;
        }
    }
}
