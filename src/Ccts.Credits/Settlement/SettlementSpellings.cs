using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Settlement;

/// <summary>Finds names in two spellings, as in a clearing proof. Treated as two names, they would hide a tonne delivered twice, or lose one.</summary>
internal static class SettlementSpellings
{
    internal static IEnumerable<SettlementFinding> Of(SessionSettlement session)
    {
        var files = new[] { ("settlement", session.Settlement), ("delivery", session.Delivery), ("ledger", session.Ledger), ("funds", session.Funds) }.SelectMany(f => (f.Item2 ?? []).Select(r => (Side: f.Item1, Row: r))).ToList();
        var blocks = files.Where(f => f.Row.Block is not null).Select(f => (f.Side, Trade: f.Row.Trade ?? "", Block: f.Row.Block!.Value, f.Row.Place))
            .Concat((session.Registry ?? []).Select(s => (Side: "registry", Trade: "", s.Block, s.Place)))
            .Concat(session.Trades.Where(t => t.Block is not null).Select(t => (Side: "trades", Trade: t.Id, Block: t.Block!.Value, Place: default(SourcePlace)))).ToList();
        var ids = session.Trades.Select(t => ("trades", t.Id, t.Id, default(SourcePlace))).Concat(files.Where(f => f.Row.Trade is not null).Select(f => (f.Side, f.Row.Trade!, f.Row.Trade!, f.Row.Place)));
        var accounts = session.Trades.SelectMany(t => new[] { t.Seller, t.Buyer }.Select(n => ("trades", t.Id, n, default(SourcePlace))))
            .Concat(files.SelectMany(f => new[] { f.Row.Seller, f.Row.Buyer, f.Row.Account }.Select(n => (f.Side, f.Row.Trade ?? f.Row.Account ?? "", n, f.Row.Place))))
            .Concat((session.Registry ?? []).Select(s => ("registry", "", s.Account, s.Place)));
        return Two("account", OrganisationName.Key, accounts.Where(a => a.Item3 is not null).Select(a => (a.Item1, a.Item2, a.Item3!, a.Item4)))
            .Concat(Two("trade", PlainName.Key, ids)).Concat(Two("registry", PlainName.Key, blocks.Select(b => (b.Side, b.Trade, b.Block.Registry, b.Place))))
            .Concat(Two("scope", PlainName.Scope, blocks.Select(b => (b.Side, b.Trade, PlainName.Key(b.Block.Registry) + ":" + b.Block.Scope, b.Place))));
    }

    private static IEnumerable<SettlementFinding> Two(string what, Func<string, string> keyOf, IEnumerable<(string Side, string Trade, string Name, SourcePlace Place)> names)
    {
        var (seen, told) = (new Spellings(keyOf), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (side, trade, name, place) in names.Where(n => told.Add(n.Name)))
        {
            if (seen.OtherOf(name) is { } first)
            {
                yield return new SettlementFinding(trade, side, "two-spellings", $"The {what} \"{Own(name)}\" is \"{Own(first)}\" elsewhere: whether they are one cannot be guessed.", place);
            }
        }

        string Own(string name) => what == "scope" ? name.Substring(name.IndexOf(':') + 1) : name;
    }
}
