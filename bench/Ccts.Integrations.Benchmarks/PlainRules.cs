using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using NRules;
using NRules.RuleModel;
using NRules.RuleModel.Builders;

namespace Ccts.Integrations.Benchmarks;

/// <summary>An order for <see cref="PlainRules"/>; what is null is not known.</summary>
internal sealed record PlainOrder(decimal? Price, decimal? Quantity, decimal? Balance, decimal? Open, decimal? Score);

/// <summary>
/// The thirty checks as somebody would give them to NRules who wants speed: plain comparisons, no "cannot say", no findings,
/// a hit counted. What the engine of Ccts.Rules is held against does less than the engine does.
/// </summary>
internal sealed class PlainRules
{
    private readonly ISessionFactory _factory;

    internal PlainRules() => _factory = new RuleCompiler().Compile(Checks().Select(Rule));

    internal long Hits { get; private set; }

    internal void Decide(IEnumerable<PlainOrder> orders)
    {
        var session = _factory.CreateSession();
        session.InsertAll(orders);
        session.Fire();
    }

    private static IEnumerable<Expression<Func<PlainOrder, bool>>> Checks() =>
    [
        o => o.Price < 100m, o => o.Price < 250.5m, o => o.Price > 9000m, o => o.Price >= 7500.25m, o => o.Price <= 10m, o => o.Price == 0m,
        o => o.Quantity < 1m, o => o.Quantity > 900m, o => o.Quantity >= 750m, o => o.Quantity <= 0.5m, o => o.Quantity > 990.125m, o => o.Quantity == 500m,
        o => o.Balance < 10m, o => o.Balance < 50.5m, o => o.Balance <= 5m, o => o.Balance > 9990m, o => o.Balance >= 9950m,
        o => o.Open > 4000m, o => o.Open >= 4500.75m, o => o.Open < 2m, o => o.Open <= 1m,
        o => o.Score < 5m, o => o.Score <= 10.5m, o => o.Score > 95m,
        o => o.Quantity > o.Balance, o => o.Open > o.Balance, o => o.Quantity > o.Open, o => o.Open >= o.Quantity,
        o => o.Quantity + o.Open > o.Balance, o => o.Balance + o.Quantity < o.Open,
    ];

    private IRuleDefinition Rule(Expression<Func<PlainOrder, bool>> check, int number)
    {
        var builder = new RuleBuilder();
        builder.Name($"check {number}");
        builder.LeftHandSide().Pattern(typeof(PlainOrder), check.Parameters[0].Name).Condition(check);
        Expression<Action<IContext, PlainOrder>> count = (context, o) => Hit();
        builder.RightHandSide().Action(count);
        return builder.Build();
    }

    private void Hit() => Hits++;
}
