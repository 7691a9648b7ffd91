using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Ccts.Rules.Clearing;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Benchmarks.Scale;

/// <summary>What the trades of a made-up session are like.</summary>
internal enum TradeMix
{
    /// <summary>Small lots of what the seller has, one in ten by its block; nearly all are permitted.</summary>
    Honest,

    /// <summary>Blocks of other accounts.</summary>
    OthersBlocks,

    /// <summary>More than there is, always by the same few sellers.</summary>
    Oversold,

    /// <summary>No price band is stated, so that every trade is set aside, and the next one names the same block.</summary>
    SetAside,
}

/// <summary>A session made up by arithmetic: ten thousand blocks of a thousand tonnes in a hundred accounts.</summary>
internal static class MadeUpSession
{
    internal const int Blocks = 10_000;
    private const int Accounts = 100;
    private const int Tonnes = 1_000;
    private static readonly Instant Opens = Instant.FromUtc(2026, 11, 23, 4, 30);

    internal static ClearingSession Of(Ruleset ruleset, int trades, TradeMix mix)
    {
        var holdings = Enumerable.Range(0, Blocks).Select(i => new SessionHolding(Account(i), new Parcel(new UnitLot("icm", "s", "ccc", 2025), Range(i, 0, Tonnes)), ShadowAccount.Free)
        {
            Issued = new LocalDate(2026, 5, 1).PlusDays(i % 30),
        });
        var statement = Enumerable.Range(0, Blocks).Select(i => new StatedHolding(new SerialBlock("icm", "s", Range(i, 0, Tonnes)), StatedStatus.Held) { Account = Account(i) });
        return new ClearingSession(Terms(ruleset, mix), Enumerable.Range(0, trades).Select(i => Trade(i, mix)), holdings, statement);
    }

    private static SessionTrade Trade(int i, TradeMix mix)
    {
        // Gone through by a step that has nothing in common with their number, the blocks come in no order.
        var block = (int)(i * 7_919L % Blocks);
        var (seller, buyer) = (Account(block), Account(block + 1 + (i % 7)));
        var offset = i / Blocks % (Tonnes / 10) * 10;
        var id = "T" + i.ToString(CultureInfo.InvariantCulture);
        var at = Opens + Duration.FromMilliseconds(i);
        SessionTrade Of(string from, string to, long tonnes, BlockRange? range) => new(id, at, from, to, tonnes, Inr.FromRupees(900m + (i % 50)), "ccc") { Block = range is { } numbers ? new SerialBlock("icm", "s", numbers) : null };
        return mix switch
        {
            TradeMix.OthersBlocks => Of(buyer, seller, 10, Range(block, offset, 10)),
            TradeMix.Oversold => Of(Account(i % 3), Account(50), 900_000_000, null),
            TradeMix.SetAside => Of(Account(block = (int)(i / 2 * 7_919L % Blocks)), Account(block + 1), 10, Range(block, i / 2 / Blocks * 10, 10)),
            _ => i % 10 == 0 ? Of(seller, buyer, 10, Range(block, Tonnes - 10 - offset, 10)) : Of(seller, buyer, 1 + (i % 9), null),
        };
    }

    private static SessionTerms Terms(Ruleset ruleset, TradeMix mix)
    {
        var band = mix == TradeMix.SetAside ? "" : "\"session.floor-price\": \"800 INR\", \"session.forbearance-price\": \"1200 INR\",";
        var json = $$"""{ "id": "made up", "purpose": "trade", "year": "2025-26", "date": "2026-11-23", "facts": { {{band}} "market.paused": false, "market.segment": "compliance", "trade.venue": "power-exchange", "unit.double-use": false } }""";
        return DecisionRequestReader.TryRead(Encoding.UTF8.GetBytes(json), null, ruleset.Rules.Vocabulary, out var stated, out var problems)
            ? new SessionTerms("made up", stated!) { Opens = Opens, Closes = Opens + Duration.FromHours(2), Breaches = new List<SellerBreach>() }
            : throw new InvalidOperationException(string.Join('\n', problems));
    }

    private static string Account(int block) => "account-" + (block % Accounts).ToString("000", CultureInfo.InvariantCulture);

    private static BlockRange Range(int block, int offset, int tonnes) => new((ulong)((block * Tonnes) + offset + 1), (ulong)((block * Tonnes) + offset + tonnes));
}
