using System;
using System.Linq;
using System.Text;
using Ccts.Rules.Authoring.Unknowns;
using Ccts.Rules.Clearing;
using Ccts.Rules.Files;
using Ccts.Rules.Receipts;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Retention;
using Ccts.Rules.Tests.Clearing;
using Ccts.Rules.Tests.Corpus;
using Ccts.Rules.Tests.Receipts;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Trust.Receipts;
using NodaTime;

namespace Ccts.Rules.Tests.Retention;

/// <summary>How long records are kept is data; what nobody has settled is never a permission to destroy.</summary>
public sealed class RetentionTests
{
    private static readonly ComplianceYear Year = ComplianceYear.Parse("2025-26");

    private static RetentionSchedule MadeUp => RulesetReader.Read(RulesetFiles.FromMemory("base", BadCase.Base())).Retention;

    [Theory]
    [InlineData("2025-26")]
    [InlineData("2026-27")]
    public void The_law_read_is_silent_and_the_two_numbers_are_claims_of_private_documents(string year)
    {
        var ruleset = RulesetCatalog.Default.Find("in-ccts/" + year)!;
        var claims = ruleset.Retention.Claims.ToDictionary(c => c.Id);

        Assert.Equal((null, Evidence.Unknown, "BEE"), (claims["law"].Years, claims["law"].Standing.Evidence, claims["law"].SettledBy));
        Assert.Equal((10, Force.None, RecordKind.All), (claims["wia-10-years"].Years, claims["wia-10-years"].Standing.Force, claims["wia-10-years"].Keeps));
        Assert.Equal((5, Force.None, RecordKind.ActivityData), (claims["ct02-5-years"].Years, claims["ct02-5-years"].Standing.Force, claims["ct02-5-years"].Keeps));
        Assert.Equal(3, claims.Count);
        Assert.Contains(UnknownsRegister.Of(ruleset), v => v is { Path: "retention.law", Value: null });
    }

    [Theory]
    [InlineData("2034-03-31", RetentionVerdict.Keep)]
    [InlineData("2034-04-01", RetentionVerdict.MayGo)]
    public void The_last_day_still_counts(string on, RetentionVerdict expected)
    {
        var answer = MadeUp.Ask(RecordKind.Receipts, Year, Day(on));

        Assert.Equal((expected, new LocalDate(2034, 3, 31)), (answer.Verdict, answer.Until));
        Assert.Equal("long", Assert.Single(answer.Claims).Id);
    }

    [Fact]
    public void An_unknown_claim_is_no_permission()
    {
        Assert.Equal(RetentionVerdict.Keep, MadeUp.Ask(RecordKind.ActivityData, Year, Day("2034-03-31")).Verdict);
        Assert.Equal(RetentionVerdict.CannotSay, MadeUp.Ask(RecordKind.ActivityData, Year, Day("2100-01-01")).Verdict);
        Assert.Equal(RetentionVerdict.CannotSay, MadeUp.Ask(RecordKind.All, Year, Day("2100-01-01")).Verdict);
        Assert.Equal(RetentionVerdict.CannotSay, RulesetCatalog.Default.Find("in-ccts/2023-24")!.Retention.Ask(RecordKind.All, Year, Day("2100-01-01")).Verdict);
        Assert.Equal(default, RetentionVerdict.CannotSay);
    }

    [Theory]
    [InlineData("assessment")]
    [InlineData("decision")]
    [InlineData("clearing")]
    public void A_stored_receipt_says_its_year(string kind)
    {
        var text = (kind switch { "assessment" => SampleReceipts.Assessment(), "decision" => SampleReceipts.Decision(), _ => ClearingReceipt.Of(Sessions.Read(), Sessions.Ruleset) }).Text;

        Assert.True(ReceiptRetention.TryAsk(Encoding.UTF8.GetBytes(text), "r", Day("2036-03-31"), _ => SampleReceipts.Ruleset, out var asked, out _));
        Assert.Equal((kind, Year, RetentionVerdict.Keep, new LocalDate(2036, 3, 31)), (asked.Kind, asked.Year, asked.Answer.Verdict, asked.Answer.Until));
        Assert.True(ReceiptRetention.TryAsk(Encoding.UTF8.GetBytes(text), "r", Day("2036-04-01"), _ => SampleReceipts.Ruleset, out asked, out _));
        Assert.Equal(RetentionVerdict.CannotSay, asked.Answer.Verdict);
        Assert.True(ReceiptRetention.TryAsk(Encoding.UTF8.GetBytes(text), "r", Day("2036-04-01"), _ => null, out asked, out _));
        Assert.Equal(RetentionVerdict.CannotSay, asked.Answer.Verdict);
    }

    [Fact]
    public void A_large_one_is_asked_when_its_size_is_allowed()
    {
        var bytes = Encoding.UTF8.GetBytes(SampleReceipts.Decision().Text + new string(' ', Receipt.DefaultMaxBytes));

        Assert.False(ReceiptRetention.TryAsk(bytes, "r", Day("2036-03-31"), _ => SampleReceipts.Ruleset, out _, out var problems));
        Assert.Equal("file-too-large", Assert.Single(problems).Code);
        Assert.True(ReceiptRetention.TryAsk(bytes, "r", Day("2036-03-31"), _ => SampleReceipts.Ruleset, bytes.Length, out _, out _));
        Assert.False(ReceiptRetention.TryAsk(bytes, "r", Day("2036-03-31"), _ => SampleReceipts.Ruleset, bytes.Length - 1, out _, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"format":"ccts-receipt/2","kind":"decision","engine":"x","input":{"year":"soon"},"ruleset":{"id":"a","revision":1,"digest":"b"}}""")]
    public void What_is_no_receipt_is_said_to_be_none(string text)
    {
        Assert.False(ReceiptRetention.TryAsk(Encoding.UTF8.GetBytes(text), "r", Day("2036-04-01"), _ => null, out _, out var problems));
        Assert.NotEmpty(problems);
    }

    [Fact]
    public void An_overlay_leaves_it_as_it_is() =>
        Assert.Equal(3, Ccts.Rules.Rulesets.Overlays.OverlayReader.Apply(SampleReceipts.Ruleset, EmbeddedRulesets.Overlays().First(o => o.Name.EndsWith("ct02-token", StringComparison.Ordinal))).Retention.Claims.Count);

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
