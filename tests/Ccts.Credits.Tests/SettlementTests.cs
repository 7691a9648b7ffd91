using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Credits.Settlement;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Settlement;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Credits.Tests;

/// <summary>A session of two trades, the second of which sells on what the first bought; each side is made to differ in turn.</summary>
public sealed class SettlementTests
{
    private const string Trades = "trade,at,seller,buyer,tonnes,price,kind,verdict\nT1,2026-11-23T04:31:00Z,cement,steel,100,900 INR,ccc,accepted\nT2,2026-11-23T04:32:00Z,steel,paper,40,910 INR,ccc,accepted\nT3,2026-11-23T04:33:00Z,paper,steel,7,900 INR,ccc,rejected\n";
    private const string Owed = "trade,tonnes,amount,seller,buyer\nT1,100,90000 INR,cement,steel\nT2,40,36400 INR,steel,paper\n";
    private const string Delivered = "trade,registry,scope,start,end\nT1,icm,s,1,60\nT1,icm,s,61,100\nT2,icm,s,1,40\n";
    private const string Paid = "trade,amount\nT1,90000 INR\nT2,36400 INR\n";
    private const string Net = "account,amount\ncement,90000 INR\nsteel,-53600 INR\npaper,-36400 INR\n";
    private const string Stated = "account,registry,scope,start,end,status\npaper,icm,s,1,40,held\nsteel,icm,s,41,100,held\ncement,icm,s,101,1000,held\n";

    // The trades are delivered on their day.
    private static readonly Instant At = Instant.FromUtc(2026, 11, 23, 6, 0);

    private readonly ProblemList _problems = new();

    [Fact]
    public void A_session_whose_sides_say_the_same_is_settled()
    {
        Assert.True(Check() is { IsSettled: true });
        Assert.True(Check(funds: Net).IsSettled);
    }

    [Theory]
    [InlineData("settlement", "T1,100,90000", "T1,101,90000", "T1 settlement tonnes-differ")]
    [InlineData("settlement", "36400 INR", "36400.01 INR", "T2 settlement amount-differs")]
    [InlineData("settlement", "steel,paper", "steel,cement", "T2 settlement party-differs")]
    [InlineData("settlement", "T2,40", "T3,40", "T2 settlement missing|T3 settlement unknown-trade")]
    [InlineData("settlement", "T2,40,36400 INR,steel,paper\n", "T2,40,36400 INR,steel,paper\nT2,40,36400 INR,steel,paper\n", "T2 settlement stated-twice")]
    [InlineData("delivery", "T1,icm,s,61,100\n", "", "T1 delivery tonnes-differ|T1 ledger blocks-differ")]
    [InlineData("delivery", "T1,icm,s,61,100", "T1,icm,s,51,90", "T1 delivery delivered-twice|T1 ledger blocks-differ")]
    [InlineData("delivery", "T2,icm,s,1,40", "T2,icm,s,101,140", "T1 registry not-at-registry|T2 ledger blocks-differ|T2 registry not-at-registry")]
    [InlineData("funds", "T2,36400 INR", "T2,36399 INR", "T2 funds amount-differs")]
    [InlineData("funds", "T1,90000 INR\n", "", "T1 funds missing")]
    [InlineData("net", "steel,-53600 INR", "steel,-53601 INR", "steel funds amount-differs")]
    [InlineData("net", "paper,-36400 INR", "mill,-36400 INR", "mill funds unknown-account|paper funds missing")]
    [InlineData("settlement", "T1,100,90000 INR,cement,steel\nT2,40,36400 INR,steel,paper", "T1,40,36400 INR,steel,paper\nT2,100,90000 INR,cement,steel", "T1 settlement tonnes-differ|T1 settlement amount-differs|T1 settlement party-differs|T2 settlement tonnes-differ|T2 settlement amount-differs|T2 settlement party-differs")]
    [InlineData("delivery", "T2,icm,s,1,40\n", "T2,icm,s,1,40\nT2,icm,s,1,40\n", "T2 delivery tonnes-differ|T2 delivery delivered-twice")]
    [InlineData("delivery", "T1,icm,s,61,100\nT2,icm,s,1,40", "T2,icm,s,61,100\nT1,icm,s,1,40", "T1 delivery delivered-twice|T1 ledger blocks-differ|T1 registry not-at-registry|T2 ledger blocks-differ|T2 registry not-at-registry")]
    [InlineData("funds", "T1,90000 INR\nT2,36400 INR", "T1,36400 INR\nT2,90000 INR", "T1 funds amount-differs|T2 funds amount-differs")]
    [InlineData("funds", "T1,90000 INR\n", "T1,90000 INR\nT1,90000 INR\n", "T1 funds stated-twice")]
    [InlineData("net", "steel,-53600 INR\n", "steel,-53600 INR\nsteel,-53600 INR\n", "steel funds amount-differs")]
    [InlineData("net", "steel,-53600 INR\n", "steel,53600 INR\n", "steel funds amount-differs")]
    [InlineData("statement", "paper,icm,s,1,40,held", "steel,icm,s,1,40,held", "T2 registry not-at-registry")]
    [InlineData("statement", "steel,icm,s,41,100,held", "steel,icm,s,41,99,held", "T1 registry not-at-registry")]
    [InlineData("statement", "steel,icm,s,41,100,held", "steel,icm,s,41,100,retired", "T1 registry not-at-registry")]
    public void What_one_side_says_otherwise_is_told(string file, string from, string to, string findings)
    {
        string Of(string name, string text) => name == file ? text.Replace(from, to, StringComparison.Ordinal) is var changed && changed != text ? changed : throw new InvalidOperationException(from) : text;
        var result = Check(Of("settlement", Owed), Of("delivery", Delivered), file == "net" ? Of("net", Net) : Of("funds", Paid), Of("statement", Stated));
        Assert.Equal(findings.Split('|'), result.Findings.Select(f => $"{f.Trade} {f.Side} {f.Code}"));
        Assert.All(result.Findings.Where(f => f.Code is not ("missing" or "not-at-registry")), f => Assert.True(f.Place.Line > 0));
    }

