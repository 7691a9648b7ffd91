using System.IO;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Each refusal by name.</summary>
public class RefusalTests
{
    private readonly Run _run = new Run().Issued("mill", Units(1, 100));

    private string Key => _run.NextKey();

    [Fact]
    public void A_block_cannot_enter_twice()
    {
        var no = _run.Refused(RefusalCode.AlreadyInLedger, new IssueUnits(Key, Noon, "other", Units(90, 120)));
        Assert.Equal(Block(90, 100), no.Block);
        _run.Accepted(new RetireUnits(Key, Noon, "mill", new ChosenUnits(Block(1, 10))));
        _run.Refused(RefusalCode.AlreadyInLedger, new ReceiveUnits(Key, Noon, "other", Units(5, 5)));
        _run.Refused(RefusalCode.AlreadyInLedger, new IssueUnits(Key, Noon, "other", Units(5, 5, "offset-ccc", 2024)));
        _run.Issued("other", Units(5, 5, scope: "another"));
    }

    /// <summary>A registry is the same one in letters large or small: under ICM the tonnes of icm would be there twice.</summary>
    [Fact]
    public void A_block_cannot_enter_again_under_another_spelling_of_its_registry()
    {
        Parcel Spelled(string registry, ulong start, ulong end) => new(new UnitLot(registry, "s", "ccc", 2025), new BlockRange(start, end));

        var no = _run.Refused(RefusalCode.AlreadyInLedger, new IssueUnits(Key, Noon, "other", Spelled("ICM", 90, 120)));
        Assert.Equal(Block(90, 100), no.Block);
        _run.Accepted(new IssueUnits(Key, Noon, "other", Spelled("ICM", 101, 120)));
        _run.Refused(RefusalCode.AlreadyInLedger, new IssueUnits(Key, Noon, "other", Units(110, 130)));
        _run.Refused(RefusalCode.AlreadyInLedger, new ReceiveUnits(Key, Noon, "other", Spelled("Icm", 120, 120)));
    }

    /// <summary>Nor has a scope two sets of numbers by its spelling; points and hyphens make another, since scopes are made of them.</summary>
    [Theory]
    [InlineData("icm", "S")]
    [InlineData("icm", "s ")]
    [InlineData("icm", "\u200Bs")]
    [InlineData("Icm ", "S")]
    public void A_block_cannot_enter_again_under_another_spelling_of_its_scope(string registry, string scope)
    {
        foreach (var partitions in new[] { 1, 64 })
        {
            var run = new LedgerState(partitions);
            RefusalCode? Enter(string key, string ofRegistry, string ofScope, ulong start, ulong end)
            {
                var command = new IssueUnits(key, Noon, "mill", new Parcel(new UnitLot(ofRegistry, ofScope, "ccc", 2025), new BlockRange(start, end)));
                var answer = run.Decide(Policy, command);
                if (answer.Event is { } happened && answer.Refusal is null)
                {
                    run.ApplyFitting(new JournalEntry(run.Position + 1, Noon, key, answer.Print, happened));
                }

                return answer.Refusal?.Code;
            }

            Assert.Null(Enter("1", "icm", "s", 1, 100));
            Assert.Equal(RefusalCode.AlreadyInLedger, Enter("2", registry, scope, 90, 120));
            Assert.Null(Enter("3", registry, scope, 101, 120));
            Assert.Equal(RefusalCode.AlreadyInLedger, Enter("4", "icm", "s", 120, 130));
            Assert.Null(Enter("5", "icm", "s-", 1, 100));
            Assert.Equal(run.ToSnapshot().State.ToArray(), LedgerState.FromSnapshot(run.ToSnapshot()).ToSnapshot().State.ToArray());
            Assert.Empty(LedgerAudit.Findings(run));

            // A journal that an earlier version wrote is read as it stands.
            run.Apply(new JournalEntry(run.Position + 1, Noon, "old", 1, new UnitsEntered("mill", new Parcel(new UnitLot("icm", " s", "ccc", 2025), new BlockRange(1, 10)), ShadowAccount.Free, EntryOrigin.Issued, null)));
            Assert.Equal(230, run.View("mill")!.Tonnes("ccc", ShadowAccount.Free));
        }
    }

