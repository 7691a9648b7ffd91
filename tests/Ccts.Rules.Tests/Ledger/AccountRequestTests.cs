using System;
using System.Linq;
using System.Text;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Tests.Ledger;

/// <summary>One call makes a request from an account: the host restates nothing that the ledger knows, and forgets none of it.</summary>
public sealed class AccountRequestTests
{
    private static readonly Ruleset Ruleset = RulesetCatalog.Default.Find("in-ccts/2025-26")!;
    private static readonly LedgerPolicy Policy = LedgerLimits.Of(Ruleset);
    private static readonly DecisionEngine Engine = DecisionEngine.Of(Ruleset);
    private static readonly LocalDate Day = new(2026, 11, 23);
    private readonly LedgerEngine _ledger = new(new InMemoryJournal(), Policy);
    private int _keys;

    public AccountRequestTests() => Do(new IssueUnits(Key(), At(2026, 9, 1), "mill", Units(1, 100)));

    /// <summary>Three breaches in September bar for six months; November's order has no breach in its quarter, and was permitted.</summary>
    [Fact]
    public void A_bar_of_an_earlier_quarter_reaches_the_order()
    {
        foreach (var day in new[] { 10, 20, 25 })
        {
            Assert.Equal(RefusalCode.Oversell, Do(Sale(500, At(2026, 9, day)))!.Code);
        }

        var order = Assert.Single(AccountRequests.Of(Market(), _ledger.Account("mill")!, new OldestUnits("ccc", 40), Policy));
        Assert.Equal((0m, new LocalDate(2026, 9, 25), new LocalDate(2027, 3, 25)), (order.SellerBreachesInQuarter, order.SellerLastBreachOn, order.SellerBarredUntil));
        var decision = Engine.Decide(order).Explain();
        Assert.Equal(Outcome.Deny, decision.Outcome);
        Assert.Equal("bar-runs", Assert.Single(decision.Findings, f => f.Effect == RuleEffect.Deny).Code);
        Assert.Equal(RefusalCode.Barred, Do(Sale(40, At(2026, 11, 23)))!.Code);

        var over = AccountRequests.Of(Market() with { Date = new LocalDate(2027, 3, 25) }, _ledger.Account("mill")!, new OldestUnits("ccc", 40), Policy);
        Assert.Equal(Outcome.Permit, Engine.Decide(Assert.Single(over)).Outcome);
    }

    [Fact]
    public void Balance_and_open_sales_are_those_of_the_ledger()
    {
        Assert.Null(Do(Sale(60, At(2026, 11, 20))));
        Do(new AssignUnits(Key(), At(2026, 11, 20), "mill", new OldestUnits("ccc", 5), ShadowAccount.Pledged));
        var order = Assert.Single(AccountRequests.Of(Market(), _ledger.Account("mill")!, new OldestUnits("ccc", 35), Policy));
        Assert.Equal((100m, 60m, 35m), (order.SellerRegistryBalance!.Value.Tonnes, order.SellerOpenSellQuantity!.Value.Tonnes, order.OrderQuantity!.Value.Tonnes));
        Assert.Equal(("ccc", "active", "mill", "mill", new LocalDate(2026, 9, 1)), (order.UnitKind, order.UnitStatus, order.UnitOwner, order.EntityRegistration, order.UnitIssuedOn));
        Assert.Equal(Outcome.Permit, Engine.Decide(order).Outcome);

        // What the ledger calls an oversale the rules do.
        foreach (var tonnes in new[] { 35, 40, 41 })
        {
            var asked = AccountRequests.Of(Market(), _ledger.Account("mill")!, new OldestUnits("ccc", tonnes), Policy);
            var codes = asked.SelectMany(r => Engine.Decide(r).Explain().Findings).Select(f => f.Code).ToHashSet();
            Assert.Equal(tonnes > 40, codes.Contains("oversale"));
            Assert.Equal(tonnes <= 35, asked.All(r => Engine.Decide(r).Outcome == Outcome.Permit));
        }
    }

    [Fact]
    public void An_oversale_says_what_is_on_offer_already()
    {
        Assert.Null(Do(Sale(60, At(2026, 11, 20))));
        var decision = Engine.Decide(AccountRequests.Of(Market(), _ledger.Account("mill")!, new OldestUnits("ccc", 41), Policy)[0]).Explain();
        Assert.Contains("The seller has 60 tCO2e on offer already; 41 tCO2e more exceed its registry balance of 100 tCO2e.", decision.Messages);
    }

