using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Settlement;

/// <summary>Names that differ in letters large and small or in blanks alone, and accounts that may be one organisation: taken for two, a tonne would be delivered twice, or be nowhere.</summary>
internal static class SettlementSpellings
{
    internal static IEnumerable<SettlementFinding> Of(SessionSettlement session)
    {
        var files = new[] { ("settlement", session.Settlement), ("delivery", session.Delivery), ("ledger", session.Ledger), ("funds", session.Funds) }.SelectMany(f => (f.Item2 ?? []).Select(r => (Side: f.Item1, Row: r))).ToList();
        var blocks = files.Where(f => f.Row.Block is not null).Select(f => (f.Side, Trade: f.Row.Trade ?? "", Block: f.Row.Block!.Value, f.Row.Place))
            .Concat((session.Registry ?? []).Select(s => (Side: "registry", Trade: "", s.Block, s.Place)))
            .Concat(session.Trades.Where(t => t.Block is not null).Select(t => (Side: "trades", Trade: t.Id, Block: t.Block!.Value, Place: default(SourcePlace)))).ToList();
        var ids = session.Trades.Select(t => ("trades", t.Id, "", t.Id, default(SourcePlace))).Concat(files.Where(f => f.Row.Trade is not null).Select(f => (f.Side, f.Row.Trade!, "", f.Row.Trade!, f.Row.Place)));
        var accounts = session.Trades.SelectMany(t => new[] { t.Seller, t.Buyer }.Select(n => ("trades", t.Id, n, default(SourcePlace))))
            .Concat(files.SelectMany(f => new[] { f.Row.Seller, f.Row.Buyer, f.Row.Account }.Select(n => (f.Side, f.Row.Trade ?? f.Row.Account ?? "", n, f.Row.Place))))
            .Concat((session.Registry ?? []).Select(s => ("registry", "", s.Account, s.Place)));
        return Two("account", accounts.Where(a => a.Item3 is not null).Select(a => (a.Item1, a.Item2, "", a.Item3!, a.Item4)))
            .Concat(Two("trade", ids)).Concat(Two("registry", blocks.Select(b => (b.Side, b.Trade, "", b.Block.Registry, b.Place))))
            .Concat(Two("scope", blocks.Select(b => (b.Side, b.Trade, Spelled.Plain(b.Block.Registry).ToUpperInvariant(), b.Block.Scope, b.Place))));
    }

    private static IEnumerable<SettlementFinding> Two(string what, IEnumerable<(string Side, string Trade, string Within, string Name, SourcePlace Place)> names)
    {
        var (seen, told) = (new Dictionary<(string, string), List<string>>(Spelled.Scopes), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (side, trade, within, name, place) in names)
        {
            // An account as it is written, and as it is drawn.
            var keys = what == "account" ? [OrganisationName.Key(name), "drawn\n" + OrganisationName.Key(PlainName.Drawn(name))] : new[] { name };
            var alike = keys.Select(k => seen.TryGetValue((within, k), out var known) ? known : seen[(within, k)] = []).ToList();
            var first = alike.SelectMany(known => known).FirstOrDefault(n => !OrganisationName.AreTwo(n, name));
            foreach (var known in alike.Where(known => !known.Contains(name)))
            {
                known.Add(name);
            }

            if (first is not null && !string.Equals(first, name, StringComparison.Ordinal) && told.Add(name))
            {
                yield return new SettlementFinding(trade, side, "two-spellings", $"The {what} \"{name}\" is \"{first}\" elsewhere: whether they are one cannot be guessed.", place);
            }
        }
    }
}
