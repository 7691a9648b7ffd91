using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Quantities;

namespace Ccts.Credits.Orders;

/// <summary>A row of a settlement or delivery file: what one side says of a trade.</summary>
/// <param name="Trade">The trade's id at the exchange.</param>
/// <param name="Tonnes">The tonnes delivered; null where the side does not say.</param>
/// <param name="Amount">The money paid; null where the side does not say.</param>
public sealed record SettlementRow(string Trade, long? Tonnes, Inr? Amount);

/// <summary>What is not the same in two files.</summary>
/// <param name="Trade">The trade.</param>
/// <param name="Side">Which file: <c>ledger</c>, <c>registry</c>, <c>funds</c>.</param>
/// <param name="Code"><c>missing</c>, <c>tonnes-differ</c>, <c>amount-differs</c>, <c>unknown-trade</c>, <c>stated-twice</c>, <c>not-stated</c>.</param>
/// <param name="Message">One sentence.</param>
public sealed record SettlementFinding(string Trade, string Side, string Code, string Message);

/// <summary>Holds the fills of a session against what ledger, registry and funds say became of them.</summary>
/// <remarks>Pure and thread-safe. The same tonnes and money must be on all sides.</remarks>
public static class SettlementCheck
{
    /// <summary>Everything that differs, by trade and side; empty when all is settled.</summary>
    /// <param name="fills">The fills of one side of each trade, as the exchange reported them.</param>
    /// <param name="ledger">What the ledger moved.</param>
    /// <param name="registry">What the registry moved.</param>
    /// <param name="funds">What was paid.</param>
    public static IReadOnlyList<SettlementFinding> Of(IEnumerable<OrderFill> fills, IEnumerable<SettlementRow> ledger, IEnumerable<SettlementRow> registry, IEnumerable<SettlementRow> funds)
    {
        var trades = Require.NotNull(fills).GroupBy(f => f.Trade, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => (Tonnes: g.Sum(f => f.Tonnes), Amount: g.Aggregate(Inr.Of(0, InrUnit.Rupee), (sum, f) => sum + (f.Price * f.Tonnes))), StringComparer.Ordinal);
        var findings = new List<SettlementFinding>();
        foreach (var (side, rows, isMoney) in new[] { ("ledger", Require.NotNull(ledger).ToList(), false), ("registry", Require.NotNull(registry).ToList(), false), ("funds", Require.NotNull(funds).ToList(), true) })
        {
            foreach (var trade in trades)
            {
                var here = rows.Where(r => r.Trade == trade.Key).ToList();
                var finding = here.Count switch
                {
                    0 => ("missing", $"The {side} knows nothing of the trade."),
                    > 1 => ("stated-twice", $"The {side} states the trade {here.Count} times."),
                    _ when isMoney => here[0].Amount is not { } paid ? ("not-stated", "The funds do not say what was paid.")
                        : paid != trade.Value.Amount ? ("amount-differs", $"{trade.Value.Amount} are owed, {paid} were paid.") : default,
                    _ => here[0].Tonnes is not { } moved ? ("not-stated", $"The {side} does not say how many tonnes moved.")
                        : moved != trade.Value.Tonnes ? ("tonnes-differ", $"{trade.Value.Tonnes} tonnes were traded, the {side} moved {moved}.") : default((string, string)),
                };
                if (finding != default)
                {
                    findings.Add(new SettlementFinding(trade.Key, side, finding.Item1, finding.Item2));
                }
            }

            findings.AddRange(rows.Where(r => !trades.ContainsKey(r.Trade)).Select(r => new SettlementFinding(r.Trade, side, "unknown-trade", $"The {side} states a trade that the exchange did not report.")));
        }

        return [.. findings.OrderBy(f => f.Trade, StringComparer.Ordinal).ThenBy(f => f.Side, StringComparer.Ordinal)];
    }
}