    [Fact]
    public void The_same_key_and_content_gives_the_same_answer_and_nothing_happens_twice()
    {
        var reserve = new ReserveUnits("order-1", Noon, "mill", "r1", new OldestUnits("ccc", 40), ReservationPurpose.Sale);
        _run.Accepted(reserve);
        var again = _run.Do(reserve with { });
        Assert.Equal(2, again.Repeats);
        Assert.Null(again.Event);
        _run.Refused(RefusalCode.KeyReused, new ReserveUnits("order-1", Noon, "mill", "r1", new OldestUnits("ccc", 41), ReservationPurpose.Sale));
        _run.Refused(RefusalCode.KeyReused, new FreezeAccount("order-1", Noon, "mill", true, "x"));
        Assert.Equal(60, _run.State.View("mill")!.Tonnes("ccc", ShadowAccount.Free));
    }

    [Fact]
    public void A_remembered_refusal_stays_the_answer_of_its_key()
    {
        var transfer = new TransferUnits("t", Noon, "mill", "buyer", new OldestUnits("ccc", 200));
        _run.Refused(RefusalCode.NotEnough, transfer);
        _run.Issued("mill", Units(101, 300));
        Assert.NotNull(_run.Do(transfer).Repeats);
        _run.Policy = Policy with { RefusalsAreRemembered = false };
        var forgotten = new TransferUnits("t2", Noon, "mill", "buyer", new OldestUnits("ccc", 2000));
        _run.Refused(RefusalCode.NotEnough, forgotten);
        Assert.Null(_run.Do(forgotten).Repeats);
    }

    [Fact]
    public void Reservations_stay_within_holdings_and_the_third_breach_in_a_quarter_bars()
    {
        _run.Accepted(Sale("a", 70));
        var first = _run.Refused(RefusalCode.Oversell, Sale("b", 31));
        Assert.Equal((31, 30), (first.Asked, first.Available));
        _run.Refused(RefusalCode.Oversell, Sale("c", 31));
        var third = _run.Refused(RefusalCode.Oversell, Sale("d", 1000));
        Assert.Equal(new LocalDate(2027, 4, 15), third.Until);
        _run.Refused(RefusalCode.Barred, Sale("e", 1));
        _run.Refused(RefusalCode.Barred, Sale("f", 1, Instant.FromUtc(2027, 4, 14, 18, 29)));
        _run.Accepted(Sale("g", 1, Instant.FromUtc(2027, 4, 14, 18, 31)));
        _run.Accepted(new ReserveUnits(Key, Noon, "mill", "not-a-sale", new OldestUnits("ccc", 1), ReservationPurpose.Other));
    }

    [Fact]
    public void Units_past_their_validity_do_not_shield_a_sale_above_the_registry_balance()
    {
        _run.Issued("mill", Units(1001, 1001, "offset-ccc", 2020).On(2025, 10, 14)).Issued("mill", Units(1002, 1010, "offset-ccc", 2026));
        ReserveUnits Offer(string id, long tonnes) => new(Key, Noon, "mill", id, new OldestUnits("offset-ccc", tonnes), ReservationPurpose.Sale);

        // One of the ten has expired: ten are on the books of the registry, eleven are not.
        _run.Refused(RefusalCode.ValidityOver, Offer("a", 10));
        Assert.Empty(_run.State.View("mill")!.Breaches);
        Assert.Equal((11, 10), (_run.Refused(RefusalCode.Oversell, Offer("b", 11)) is var no ? (no.Asked, no.Available) : default));
        Assert.Single(_run.State.View("mill")!.Breaches);
        _run.Accepted(Offer("c", 9));
    }

