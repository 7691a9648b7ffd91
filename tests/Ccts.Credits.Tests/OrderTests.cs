using System;
using System.Linq;
using System.Text;
using Ccts.Credits.Attributes;
using Ccts.Credits.Journals;
using Ccts.Credits.Orders;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Sdk.Entities.Calendars;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Quantities;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Credits.Tests;

public class OrderTests
{
    private static readonly TradeOrder Limit = new()
    {
        Id = "O-1", Type = OrderType.Limit, Side = OrderSide.Sell, Quantity = 100, Kind = "ccc", LimitPrice = Rupees(800), TimeInForce = TimeInForce.GoodTillCancelled,
        UserId = "u", OrganizationId = "CMTOE085RJ", Settlement = SettlementTerm.NextDay, CreatedAt = Given.Now,
    };

    private readonly OrderBook _book = new(new InMemoryLines());

    [Fact]
    public void A_limit_order_fills_in_parts_and_never_beyond_its_price_or_quantity()
    {
        Submit(Limit);
        Assert.Equal("beyond-limit", Fill(1, 60, 799.99m));
        Assert.Null(Fill(2, 60, 800m));
        Assert.Equal((OrderStatus.Partial, 40), (Now.Status, Now.Left));
        Assert.Equal("fill-quantity", Fill(3, 41, 900m));
        Assert.Equal("fill-quantity", Fill(4, 0, 900m));
        Assert.Null(Fill(5, 40, 900m));
        Assert.Equal((OrderStatus.Filled, 84_000m, 840m), (Now.Status, Now.TotalCost.Rupees, Now.AveragePrice));
        Assert.Equal("order-over", Fill(6, 1, 900m));
        Assert.Equal("order-over", _book.Cancel("c", Given.Now, "O-1", "x").Refusal?.Code);
        Assert.Equal(84_000m, _book.Fills.Sum(f => f.Price.Rupees * f.Tonnes));
    }

    [Fact]
    public void A_fill_told_twice_is_one()
    {
        Submit(Limit);
        Assert.Null(Fill(1, 60, 800m));
        Assert.Null(Fill(1, 60, 800m));
        Assert.Equal("trade-known", _book.Fill("other", Given.Now, "O-1", "T1", 10, Rupees(800)).Refusal?.Code);
        Assert.Equal(60, Now.FilledQuantity);
    }

    [Fact]
    public void Fill_or_kill_is_all_or_nothing_and_what_an_immediate_order_leaves_is_cancelled()
    {
        Submit(Limit with { TimeInForce = TimeInForce.FillOrKill });
        Assert.Equal("fill-or-kill", Fill(1, 99, 800m));
        Assert.Equal(["O-1"], _book.Sweep("s", Given.Now + Duration.FromSeconds(1)));
        Assert.Equal(OrderStatus.Cancelled, Now.Status);

        Submit(Limit with { Id = "O-2", TimeInForce = TimeInForce.ImmediateOrCancel });
        Assert.True(_book.Fill("f1", Given.Now, "O-2", "T1", 30, Rupees(800)).IsAccepted);
        Assert.True(_book.Fill("f2", Given.Now, "O-2", "T2", 30, Rupees(800)).IsAccepted);
        Assert.Equal("immediate-or-cancel", _book.Fill("f3", Given.Now + Duration.FromSeconds(1), "O-2", "T3", 30, Rupees(800)).Refusal?.Code);
        Assert.Equal(["O-2"], _book.Sweep("s2", Given.Now + Duration.FromSeconds(1)));
        Assert.Equal((OrderStatus.Cancelled, 60), (_book.Find("O-2")!.Status, _book.Find("O-2")!.FilledQuantity));
    }

