using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>A registry may confirm the middle of what is reserved: exactly those numbers move, the rest stays reserved or goes into quarantine.</summary>
public class NumbersOfReservationsTests
{
    private readonly Run _run = new Run().Issued("mill", Units(1, 100));

    public NumbersOfReservationsTests() =>
        _run.Accepted(new ReserveUnits("r", Noon, "mill", "r", new ChosenUnits([Block(1, 40), Block(61, 100)]), ReservationPurpose.Other));

    [Fact]
    public void The_middle_moves_and_the_ends_stay_reserved()
    {
        _run.Accepted(new TransferUnits("t", Noon, "mill", "buyer", Numbers(Block(70, 80), Block(11, 20))));

        Assert.Equal(["1-10", "21-40", "61-69", "81-100"], Reserved());
        Assert.Equal(["11-20", "70-80"], _run.State.View("buyer")!.Holdings.Select(h => h.Units.Range.ToString()));
        Assert.Empty(LedgerAudit.Findings(_run.State));
    }

    [Fact]
    public void What_is_in_question_goes_into_quarantine_although_it_is_reserved()
    {
        _run.Accepted(new AssignUnits("q", Noon, "mill", Numbers(Block(21, 40)), ShadowAccount.Quarantined, "half done"));
        _run.Accepted(new TransferUnits("t", Noon, "mill", "buyer", Numbers(Block(1, 20))));

        Assert.Equal(["61-100"], Reserved());
        Assert.Equal(20, _run.State.View("mill")!.Tonnes("ccc", ShadowAccount.Quarantined));
        _run.Refused(RefusalCode.NoSuchMove, new AssignUnits("f", Noon, "mill", Numbers(Block(61, 61)), ShadowAccount.Free));
    }

    [Fact]
    public void Exactly_these_numbers_are_released()
    {
        _run.Accepted(new ReleaseUnits("x", Noon, "mill", "r") { Blocks = [Block(40, 40), Block(61, 61)] });

        Assert.Equal(["1-39", "62-100"], Reserved());
    }

    [Theory]
    [InlineData(40, 41)]
    [InlineData(41, 60)]
    [InlineData(30, 70)]
    [InlineData(100, 101)]
    public void Numbers_that_the_reservation_does_not_hold_are_refused_and_nothing_moves(ulong start, ulong end)
    {
        var no = _run.Refused(RefusalCode.NotHeld, new TransferUnits("t", Noon, "mill", "buyer", Numbers(Block(1, 5), Block(start, end))));

        Assert.Equal(Block(start, end), no.Block);
        Assert.Equal(["1-40", "61-100"], Reserved());
    }

    [Fact]
    public void Numbers_named_twice_or_beside_tonnes_are_refused()
    {
        _run.Refused(RefusalCode.ChosenTwice, new TransferUnits("t1", Noon, "mill", "buyer", Numbers(Block(1, 5), Block(5, 6))));
        _run.Refused(RefusalCode.Malformed, new TransferUnits("t2", Noon, "mill", "buyer", new ReservedUnits("r", 5) { Blocks = [Block(1, 5)] }));
        _run.Refused(RefusalCode.Malformed, new TransferUnits("t3", Noon, "mill", "buyer", new ReservedUnits("r") { Blocks = [] }));
    }

    [Fact]
    public void Other_numbers_under_the_same_key_are_another_command()
    {
        _run.Accepted(new TransferUnits("t", Noon, "mill", "buyer", Numbers(Block(1, 5))));
        _run.Refused(RefusalCode.KeyReused, new TransferUnits("t", Noon, "mill", "buyer", Numbers(Block(1, 6))));
    }

    [Fact]
    public void A_journal_that_takes_the_middle_of_a_reservation_is_read_back()
    {
        _run.Accepted(new TransferUnits("t", Noon, "mill", "buyer", Numbers(Block(70, 80))));

        var replayed = LedgerState.Replay(JournalReader.Read(JournalWriter.Lines(_run.Entries)));

        Assert.True(replayed.ToSnapshot().State.Span.SequenceEqual(_run.State.ToSnapshot().State.Span));
    }

    private static ReservedUnits Numbers(params SerialBlock[] blocks) => new("r") { Blocks = blocks };

    private IEnumerable<string> Reserved() => _run.State.View("mill")!.Reservations.SelectMany(r => r.Units).Select(u => u.Range.ToString());
}