    [Fact]
    public void Breaches_of_different_quarters_do_not_add_up()
    {
        _run.Refused(RefusalCode.Oversell, Sale("a", 101));
        _run.Refused(RefusalCode.Oversell, Sale("b", 101));
        var later = _run.Refused(RefusalCode.Oversell, Sale("c", 101, Instant.FromUtc(2026, 12, 31, 18, 31)));
        Assert.Null(later.Until);
        Assert.Equal(3, _run.State.View("mill")!.Breaches.Count);
    }

    [Fact]
    public void Too_few_free_units_are_no_breach_while_the_registry_balance_covers_the_sale()
    {
        _run.Accepted(new AssignUnits(Key, Noon, "mill", new OldestUnits("ccc", 60), ShadowAccount.Pledged, "loan"));
        var no = _run.Refused(RefusalCode.NotEnough, Sale("a", 41));
        Assert.Equal(40, no.Available);
        Assert.Empty(_run.State.View("mill")!.Breaches);
        _run.Accepted(new AssignUnits(Key, Noon, "mill", new OldestUnits("ccc", 60) { From = ShadowAccount.Pledged }, ShadowAccount.Pending));
        _run.Refused(RefusalCode.Oversell, Sale("b", 41));
    }

    [Fact]
    public void A_sale_of_chosen_blocks_above_the_registry_balance_is_a_breach_too()
    {
        ReserveUnits Offer(params Ccts.Sdk.Ledger.Blocks.SerialBlock[] blocks) => new(Key, Noon, "mill", "s", new ChosenUnits(blocks), ReservationPurpose.Sale);
        var no = _run.Refused(RefusalCode.Oversell, Offer(Block(1, 101)));
        Assert.Equal((101, 100, Block(101, 101)), (no.Asked, no.Available, no.Block));
        _run.Refused(RefusalCode.NotHeld, Offer(Block(100, 101)));
        _run.Accepted(new RetireUnits(Key, Noon, "mill", new ChosenUnits(Block(1, 60))));
        _run.Refused(RefusalCode.Final, Offer(Block(41, 80)));
        Assert.Equal((41, 40), (_run.Refused(RefusalCode.Oversell, Offer(Block(40, 80))) is var ended ? (ended.Asked, ended.Available) : default));
        _run.Refused(RefusalCode.Barred, Offer(Block(1, 1), Block(3, 3), Block(60, 99)) is var third && _run.Refused(RefusalCode.Oversell, third) is not null ? Offer(Block(61, 61)) : third);
        Assert.Equal(3, _run.State.View("mill")!.Breaches.Count);
        _run.Accepted(new ReserveUnits(Key, Noon, "mill", "not-a-sale", new ChosenUnits(Block(61, 61)), ReservationPurpose.Other));
    }

    [Fact]
    public void Blocks_of_a_scope_in_which_the_account_never_had_a_unit_are_offered_without_any_balance()
    {
        _run.Refused(RefusalCode.Oversell, new ReserveUnits(Key, Noon, "mill", "s", new ChosenUnits(Block(1, 1, "elsewhere")), ReservationPurpose.Sale));
        _run.Refused(RefusalCode.NotHeld, new ReserveUnits(Key, Noon, "mill", "s", new ChosenUnits(Block(1, 1, "elsewhere")), ReservationPurpose.Other));
        _run.Accepted(new AssignUnits(Key, Noon, "mill", new ChosenUnits(Block(1, 10)), ShadowAccount.Pending));
        _run.Refused(RefusalCode.Elsewhere, new ReserveUnits(Key, Noon, "mill", "s", new ChosenUnits(Block(1, 90)), ReservationPurpose.Sale));
        _run.Refused(RefusalCode.Oversell, new ReserveUnits(Key, Noon, "mill", "s", new ChosenUnits(Block(1, 91)), ReservationPurpose.Sale));
    }

