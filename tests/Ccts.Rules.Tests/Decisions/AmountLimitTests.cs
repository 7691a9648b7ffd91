using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using NodaTime;

namespace Ccts.Rules.Tests.Decisions;

/// <summary>
/// An order for less than nothing is no small order, and a misstatement of minus 5,000 t is no small misstatement: an amount that a fact cannot have is an error,
/// from a file as from a program, and never compared with a limit.
/// </summary>
public class AmountLimitTests
{
    private static readonly LocalDate Day = new(2026, 11, 23);

    public static TheoryData<string> Rulesets => ["in-ccts/2025-26", "in-ccts/2026-27"];

    [Theory]
    [MemberData(nameof(Rulesets))]
    public void No_amount_of_a_request_is_below_nothing(string id)
    {
        var ruleset = RulesetCatalog.Default.Find(id)!;
        var engine = DecisionEngine.Of(ruleset, EngineKind.Table);

        // A plant that captures more than it emits reports less than nothing; every other amount counts things.
        var facts = ruleset.Rules.Vocabulary.Facts.Where(f => f.Type.Kind is FactKind.Quantity or FactKind.Number && f.Name != "verification.reported-emissions").ToList();
        Assert.True(facts.Count >= 15);
        foreach (var fact in facts)
        {
            var unit = fact.Type.Kind == FactKind.Quantity ? " " + fact.Type.Unit : "";
            Assert.False(TryRead(ruleset, fact.Name, "-1" + unit), fact.Name);
            Assert.False(TryRead(ruleset, fact.Name, "-0.000001" + unit), fact.Name);
            Assert.True(TryRead(ruleset, fact.Name, "1" + unit), fact.Name);
            var builder = new DecisionRequestBuilder(ruleset.Rules.Vocabulary, Purpose.Trade, ruleset.Year, Day);
            Assert.ThrowsAny<ArgumentException>(() => builder.Set(fact.Name, "-1" + unit));
            var value = fact.Type.Kind == FactKind.Quantity ? FactValue.OfQuantity(-1m, "-1" + unit) : FactValue.OfNumber(-1m, fact.Type.Unit);
            var made = new DecisionRequest(null, Purpose.Trade, ruleset.Year, Day, new FactSet(new Dictionary<string, FactValue> { [fact.Name] = value }));
            Assert.ThrowsAny<ArgumentException>(() => new RuleInterpreter(ruleset).Decide(made));
            Assert.ThrowsAny<ArgumentException>(() => engine.Decide(made));
        }
    }

    [Theory]
    [InlineData("order.quantity", "1.5 tCO2e")]
    [InlineData("order.quantity", "0 tCO2e")]
    [InlineData("order.quantity", "5 kg")]
    [InlineData("seller.breaches-in-quarter", "0.5")]
    [InlineData("verification.site-visits", "1.5")]
    public void A_certificate_a_breach_and_a_visit_are_whole(string fact, string value) => Assert.False(TryRead(RulesetCatalog.Default.Find("in-ccts/2025-26")!, fact, value));

    /// <summary>Every engine refuses a value of another kind and a word that its choice has not; a hole in the facts is refused at once.</summary>
    [Fact]
    public void Facts_made_by_hand_are_of_their_kind()
    {
        var ruleset = RulesetCatalog.Default.Find("in-ccts/2025-26")!;
        foreach (var (fact, value) in new[] { ("order.price", FactValue.OfFlag(true)), ("unit.owner", FactValue.OfFlag(true)), ("unit.status", FactValue.OfText(FactKind.Choice, "Active")), ("session.open", FactValue.OfText(FactKind.Text, "open")) })
        {
            var made = new DecisionRequest(null, Purpose.Trade, ruleset.Year, Day, new FactSet(new Dictionary<string, FactValue> { [fact] = value }));
            Assert.ThrowsAny<ArgumentException>(() => new RuleInterpreter(ruleset).Decide(made));
            Assert.ThrowsAny<ArgumentException>(() => DecisionEngine.Of(ruleset, EngineKind.Table).Decide(made));
        }

        Assert.Equal("values", Assert.Throws<ArgumentException>(() => new FactSet(new Dictionary<string, FactValue> { ["unit.owner"] = null! } as IReadOnlyDictionary<string, FactValue>)).ParamName);
        Assert.Throws<ArgumentNullException>(() => FactValue.OfText(FactKind.Text, null!));
    }

    private static bool TryRead(Ruleset ruleset, string fact, string value)
    {
        var json = new JsonObject { ["purpose"] = "trade", ["year"] = ruleset.Year.ToString(), ["date"] = "2026-11-23", ["facts"] = new JsonObject { [fact] = value } };
        return DecisionRequestReader.TryRead(Encoding.UTF8.GetBytes(json.ToJsonString()), null, ruleset.Rules.Vocabulary, out _, out _);
    }
}