    /// <summary>What was delivered is what was traded: the block, the kind, the vintage, and units that were valid.</summary>
    [Theory]
    [InlineData("T1,icm,s,1,100", "held,ccc,2025,2025-06-01,2028-05-31", "")]
    [InlineData("T1,icm,s,1,60\nT1,icm,s,61,100", "held,ccc,2025,,", "")]
    [InlineData("T1,icm,s,501,600", "held,ccc,2025,,", "T1 delivery other-units")]
    [InlineData("T1,icm,s,1,100", "held,offset-ccc,2025,,", "T1 registry other-units")]
    [InlineData("T1,icm,s,1,100", "held,ccc,2023,,", "T1 registry other-units")]
    [InlineData("T1,icm,s,1,100", "held,ccc,2025,2024-01-01,2025-01-01", "T1 registry not-valid")]
    [InlineData("T1,icm,s,1,100", "held,ccc,2025,2026-11-25,", "T1 registry not-valid")]
    [InlineData("T1,icm,S,1,100", "held,ccc,2025,,", "T1 delivery other-units| trades two-spellings")]
    public void Other_units_than_were_traded_are_told(string delivered, string stated, string findings)
    {
        var (files, scope) = (new SettlementFiles(_problems), delivered.Contains(",S,", StringComparison.Ordinal) ? "S" : "s");
        var trades = SettlementTrade.Of(new SessionFiles(_problems).Trades(Bytes("trade,at,seller,buyer,tonnes,price,kind,vintage,registry,scope,start,end\nT1,2026-11-24T10:30:00Z,steel,cement,100,900 INR,ccc,2025,icm,s,1,100\n"), "t.csv"));
        var result = SettlementCheck.Of(new SessionSettlement(trades)
        {
            Delivery = files.Delivery(Bytes("trade,registry,scope,start,end\n" + delivered + "\n"), "d.csv"),
            Registry = new SessionFiles(_problems).Statement(Bytes($"account,registry,scope,start,end,status,kind,vintage,issued,expires\ncement,icm,{scope},1,600,{stated}\n"), "s.csv"),
        });
        Assert.Empty(_problems.ToList());
        Assert.Equal(findings, string.Join("|", result.Findings.OrderByDescending(f => f.Trade.Length).Select(f => $"{(f.Code == "two-spellings" ? "" : f.Trade)} {f.Side} {f.Code}")));
    }