    [Theory]
    [InlineData(ShadowAccount.Surrendered)]
    [InlineData(ShadowAccount.Retired)]
    [InlineData(ShadowAccount.Cancelled)]
    [InlineData(ShadowAccount.Converted)]
    public void Nothing_moves_after_the_end(ShadowAccount end)
    {
        var these = new ChosenUnits(Block(11, 20));
        _run.Accepted(end switch
        {
            ShadowAccount.Surrendered => new SurrenderUnits(Key, Noon, "mill", 2025, these),
            ShadowAccount.Retired => new RetireUnits(Key, Noon, "mill", these),
            ShadowAccount.Cancelled => new CancelUnits(Key, Noon, "mill", these, "wrong issue"),
            _ => new ConvertUnits(Key, Noon, "mill", these, Units(1, 10, scope: "new")),
        });
        var wider = new ChosenUnits(Block(5, 15));
        var no = _run.Refused(RefusalCode.Final, new TransferUnits(Key, Noon, "mill", "buyer", wider));
        Assert.Equal((Block(11, 15), end), (no.Block, no.Place));
        _run.Refused(RefusalCode.Final, new ClawBackUnits(Key, Noon, "mill", "court", wider, "order"));
        _run.Refused(RefusalCode.NoSuchMove, new AssignUnits(Key, Noon, "mill", these with { From = end }, ShadowAccount.Free));
        _run.Refused(RefusalCode.NoSuchMove, new ReserveUnits(Key, Noon, "mill", "r", new OldestUnits("ccc", 1) { From = end }, ReservationPurpose.Sale));
    }

    [Fact]
    public void Chosen_units_have_to_be_there_free_and_named_once()
    {
        _run.Accepted(new ReserveUnits(Key, Noon, "mill", "r", new ChosenUnits(Block(50, 59)), ReservationPurpose.Other));
        _run.Accepted(new BankUnits(Key, Noon, "mill", new ChosenUnits(Block(60, 69))));
        Assert.Equal("r", _run.Refused(RefusalCode.HeldByReservation, Give(new ChosenUnits(Block(45, 55)))).Subject);
        Assert.Equal(ShadowAccount.Banked, _run.Refused(RefusalCode.Elsewhere, Give(new ChosenUnits(Block(60, 60)))).Place);
        Assert.Equal(Block(101, 110), _run.Refused(RefusalCode.NotHeld, Give(new ChosenUnits(Block(90, 110)))).Block);
        _run.Refused(RefusalCode.ChosenTwice, Give(new ChosenUnits([Block(1, 5), Block(5, 6)])));
        _run.Accepted(Give(new ChosenUnits(Block(60, 69)) with { From = ShadowAccount.Banked }));
    }

    [Fact]
    public void A_chosen_block_may_span_lots()
    {
        _run.Issued("mill", Units(101, 200, vintage: 2026));
        var moved = Assert.IsType<UnitsMoved>(_run.Accepted(Give(new ChosenUnits(Block(91, 110)))));
        Assert.Equal([Units(91, 100).OnTheDay(), Units(101, 110, vintage: 2026).OnTheDay()], moved.Units);
    }

    [Fact]
    public void The_oldest_vintage_goes_first()
    {
        _run.Issued("mill", Units(201, 210, vintage: 2024)).Issued("mill", Units(301, 310, vintage: 2023, scope: "z"));
        var moved = Assert.IsType<UnitsMoved>(_run.Accepted(Give(new OldestUnits("ccc", 25))));
        Assert.Equal([Units(301, 310, vintage: 2023, scope: "z").OnTheDay(), Units(201, 210, vintage: 2024).OnTheDay(), Units(1, 5).OnTheDay()], moved.Units);
        Assert.Equal(25, _run.State.View("buyer")!.Tonnes("ccc", ShadowAccount.Free));
    }

