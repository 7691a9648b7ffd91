using System;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using ExchangeHouseRules;
using NodaTime;

// Orders of an invented session. Its prices are invented too: no regulator has set any yet.
var day = new LocalDate(2026, 11, 28);
var exchange = new Exchange(RulesetCatalog.Default.Resolve(ComplianceYear.Parse("2025-26"), asOf: day));
var verdicts = exchange.Clear(
    [
        new("order-1", "ALPHA", 900m, 100m),
        new("order-2", "ALPHA", 799m, 10m),
        new("order-3", "BETA", 1000m, 60m),
        new("order-4", "BETA", 1000m, 60m),
        new("order-5", "GAMMA", 900m, 50m),
        new("order-6", "STRANGER", 900m, 1m),
    ],
    [
        new("ALPHA", Deposited: 150m, MarginInr: 20_000m),
        new("BETA", Deposited: 100m, MarginInr: 20_000m),
        new("GAMMA", Deposited: 50m, MarginInr: 100m),
    ],
    day);
foreach (var verdict in verdicts)
{
    Console.WriteLine($"{verdict.OrderId} {verdict.Ruling} {verdict.Reason}".TrimEnd());
}
