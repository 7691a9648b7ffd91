using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Credits.Settlement;

/// <summary>The numbers delivered for each trade, from the delivery file or else from the ledger's movements.</summary>
internal sealed record DeliveredNumbers(IReadOnlyList<(SettlementRow Row, string Side)> Rows, IReadOnlyList<string> Unknown)
{
    /// <summary>The rows with their side, and the trades for which the numbers of some tonnes are not stated.</summary>
    internal static DeliveredNumbers Of(SessionSettlement session)
    {
        var sides = new[] { (Rows: (session.Delivery ?? []).ToLookup(r => r.Trade ?? "", StringComparer.Ordinal), Side: "delivery"), (Rows: (session.Ledger ?? []).ToLookup(r => r.Trade ?? "", StringComparer.Ordinal), Side: "ledger") };
        var (rows, unknown) = (new List<(SettlementRow, string)>(), new List<string>());
        foreach (var trade in session.Trades)
        {
            var said = sides.Where(s => s.Rows[trade.Id].Any(r => r.Block is not null)).ToList();
            var whole = said.FindIndex(s => s.Rows[trade.Id].All(r => r.Block is not null));
            if (whole < 0)
            {
                unknown.Add(trade.Id);
            }

            if (said.Count > 0)
            {
                var chosen = said[Math.Max(whole, 0)];
                rows.AddRange(chosen.Rows[trade.Id].Where(r => r.Block is not null).Select(r => (r, chosen.Side)));
            }
        }

        return new DeliveredNumbers(rows, unknown);
    }
}
