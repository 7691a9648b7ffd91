using System;
using System.Globalization;
using System.Linq;
using Ccts.Benchmarks.Engines;
using Ccts.Benchmarks.Ratios;
using Ccts.Integrations.Benchmarks;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.NRules;
using Ccts.Rules.Rules;
using Ccts.Sdk.Entities;
using NodaTime;

// How many times longer NRules takes than the engine of Ccts.Rules over the same orders and the same thirty checks. One line each:
// name ratio bytes-per-op, where an operation is a session of NRules.
var ruleset = MadeUpRules.Ruleset();
var engine = DecisionEngine.Of(ruleset);
var mapped = NRulesRuleset.Compile(ruleset);
var plain = new PlainRules();
var orders = MadeUpOrder.Many(1_000);
var requests = Array.ConvertAll(orders, Request);
var frames = Array.ConvertAll(requests, r =>
{
    var frame = engine.NewFrame();
    frame.Fill(r);
    return frame;
});
var plainOrders = Array.ConvertAll(orders, o => new PlainOrder(o.Price?.Rupees, o.Quantity?.Tonnes, o.Balance?.Tonnes, o.Open?.Tonnes, o.Score?.Rupees));

// All three have to find the same before they are timed.
plain.Decide(plainOrders);
var certain = mapped.Decide(requests).Sum(o => (long)o.Findings.Count(f => f.Certain));
if (plain.Hits != certain || certain != requests.Sum(r => (long)new RuleInterpreter(ruleset).Decide(r).Findings.Count(f => f.Certain)))
{
    Console.Error.WriteLine($"not the same checks: {plain.Hits} hits and {certain} findings");
    return 1;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# {certain} findings that fire in {orders.Length} orders"));
var next = 0;
var one = new PlainOrder[1];
Console.WriteLine(new Ratio("nrules/plain/session-per-decision", Engine(100), () => PlainOneByOne(100), rounds: 31).Run());
Console.WriteLine(new Ratio("nrules/mapped/session-per-decision", Engine(100), () => Sink.Take(mapped.Decide(requests.Take(100), 1).Count()), rounds: 31).Run());
foreach (var cases in new[] { 250, 1_000 })
{
    Console.WriteLine(new Ratio($"nrules/plain/{cases}-per-session", Engine(cases), () => plain.Decide(plainOrders.Take(cases)), rounds: 31).Run());
    Console.WriteLine(new Ratio($"nrules/mapped/{cases}-per-session", Engine(cases), () => Sink.Take(mapped.Decide(requests.Take(cases), cases).Count()), rounds: 31).Run());
}

return 0;

Action Engine(int count) => () =>
{
    for (var i = 0; i < count; i++)
    {
        Sink.Take(engine.Decide(frames[i]).Outcome);
    }
};

void PlainOneByOne(int count)
{
    for (var i = 0; i < count; i++)
    {
        one[0] = plainOrders[next++ % plainOrders.Length];
        plain.Decide(one);
    }
}

DecisionRequest Request(MadeUpOrder order)
{
    var builder = new DecisionRequestBuilder(ruleset.Rules.Vocabulary, Purpose.Trade, new ComplianceYear(2025), new LocalDate(2026, 11, 23));
    Set("price", order.Price);
    Set("quantity", order.Quantity);
    Set("balance", order.Balance);
    Set("open", order.Open);
    Set("score", order.Score);
    return builder.Build();

    void Set<TQuantity>(string fact, TQuantity? quantity)
        where TQuantity : struct, Ccts.Sdk.Quantities.IQuantity
    {
        if (quantity is { } known)
        {
            builder.Set(fact, known);
        }
    }
}
