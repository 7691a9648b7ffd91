using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;

namespace Ccts.Rules.Clearing;

/// <summary>Finds the places of each run of units during the session, from the opening holdings and the trades.</summary>
internal static class BlockHistories
{
    internal static List<BlockHistory> Of(IReadOnlyList<SessionHolding> opening, IReadOnlyList<TradeVerdict> trades)
    {
        var moves = trades.SelectMany(t => t.Units.Select(u => (Verdict: t, Units: u))).ToLookup(m => (m.Units.Lot.Registry, m.Units.Lot.Scope));
        var histories = new List<BlockHistory>();
        foreach (var scope in opening.GroupBy(h => (h.Units.Lot.Registry, h.Units.Lot.Scope)))
        {
            var cut = new CutRuns(scope.Select(h => h.Units.Range).Concat(moves[scope.Key].Select(m => m.Units.Range)));
            var stays = new List<BlockStay>[cut.Runs.Count];
            var opened = new SessionHolding[cut.Runs.Count];
            foreach (var holding in scope)
            {
                foreach (var i in cut.Within(holding.Units.Range))
                {
                    opened[i] = holding;
                    stays[i] = [new BlockStay(holding.Account, holding.Status, null, null)];
                }
            }

            foreach (var (verdict, units) in moves[scope.Key])
            {
                var (trade, moved) = (verdict.Trade, verdict.Effect == TradeEffect.Moved);
                var stay = new BlockStay(moved ? trade.Buyer : trade.Seller, moved ? ShadowAccount.Free : ShadowAccount.Reserved, trade.At, trade.Id);
                foreach (var i in cut.Within(units.Range))
                {
                    stays[i].Add(stay);
                }
            }

            histories.AddRange(cut.Runs.Select((run, i) => new BlockHistory(opened[i].Units with { Range = run }, stays[i]) { Issued = opened[i].Issued, Expires = opened[i].Expires }));
        }

        return histories;
    }
}