    [Fact]
    public void Units_that_rules_tell_apart_are_asked_about_apart()
    {
        Do(new IssueUnits(Key(), At(2026, 10, 1), "mill", Units(201, 250, vintage: 2024)));
        Do(new ReceiveUnits(Key(), At(2026, 10, 2), "mill", new Parcel(new UnitLot("icm", "s", "ccc", 2025, null, new LocalDate(2026, 11, 22)), new BlockRange(301, 350)), null));
        var account = _ledger.Account("mill")!;
        var retire = new RetireRequest { Year = Ruleset.Year, Date = Day, UnitDoubleUse = false };
        Assert.Equal(["2024-25", "2025-26"], AccountRequests.Of(retire, account, new OldestUnits("ccc", 60), Policy).Select(r => r.UnitVintage.ToString()!));

        // The expired units are passed over while there are others, as the ledger passes them over; taken by name they are denied.
        Assert.All(AccountRequests.Of(retire, account, new OldestUnits("ccc", 150), Policy), r => Assert.Equal(Outcome.Permit, Engine.Decide(r).Outcome));
        Assert.Equal([Outcome.Permit, Outcome.Permit, Outcome.Deny], AccountRequests.Of(retire, account, new OldestUnits("ccc", 151), Policy).Select(r => Engine.Decide(r).Outcome));
        Assert.Equal(Outcome.Deny, Engine.Decide(Assert.Single(AccountRequests.Of(retire, account, new ChosenUnits(new SerialBlock("icm", "s", 301, 302)), Policy))).Outcome);
    }

    [Fact]
    public void Units_that_are_not_there_are_not_known()
    {
        var retire = new RetireRequest { Year = Ruleset.Year, Date = Day, UnitDoubleUse = false, UnitStatus = "active", UnitOwner = "mill", EntityRegistration = "mill" };
        foreach (var (account, units) in new (AccountView, UnitSelection)[]
        {
            (_ledger.Account("mill")!, new OldestUnits("ccc", 101)), (_ledger.Account("mill")!, new ChosenUnits(new SerialBlock("icm", "s", 100, 101))),
            (_ledger.Account("mill")!, new ReservedUnits("none")), (AccountView.Unopened("nobody"), new OldestUnits("ccc", 1)),
        })
        {
            Assert.Contains(AccountRequests.Of(retire, account, units, Policy), r => Engine.Decide(r).Outcome == Outcome.Refer);
            Assert.Contains(AccountRequests.Of(retire.ToRequest(Ruleset.Rules.Vocabulary), Ruleset.Rules.Vocabulary, new LedgerFacts(account with { Account = "mill" }, [], Policy), units), r => Engine.Decide(r).Outcome == Outcome.Refer);
        }
    }

    [Fact]
    public void A_frozen_account_gives_nothing_out_and_its_own_reservation_can_be_finished()
    {
        Assert.Null(Do(Sale(60, At(2026, 11, 20))));
        var retire = new RetireRequest { Year = Ruleset.Year, Date = Day, UnitDoubleUse = false };
        Assert.Equal(Outcome.Permit, Engine.Decide(Assert.Single(AccountRequests.Of(retire, _ledger.Account("mill")!, new ReservedUnits("k2"), Policy))).Outcome);
        Do(new FreezeAccount(Key(), At(2026, 11, 21), "mill", true, "court"));
        Assert.Equal(Outcome.Deny, Engine.Decide(Assert.Single(AccountRequests.Of(retire, _ledger.Account("mill")!, new OldestUnits("ccc", 1), Policy))).Outcome);
    }

