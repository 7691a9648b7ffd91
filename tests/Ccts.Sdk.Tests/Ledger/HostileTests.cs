using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using NodaTime;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>What somebody who means harm hands in: a named refusal or a contradiction, never a fault and never a tonne.</summary>
public class HostileTests
{
    private const ShadowAccount Nowhere = (ShadowAccount)99;
    private const ShadowAccount Below = (ShadowAccount)(-1);

    [Fact]
    public void Commands_with_nulls_defaults_and_undefined_places_are_malformed()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        var position = run.State.Position;
        foreach (var command in new LedgerCommand[]
        {
            new IssueUnits(null!, Noon, "a", Units(1, 1)),
            new IssueUnits("k", Noon, null!, Units(1, 1)),
            new IssueUnits("k", Noon, "a", Units(1, 1)) { Into = Nowhere },
            new ReceiveUnits("k", Noon, "a", Units(1, 1)) { Into = Below },
            new ReserveUnits("k", Noon, "mill", null!, new OldestUnits("ccc", 1), ReservationPurpose.Sale),
            new ReserveUnits("k", Noon, "mill", "r", new OldestUnits("ccc", 1), (ReservationPurpose)7),
            new ReserveUnits("k", Noon, "mill", "r", new OldestUnits(null!, 1), ReservationPurpose.Sale),
            new ReserveUnits("k", Noon, "mill", "r", new OldestUnits("ccc", 1) { From = Below }, ReservationPurpose.Sale),
            new ReserveUnits("k", Noon, "mill", "r", new ChosenUnits((IReadOnlyList<SerialBlock>)null!), ReservationPurpose.Sale),
            new ReserveUnits("k", Noon, "mill", "r", new ChosenUnits(Block(1, 1)) { From = Nowhere }, ReservationPurpose.Sale),
            new ReserveUnits("k", Noon, "mill", "r", new ChosenUnits(new SerialBlock("icm", "s", BlockRange.All)), ReservationPurpose.Sale),
            new AssignUnits("k", Noon, "mill", new OldestUnits("ccc", 1), Nowhere),
            new AssignUnits("k", Noon, "mill", new OldestUnits("ccc", 1) { From = Below }, ShadowAccount.Free),
            new TransferUnits("k", Noon, "mill", null!, new OldestUnits("ccc", 1)) { Into = Below },
            new TransferUnits("k", Noon, "mill", null!, new OldestUnits("ccc", 1)),
            new ClawBackUnits("k", Noon, "mill", null!, new OldestUnits("ccc", 1), "order"),
            new FreezeAccount("k", Noon, "mill", true, null!),
            new PauseBusiness("k", Noon, null, true, null!),
            new TransferUnits("k", Noon, "mill", "b", null!),
            new TransferUnits("k", Noon, "mill", "b", new OldestUnits("ccc", long.MinValue)),
            new ConvertUnits("k", Noon, "mill", new OldestUnits("ccc", 1), default),
            new ReleaseUnits("k", Noon, "mill", null!),
        })
        {
            run.Refused(RefusalCode.Malformed, command);
        }