    [Fact]
    public void Nothing_permits_borrowing_unless_policy_says_so()
    {
        _run.Issued("mill", Units(201, 210, vintage: 2026));
        _run.Refused(RefusalCode.Borrowing, new SurrenderUnits(Key, Noon, "mill", 2025, new ChosenUnits(Block(201, 201))));
        _run.Refused(RefusalCode.Borrowing, new SurrenderUnits(Key, Noon, "mill", 2025, new OldestUnits("ccc", 101)));
        _run.Accepted(new SurrenderUnits(Key, Noon, "mill", 2025, new OldestUnits("ccc", 100)));
        _run.Accepted(new SurrenderUnits(Key, Noon, "mill", 2026, new OldestUnits("ccc", 5)));
        _run.Policy = Policy with { BorrowingPermitted = true };
        _run.Accepted(new SurrenderUnits(Key, Noon, "mill", 2025, new OldestUnits("ccc", 5)));
    }

    [Fact]
    public void Kinds_and_vintages_are_surrendered_as_policy_admits()
    {
        _run.Issued("mill", Units(201, 210, "offset-ccc")).Issued("mill", Units(301, 310, "vcu"));
        _run.Refused(RefusalCode.KindNotSurrenderable, new SurrenderUnits(Key, Noon, "mill", 2025, new OldestUnits("offset-ccc", 1)));
        _run.Refused(RefusalCode.KindNotSurrenderable, new SurrenderUnits(Key, Noon, "mill", 2025, new ChosenUnits(Block(301, 301))));
        _run.Policy = Policy with { Units = [new UnitRule("ccc", true) { OldestVintage = 2026 }] };
        _run.Refused(RefusalCode.VintageTooOld, new SurrenderUnits(Key, Noon, "mill", 2026, new OldestUnits("ccc", 1)));
    }

    [Fact]
    public void Units_expire_only_where_and_when_a_rule_says_so()
    {
        _run.Issued("mill", Units(201, 210, "offset-ccc", 2024).On(2025, 3, 31));
        _run.Refused(RefusalCode.NoValidityRule, new ExpireUnits(Key, Noon, "mill", new OldestUnits("ccc", 1)));
        var lastEvening = Instant.FromUtc(2026, 3, 31, 18, 29);
        var no = _run.Refused(RefusalCode.StillValid, new ExpireUnits(Key, lastEvening, "mill", new OldestUnits("offset-ccc", 1)));
        Assert.Equal(new LocalDate(2026, 3, 31), no.Until);
        _run.Accepted(new TransferUnits(Key, lastEvening, "mill", "buyer", new OldestUnits("offset-ccc", 1)));
        var over = _run.Refused(RefusalCode.ValidityOver, new TransferUnits(Key, Noon, "mill", "buyer", new OldestUnits("offset-ccc", 1)));
        Assert.Equal("The validity of icm:s:202-210 ended on 2026-03-31.", over.Message);
        _run.Refused(RefusalCode.ValidityOver, new ReserveUnits(Key, Noon, "mill", "r", new OldestUnits("offset-ccc", 1), ReservationPurpose.Sale));
        _run.Accepted(new ExpireUnits(Key, Noon, "mill", new OldestUnits("offset-ccc", 9)));
        Assert.Equal(9, _run.State.View("mill")!.Tonnes("offset-ccc", ShadowAccount.Expired));
    }

    /// <summary>A vintage of 2025, issued on 1 October 2026 and valid for 36 months, is good on 15 April 2029: it was once counted from 31 March 2026.</summary>
    [Fact]
    public void Validity_counts_from_the_day_of_issue()
    {
        var run = new Run { Policy = new LedgerPolicy { Units = [new UnitRule("ccc", true) { ValidityMonths = 36 }] } };
        static Instant On(int year, int month, int day) => Instant.FromUtc(year, month, day, 6, 30);
        run.Accepted(new IssueUnits("i", On(2026, 10, 1), "mill", Units(1, 100)));
        run.Accepted(new RetireUnits("r1", On(2029, 4, 15), "mill", new OldestUnits("ccc", 10)));
        run.Accepted(new RetireUnits("r2", On(2029, 10, 1), "mill", new OldestUnits("ccc", 10)));
        Assert.Equal(new LocalDate(2029, 10, 1), run.Refused(RefusalCode.StillValid, new ExpireUnits("e1", On(2029, 10, 1), "mill", new OldestUnits("ccc", 10))).Until);
        run.Refused(RefusalCode.ValidityOver, new RetireUnits("r3", On(2029, 10, 2), "mill", new OldestUnits("ccc", 10)));
        run.Accepted(new ExpireUnits("e2", On(2029, 10, 2), "mill", new OldestUnits("ccc", 10)));
    }