    /// <summary>The account asks where nobody else is named. A name without content is no answer, and the account does not give it.</summary>
    [Theory]
    [InlineData(null, Outcome.Permit)]
    [InlineData("mill", Outcome.Permit)]
    [InlineData("steel", Outcome.Deny)]
    [InlineData("N/A", Outcome.Refer)]
    [InlineData("", Outcome.Refer)]
    public void Whoever_asks_without_a_name_is_not_the_account(string? asker, Outcome outcome)
    {
        var built = new DecisionRequestBuilder(Ruleset.Rules.Vocabulary, new RetireRequest { Year = Ruleset.Year, Date = Day, UnitDoubleUse = false });
        var named = asker is null ? built : built.Set("entity.registration", asker);
        Assert.Equal(outcome, Engine.Decide(Assert.Single(AccountRequests.Of(named.Build(), Ruleset.Rules.Vocabulary, LedgerFacts.Of(_ledger, "mill"), new OldestUnits("ccc", 40)))).Outcome);
        var typed = new RetireRequest { Year = Ruleset.Year, Date = Day, UnitDoubleUse = false, EntityRegistration = asker };
        Assert.Equal(outcome, Engine.Decide(Assert.Single(AccountRequests.Of(typed, _ledger.Account("mill")!, new OldestUnits("ccc", 40), Policy))).Outcome);
    }

    [Fact]
    public void A_fact_stated_otherwise_than_the_ledger_has_it_is_refused()
    {
        const string json = """{ "purpose": "trade", "year": "2025-26", "date": "2026-11-23", "facts": { "order.price": "900 INR", "seller.registry-balance": "500 tCO2e" } }""";
        Assert.True(DecisionRequestReader.TryRead(Encoding.UTF8.GetBytes(json), "r", Ruleset.Rules.Vocabulary, out var stated, out _));
        var refusal = Assert.Throws<CctsDataException>(() => AccountRequests.Of(stated, Ruleset.Rules.Vocabulary, LedgerFacts.Of(_ledger, "mill"), new OldestUnits("ccc", 40)));
        Assert.Equal(("ledger-says-otherwise", "\"seller.registry-balance\" is stated as 500 tCO2e, and the ledger has 100 tCO2e."), (Assert.Single(refusal.Problems).Code, refusal.Problems[0].Message));
        Assert.Throws<ArgumentException>(() => AccountRequests.Of(Market() with { OrderSide = "buy" }, _ledger.Account("mill")!, new OldestUnits("ccc", 40), Policy));
    }

    [Fact]
    public void A_bar_that_only_the_exchange_knows_counts()
    {
        var order = Assert.Single(AccountRequests.Of(Market() with { SellerBarredUntil = new LocalDate(2026, 12, 1) }, _ledger.Account("mill")!, new OldestUnits("ccc", 1), Policy));
        Assert.Equal(Outcome.Deny, Engine.Decide(order).Outcome);
    }

    [Fact]
    public void A_pause_of_the_ledger_is_in_the_request_and_one_that_only_the_host_knows_stays()
    {
        TradeRequest Order(bool? paused) => Assert.Single(AccountRequests.Of(Market() with { MarketPaused = paused }, _ledger, "mill", new OldestUnits("ccc", 1)));
        Assert.Equal([false, false, true], new bool?[] { null, false, true }.Select(p => Order(p).MarketPaused!.Value));
        Do(new PauseBusiness(Key(), At(2026, 11, 21), "other", true, "by order"));
        Assert.False(Order(null).MarketPaused);
        Do(new PauseBusiness(Key(), At(2026, 11, 21), "icm", true, "by order"));
        Assert.True(Order(false).MarketPaused);
        Assert.Equal(Outcome.Deny, Engine.Decide(Order(null)).Outcome);
    }

    private static TradeRequest Market() => new()
    {
        Year = Ruleset.Year, Date = Day, MarketSegment = "compliance", MarketPaused = false, TradeVenue = "power-exchange", SessionOpen = true, UnitDoubleUse = false,
        OrderPrice = Inr.FromRupees(900m), SessionFloorPrice = Inr.FromRupees(800m), SessionForbearancePrice = Inr.FromRupees(1200m),
    };

    private ReserveUnits Sale(long tonnes, Instant at)
    {
        var key = Key();
        return new ReserveUnits(key, at, "mill", key, new OldestUnits("ccc", tonnes), ReservationPurpose.Sale);
    }

    private string Key() => FormattableString.Invariant($"k{++_keys}");

    private Refusal? Do(LedgerCommand command) => _ledger.Execute(command).Refusal;

    private static Instant At(int year, int month, int day) => Instant.FromUtc(year, month, day, 6, 30);

    private static Parcel Units(ulong start, ulong end, int vintage = 2025) => new(new UnitLot("icm", "s", "ccc", vintage), new BlockRange(start, end));
}