    [Fact]
    public void A_stop_order_waits_for_its_price_and_a_dated_one_for_its_day()
    {
        Submit(Limit with { Type = OrderType.Stop, LimitPrice = null, StopPrice = Rupees(700) });
        Assert.Equal("stop-not-reached", Fill(1, 10, 700m));
        Assert.Equal("stop-not-reached", _book.Trigger("t1", Given.Now, "O-1", Rupees(701)).Refusal?.Code);
        Assert.True(_book.Trigger("t2", Given.Now, "O-1", Rupees(700)).IsAccepted);
        Assert.Null(Fill(2, 10, 650m));

        Submit(Limit with { Id = "O-2", TimeInForce = TimeInForce.GoodTillDate, GoodTillDate = Given.Day });
        Assert.Empty(_book.Sweep("s", Given.Now));
        Assert.Equal("order-over", _book.Fill("f", Given.Now + Duration.FromDays(1), "O-2", "T", 1, Rupees(800)).Refusal?.Code);
        Assert.Equal(["O-2"], _book.Sweep("s", Given.Now + Duration.FromDays(1)));
    }

    [Fact]
    public void What_comes_on_another_day_or_before_its_time_fills_nothing()
    {
        foreach (var force in new[] { TimeInForce.FillOrKill, TimeInForce.ImmediateOrCancel })
        {
            Submit(Limit with { Id = force.ToString(), TimeInForce = force });
            Assert.Equal("order-over", _book.Fill("f" + force, Given.Now + Duration.FromDays(1), force.ToString(), "T", 100, Rupees(800)).Refusal?.Code);
        }

        var stop = Limit with { Type = OrderType.Stop, LimitPrice = null, StopPrice = Rupees(700), TimeInForce = TimeInForce.GoodTillDate, GoodTillDate = Given.Day };
        Submit(stop);
        Assert.Equal("order-over", _book.Trigger("t1", Given.Now + Duration.FromDays(1), "O-1", Rupees(700)).Refusal?.Code);
        Assert.True(_book.Trigger("t2", Given.Now + Duration.FromMinutes(5), "O-1", Rupees(700)).IsAccepted);
        Assert.Equal("stop-not-reached", Fill(1, 10, 650m));
        Assert.True(_book.Fill("f2", Given.Now + Duration.FromMinutes(6), "O-1", "T2", 10, Rupees(650)).IsAccepted);
    }

    /// <summary>What an exchange reports late is judged by its own time: nothing is filled before its price was reached, however much was filled since.</summary>
    [Fact]
    public void What_is_reported_late_is_judged_by_its_own_time()
    {
        var before = Given.Now - Duration.FromSeconds(1);
        Submit(Limit with { Type = OrderType.Stop, LimitPrice = null, StopPrice = Rupees(700) });
        Assert.Equal("before-order", _book.Trigger("t0", before, "O-1", Rupees(700)).Refusal?.Code);
        Assert.Equal("before-order", _book.Cancel("c0", before, "O-1", "x").Refusal?.Code);
        Assert.Equal("before-order", _book.Reject("r0", before, "O-1", "x").Refusal?.Code);
        Assert.True(_book.Trigger("t1", Given.Now + Duration.FromMinutes(5), "O-1", Rupees(700)).IsAccepted);
        Assert.True(_book.Fill("f1", Given.Now + Duration.FromMinutes(9), "O-1", "T1", 10, Rupees(650)).IsAccepted);
        Assert.Equal("stop-not-reached", _book.Fill("f2", Given.Now + Duration.FromMinutes(4), "O-1", "T2", 10, Rupees(650)).Refusal?.Code);
        Assert.True(_book.Fill("f3", Given.Now + Duration.FromMinutes(6), "O-1", "T3", 10, Rupees(650)).IsAccepted);
        Assert.Equal((20, Given.Now + Duration.FromMinutes(9)), (Now.FilledQuantity, Now.UpdatedAt));
    }

    [Fact]
    public void A_trade_has_one_price_on_both_sides()
    {
        Submit(Limit);
        Submit(Limit with { Id = "O-2", Side = OrderSide.Buy, LimitPrice = Rupees(900), OrganizationId = "CMTOE086RJ" });
        Assert.Null(Fill(1, 60, 850m));
        Assert.Equal("trade-differs", _book.Fill("b1", Given.Now, "O-2", "T1", 60, Rupees(851)).Refusal?.Code);
        Assert.True(_book.Fill("b2", Given.Now, "O-2", "T1", 60, Rupees(850)).IsAccepted);
    }

