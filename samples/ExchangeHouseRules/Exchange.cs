using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.NRules;
using Ccts.Rules.Rulesets;
using NodaTime;
using NodaTime.Text;
using NRules;
using NRules.Fluent;

namespace ExchangeHouseRules;

/// <summary>The scheme's rules and the house's, compiled into one session factory.</summary>
public sealed class Exchange
{
    /// <summary>An exchange under a ruleset.</summary>
    public Exchange(Ruleset ruleset)
    {
        var house = new RuleRepository();
        house.Load(x => x.From(typeof(Exchange).Assembly));
        Rules = NRulesRuleset.Compile(ruleset, house.GetRules());
    }

    /// <summary>Both, compiled.</summary>
    public NRulesRuleset Rules { get; }

    /// <summary>Decides a batch of orders; at most 1,000, so that one session holds them.</summary>
    public IReadOnlyList<Verdict> Clear(IReadOnlyList<Order> orders, IReadOnlyList<Holder> holders, LocalDate day)
    {
        var session = Rules.SessionFactory.CreateSession();
        session.InsertAll(holders);
        session.InsertAll(orders);
        var byAccount = holders.ToDictionary(h => h.Account, StringComparer.Ordinal);
        session.InsertAll(orders.Select(o => Rules.Case(Request(o, byAccount.GetValueOrDefault(o.Seller), day))));
        session.Fire();

        // An order that is permitted and not stopped is accepted here, not by a rule: a rule that looks for the absence of facts from other rules
        // would examine every order again at each insertion.
        var stopped = session.Query<Verdict>().ToLookup(v => v.OrderId, StringComparer.Ordinal);
        var accepted = session.Query<CaseOutcome>().Where(o => o.Outcome == Outcome.Permit).AsEnumerable()
            .Select(o => o.Case.Request.Id!)
            .Where(id => !stopped[id].Any())
            .Select(id => new Verdict(id, Ruling.Accept, ""));
        return [.. session.Query<Verdict>().AsEnumerable().Concat(accepted).OrderBy(v => v.OrderId, StringComparer.Ordinal).ThenBy(v => v.Reason, StringComparer.Ordinal)];
    }

    // The exchange's facts about the session and the seller. A seller that is not a member has no balance, so that fact is left out.
    private DecisionRequest Request(Order order, Holder? holder, LocalDate day)
    {
        var facts = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["unit.kind"] = "ccc",
            ["unit.status"] = "active",
            ["unit.double-use"] = false,
            ["market.paused"] = false,
            ["market.segment"] = "compliance",
            ["trade.venue"] = "power-exchange",
            ["session.open"] = true,
            ["session.floor-price"] = "800 INR",
            ["session.forbearance-price"] = "1200 INR",
            ["order.side"] = "sell",
            ["order.price"] = Text(order.PriceInr) + " INR",
            ["order.quantity"] = Text(order.Certificates) + " tCO2e",
            ["seller.open-sell-quantity"] = "0 tCO2e",
            ["seller.breaches-in-quarter"] = "0",
        };
        if (holder is not null)
        {
            facts["seller.registry-balance"] = Text(holder.Deposited) + " tCO2e";
        }

        var request = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["id"] = order.Id,
            ["purpose"] = "trade",
            ["year"] = Rules.Ruleset.Year.ToString(),
            ["date"] = LocalDatePattern.Iso.Format(day),
            ["facts"] = facts,
        };
        return DecisionRequestReader.TryRead(JsonSerializer.SerializeToUtf8Bytes(request), order.Id, Rules.Ruleset.Rules.Vocabulary, out var read, out var problems)
            ? read
            : throw new Ccts.Sdk.Problems.CctsDataException(problems);
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
