using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Settlement;

/// <summary>Whether the units that were delivered are those that were traded: the block, the kind, the vintage, and valid on the day of the trade.</summary>
internal static class TradedUnits
{
    internal static IEnumerable<SettlementFinding> Differ(SessionSettlement session, DeliveredNumbers numbers)
    {
        var trades = session.Trades.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var moved = new[] { ("delivery", session.Delivery), ("ledger", session.Ledger) }.SelectMany(s => (s.Item2 ?? []).Select(r => (Side: s.Item1, Row: r)));
        foreach (var (side, row) in moved.Where(m => m.Row.Trade is not null && trades.ContainsKey(m.Row.Trade)))
        {
            var trade = trades[row.Trade!];
            if (trade.Block is { } traded && row.Block is { } block && !traded.Contains(block))
            {
                yield return new SettlementFinding(trade.Id, side, "other-units", $"The trade is of {traded}, and {block} stands on the {side} side.", row.Place);
            }
            else if (Other(trade, row.Kind, row.Vintage) is { } other)
            {
                yield return new SettlementFinding(trade.Id, side, "other-units", $"{other} on the {side} side.", row.Place);
            }
        }

        var delivered = numbers.Rows.Where(r => trades.ContainsKey(r.Row.Trade!)).Select(r => (Block: r.Row.Block!.Value, Trade: trades[r.Row.Trade!])).ToLookup(r => (r.Block.Registry, r.Block.Scope));
        foreach (var stated in session.Registry ?? [])
        {
            foreach (var trade in delivered[(stated.Block.Registry, stated.Block.Scope)].Where(d => d.Block.Overlaps(stated.Block)).Select(d => d.Trade).Distinct())
            {
                if (Other(trade, stated.Kind, stated.Vintage) is { } other)
                {
                    yield return new SettlementFinding(trade.Id, "registry", "other-units", $"{other} by the registry, for {stated.Block}.", stated.Place);
                }

                if (trade.Day is { } day && (stated.Expires < day || stated.Issued > day))
                {
                    yield return new SettlementFinding(trade.Id, "registry", "not-valid", FormattableString.Invariant($"The trade is of {day:uuuu-MM-dd}, and by the registry {stated.Block} {(stated.Expires < day ? "was valid until" : "is issued on")} {(stated.Expires < day ? stated.Expires : stated.Issued):uuuu-MM-dd}."), stated.Place);
                }
            }
        }
    }

    private static string? Other(SettlementTrade trade, UnitKind? kind, int? vintage) =>
        trade.Kind is { } sold && kind is not null && !Spelled.Same(sold.Name, kind.Name) ? $"The trade is of {sold}, and the units are {kind}"
        : trade.Vintage is { } year && vintage is not null && year != vintage ? FormattableString.Invariant($"The trade is of vintage {year}, and the units are of {vintage}") : null;
}
