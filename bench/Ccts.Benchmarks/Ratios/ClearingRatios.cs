using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Benchmarks.Scale;
using Ccts.Rules.Clearing;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Quantities;

namespace Ccts.Benchmarks.Ratios;

/// <summary>
/// The proof of a session of ten thousand trades over ten thousand blocks against what an exchange would
/// write by hand: balances in a dictionary, the blocks taken from a queue, and the plain checks; no reasons, no histories, no
/// recount; and one of twice as many trades against it. An operation is a session.
/// </summary>
internal static class ClearingRatios
{
    internal static IEnumerable<Ratio> All()
    {
        var ruleset = RulesetCatalog.Default.Find("in-ccts/2025-26")!;
        yield return new Ratio("clear/session-of-10000", ByHand(MadeUpSession.Of(ruleset, 10_000, TradeMix.Honest)), Proof(MadeUpSession.Of(ruleset, 10_000, TradeMix.Honest), ruleset), rounds: 5);
        yield return new Ratio("clear/20000-trades-to-10000", Proof(MadeUpSession.Of(ruleset, 10_000, TradeMix.Honest), ruleset), Proof(MadeUpSession.Of(ruleset, 20_000, TradeMix.Honest), ruleset), rounds: 5);
    }

    private static Action Proof(ClearingSession session, Ruleset ruleset) => () =>
    {
        if (ClearingProof.Of(session, ruleset).Broken.Any())
        {
            throw new InvalidOperationException("Every trade of the session is good.");
        }
    };

    private static Action ByHand(ClearingSession session) => () =>
    {
        var free = new Dictionary<string, Queue<(ulong Start, ulong End)>>(StringComparer.Ordinal);
        var balances = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var holding in session.Holdings)
        {
            var (start, end) = (holding.Units.Range.Start.ToUInt64(), holding.Units.Range.End.ToUInt64());
            (free.TryGetValue(holding.Account, out var queue) ? queue : free[holding.Account] = new()).Enqueue((start, end));
            balances[holding.Account] = balances.GetValueOrDefault(holding.Account) + holding.Units.Tonnes;
        }

        var refused = 0;
        foreach (var trade in session.Trades)
        {
            var good = trade.Seller != trade.Buyer && trade.At >= session.Terms.Opens && trade.At < session.Terms.Closes
                && trade.Price >= Inr.FromRupees(800m) && trade.Price <= Inr.FromRupees(1200m) && balances.GetValueOrDefault(trade.Seller) >= trade.Tonnes;
            if (!good)
            {
                refused++;
                continue;
            }

            balances[trade.Seller] -= trade.Tonnes;
            balances[trade.Buyer] = balances.GetValueOrDefault(trade.Buyer) + trade.Tonnes;
            Move(free[trade.Seller], free.TryGetValue(trade.Buyer, out var to) ? to : free[trade.Buyer] = new(), (ulong)trade.Tonnes);
        }

        if (refused > 0)
        {
            throw new InvalidOperationException("Every trade of the session is good.");
        }
    };

    private static void Move(Queue<(ulong Start, ulong End)> from, Queue<(ulong Start, ulong End)> to, ulong tonnes)
    {
        while (tonnes > 0)
        {
            var (start, end) = from.Dequeue();
            var taken = Math.Min(tonnes, end - start + 1);
            to.Enqueue((start, start + taken - 1));
            if (start + taken <= end)
            {
                from.Enqueue((start + taken, end));
            }

            tonnes -= taken;
        }
    }
}