    [Fact]
    public void A_price_that_no_sum_could_hold_is_refused_and_nothing_is_written()
    {
        Submit(Limit with { Quantity = 1_000_000_000_000, LimitPrice = Rupees(1) });
        Assert.Equal("fill-price", Fill(1, 1_000_000_000_000, decimal.MaxValue));
        Assert.Equal("fill-price", Fill(2, 1, 1.0000001m));
        Assert.Null(Fill(3, 999_999_999_999, 999_999_999.999999m));
        Assert.Equal(999_999_999.999999m * 999_999_999_999m, Now.TotalCost.Rupees);
        Assert.Equal(1, Now.Left);
    }

    [Fact]
    public void An_order_that_makes_no_sense_is_refused()
    {
        TradeOrder[] bad =
        [
            Limit with { Quantity = 0 }, Limit with { LimitPrice = null }, Limit with { StopPrice = Rupees(1) }, Limit with { LimitPrice = Rupees(0) }, Limit with { GoodTillDate = Given.Day },
            Limit with { TimeInForce = TimeInForce.GoodTillDate }, Limit with { Type = OrderType.Market }, Limit with { Kind = " " },
            Limit with { Id = "N/A" }, Limit with { UserId = "-" }, Limit with { OrganizationId = "M/s Unknown Ltd" }, Limit with { Kind = "null" }, Limit with { Kind = "green-credit" },
            Limit with { Type = OrderType.Stop, LimitPrice = null, StopPrice = Rupees(1), TimeInForce = TimeInForce.FillOrKill },
            Limit with { TimeInForce = TimeInForce.GoodTillDate, GoodTillDate = Given.Day.PlusDays(-1) }, Limit with { Credits = new CreditFilter { MinQualityScore = 100.1m } }, Limit with { Credits = new CreditFilter { MinPermanenceYears = -1 } },
        ];
        Assert.All(bad, o => Assert.Equal("order-fault", _book.Submit("k", o).Refusal?.Code));
        TradeOrder[] unheard = [Limit with { Type = (OrderType)9, LimitPrice = null }, Limit with { Side = (OrderSide)9 }, Limit with { TimeInForce = (TimeInForce)9 }, Limit with { Settlement = (SettlementTerm)9 }];
        Assert.All(unheard, o => Assert.Equal("malformed", _book.Submit("k", o).Refusal?.Code));
    }

    /// <summary>Weekends, a holiday within, a run of four days off, and the end of a year; the holidays are made up.</summary>
    [Theory]
    [InlineData(SettlementTerm.Immediate, "2026-01-16", "2026-01-16")]
    [InlineData(SettlementTerm.NextDay, "2026-01-15", "2026-01-16")]
    [InlineData(SettlementTerm.NextDay, "2026-01-16", "2026-01-19")]
    [InlineData(SettlementTerm.SecondDay, "2026-01-16", "2026-01-20")]
    [InlineData(SettlementTerm.Immediate, "2026-01-17", "2026-01-19")]
    [InlineData(SettlementTerm.NextDay, "2026-11-23", "2026-11-25")]
    [InlineData(SettlementTerm.SecondDay, "2026-11-23", "2026-11-26")]
    [InlineData(SettlementTerm.Immediate, "2026-11-24", "2026-11-25")]
    [InlineData(SettlementTerm.NextDay, "2026-04-02", "2026-04-08")]
    [InlineData(SettlementTerm.SecondDay, "2026-04-02", "2026-04-09")]
    [InlineData(SettlementTerm.NextDay, "2026-12-30", "2027-01-04")]
    [InlineData(SettlementTerm.SecondDay, "2026-12-30", "2027-01-05")]
    [InlineData(SettlementTerm.Immediate, "2026-12-31", "2027-01-04")]
    public void It_settles_so_many_working_days_later(SettlementTerm term, string day, string settles)
    {
        var calendar = WorkingDaysReader.Read(Encoding.UTF8.GetBytes("""
            day,name,source
            Saturday,weekend,made up
            Sunday,weekend,made up
            2026-04-03,first of a long holiday,made up
            2026-04-06,third,made up
            2026-04-07,last,made up
            2026-11-24,a day,made up
            2026-12-31,year end,made up
            2027-01-01,new year,made up
            """));
        Assert.Equal(Day(settles), (Limit with { Settlement = term }).SettlementDay(Day(day), calendar));
    }