    /// <summary>Units that were valid on the day of the trade and not on that of their delivery, and kinds that nobody states.</summary>
    [Theory]
    [InlineData("held,ccc,2025,,2026-11-24", "T1 registry not-valid", "")]
    [InlineData("held,ccc,2025,,2026-11-25", "", "")]
    [InlineData("held,,,,", "", "kinds vintages")]
    [InlineData("held,ccc,,,", "", "vintages")]
    public void Units_are_valid_when_they_are_delivered_and_of_a_kind_that_somebody_states(string stated, string findings, string unseen)
    {
        var files = new SettlementFiles(_problems);
        var trades = SettlementTrade.Of(new SessionFiles(_problems).Trades(Bytes("trade,at,seller,buyer,tonnes,price,kind,vintage\nT1,2026-11-23T10:30:00Z,steel,cement,100,900 INR,ccc,2025\n"), "t.csv"));
        var result = SettlementCheck.Of(new SessionSettlement(trades)
        {
            Delivery = files.Delivery(Bytes("trade,registry,scope,start,end,day\nT1,icm,s,1,100,2026-11-25\n"), "d.csv"),
            Registry = new SessionFiles(_problems).Statement(Bytes($"account,registry,scope,start,end,status,kind,vintage,issued,expires\ncement,icm,s,1,100,{stated}\n"), "s.csv"),
        });
        Assert.Empty(_problems.ToList());
        Assert.Equal(findings, string.Join("|", result.Findings.Select(f => $"{f.Trade} {f.Side} {f.Code}")));
        Assert.Equal(unseen, string.Join(" ", result.NotLookedAt.Where(n => n.EndsWith("for T1", StringComparison.Ordinal)).Select(n => n[..n.IndexOf(':', StringComparison.Ordinal)])));
    }

    /// <summary>The trades of a book have what its orders say, whether one side or both are in it.</summary>
    [Fact]
    public void The_trades_of_a_book_know_their_kind_and_who_trades()
    {
        var book = new Ccts.Credits.Orders.OrderBook(new Ccts.Credits.Journals.InMemoryLines());
        Ccts.Credits.Orders.TradeOrder Order(string id, Ccts.Credits.Orders.OrderSide side, string who) => new()
        {
            Id = id, Type = Ccts.Credits.Orders.OrderType.Market, Side = side, Quantity = 100, Kind = "ccc", TimeInForce = Ccts.Credits.Orders.TimeInForce.GoodTillCancelled, UserId = "u", OrganizationId = who,
            Credits = new() { Vintages = side == Ccts.Credits.Orders.OrderSide.Buy ? [2025] : [] }, Settlement = Ccts.Credits.Orders.SettlementTerm.NextDay, CreatedAt = Given.Now,
        };
        Assert.Null(book.Submit("s", Order("S", Ccts.Credits.Orders.OrderSide.Sell, "steel")).Refusal);
        Assert.Null(book.Submit("b", Order("B", Ccts.Credits.Orders.OrderSide.Buy, "cement")).Refusal);
        Assert.Null(book.Fill("f1", Given.Now, "S", "T1", 60, Inr.FromRupees(900m)).Refusal);
        Assert.Null(book.Fill("f2", Given.Now, "B", "T1", 60, Inr.FromRupees(900m)).Refusal);
        Assert.Null(book.Fill("f3", Given.Now, "S", "T2", 40, Inr.FromRupees(900m)).Refusal);
        var trades = SettlementTrade.Of(book);
        Assert.Equal([("T1", 60L, "steel", "cement", "ccc", 2025), ("T2", 40L, "steel", null, "ccc", null)], trades.Select(t => (t.Id, t.Tonnes, t.Seller!, t.Buyer, t.Kind!.Name, t.Vintage)));
        Assert.Equal(54_000m, trades[0].Amount.Rupees);
    }

