using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Files;
using Ccts.Rules.Tests.Signing;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Trust.Receipts;
using NodaTime;

namespace Ccts.Rules.Tests.Receipts;

/// <summary>Not one value of a receipt can be changed, taken away or added without being noticed.</summary>
public sealed class TamperTests
{
    private static readonly LocalDate Day = new(2026, 11, 22);

    private static ReceiptTrust Trust => new(TestKeys.Trust(TestKeys.Entry(TestKeys.ReceiptsOnly, use: "receipts")), Day);

    [Theory]
    [InlineData("assessment")]
    [InlineData("decision")]
    public void Nothing_can_be_changed(string kind)
    {
        var receipt = Make(kind);
        Assert.Equal(ReceiptOutcome.Identical, SampleReceipts.Verify(receipt.Text).Outcome);

        var unnoticed = Tampering.Of(receipt.Text).Where(t => SampleReceipts.Verify(t.Text).Outcome == ReceiptOutcome.Identical).Select(t => t.What);

        Assert.Empty(unnoticed);
    }

    [Theory]
    [InlineData("assessment")]
    [InlineData("decision")]
    public void Nothing_under_a_signature_can_be_changed_not_even_with_a_new_seal(string kind)
    {
        var receipt = Make(kind).Sign(TestKeys.ReceiptsOnly);
        Assert.Equal((ReceiptOutcome.Identical, TestKeys.ReceiptsOnly.Id, true), Short(SampleReceipts.Verify(receipt.Text, Trust)));

        // A seal altered and made again is the receipt as it was.
        var unnoticed = Tampering.OfEveryShape(receipt.Text).SelectMany(t => new[] { t, (t.What + ", sealed again", Text: SealedAgain(t.Text)) })
            .Where(t => Encoding.UTF8.GetString(CanonicalJson.Bytes(JsonNode.Parse(t.Text))) != receipt.Text && SampleReceipts.Verify(t.Text, Trust).Outcome is not (ReceiptOutcome.SignatureRefused or ReceiptOutcome.Unreadable)).Select(t => t.Item1);

        Assert.Empty(unnoticed);
    }

    [Fact]
    public void A_demanded_signature_must_be_there_and_of_a_key_for_receipts()
    {
        var receipt = Make("decision");

        Assert.Equal("signature-missing", Code(receipt, Trust));
        Assert.Equal("key-unknown", Code(receipt.Sign(TestKeys.Stranger), Trust));
        Assert.Equal("signature-wrong", Code(receipt.Sign(TestKeys.Stranger.As(TestKeys.ReceiptsOnly.Id)), Trust));
        Assert.Equal("key-use", Code(receipt.Sign(TestKeys.Regulator), new ReceiptTrust(TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator)), Day)));
        Assert.Equal("key-expired", Code(receipt.Sign(TestKeys.ReceiptsOnly), new ReceiptTrust(Trust.Trust, new LocalDate(2030, 1, 1))));
        Assert.Equal((ReceiptOutcome.Identical, TestKeys.Stranger.Id, false), Short(SampleReceipts.Verify(receipt.Sign(TestKeys.Stranger).Text)));
        Assert.Equal(ReceiptOutcome.Identical, SampleReceipts.Verify(receipt.Sign(TestKeys.Stranger).Sign(TestKeys.ReceiptsOnly).Text, Trust).Outcome);
    }

    private static (ReceiptOutcome, string?, bool) Short(ReceiptVerdict verdict) => (verdict.Outcome, verdict.KeyId, verdict.SignatureChecked);

    private static string Code(Receipt receipt, ReceiptTrust trust)
    {
        var verdict = SampleReceipts.Verify(receipt.Text, trust);
        Assert.Equal(ReceiptOutcome.SignatureRefused, verdict.Outcome);
        return Assert.Single(verdict.Problems).Code;
    }

    private static Receipt Make(string kind) => kind == "assessment" ? SampleReceipts.Assessment() : SampleReceipts.Decision();

    // The seal finds mistakes; whoever alters a receipt can make a new one. The signature cannot be made again.
    private static string SealedAgain(string text)
    {
        if (JsonNode.Parse(text) is not JsonObject content || content["signature"] is not { } signature)
        {
            return text;
        }

        content.Remove("seal");
        content.Remove("signature");
        content["seal"] = CanonicalJson.Digest(content);
        content["signature"] = signature.DeepClone();
        return content.ToJsonString();
    }
}
