using System;
using System.Linq;
using System.Text;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Rules;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Rules.Tests.Decisions;

/// <summary>A fact has the form that its vocabulary states, by whichever way it comes in: a hash has its digits, certificates are whole.</summary>
public class StatedFormTests
{
    private const string Hash = "00112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF";
    private static readonly LocalDate Day = new(2026, 11, 23);
    private static readonly Ruleset Shipped = RulesetCatalog.Default.Resolve(new ComplianceYear(2026), new LocalDate(2026, 12, 31), ["ct02-token"]);

    [Theory]
    [InlineData("token.verification-hash", Hash, true)]
    [InlineData("token.verification-hash", "sha256:" + Hash, true)]
    [InlineData("token.verification-hash", "0x" + Hash, true)]
    [InlineData("token.verification-hash", "abc", false)]
    [InlineData("token.verification-hash", Hash + "0", false)]
    [InlineData("token.verification-hash", "g0112233445566778899aabbccddeeff00112233445566778899AABBCCDDEEFF", false)]
    [InlineData("token.verification-hash", "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", false)]
    [InlineData("token.verification-hash", "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", false)]
    [InlineData("token.serial", "IN-1-40", true)]
    [InlineData("token.serial", "in the annex of the contract", false)]
    [InlineData("mint.quantity", "0 tCO2e", false)]
    [InlineData("mint.quantity", "0.5 tCO2e", false)]
    [InlineData("mint.quantity", "1 tCO2e", true)]
    [InlineData("transfer.quantity", "0 tCO2e", false)]
    [InlineData("transfer.quantity", "1.5 tCO2e", false)]
    [InlineData("export.quantity", "0 tCO2e", false)]
    [InlineData("export.quantity", "0.5 tCO2e", false)]
    [InlineData("order.quantity", "0.5 tCO2e", false)]
    [InlineData("quality.score", "100", true)]
    [InlineData("quality.score", "101", false)]
    public void A_value_that_is_none_of_its_fact_is_refused(string fact, string value, bool isOne)
    {
        var json = $$"""{ "purpose": "mint", "year": "2026-27", "date": "2026-11-23", "facts": { "{{fact}}": "{{value}}" } }""";
        Assert.Equal(isOne, DecisionRequestReader.TryRead(Encoding.UTF8.GetBytes(json), "request", Shipped.Rules.Vocabulary, out _, out var problems));
        Assert.Equal(isOne ? [] : ["bad-value"], problems.Select(p => p.Code));

        Check(isOne, () => new DecisionRequestBuilder(Shipped.Rules.Vocabulary, Purpose.Mint, Shipped.Year, Day).Set(fact, value).Build());
        var type = Shipped.Rules.Vocabulary.Find(fact)!.Type;
        var amount = type.Kind == FactKind.Text ? 0m : decimal.Parse(value.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        var stated = type.Kind switch
        {
            FactKind.Text => FactValue.OfText(FactKind.Text, value),
            FactKind.Number => FactValue.OfNumber(amount, type.Unit),
            _ => FactValue.OfQuantity(amount, value),
        };
        var request = new DecisionRequest(null, Purpose.Mint, Shipped.Year, Day, new FactSet(new System.Collections.Generic.Dictionary<string, FactValue> { [fact] = stated }));
        Check(isOne, () => request.ReadBy(Shipped.Rules.Vocabulary));
        var engine = DecisionEngine.Of(Shipped, EngineKind.Table);
        Check(isOne, () => engine.NewFrame().Fill(request));
    }

    /// <summary>What makes or moves units counts certificates, of which there is no half and no none: a fact that is added later says so too.</summary>
    [Fact]
    public void What_is_asked_for_is_counted_in_whole_certificates() =>
        Assert.All(RulesetCatalog.Default.Rulesets.Where(r => r.Kind == RulesetKind.ComplianceYear && !r.Files.Name.Contains("-revision-", StringComparison.Ordinal)).SelectMany(r => r.Rules.Vocabulary.Facts).Where(f => f.Name.EndsWith(".quantity", StringComparison.Ordinal)), f => Assert.Equal((f.Name, 1m, true), (f.Name, f.Type.Least, f.Type.IsWhole)));

    [Theory]
    [InlineData("\"text\", \"form\": \"sha-256\"", null)]
    [InlineData("\"text\", \"form\": \"regex\"", "fact-form")]
    [InlineData("\"text\", \"form\": 64", "fact-form")]
    [InlineData("\"date\", \"form\": \"sha-256\"", "fact-form")]
    public void A_form_is_one_of_a_closed_list_and_of_a_text(string type, string? code)
    {
        var rules = TestRuleset.Rule("""{ "fact": "a.text", "is": "p" }""");
        Assert.Equal(code is null ? [] : [code], TestRuleset.Codes(rules, TestRuleset.Facts + $$""", "b.form": { "type": {{type}}, "description": "A form." }"""));
    }

    [Fact]
    public void A_rule_holds_a_fact_against_values_that_it_can_have() =>
        Assert.Equal(["bad-value"], TestRuleset.Codes(TestRuleset.Rule("""{ "fact": "b.form", "is": "abc" }"""), TestRuleset.Facts + """, "b.form": { "type": "text", "form": "sha-256", "description": "A form." }"""));

    private static void Check(bool isOne, Action state)
    {
        if (isOne)
        {
            state();
        }
        else
        {
            Assert.IsAssignableFrom<ArgumentException>(Record.Exception(state));
        }
    }
}