        Assert.Equal(position, run.State.Position);
    }

    /// <summary>A ledger of tonnes takes no unit that is none, by whatever spelling and way in.</summary>
    [Theory]
    [InlineData("green-credit", false)]
    [InlineData("Green Credits (GCP)", false)]
    [InlineData("REC", false)]
    [InlineData("I-RECs", false)]
    [InlineData("ESCert", false)]
    [InlineData("energy-saving-certificate", false)]
    [InlineData("solar rec", false)]
    [InlineData("REC:wind", false)]
    [InlineData("I-REC(E)", false)]
    [InlineData("PAT ESCerts 2019", false)]
    [InlineData("MWh", false)]
    [InlineData("state green credits", false)]
    [InlineData("SREC", false)]
    [InlineData("solarREC", false)]
    [InlineData("R.E.C.", false)]
    [InlineData("renewable energy credits", false)]
    [InlineData("Energy Savings Certificate", false)]
    [InlineData("white-certificates", false)]
    [InlineData("EAC", false)]
    [InlineData("GWh", false)]
    [InlineData("renewable energy carbon credit", true)]
    [InlineData("evergreen-credits", true)]
    [InlineData("direct-capture", true)]
    [InlineData("vcu", true)]
    [InlineData("record", true)]
    public void What_is_no_tonne_enters_no_ledger(string kind, bool isTaken)
    {
        var ledger = new LedgerEngine(new InMemoryJournal(), LedgerPolicy.Bare);
        Assert.True(ledger.Execute(new IssueUnits("k0", Noon, "mill", Units(1, 100))).IsAccepted);
        var units = new Parcel(new UnitLot("icm", "t", kind, 2025), new BlockRange(1, 100));
        foreach (var command in new LedgerCommand[] { new IssueUnits("k1", Noon, "mill", units), new ReceiveUnits("k2", Noon, "mill", units), new ConvertUnits("k3", Noon, "mill", new OldestUnits("ccc", 100), units) })
        {
            Assert.Equal(isTaken, ledger.Execute(command).Refusal?.Code != RefusalCode.Malformed);
        }

        Assert.Equal(isTaken, UnitKind.Of(kind).IsOfTonnes);
    }

    [Fact]
    public void Amounts_beyond_every_number_are_refused()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        run.Refused(RefusalCode.NotEnough, new TransferUnits(run.NextKey(), Noon, "mill", "b", new OldestUnits("ccc", long.MaxValue)));
        run.Refused(RefusalCode.Oversell, new ReserveUnits(run.NextKey(), Noon, "mill", "r", new OldestUnits("ccc", long.MaxValue), ReservationPurpose.Sale));
        var most = new BlockRange(BlockNumber.MaxValue - (BlockNumber)999_999_999_999UL, BlockNumber.MaxValue);
        var blocks = Enumerable.Range(0, 40).Select(i => new SerialBlock("icm", "z" + i, most)).ToList();
        Assert.Equal(40_000_000_000_000, run.Refused(RefusalCode.Oversell, new ReserveUnits(run.NextKey(), Noon, "mill", "r", new ChosenUnits(blocks), ReservationPurpose.Sale)).Asked);
        run.Accepted(new IssueUnits(run.NextKey(), Noon, "mill", new Parcel(new UnitLot("icm", "top", "ccc", 2025), most)));
        run.Accepted(new TransferUnits(run.NextKey(), Noon, "mill", "b", new ChosenUnits(new SerialBlock("icm", "top", most))));
        Assert.Equal(1_000_000_000_000, run.State.View("b")!.RegistryBalance("ccc"));
    }

    [Fact]
    public void Runs_that_have_grown_together_beyond_what_may_enter_at_once_move_and_are_read_again()
    {
        const ulong most = 1_000_000_000_000;
        var run = new Run().Issued("mill", Units(1, most)).Issued("mill", Units(most + 1, 2 * most));
        run.Accepted(new ReserveUnits(run.NextKey(), Noon, "mill", "r", new OldestUnits("ccc", 2 * (long)most), ReservationPurpose.Sale));
        run.Accepted(new TransferUnits(run.NextKey(), Noon, "mill", "b", new ReservedUnits("r", (long)most + 5)));
        run.Accepted(new TransferUnits(run.NextKey(), Noon, "mill", "b", new ReservedUnits("r")));
        var again = LedgerState.Replay(JournalReader.Read(JournalWriter.Lines(run.Entries)));
        Assert.True(again.ToSnapshot().State.Span.SequenceEqual(run.State.ToSnapshot().State.Span));
        Assert.Equal(2 * (long)most, again.View("b")!.RegistryBalance("ccc"));
    }

    [Fact]
    public void What_can_no_longer_be_counted_does_not_enter()
    {
        var state = new LedgerState();
        var lot = new UnitLot("icm", "s", "ccc", 2025);
        const ulong run = 1_000_000_000_000;
        long entered = 0;
        try
        {
            for (ulong i = 0; i < 10_000_000; i++, entered++)
            {
                state.Apply(new JournalEntry(entered + 1, Noon, "i" + i, 0, new UnitsEntered("mill", new Parcel(lot, new BlockRange(i * run, (i * run) + run - 1)), ShadowAccount.Free, EntryOrigin.Issued, null)));
            }
        }
        catch (LedgerContradictionException no)
        {
            Assert.Contains("more ccc than can be counted", no.Reason, StringComparison.Ordinal);
        }

        Assert.Equal(entered, state.Position);
        Assert.Equal(entered * (long)run, state.View("mill")!.RegistryBalance("ccc"));
        Assert.Empty(LedgerAudit.Findings(state));
    }

    [Fact]
    public void A_policy_out_of_range_cannot_be_made()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new OversellRule(0, 6));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OversellRule(3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OversellRule(3, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => new UnitRule("ccc", true) { ValidityMonths = int.MaxValue });
        Assert.Throws<ArgumentOutOfRangeException>(() => new UnitRule("ccc", true) { ValidityMonths = -1 });
    }

    [Fact]
    public void Forged_entries_with_nulls_defaults_and_undefined_places_are_contradictions()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        var whole = run.State.ToSnapshot().State;
        IReadOnlyList<Parcel> one = [Units(1, 1)];
        foreach (var happened in new LedgerEvent[]
        {
            null!,
            new UnitsEntered("mill", default, ShadowAccount.Free, EntryOrigin.Issued, null),
            new UnitsEntered(null!, Units(200, 200), ShadowAccount.Free, EntryOrigin.Issued, null),
            new UnitsEntered("mill", Units(200, 200, vintage: 99_999), ShadowAccount.Free, EntryOrigin.Issued, null),
            new UnitsEntered("mill", new Parcel(new UnitLot("icm", "s", "ccc", 2025), BlockRange.All), ShadowAccount.Free, EntryOrigin.Issued, null),
            new UnitsEntered("mill", Units(200, 200), Nowhere, EntryOrigin.Issued, null),
            new UnitsReserved("mill", null!, ReservationPurpose.Sale, ShadowAccount.Free, one, null),
            new UnitsReserved(null!, "r", ReservationPurpose.Sale, ShadowAccount.Free, one, null),
            new UnitsReserved("mill", "r", (ReservationPurpose)9, ShadowAccount.Free, one, null),
            new UnitsReserved("mill", "r", ReservationPurpose.Sale, Below, one, null),
            new UnitsReserved("mill", "r", ReservationPurpose.Sale, ShadowAccount.Free, null!, null),
            new UnitsReserved("mill", "r", ReservationPurpose.Sale, ShadowAccount.Free, [default], null),
            new UnitsReserved("mill", "r", ReservationPurpose.Sale, ShadowAccount.Free, [Units(1, 5), Units(5, 9)], null),
            new UnitsReleased("mill", null!, one),
            new UnitsMoved((MoveCause)40, "mill", ShadowAccount.Free, null, one, "b", ShadowAccount.Free),
            new UnitsMoved(MoveCause.Assign, "mill", Below, null, one, "mill", ShadowAccount.Free),
            new UnitsMoved(MoveCause.Transfer, "mill", ShadowAccount.Free, null, one, null!, ShadowAccount.Free),
            new UnitsMoved(MoveCause.Transfer, "mill", ShadowAccount.Free, null, [Units(1, 101)], "b", ShadowAccount.Free),
            new UnitsConverted("mill", ShadowAccount.Free, null, one, default),
            new AccountFrozen(null!, true, ""),
            new CommandRefused(null!, true, null),
            new CommandRefused(new Refusal(RefusalCode.Oversell), true, null),
        })
        {
            Assert.Throws<LedgerContradictionException>(() => run.State.Apply(new JournalEntry(run.State.Position + 1, Noon, "forged", 0, happened)));
        }

        Assert.Throws<LedgerContradictionException>(() => run.State.Apply(new JournalEntry(run.State.Position + 1, Noon, null!, 0, new AccountFrozen("mill", true, ""))));
        Assert.True(whole.Span.SequenceEqual(run.State.ToSnapshot().State.Span));
    }

    [Fact]
    public void What_leaves_a_reservation_is_what_it_holds()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        run.Accepted(new ReserveUnits("r", Noon, "mill", "r", new ChosenUnits([Units(1, 10).Block, Units(21, 30).Block]), ReservationPurpose.Sale));
        var whole = run.State.ToSnapshot().State;
        foreach (var units in new IReadOnlyList<Parcel>[]
        {
            [Held(1, 11)],
            [Held(2, 11)],
            [Held(20, 30)],
            [Held(5, 25)],
            [Held(1, 9), Held(9, 10)],
            [Held(25, 30), Held(21, 25)],
            [default],
            [Held(1, 11), Held(21, 30)],
            [Held(1, 10), Held(21, 31)],
            [Held(1, 10), Held(21, 30), Held(41, 50)],
            [Units(1, 10, vintage: 2024).OnTheDay()],
            [Units(1, 10)],
        })
        {
            Assert.Throws<LedgerContradictionException>(() => Release(units));
        }

        Assert.True(whole.Span.SequenceEqual(run.State.ToSnapshot().State.Span));
        Release([Held(1, 10), Held(22, 25)]);

        Parcel Held(ulong start, ulong end) => Units(start, end).OnTheDay();

        void Release(IReadOnlyList<Parcel> units) => run.State.Apply(new JournalEntry(run.State.Position + 1, Noon, "forged", 0, new UnitsReleased("mill", "r", units)));
    }

    /// <summary>The digest is not a signature: bytes made up by somebody who computes it anew are refused or taken, and never a fault or a tonne more than entered.</summary>
    [Fact]
    public void A_snapshot_with_a_digest_computed_anew_is_refused_or_makes_no_tonne()
    {
        var good = JournalTests.Sample().State.ToSnapshot();
        var body = good.State[..^71].ToArray();
        var refused = 0;
        for (var at = 0; at < body.Length; at++)
        {
            foreach (var bit in new byte[] { 1, 2, 16, 128 })
            {
                var bytes = body.ToArray();
                bytes[at] ^= bit;
                try
                {
                    var state = LedgerState.FromSnapshot(good with { State = bytes.Concat(Encoding.ASCII.GetBytes(Ccts.Sdk.Formats.Json.Sha256.Of(bytes))).ToArray() });
                    Assert.Equal(state.Partitions.SelectMany(p => p.Scopes.Values).Sum(s => s.Numbers.Tonnes), state.Accounts.Sum(a => state.View(a)!.Holdings.Sum(h => h.Units.Tonnes)));
                }
                catch (CctsDataException)
                {
                    refused++;
                }
            }
        }

        Assert.True(refused > body.Length);
    }

    [Fact]
    public void Runs_that_do_not_fit_into_64_bits_are_kept_beside_those_that_do()
    {
        var shelf = new RangeShelf();
        var model = new List<BlockRange>();
        var dice = new Random(11);
        for (var i = 0; i < 4000; i++)
        {
            var start = new BlockNumber((ulong)dice.Next(0, i < 2000 ? 1 : 3), (ulong)dice.Next(0, 1 << 20) * 10);
            var range = new BlockRange(start, start + (BlockNumber)(ulong)dice.Next(0, 9));
            if (model.Exists(m => m.Overlaps(range)))
            {
                Assert.NotNull(shelf.FindOverlap(range));
                if (dice.Next(2) == 0 && shelf.Contains(range))
                {
                    shelf.Remove(range);
                    var held = model.Find(m => m.Contains(range));
                    model.Remove(held);
                    var (before, after) = held.Subtract(range);
                    model.AddRange(new[] { before, after }.Where(r => r is not null).Select(r => r!.Value));
                }
            }
            else
            {
                Assert.Null(shelf.FindOverlap(range));
                shelf.Add(range);
                model.Add(range);
            }
        }

        // One run over the border of 64 bits.
        var border = new BlockRange(new BlockNumber(7, ulong.MaxValue), new BlockNumber(8, 0));
        shelf.Add(border);
        model.Add(border);
        var expected = BlockSet.FromRanges(model);
        Assert.Equal(expected, BlockSet.FromRanges(shelf.Ranges()));
        var walked = new List<BlockRange>();
        foreach (var run in shelf.Runs())
        {
            walked.Add(run);
        }

        Assert.Equal(shelf.Ranges(), walked);
        Assert.Equal(expected.Ranges.Sum(r => (long)r.Count.ToUInt64()), shelf.Tonnes);
        Assert.Equal(1, shelf.CountWithin(new BlockRange(BlockNumber.Zero, new BlockNumber(7, ulong.MaxValue))) - model.Where(m => m != border).Sum(m => m.Count.ToDecimal()));
    }
}