    [Fact]
    public void Of_units_whose_issue_nobody_dated_validity_is_not_known()
    {
        var run = new Run { Policy = new LedgerPolicy { Units = [new UnitRule("ccc", true) { ValidityMonths = 36 }] } };
        run.Accepted(new ReceiveUnits("i", Noon, "mill", Units(1, 100)));
        run.Refused(RefusalCode.IssueDayUnknown, new RetireUnits("r", Noon, "mill", new OldestUnits("ccc", 10)));
        run.Refused(RefusalCode.IssueDayUnknown, new ExpireUnits("e", Noon + Duration.FromDays(10_000), "mill", new OldestUnits("ccc", 10)));
        run.Accepted(new AssignUnits("a", Noon, "mill", new OldestUnits("ccc", 10), ShadowAccount.Quarantined));
        run.Policy = Policy;
        run.Accepted(new RetireUnits("r2", Noon, "mill", new OldestUnits("ccc", 10)));
    }

    [Fact]
    public void Nothing_is_sold_used_or_taken_in_before_it_is_issued()
    {
        var dayBefore = Noon - Duration.FromDays(1);
        var free = new OldestUnits("ccc", 1);
        foreach (var command in new LedgerCommand[]
        {
            Sale("s", 1, dayBefore), new RetireUnits(Key, dayBefore, "mill", free), new SurrenderUnits(Key, dayBefore, "mill", 2025, free), new TransferUnits(Key, dayBefore, "mill", "buyer", free),
            new BankUnits(Key, dayBefore, "mill", free), new RetireUnits(Key, dayBefore, "mill", new ChosenUnits(Block(5, 6))), new ConvertUnits(Key, dayBefore, "mill", free, Units(1, 1, scope: "new")),
            new IssueUnits(Key, dayBefore, "mill", Units(500, 500).OnTheDay()), new ReceiveUnits(Key, dayBefore, "mill", Units(500, 500).OnTheDay()),
        })
        {
            Assert.Equal(new LocalDate(2026, 10, 15), _run.Refused(RefusalCode.NotYetIssued, command).Until);
        }

        Assert.Empty(_run.State.View("mill")!.Breaches);
        _run.Accepted(Sale("t", 1));
    }

    [Fact]
    public void A_pause_stops_its_registry_in_whatever_spelling()
    {
        _run.Accepted(new PauseBusiness(Key, Noon, "ICM ", true, "no answer"));
        _run.Refused(RefusalCode.Paused, Sale("s", 1));
        _run.Accepted(new PauseBusiness(Key, Noon, "ICM ", false, "over"));
        _run.Accepted(Sale("s", 1));
    }