    [Fact]
    public void What_the_ledger_moved_is_of_the_kind_that_was_traded()
    {
        var trades = Read().Select(t => t with { Kind = "offset-ccc" }).ToList();
        Assert.Equal(["T1 ledger other-units", "T2 ledger other-units"], SettlementCheck.Of(new SessionSettlement(trades) { Ledger = SettlementFiles.Ledger(Moved()) }).Findings.Select(f => $"{f.Trade} {f.Side} {f.Code}"));
        Assert.Empty(SettlementCheck.Of(new SessionSettlement(Read()) { Ledger = SettlementFiles.Ledger(Moved()) }).Findings);
        Assert.Contains(SettlementCheck.Of(new SessionSettlement([Read()[0] with { Buyer = "Cement " }])).Findings, f => f.Code == "seller-is-buyer");
        Assert.Contains(SettlementCheck.Of(new SessionSettlement([.. Read(), Read()[0] with { Id = "t1" }])).Findings, f => f is { Trade: "t1", Code: "two-spellings" });
    }

    [Fact]
    public void A_third_account_may_be_the_second_in_another_spelling()
    {
        var trades = new[] { "Broker SA", "Broker AG", "BROKER AG" }.Select((buyer, i) => Read()[0] with { Id = $"T{i}", Buyer = buyer }).ToList();
        var told = Assert.Single(SettlementCheck.Of(new SessionSettlement(trades)).Findings, f => f.Code == "two-spellings");
        Assert.Contains("\"BROKER AG\" is \"Broker AG\"", told.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_given_is_not_settled_in_silence()
    {
        var result = SettlementCheck.Of(new SessionSettlement(Read()));
        Assert.Equal((0, 5, false), (result.Findings.Count, result.NotLookedAt.Count, result.IsSettled));
        var files = new SettlementFiles(_problems);
        result = SettlementCheck.Of(new SessionSettlement(Read()) { Registry = new SessionFiles(_problems).Statement(Bytes(Stated), "s.csv"), Delivery = files.Delivery(Bytes("trade,tonnes\nT1,100\nT2,40\n"), "d.csv") });
        Assert.Contains("registry: no file says which numbers were delivered for T1, T2", result.NotLookedAt);
    }

    /// <summary>A trade that the exchange states twice is told, once, and stops nothing else from being compared.</summary>
    [Fact]
    public void A_trade_stated_twice_is_told()
    {
        SettlementTrade[] trades = [new("T1", 100, Inr.FromRupees(90_000m)), new("T2", 40, Inr.FromRupees(36_400m)), new("T1", 7, Inr.FromRupees(1m))];
        var files = new SettlementFiles(_problems);
        var result = SettlementCheck.Of(new SessionSettlement(trades) { Settlement = files.Settlement(Bytes("trade,tonnes,amount\nT1,100,90000 INR\nT2,40,36401 INR\n"), "s.csv"), Funds = [new SettlementRow(null) { Account = "" }] });
        Assert.Equal(["  funds not-stated", "T1 trades stated-twice", "T2 settlement amount-differs"], result.Findings.Select(f => $"{f.Trade} {f.Side} {f.Code}").Select(f => f.StartsWith(' ') ? " " + f : f));
    }

    [Theory]
    [InlineData("trade,amount\nT1,\n")]
    [InlineData("trade,amount\nT1,many\n")]
    [InlineData("trade,amount\n,5 INR\n")]
    [InlineData("trade,account,amount\nT1,steel,5 INR\n")]
    [InlineData("trade,sum\nT1,5 INR\n")]
    public void A_row_that_cannot_be_read_is_an_error_with_its_place(string funds)
    {
        Assert.Empty(new SettlementFiles(_problems).Funds(Bytes(funds), "funds.csv"));
        Assert.True(_problems.HasErrors);
        Assert.All(_problems.ToList(), p => Assert.True(p.Place.Line > 0));
    }

    /// <summary>A column that happens to have the reader's own name is not read when the mapping names another source.</summary>
    [Fact]
    public void A_mapping_alone_says_what_is_read()
    {
        const string mapping = """{"format":"ccts-settlement-mapping/1","source":"made up","funds":{"columns":{"account":"Member","amount":{"column":"Net","unit":"INR","thousands":","}},"ignore":["*"]}}""";
        Assert.True(SettlementMapping.TryRead(Bytes(mapping), "m.json", out var read, out _));
        var rows = new SettlementFiles(_problems, read).Funds(Bytes("account,Member,Net,trade\nwrong,steel,\"-1,00,000.50\",T9\n,paper,\"100,000\",\n"), "bank.csv");
        Assert.Empty(_problems.ToList());
        Assert.Equal([("steel", "-100000.5 INR"), ("paper", "100000 INR")], rows.Select(r => (r.Account, r.Amount.ToString())));
        Assert.Empty(new SettlementFiles(_problems, read).Funds(Bytes("Member,Net\nsteel,\"1,0000\"\n"), "bank.csv"));
        Assert.Equal((2, 7), _problems.ToList().Select(p => (p.Place.Line, p.Place.Column)).Single());
    }

    [Theory]
    [InlineData("T1,icm,s,5,4,")]
    [InlineData("T1,icm,s,5,,")]
    [InlineData("T1,,s,5,6,")]
    [InlineData("T1,icm,s,1,60,61")]
    [InlineData("T1,icm,s,1,99999999999999999999,")]
    [InlineData("T1,,,,,")]
    [InlineData("T1,,,,,0")]
    public void A_block_that_is_none_is_an_error(string row)
    {
        Assert.Empty(new SettlementFiles(_problems).Delivery(Bytes("trade,registry,scope,start,end,tonnes\n" + row + "\n"), "d.csv"));
        Assert.Equal(2, Assert.Single(_problems.ToList()).Place.Line);
    }

    private SettlementResult Check(string settlement = Owed, string delivery = Delivered, string funds = Paid, string statement = Stated)
    {
        var files = new SettlementFiles(_problems);
        var session = new SessionSettlement(Read())
        {
            Settlement = files.Settlement(Bytes(settlement), "settlement.csv"), Delivery = files.Delivery(Bytes(delivery), "delivery.csv"), Funds = files.Funds(Bytes(funds), "funds.csv"),
            Registry = new SessionFiles(_problems).Statement(Bytes(statement), "statement.csv"), Ledger = SettlementFiles.Ledger(Moved()),
        };
        Assert.Empty(_problems.ToList());
        return SettlementCheck.Of(session);
    }

    private IReadOnlyList<SettlementTrade> Read() => SettlementTrade.Of(new SessionFiles(_problems).Trades(Bytes(Trades), "trades.csv"));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    // The trades as the SDK's own delivery versus payment settles them.
    private static List<JournalEntry> Moved()
    {
        var journal = new InMemoryJournal();
        var ledger = new LedgerEngine(journal, LedgerPolicy.Bare);
        ledger.Execute(new IssueUnits("issue", At, "cement", new Parcel(new UnitLot("icm", "s", "ccc", 2025), new BlockRange(1, 1000))));
        foreach (var (id, seller, buyer, tonnes) in new[] { ("T1", "cement", "steel", 100UL), ("T2", "steel", "paper", 40UL) })
        {
            var trade = new DeliveryVersusPayment(new Delivery(id, seller, buyer, new ChosenUnits(Given.Block(1, tonnes)), Inr.FromRupees(1m), At + Duration.FromDays(1)));
            var step = trade.On(DeliverySignal.Begin, At);
            step = step.Next.Answered(step.Command!.Key, ledger.Execute(step.Command).Refusal, At);
            step = step.Next.On(DeliverySignal.PaymentConfirmed, At);
            Assert.Equal(DeliveryState.Settled, step.Next.Answered(step.Command!.Key, ledger.Execute(step.Command).Refusal, At).Next.State);
        }

        return journal.Read(0).ToList();
    }
}