    [Fact]
    public void Where_a_year_s_holidays_are_not_known_the_day_is_not()
    {
        var calendar = WorkingDaysReader.Read(Encoding.UTF8.GetBytes("day,name,source\nSaturday,weekend,made up\n2026-12-30,a day,made up\n"));
        Assert.Equal(new LocalDate(2026, 12, 31), (Limit with { Settlement = SettlementTerm.NextDay }).SettlementDay(new LocalDate(2026, 12, 29), calendar));
        Assert.Null((Limit with { Settlement = SettlementTerm.SecondDay }).SettlementDay(new LocalDate(2026, 12, 29), calendar));
        Assert.Null((Limit with { Settlement = SettlementTerm.Immediate }).SettlementDay(new LocalDate(2027, 1, 5), calendar));
        Assert.Null((Limit with { Settlement = SettlementTerm.NextDay }).SettlementDay(new LocalDate(2026, 1, 5), WorkingDays.Unknown));
    }

    [Fact]
    public void The_facts_of_an_order_are_the_ledgers()
    {
        var policy = LedgerPolicy.Bare with { Oversell = new OversellRule(3, 6) };
        var ledger = new LedgerEngine(new InMemoryJournal(), policy);
        var credits = new CreditBook(new InMemoryLines());
        ledger.Execute(new IssueUnits("i", Given.Now, "CMTOE085RJ", new Parcel(new UnitLot("icm", "s", "ccc", 2025, new LocalDate(2026, 1, 1)), new BlockRange(1, 300))));
        ledger.Execute(new ReserveUnits("r", Given.Now, "CMTOE085RJ", "r1", new OldestUnits("ccc", 50), ReservationPurpose.Sale));
        Assert.Equal(RefusalCode.Oversell, ledger.Execute(new ReserveUnits("x", Given.Now, "CMTOE085RJ", "r2", new OldestUnits("ccc", 900), ReservationPurpose.Sale)).Refusal?.Code);
        var session = new MarketSession { Opens = Given.Now - Duration.FromHours(1), Closes = Given.Now + Duration.FromHours(1), Segment = "compliance", Venue = "power-exchange", UnitDoubleUse = false, FloorPrice = Rupees(100), ForbearancePrice = Rupees(2000) };
        var requests = OrderFacts.Of(Limit, LedgerFacts.Of(ledger, "CMTOE085RJ"), credits, session, Given.Rules.Ruleset, Given.Now);
        var request = Assert.Single(requests.Requests);
        Assert.Equal((300m, 50m, 1m, Given.Day), (request.SellerRegistryBalance!.Value.Tonnes, request.SellerOpenSellQuantity!.Value.Tonnes, request.SellerBreachesInQuarter!.Value, request.SellerBarredUntil!.Value));
        Assert.Equal(Outcome.Permit, Given.Rules.Decide(request).Outcome);
        Assert.Equal(Outcome.Refer, Given.Rules.Decide(request with { UnitDoubleUse = null }).Outcome);
        Assert.Equal(100, requests.Units!.Blocks.Sum(b => (long)b.Count.ToUInt64()));

        var demanding = OrderFacts.Of(Limit with { Credits = new CreditFilter { MinQualityScore = 80 } }, LedgerFacts.Of(ledger, "CMTOE085RJ"), credits, session, Given.Rules.Ruleset, Given.Now);
        Assert.Contains("more fit is not known", demanding.Fault, StringComparison.Ordinal);
        Assert.Empty(demanding.Requests);
    }