    [Fact]
    public void Frozen_and_paused_business_can_still_be_protected_and_finished()
    {
        _run.Accepted(Sale("r", 10));
        _run.Accepted(new PauseBusiness(Key, Noon, "icm", true, "no answer"));
        Assert.Equal("icm", _run.Refused(RefusalCode.Paused, Sale("s", 1)).Subject);
        _run.Refused(RefusalCode.Paused, Give(new OldestUnits("ccc", 1)));
        _run.Refused(RefusalCode.Paused, new IssueUnits(Key, Noon, "mill", Units(500, 500)));
        _run.Accepted(Give(new ReservedUnits("r", 4)));
        _run.Accepted(new PauseBusiness(Key, Noon, null, true, "incident"));
        Assert.Null(_run.Refused(RefusalCode.Paused, Sale("s", 1)).Subject);
        _run.Accepted(new PauseBusiness(Key, Noon, null, false, "over"));
        _run.Accepted(new PauseBusiness(Key, Noon, "icm", false, "over"));
        _run.Accepted(new FreezeAccount(Key, Noon, "mill", true, "court"));
        _run.Refused(RefusalCode.Frozen, Sale("s", 1));
        _run.Refused(RefusalCode.Frozen, Give(new ReservedUnits("r")));
        _run.Accepted(new ReleaseUnits(Key, Noon, "mill", "r", 1));
        _run.Accepted(new ClawBackUnits(Key, Noon, "mill", "court", new ReservedUnits("r"), "order 7"));
        _run.Accepted(new AssignUnits(Key, Noon, "mill", new OldestUnits("ccc", 5), ShadowAccount.Quarantined));
        Assert.Equal(5, _run.State.View("court")!.Tonnes("ccc", ShadowAccount.Quarantined));
    }

    [Fact]
    public void A_reservation_lapses_at_its_time_and_is_then_only_released()
    {
        _run.Accepted(new ReserveUnits(Key, Noon, "mill", "r", new OldestUnits("ccc", 10), ReservationPurpose.Sale, Noon + Duration.FromMinutes(5)));
        _run.Refused(RefusalCode.ReservationOpen, Sale("r", 1));
        _run.Accepted(new TransferUnits(Key, Noon + Duration.FromMinutes(4), "mill", "buyer", new ReservedUnits("r", 3)));
        _run.Refused(RefusalCode.ReservationLapsed, new TransferUnits(Key, Noon + Duration.FromMinutes(5), "mill", "buyer", new ReservedUnits("r")));
        _run.Refused(RefusalCode.NotEnough, new ReleaseUnits(Key, Noon, "mill", "r", 8));
        _run.Accepted(new ReleaseUnits(Key, Noon + Duration.FromMinutes(6), "mill", "r"));
        _run.Refused(RefusalCode.UnknownReservation, new ReleaseUnits(Key, Noon, "mill", "r"));
        Assert.Equal(97, _run.State.View("mill")!.Tonnes("ccc", ShadowAccount.Free));
    }

    [Fact]
    public void Moves_go_where_they_may()
    {
        _run.Refused(RefusalCode.NoSuchMove, new AssignUnits(Key, Noon, "mill", new OldestUnits("ccc", 1), ShadowAccount.Retired));
        _run.Refused(RefusalCode.NoSuchMove, new AssignUnits(Key, Noon, "mill", new OldestUnits("ccc", 1), ShadowAccount.Reserved));
        _run.Refused(RefusalCode.NoSuchMove, new ReverseUnits(Key, Noon, "mill", new OldestUnits("ccc", 1), "fire"));
        _run.Refused(RefusalCode.NoSuchMove, new IssueUnits(Key, Noon, "mill", Units(900, 901)) with { Into = ShadowAccount.Retired });
        _run.Accepted(new BufferUnits(Key, Noon, "mill", new OldestUnits("ccc", 10)));
        _run.Accepted(new ReverseUnits(Key, Noon, "mill", new OldestUnits("ccc", 4) { From = ShadowAccount.Buffered }, "fire"));
        Assert.Equal(4, _run.State.View("mill")!.Tonnes("ccc", ShadowAccount.Cancelled));
    }

    [Fact]
    public void A_conversion_keeps_the_number_of_tonnes()
    {
        var no = _run.Refused(RefusalCode.TonnesChange, new ConvertUnits(Key, Noon, "mill", new OldestUnits("ccc", 10), Units(1, 11, scope: "new")));
        Assert.Equal((10, 11), (no.Asked, no.Available));
        _run.Refused(RefusalCode.AlreadyInLedger, new ConvertUnits(Key, Noon, "mill", new OldestUnits("ccc", 10), Units(91, 100)));
        _run.Accepted(new ConvertUnits(Key, Noon, "mill", new OldestUnits("ccc", 10), Units(1, 10, scope: "new")));
    }

