using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Trust.Receipts;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Outcome = Ccts.Rules.Decisions.Outcome;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>Sessions of all sorts against a book kept number by number, with nothing in common with the ledger.</summary>
public sealed class SessionPropertyTests
{
    private static readonly string[] Accounts = ["a", "b", "c"];
    private static readonly LocalDate Day = new(2026, 11, 23);
    private static readonly Instant Opening = Instant.FromUtc(2026, 11, 23, 5, 0);

    [Fact]
    public void No_tonne_is_made_lost_or_sold_twice_and_the_order_of_rows_has_no_effect()
    {
        var outcomes = new HashSet<string>(StringComparer.Ordinal);
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var session = Random(new Random(seed));
            var proof = ClearingProof.Of(session, Sessions.Ruleset);
            Hold(proof);
            outcomes.UnionWith(proof.Trades.Select(t => $"{t.Outcome} {t.Effect}"));

            var shuffled = new ClearingSession(session.Terms, session.Trades.Reverse(), session.Holdings.Reverse(), session.Statement.Reverse());
            var receipt = ClearingReceipt.Of(session, Sessions.Ruleset);
            Assert.Equal(receipt.Text, ClearingReceipt.Of(shuffled, Sessions.Ruleset).Text);
            Assert.Equal(ReceiptOutcome.Identical, Sessions.Verify(receipt.Text).Outcome);
        }).Holds(80);

        // The sessions were worth the trouble.
        Assert.Subset(outcomes, new HashSet<string>(["Permit Moved", "Permit None", "Deny None"], StringComparer.Ordinal));
    }

    private static void Hold(ClearingProof proof)
    {
        Assert.Empty(proof.Recount);
        var stated = proof.Session.Statement.Where(s => s.Status == StatedStatus.Held).SelectMany(s => Numbers(s.Block.Range)).ToHashSet();
        var owner = new Dictionary<ulong, string>();
        var free = new HashSet<ulong>();
        var expired = new HashSet<ulong>();
        foreach (var holding in proof.Session.Holdings)
        {
            foreach (var number in Numbers(holding.Units.Range))
            {
                owner.Add(number, holding.Account);
                if ((holding.Expires ?? proof.Session.Statement.SingleOrDefault(s => s.Block.Range.Contains(number))?.Expires) < Day)
                {
                    expired.Add(number);
                }

                if (holding.Status == ShadowAccount.Free && stated.Contains(number))
                {
                    free.Add(number);
                }
            }
        }

        var tonnes = owner.Count;
        foreach (var verdict in proof.Trades)
        {
            var trade = verdict.Trade;
            Assert.Equal(free.Count(n => owner[n] == trade.Seller), verdict.SellerFree);
            var wanted = trade.Block is { } block ? Numbers(block.Range).ToList() : owner.Where(o => o.Value == trade.Seller && free.Contains(o.Key)).Select(o => o.Key).Order().Take((int)trade.Tonnes).ToList();
            var could = trade.Seller != trade.Buyer && wanted.Count == trade.Tonnes && wanted.TrueForAll(n => free.Contains(n) && !expired.Contains(n) && owner[n] == trade.Seller);
            Assert.True((verdict.Outcome == Outcome.Permit) == could || verdict.Limits.Any(l => l.Code is "seller-barred" or "bar-runs"), $"{trade}: {verdict.Outcome} {string.Join(' ', verdict.Limits)}");
            if (verdict.Effect == TradeEffect.Moved)
            {
                Assert.Equal(wanted, verdict.Units.SelectMany(u => Numbers(u.Range)).Order());
                wanted.ForEach(n => owner[n] = trade.Buyer);
            }
        }

        Assert.Equal(tonnes, proof.Accounts.Sum(a => a.Closing));
        Assert.All(proof.Accounts, a => Assert.Equal(owner.Count(o => o.Value == a.Account), a.Closing));
        Assert.All(proof.Blocks, b => Assert.All(Numbers(b.Units.Range), n => Assert.Equal(owner[n], b.Stays[^1].Account)));
    }

    private static ClearingSession Random(Random random)
    {
        var holdings = new List<SessionHolding>();
        var statement = new List<StatedHolding>();
        for (ulong next = 1; next < 60;)
        {
            var range = new BlockRange(next, next + (ulong)random.Next(8));
            var status = random.Next(6) switch { 0 => ShadowAccount.Quarantined, 1 => ShadowAccount.Retired, 2 => ShadowAccount.Pledged, _ => ShadowAccount.Free };
            var account = Accounts[random.Next(Accounts.Length)];
            holdings.Add(new SessionHolding(account, new Parcel(new UnitLot("icm", "s", "ccc", 2025), range), status) { Expires = random.Next(3) == 0 ? Day.PlusDays(random.Next(3) - 1) : null });
            if (random.Next(8) > 0)
            {
                statement.Add(new StatedHolding(new SerialBlock("icm", "s", range), status == ShadowAccount.Retired ? StatedStatus.Ended : StatedStatus.Held) { Account = account, Expires = holdings[^1].Expires ?? (random.Next(5) == 0 ? Day.PlusDays(random.Next(3) - 1) : null) });
            }

            next = range.End.ToUInt64() + 1 + (ulong)random.Next(2);
        }

        var trades = Enumerable.Range(0, random.Next(25)).Select(i => Trade(random, i)).ToList();
        return new ClearingSession(Sessions.Read().Terms, trades, holdings, statement);
    }

    private static SessionTrade Trade(Random random, int number)
    {
        var start = (ulong)random.Next(1, 60);
        var range = new BlockRange(start, start + (ulong)random.Next(5));
        var byBlock = random.Next(2) == 0;
        var id = number.ToString(CultureInfo.InvariantCulture);
        return new SessionTrade(id, Opening + Duration.FromSeconds(random.Next(20)), Accounts[random.Next(3)], Accounts[random.Next(3)], byBlock ? (long)range.Count.ToUInt64() : random.Next(1, 12), Inr.FromRupees(900), "ccc")
        {
            Block = byBlock ? new SerialBlock("icm", "s", range) : null,
            Exchange = random.Next(6) == 0 ? ExchangeVerdict.Rejected : null,
        };
    }

    private static IEnumerable<ulong> Numbers(BlockRange range)
    {
        for (var number = range.Start.ToUInt64(); number <= range.End.ToUInt64(); number++)
        {
            yield return number;
        }
    }
}