    /// <summary>The exchange's word on a fill comes after the order was swept or cancelled: it is judged by its own time.</summary>
    [Theory]
    [InlineData(TimeInForce.GoodTillCancelled)]
    [InlineData(TimeInForce.ImmediateOrCancel)]
    public void A_fill_from_before_an_orders_end_is_taken_in_however_late_it_comes(TimeInForce time)
    {
        Submit(Limit with { TimeInForce = time });
        Assert.Null(Fill(1, 10, 800m));
        var end = Given.Now + Duration.FromHours(8);
        Assert.Null(_book.Cancel("c", end, "O-1", "by the member").Refusal);
        Assert.Null(Fill(2, 60, 800m));
        Assert.Equal((OrderStatus.Cancelled, 70, 0, end), (Now.Status, Now.FilledQuantity, Now.Left, Now.UpdatedAt));
        Assert.Equal("order-over", _book.Fill("late", end + Duration.FromSeconds(1), "O-1", "T9", 1, Rupees(800)).Refusal?.Code);
        Assert.Equal("fill-quantity", Fill(3, 31, 800m));
        Assert.Equal("order-over", _book.Cancel("d", Given.Now, "O-1", "x").Refusal?.Code);
        Assert.Null(Fill(4, 30, 800m));
        Assert.Equal((OrderStatus.Filled, 100), (Now.Status, Now.FilledQuantity));
        Assert.Equal("order-over", Fill(5, 1, 800m));
    }

    /// <summary>A trade has one quantity, whichever side reports it.</summary>
    [Fact]
    public void A_trade_is_of_as_many_tonnes_for_the_buyer_as_for_the_seller()
    {
        Submit(Limit);
        Submit(Limit with { Id = "O-2", Side = OrderSide.Buy, LimitPrice = Rupees(900), OrganizationId = "buyer" });
        Assert.Null(Fill(1, 60, 850m));
        Assert.Equal("trade-differs", _book.Fill("b1", Given.Now, "O-2", "T1", 70, Rupees(850)).Refusal?.Code);
        Assert.Null(_book.Fill("b2", Given.Now, "O-2", "T1", 60, Rupees(850)).Refusal);
    }

    /// <summary>A trade has one buyer and one seller, of one kind; an id in another spelling is the same.</summary>
    [Fact]
    public void A_trade_fills_one_order_on_each_side()
    {
        Submit(Limit);
        foreach (var id in new[] { "B-1", "B-2", "B-3" })
        {
            Submit(Limit with { Id = id, Side = OrderSide.Buy, LimitPrice = Rupees(900), Kind = id == "B-3" ? "offset-ccc" : "ccc", OrganizationId = "buyer" });
        }

        Assert.Null(_book.Fill("s", Given.Now, "O-1", "T-1", 60, Rupees(850)).Refusal);
        string? Buy(string key, string order, string trade) => _book.Fill(key, Given.Now, order, trade, 60, Rupees(850)).Refusal?.Code;
        Assert.Equal("trade-differs", Buy("k", "B-3", "T-1"));
        Assert.Equal("trade-known", _book.Fill("o", Given.Now, "O-1", "t-1", 40, Rupees(850)).Refusal?.Code);
        Assert.Null(Buy("b", "B-1", "T-1"));
        Assert.Equal("trade-known", Buy("c", "B-2", "T-1"));
        Assert.Equal("trade-known", Buy("d", "B-2", "t-1 "));
        Assert.Null(Buy("e", "B-2", "T-2"));
        foreach (var id in new[] { "o-1", "O-1 ", "\u200BO-1" })
        {
            Assert.Equal("order-known", _book.Submit("again" + id, Limit with { Id = id }).Refusal?.Code);
        }

        Submit(Limit with { Id = "O-11" });
    }

