using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Settlement;

/// <summary>Checks that the delivered units are those traded: block, kind, vintage, and validity on the day of the trade.</summary>
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
                yield return new SettlementFinding(trade.Id, side, "other-units", $"The trade is of {traded}; the {side} side has {block}.", row.Place);
            }
            else if (Other(trade, row.Kind, row.Vintage) is { } other)
            {
                yield return new SettlementFinding(trade.Id, side, "other-units", $"{other} on the {side} side.", row.Place);
            }
        }

        var delivered = numbers.Rows.Where(r => trades.ContainsKey(r.Row.Trade!)).Select(r => (Block: r.Row.Block!.Value, Trade: trades[r.Row.Trade!], r.Row.Day)).ToLookup(r => (r.Block.Registry, r.Block.Scope));
        foreach (var stated in session.Registry ?? [])
        {
            foreach (var (trade, delivery) in delivered[(stated.Block.Registry, stated.Block.Scope)].Where(d => d.Block.Overlaps(stated.Block)).Select(d => (d.Trade, d.Day)).Distinct())
            {
                if (Other(trade, stated.Kind, stated.Vintage) is { } other)
                {
                    yield return new SettlementFinding(trade.Id, "registry", "other-units", $"{other} by the registry, for {stated.Block}.", stated.Place);
                }

                if (trade.Day is { } day && (stated.Expires < day || stated.Issued > day))
                {
                    yield return new SettlementFinding(trade.Id, "registry", "not-valid", FormattableString.Invariant($"The trade is of {day:uuuu-MM-dd}, and by the registry {stated.Block} {(stated.Expires < day ? "was valid until" : "is issued on")} {(stated.Expires < day ? stated.Expires : stated.Issued):uuuu-MM-dd}."), stated.Place);
                }
                else if (stated.Expires < delivery || stated.Issued > delivery)
                {
                    yield return new SettlementFinding(trade.Id, "registry", "not-valid", FormattableString.Invariant($"The units were delivered on {delivery:uuuu-MM-dd}, and by the registry {stated.Block} {(stated.Expires < delivery ? "was valid until" : "is issued on")} {(stated.Expires < delivery ? stated.Expires : stated.Issued):uuuu-MM-dd}."), stated.Place);
                }
            }
        }
    }

    /// <summary>Traded kinds and vintages that no side states for all delivered units.</summary>
    internal static IEnumerable<string> NotLookedAt(SessionSettlement session, DeliveredNumbers numbers)
    {
        var sides = new[] { session.Delivery, session.Ledger }.OfType<IReadOnlyList<SettlementRow>>().Select(s => s.ToLookup(r => r.Trade ?? "", StringComparer.Ordinal)).ToList();
        if (sides.Count == 0 && session.Registry is null)
        {
            return [];
        }

        var blocks = numbers.Rows.ToLookup(r => r.Row.Trade!, r => r.Row, StringComparer.Ordinal);
        bool IsStated(SettlementTrade trade, Func<SettlementRow, bool> ofRow, Func<StatedHolding, bool> ofHolding) => sides.Exists(s => s[trade.Id].Any() && s[trade.Id].All(ofRow))
            || (blocks[trade.Id].Any() && blocks[trade.Id].All(r => ofRow(r) || BlockSet.FromRanges((session.Registry ?? []).Where(h => ofHolding(h) && h.Block.SharesScopeWith(r.Block!.Value)).Select(h => h.Block.Range)).Contains(r.Block!.Value.Range)));
        return [.. Unstated("kinds", session.Trades.Where(t => t.Kind is null || !IsStated(t, r => r.Kind is not null, h => h.Kind is not null))), .. Unstated("vintages", session.Trades.Where(t => t.Vintage is not null && !IsStated(t, r => r.Vintage is not null, h => h.Vintage is not null)))];
    }

    private static IEnumerable<string> Unstated(string what, IEnumerable<SettlementTrade> trades) => trades.Select(t => t.Id).ToList() is { Count: > 0 } ids
        ? [$"{what}: no side states them of the trade and of all its units for {string.Join(", ", ids.Take(5))}{(ids.Count > 5 ? " and others" : "")}"] : [];

    private static string? Other(SettlementTrade trade, UnitKind? kind, int? vintage) =>
        trade.Kind is { } sold && kind is not null && !Spelled.Same(sold.Name, kind.Name) ? $"The trade is of {sold}, and the units are {kind}"
        : trade.Vintage is { } year && vintage is not null && year != vintage ? FormattableString.Invariant($"The trade is of vintage {year}, and the units are of {vintage}") : null;
}