    [Fact]
    public void Unknown_accounts_and_malformed_commands_are_refused_without_trace()
    {
        _run.Refused(RefusalCode.UnknownAccount, new TransferUnits(Key, Noon, "mil", "buyer", new OldestUnits("ccc", 1)));
        _run.Refused(RefusalCode.UnknownAccount, new FreezeAccount(Key, Noon, "mil", true, "x"));
        Assert.Equal(["mill"], _run.State.Accounts);
        var position = _run.State.Position;
        foreach (var command in new LedgerCommand[]
        {
            new IssueUnits("", Noon, "mill", Units(1, 1)),
            new IssueUnits("k\n", Noon, "mill", Units(1, 1)),
            new IssueUnits(new string('k', 129), Noon, "mill", Units(1, 1)),
            new IssueUnits("k", Noon, "", Units(1, 1)),
            new IssueUnits("k", Noon, "\u00A0", Units(1, 1)),
            new IssueUnits("k", Noon, "\u200B", Units(1, 1)),
            new TransferUnits("k", Noon, "mill", "--", new OldestUnits("ccc", 1)),
            new IssueUnits("k", Noon, "mill", default),
            new IssueUnits("k", Noon, "mill", new Parcel(new UnitLot("icm", "s", "ccc", 2025, new NodaTime.LocalDate(1899, 12, 31)), new BlockRange(900, 900))),
            new IssueUnits("k", Noon, "mill", new Parcel(new UnitLot("icm", "s", "ccc", 2025, new NodaTime.LocalDate(2026, 1, 2), new NodaTime.LocalDate(2026, 1, 1)), new BlockRange(900, 900))),
            new IssueUnits("k", Noon, "mill", Units(1, 1, vintage: 25)),
            new IssueUnits("k", Noon, "mill", new Parcel(new UnitLot("icm", "", "ccc", 2025), BlockRange.All)),
            new TransferUnits("k", Noon, "mill", "mill", new OldestUnits("ccc", 1)),
            new TransferUnits("k", Noon, "mill", "b", new OldestUnits("ccc", 0)),
            new TransferUnits("k", Noon, "mill", "b", new OldestUnits("ccc", -1)),
            new TransferUnits("k", Noon, "mill", "b", new ChosenUnits([])),
            new TransferUnits("k", Noon, "mill", "b", null!),
            new ReleaseUnits("k", Noon, "mill", "", 1),
            new ReleaseUnits("k", Noon, "mill", "r", 0),
            new CancelUnits("k", Noon, "mill", new OldestUnits("ccc", 1), new string('x', 1025)),
            new PauseBusiness("k", Noon, "", true, "x"),
        })
        {
            Assert.DoesNotContain("out of range", _run.Refused(RefusalCode.Malformed, command).Message, System.StringComparison.Ordinal);
        }

        Assert.Equal(position, _run.State.Position);
    }

    [Fact]
    public void Every_code_is_on_the_page_of_refusals()
    {
        var page = File.ReadAllText(Path.Combine(System.AppContext.BaseDirectory, "docs", "ledger-refusals.md"));
        Assert.All(RefusalText.All, code => Assert.Contains("## `" + code + "`", page, System.StringComparison.Ordinal));
        Assert.Equal(RefusalText.All.Count, page.Split("## `").Length - 1);
    }

    private ReserveUnits Sale(string id, long tonnes, Instant? at = null) =>
        new(Key, at ?? Noon, "mill", id, new OldestUnits("ccc", tonnes), ReservationPurpose.Sale);

    private TransferUnits Give(UnitSelection units) => new(Key, Noon, "mill", "buyer", units);
}
