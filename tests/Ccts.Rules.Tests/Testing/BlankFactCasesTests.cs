using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;
using NodaTime;

namespace Ccts.Rules.Tests.Testing;

/// <summary>Every shipped case again with each of its facts blank, and with each amount and day a step to either side, which the engine has to decide as the interpreter does.</summary>
public sealed class BlankFactCasesTests
{
    // Where a permission stands without a fact: the law asks for it only if it is there, or another fact settles the matter. A day on which units or tokens expire is one if there is none.
    private const string Units = """
        retire unit.issued-on; retire unit.vintage; surrender unit.expires-on; transfer entity.registration; transfer unit.owner; verify verification.kind;
        trade buy entity.registration; trade buy order.quantity; trade buy seller.barred-until; trade buy seller.breaches-in-quarter; trade buy seller.last-breach-on; trade buy seller.open-sell-quantity;
        trade buy seller.registry-balance; trade buy unit.owner; trade sell entity.registration; trade sell order.side; trade sell quality.score; trade sell seller.breaches-in-quarter;
        trade sell seller.last-breach-on; trade sell unit.issued-on; trade sell unit.owner
        """;

    private const string Tokens = """
        bank token.expires-on; bank unit.expires-on; mint unit.expires-on; retire token.expires-on; retire unit.expires-on; retire unit.vintage; surrender token.expires-on; surrender unit.expires-on;
        trade sell order.side; trade sell seller.last-breach-on; trade sell token.expires-on; trade sell unit.expires-on; trade sell unit.vintage; transfer adjustment.status; transfer export.activity;
        transfer loa.present; transfer loa.quantity-left; transfer loa.valid-until; transfer token.expires-on; transfer transfer.quantity
        """;

    /// <summary>A rule that comes to take an unknown fact for a harmless one makes these lists longer.</summary>
    [Theory]
    [InlineData("in-ccts/2025-26", null, Units)]
    [InlineData("in-ccts/2026-27", null, Units)]
    [InlineData("in-ccts/2025-26", "ct02-token", Tokens)]
    [InlineData("in-ccts/2026-27", "ct02-token", Tokens)]
    [InlineData("in-ccts/2026-27", "iron-steel-draft-2026", "")]
    public void A_blank_fact_permits_nothing_but_where_it_may_be_left_out(string id, string? overlay, string expected)
    {
        var (ruleset, report) = ShippedCasesTests.Run(id, overlay);
        var (interpreter, engine) = (new RuleInterpreter(ruleset), DecisionEngine.Of(ruleset, EngineKind.Fused));
        var permitted = from result in report.Results
                        let request = result.Case.Request
                        from fact in request.Facts.Values.Keys.Except([FactVocabulary.Date, FactVocabulary.Year])
                        where interpreter.Decide(With(request, fact, Blank(ruleset, fact))).Outcome == Outcome.Permit
                        select string.Join(" ", new[] { request.Purpose.ToString().ToLowerInvariant(), request.Facts.Find("order.side")?.ToString(), fact }.OfType<string>());

        Assert.Equal(expected.Split([';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Order(StringComparer.Ordinal), permitted.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        foreach (var request in report.Results.Select(r => r.Case.Request))
        {
            Assert.All(request.Facts.Values.SelectMany(f => Beside(ruleset, f.Key, f.Value).Select(v => With(request, f.Key, v))), moved => Assert.Equal(interpreter.Decide(moved).Outcome, engine.Decide(moved).Outcome));
        }
    }

    private static FactValue? Blank(Ruleset ruleset, string fact) => ruleset.Rules.Vocabulary.Find(fact)!.Type.Kind == FactKind.Text ? FactValue.OfText(FactKind.Text, "N/A") : null;

    private static IEnumerable<FactValue> Beside(Ruleset ruleset, string fact, FactValue value)
    {
        var type = ruleset.Rules.Vocabulary.Find(fact)!.Type;
        foreach (var step in fact == FactVocabulary.Date ? [] : new[] { -1, 1 })
        {
            if (value.Kind == FactKind.Date)
            {
                yield return FactValue.OfDate(value.Date.PlusDays(step));
            }
            else if (value.Kind is FactKind.Number or FactKind.Quantity && type.Admits(value.Amount + step))
            {
                yield return value.Kind == FactKind.Number ? FactValue.OfNumber(value.Amount + step, type.Unit) : FactValue.OfQuantity(value.Amount + step, $"{value.Amount + step} {type.Unit}");
            }
        }
    }

    private static DecisionRequest With(DecisionRequest request, string fact, FactValue? value)
    {
        var facts = request.Facts.Values.Where(f => f.Key != fact && f.Key is not (FactVocabulary.Date or FactVocabulary.Year)).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        if (value is not null)
        {
            facts.Add(fact, value);
        }

        return new DecisionRequest(request.Id, request.Purpose, request.Year, request.Date, new FactSet(facts));
    }
}