    /// <summary>Each sale sees the others that are open, whether or not the ledger has reserved for them.</summary>
    [Fact]
    public void Open_sales_of_the_book_are_on_offer()
    {
        var ledger = new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare);
        ledger.Execute(new IssueUnits("i", Given.Now, "CMTOE085RJ", new Parcel(new UnitLot("icm", "s", "ccc", 2025, new LocalDate(2026, 1, 1)), new BlockRange(1, 100))));
        var session = new MarketSession { Opens = Given.Now - Duration.FromHours(1), Closes = Given.Now + Duration.FromHours(1), Segment = "compliance", Venue = "power-exchange", UnitDoubleUse = false, FloorPrice = Rupees(100), ForbearancePrice = Rupees(2000) };
        (Outcome, decimal) Ask(TradeOrder order) => OrderFacts.Of(order, LedgerFacts.Of(ledger, "CMTOE085RJ"), new CreditBook(new InMemoryLines()), session, Given.Rules.Ruleset, Given.Now, orders: _book.Orders).Requests
            .Select(r => (Given.Rules.Decide(r).Outcome, r.SellerOpenSellQuantity!.Value.Tonnes)).Single();
        Assert.Equal((Outcome.Permit, 0m), Ask(Limit));
        Submit(Limit);
        Assert.Equal((Outcome.Permit, 0m), Ask(Limit));
        Submit(Limit with { Id = "X-1", OrganizationId = "another" });
        Submit(Limit with { Id = "X-2", Side = OrderSide.Buy });
        Assert.Equal((Outcome.Deny, 100m), Ask(Limit with { Id = "O-2" }));
        Assert.Null(Fill(1, 60, 800m));
        Assert.Equal((Outcome.Deny, 100m), Ask(Limit with { Id = "O-2", Quantity = 60 }));
        Assert.Null(Fill(2, 40, 800m));
        Assert.Equal((Outcome.Deny, 100m), Ask(Limit with { Id = "O-2", Quantity = 1 }));
        ledger.Execute(new ReserveUnits("r", Given.Now, "CMTOE085RJ", "dvp/T1", new ChosenUnits(Given.Block(1, 60)), ReservationPurpose.Sale));
        Assert.Equal((Outcome.Deny, 100m), Ask(Limit with { Id = "O-2", Quantity = 1 }));
        ledger.Execute(new TransferUnits("d", Given.Now, "CMTOE085RJ", "buyer", new ReservedUnits("dvp/T1")));
        Assert.Null(Settle("s1", "T1"));
        Assert.Equal((Outcome.Deny, 40m), Ask(Limit with { Id = "O-2", Quantity = 1 }));
        Assert.Equal("trade-settled", Settle("s2", "T1"));
        Assert.Equal("trade-unknown", Settle("s3", "T9"));
        Assert.Equal("before-fill", _book.Settle("s4", Given.Now - Duration.FromSeconds(1), "O-1", "T2").Refusal?.Code);
        Assert.Null(Settle("s5", "T2"));
        Assert.Equal((Outcome.Permit, 0m), Ask(Limit with { Id = "O-2", Quantity = 40 }));
    }

    /// <summary>What the ledger has reserved for a sale elsewhere is on offer beside the book's; for an order of the book the larger of the two counts, in whatever spelling of kind and organisation.</summary>
    [Fact]
    public void Reservations_for_other_sales_are_on_offer_too()
    {
        var ledger = new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare);
        ledger.Execute(new IssueUnits("i", Given.Now, "CMTOE085RJ", new Parcel(new UnitLot("icm", "s", "ccc", 2025, new LocalDate(2026, 1, 1)), new BlockRange(1, 100))));
        var session = new MarketSession { Opens = Given.Now - Duration.FromHours(1), Closes = Given.Now + Duration.FromHours(1), Segment = "compliance", Venue = "power-exchange", UnitDoubleUse = false, FloorPrice = Rupees(100), ForbearancePrice = Rupees(2000) };
        (Outcome, decimal) Ask(TradeOrder order) => OrderFacts.Of(order, LedgerFacts.Of(ledger, "CMTOE085RJ"), new CreditBook(new InMemoryLines()), session, Given.Rules.Ruleset, Given.Now, orders: _book.Orders).Requests
            .Select(r => (Given.Rules.Decide(r).Outcome, r.SellerOpenSellQuantity!.Value.Tonnes)).First();
        Submit(Limit with { Quantity = 30, Kind = "CCC", OrganizationId = "cmtoe085rj" });
        Assert.Equal(30m, Ask(Limit with { Id = "O-2", Quantity = 1 }).Item2);
        ledger.Execute(new ReserveUnits("r1", Given.Now, "CMTOE085RJ", "at another exchange", new ChosenUnits(Given.Block(31, 50)), ReservationPurpose.Sale));
        Assert.Equal((Outcome.Deny, 50m), Ask(Limit with { Id = "O-2", Quantity = 51 }));
        Assert.Equal((Outcome.Permit, 50m), Ask(Limit with { Id = "O-2", Quantity = 50 }));
        ledger.Execute(new ReserveUnits("r2", Given.Now, "CMTOE085RJ", "sale/o-1", new ChosenUnits(Given.Block(1, 30)), ReservationPurpose.Sale));
        ledger.Execute(new ReserveUnits("r3", Given.Now, "CMTOE085RJ", "O-2", new ChosenUnits(Given.Block(61, 70)), ReservationPurpose.Sale));
        Assert.Equal(50m, Ask(Limit with { Id = "O-2", Quantity = 1 }).Item2);
    }

    /// <summary>An order whose last day is over is on offer no more, swept or not.</summary>
    [Fact]
    public void What_is_over_is_not_on_offer()
    {
        var ledger = new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare);
        ledger.Execute(new IssueUnits("i", Given.Now, "CMTOE085RJ", new Parcel(new UnitLot("icm", "s", "ccc", 2025, new LocalDate(2026, 1, 1)), new BlockRange(1, 100))));
        Submit(Limit with { TimeInForce = TimeInForce.GoodTillDate, GoodTillDate = Given.Day });
        decimal Ask(Instant at) => OrderFacts.Of(Limit with { Id = "O-2", CreatedAt = at }, LedgerFacts.Of(ledger, "CMTOE085RJ"), new CreditBook(new InMemoryLines()), new MarketSession(), Given.Rules.Ruleset, at, orders: _book.Orders).Requests[0].SellerOpenSellQuantity!.Value.Tonnes;
        Assert.Equal(100m, Ask(Given.Now));
        Assert.Equal(0m, Ask(Given.Now + Duration.FromDays(1)));
    }

    /// <summary>Nobody sells to themselves, a trade is of one day, and nothing is filled after it was cancelled; a kind in other case is the same kind.</summary>
    [Fact]
    public void Two_sides_of_a_trade_are_two_organisations_on_one_day()
    {
        Submit(Limit with { Kind = "CCC" });
        Submit(Limit with { Id = "B-1", Side = OrderSide.Buy, OrganizationId = "cmtoe085rj." });
        Submit(Limit with { Id = "B-2", Side = OrderSide.Buy, OrganizationId = "buyer" });
        Assert.Null(_book.Fill("s", Given.Now + Duration.FromHours(1), "O-1", "T-1", 60, Rupees(800)).Refusal);
        Assert.Equal("seller-is-buyer", _book.Fill("b1", Given.Now + Duration.FromHours(1), "B-1", "T-1", 60, Rupees(800)).Refusal?.Code);
        Assert.Equal("trade-differs", _book.Fill("b2", Given.Now + Duration.FromDays(5), "B-2", "T-1", 60, Rupees(800)).Refusal?.Code);
        foreach (var id in new[] { "T–1", "T 1", "T.1", "Т-1" })
        {
            Assert.Equal("trade-known", _book.Fill("k" + id, Given.Now + Duration.FromHours(1), "O-1", id, 40, Rupees(800)).Refusal?.Code);
        }

        Assert.Null(_book.Fill("b3", Given.Now + Duration.FromHours(1), "B-2", "T-1", 60, Rupees(800)).Refusal);
        Assert.Equal("before-fill", _book.Cancel("c", Given.Now, "O-1", "x").Refusal?.Code);
        Assert.Null(_book.Cancel("d", Given.Now + Duration.FromHours(2), "O-1", "x").Refusal);
        Assert.Equal("order-known", _book.Submit("o", Limit with { Id = "B 1" }).Refusal?.Code);
    }

    private OrderStanding Now => _book.Find("O-1")!;

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Inr Rupees(decimal rupees) => Inr.Of(rupees, InrUnit.Rupee);

    private void Submit(TradeOrder order) => Assert.Null(_book.Submit("submit/" + order.Id, order).Refusal);

    private string? Settle(string key, string trade) => _book.Settle(key, Given.Now, "O-1", trade).Refusal?.Code;

    private string? Fill(int number, long tonnes, decimal price) => _book.Fill("f" + number, Given.Now, "O-1", "T" + number, tonnes, Rupees(price)).Refusal?.Code;
}
