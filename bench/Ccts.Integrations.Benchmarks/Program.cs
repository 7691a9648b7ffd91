using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Benchmarks.Ratios;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines;
using Ccts.Rules.NRules;
using Ccts.Rules.Requests;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;
using NodaTime;

// How many times longer NRules takes than the engine of Ccts.Rules, for the same rules on the same orders, both ready to be decided.
// One line each: name ratio bytes-per-op, where an operation is a session.
var day = new LocalDate(2026, 11, 23);
var ruleset = RulesetCatalog.Default.Resolve(new ComplianceYear(2025), day);
var engine = DecisionEngine.Of(ruleset);
var rules = NRulesRuleset.Compile(ruleset);
var requests = Orders(1_000).Select(o => o.ToRequest(ruleset.Rules.Vocabulary)).ToList();
var frames = requests.Select(r =>
{
    var frame = engine.NewFrame();
    frame.Fill(r);
    return frame;
}).ToArray();
var next = 0;

Console.WriteLine($"# {rules.Ruleset.Rules.Rules.Count(r => r.Scope.Purposes.Contains(Purpose.Trade))} rules about a trade; outcomes: {string.Join(", ", rules.Decide(requests).CountBy(o => o.Outcome))}");
Console.WriteLine(new Ratio("nrules/session-per-decision", () => Sink.Take(engine.Decide(frames[next++ % frames.Length]).Outcome), () => Decide(1)).Run());
foreach (var perSession in new[] { 250, 500, 1_000 })
{
    Console.WriteLine(new Ratio($"nrules/flat-{perSession}-per-session", () => DecideByEngine(perSession), () => Decide(perSession)).Run());
}

void DecideByEngine(int count)
{
    for (var i = 0; i < count; i++)
    {
        Sink.Take(engine.Decide(frames[i]).Outcome);
    }
}

// The cases are made anew, because a case is a fact of one session; the engine's frames take the place of that.
void Decide(int count)
{
    foreach (var outcome in rules.Decide(requests.Take(count), count))
    {
        Sink.Take(outcome.Outcome);
    }
}

// Every fact a trade is asked for, around the limits, so that a third or so is refused.
static IEnumerable<TradeRequest> Orders(int count)
{
    var random = new Random(5);
    for (var i = 0; i < count; i++)
    {
        yield return new TradeRequest
        {
            Year = new ComplianceYear(2025),
            Date = new LocalDate(2026, 11, 23),
            UnitKind = "ccc",
            UnitStatus = "active",
            UnitDoubleUse = false,
            MarketPaused = false,
            MarketSegment = "compliance",
            TradeVenue = "power-exchange",
            SessionOpen = true,
            OrderSide = i % 2 == 0 ? "sell" : "buy",
            OrderPrice = Inr.FromRupees(random.Next(750, 1250)),
            OrderQuantity = Co2e.FromTonnes(random.Next(1, 120)),
            SessionFloorPrice = Inr.FromRupees(800m),
            SessionForbearancePrice = Inr.FromRupees(1200m),
            SellerRegistryBalance = Co2e.FromTonnes(150m),
            SellerOpenSellQuantity = Co2e.FromTonnes(50m),
            SellerBreachesInQuarter = 0,
            SellerLastBreachOn = new LocalDate(2026, 8, 23),
        };
    }
}
