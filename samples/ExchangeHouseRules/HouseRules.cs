using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.NRules;
using NRules.Fluent.Dsl;
using NRules.RuleModel;

namespace ExchangeHouseRules;

// The house rules of an invented exchange. Each starts from an order that the scheme permits, and joins it to the order and its holder
// by key: orders and holders are collected into lookups once, and every outcome looks up its own. Two patterns with a condition
// across them would compare every pair.

/// <summary>The seller is a member that has paid a tenth of the order as margin.</summary>
public sealed class MarginIsPaid : Rule
{
    private const decimal Share = 0.1m;

    /// <inheritdoc/>
    public override void Define()
    {
        IKeyedLookup<string, Order> orders = null!;
        IKeyedLookup<string, Holder> holders = null!;
        CaseOutcome outcome = null!;
        Order order = null!;
        When()
            .Query(() => orders, q => q.Match<Order>().Collect().ToLookup(o => o.Id))
            .Query(() => holders, q => q.Match<Holder>().Collect().ToLookup(h => h.Account))
            .Match(() => outcome, o => o.Outcome == Outcome.Permit)
            .Let(() => order, () => orders[outcome.Case.Request.Id!].Single())
            .Having(() => !holders[order.Seller].Any(h => h.MarginInr >= order.PriceInr * order.Certificates * Share));
        Then().Do(context => context.Insert(new Verdict(order.Id, Ruling.Reject, $"house: {order.Seller} has not paid the margin")));
    }
}

/// <summary>All orders of a seller together stay within what it has deposited: a rule over many facts.</summary>
public sealed class OrdersTogetherAreDeposited : Rule
{
    /// <inheritdoc/>
    public override void Define()
    {
        IKeyedLookup<string, Holder> holders = null!;
        IGrouping<string, Order> ofSeller = null!;
        When()
            .Query(() => holders, q => q.Match<Holder>().Collect().ToLookup(h => h.Account))
            .Query(() => ofSeller, q => q.Match<Order>().GroupBy(o => o.Seller))
            .Having(() => ofSeller.Sum(o => o.Certificates) > holders[ofSeller.Key].Sum(h => h.Deposited));
        Then().Do(context => context.InsertAll(ofSeller.Select(o => new Verdict(o.Id, Ruling.Reject, $"house: the orders of {ofSeller.Key} exceed its deposit"))));
    }
}
