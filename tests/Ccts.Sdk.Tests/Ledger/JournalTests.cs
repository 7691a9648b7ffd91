using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using NodaTime;
using static Ccts.Sdk.Tests.Ledger.Given;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>The journal's text: what is written is read back, and nothing else is.</summary>
public class JournalTests
{
    internal static Run Sample()
    {
        var run = new Run().Issued("mill", Units(1, 100)).Issued("mill", Units(1, 50, "offset-ccc", 2024, scope: "\"é\\"));
        string Key() => run.NextKey();
        run.Accepted(new ReceiveUnits(Key(), Noon, "trader", Units(500, 599), "bilateral") { Into = ShadowAccount.Pending });
        run.Accepted(new ReserveUnits(Key(), Noon, "mill", "r1", new OldestUnits("ccc", 30), ReservationPurpose.Sale, Noon + Duration.FromHours(1)));
        run.Accepted(new ReleaseUnits(Key(), Noon, "mill", "r1", 5));
        run.Accepted(new TransferUnits(Key(), Noon, "mill", "buyer", new ReservedUnits("r1")));
        run.Accepted(new SurrenderUnits(Key(), Noon, "buyer", 2025, new OldestUnits("ccc", 7)));
        run.Accepted(new RetireUnits(Key(), Noon, "buyer", new OldestUnits("ccc", 2), "The Beneficiary"));
        run.Accepted(new ConvertUnits(Key(), Noon, "buyer", new OldestUnits("ccc", 3), Units(1, 3, scope: "new")));
        run.Accepted(new FreezeAccount(Key(), Noon, "buyer", true, "court"));
        run.Accepted(new PauseBusiness(Key(), Noon, "icm", true, "no answer"));
        run.Refused(RefusalCode.Oversell, new ReserveUnits(Key(), Noon, "mill", "r2", new OldestUnits("ccc", 1000), ReservationPurpose.Sale));
        run.Refused(RefusalCode.NotHeld, new BankUnits(Key(), Noon, "mill", new ChosenUnits(Block(999, 1000))));
        return run;
    }

    internal static List<string> Text(Run run) => JournalWriter.Lines(run.Entries).ToList();

    [Fact]
    public void What_is_written_is_read_back_and_written_the_same()
    {
        var lines = Text(Sample());
        var entries = JournalReader.Read(lines).ToList();
        Assert.Equal(lines, JournalWriter.Lines(entries).ToList());
        var replayed = LedgerState.Replay(entries);
        Assert.Empty(LedgerAudit.Findings(replayed));
        Assert.Equal(13, replayed.Position);
        Assert.Single(replayed.View("mill")!.Breaches);
    }

    [Fact]
    public void A_journal_is_continued_after_it_was_read()
    {
        var run = Sample();
        var whole = Text(run);
        var reader = new JournalReader();
        Assert.Equal(5, reader.ReadAll(whole.Take(6)).Count());
        var writer = new JournalWriter(reader);
        Assert.Equal(whole.Skip(6).ToList(), run.Entries.Skip(5).Select(writer.Line).ToList());
        Assert.Contains(writer.Head, whole[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_changed_character_is_found_at_its_line()
    {
        var lines = Text(Sample());
        for (var line = 0; line < lines.Count; line++)
        {
            for (var at = 0; at < lines[line].Length; at += 7)
            {
                var damaged = lines.ToList();
                damaged[line] = string.Concat(lines[line].AsSpan(0, at), lines[line][at] == '1' ? "2" : "1", lines[line].AsSpan(at + 1));
                Refused(damaged, line + 1);
            }
        }
    }

    [Fact]
    public void Lost_moved_doubled_and_cut_lines_are_found_at_their_place()
    {
        var lines = Text(Sample());
        for (var at = 0; at < lines.Count - 1; at++)
        {
            var lost = lines.ToList();
            lost.RemoveAt(at);
            Refused(lost, at + 1);
            var moved = lines.ToList();
            (moved[at], moved[at + 1]) = (moved[at + 1], moved[at]);
            Refused(moved, at + 1);
            var doubled = lines.ToList();
            doubled.Insert(at, lines[at]);
            Refused(doubled, at + 2);
            var cut = lines.Take(at + 1).Append(lines[at + 1].Substring(0, lines[at + 1].Length / 2)).ToList();
            Assert.Equal("journal-line", Refused(cut, at + 2));
        }

        Refused([], 1);
    }

    [Fact]
    public void Every_prefix_is_a_sound_ledger()
    {
        var lines = Text(Sample());
        for (var count = 1; count <= lines.Count; count++)
        {
            var state = LedgerState.Replay(JournalReader.Read(lines.Take(count)));
            Assert.Equal(count - 1, state.Position);
            Assert.Empty(LedgerAudit.Findings(state));
        }
    }

    [Fact]
    public void Journals_of_version_1_are_read_for_ever()
    {
        var lines = Golden.Lines("journal-v1.jsonl");
        var state = LedgerState.Replay(JournalReader.Read(lines));
        Assert.Equal(lines, JournalWriter.Lines(JournalReader.Read(lines)));
        Assert.All(state.View("mill")!.Holdings, h => Assert.Null(h.Units.Lot.Issued));
        Assert.Empty(LedgerAudit.Findings(state));
        Assert.Equal(75, state.View("mill")!.RegistryBalance("ccc"));
    }

    [Fact]
    public void Journals_with_entries_of_version_2_are_read_for_ever()
    {
        var lines = Golden.Lines("journal-v2.jsonl");
        Assert.Equal(lines, JournalWriter.Lines(JournalReader.Read(lines)));
        var state = LedgerState.Replay(JournalReader.Read(lines));
        Assert.Equal(Noon - Duration.FromDays(30), state.KeysKeptSince);
        Refused(lines.Append(lines[^1].Replace("\"v\":2", "\"v\":6", StringComparison.Ordinal)).ToList(), lines.Count + 1);
    }

    [Fact]
    public void Journals_with_entries_of_version_3_are_read_for_ever()
    {
        var lines = Golden.Lines("journal-v3.jsonl");
        Assert.Equal(lines, JournalWriter.Lines(JournalReader.Read(lines)));
        Assert.Equal([new BusinessPause("icm", null), new BusinessPause("icm", "breaker")], LedgerState.Replay(JournalReader.Read(lines)).Pauses);
    }

    /// <summary>Entries about units of which a day is known.</summary>
    [Fact]
    public void Journals_with_entries_of_version_5_are_read_for_ever()
    {
        var lines = Golden.Lines("journal-v5.jsonl");
        Assert.Equal(Text(Dated()), lines);
        var state = LedgerState.Replay(JournalReader.Read(lines));
        Assert.Equal((new LocalDate(2026, 10, 15), (LocalDate?)null), DaysOf(state, "mill", 1));
        Assert.Equal((new LocalDate(2026, 9, 30), new LocalDate(2028, 2, 29)), DaysOf(state, "buyer", 501));
        Assert.Equal((new LocalDate(2026, 9, 30), new LocalDate(2028, 2, 29)), DaysOf(state, "buyer", 9001));
        Assert.True(state.ToSnapshot().State.Span.SequenceEqual(Dated().State.ToSnapshot().State.Span));
    }

    /// <summary>An older version never knew a member for days, so in its entries it is a stranger.</summary>
    [Fact]
    public void An_entry_of_an_older_version_cannot_state_a_day()
    {
        var lines = Text(new Run().Issued("mill", Units(1, 100)));
        Assert.True(JournalChain.TrySplit(lines[1], out var body, out _));
        Assert.True(JournalChain.TrySplit(lines[0], out _, out var before));
        Assert.Contains("\"v\":5", body, StringComparison.Ordinal);
        body = body.Replace("\"v\":5", "\"v\":2", StringComparison.Ordinal);
        lines[1] = body + JournalChain.Suffix(JournalChain.Next(before, body));
        Assert.Equal("unknown-key", Refused(lines, 2));
    }

    private static Run Dated()
    {
        var run = new Run().Issued("mill", Units(1, 100));
        var dated = Units(501, 599) with { Lot = Units(501, 599).Lot.Dated(new LocalDate(2026, 9, 30), new LocalDate(2028, 2, 29)) };
        run.Accepted(new ReceiveUnits(run.NextKey(), Noon, "buyer", dated, "bilateral"));
        run.Accepted(new ReserveUnits(run.NextKey(), Noon, "buyer", "r1", new OldestUnits("ccc", 30), ReservationPurpose.Sale));
        run.Accepted(new ReleaseUnits(run.NextKey(), Noon, "buyer", "r1"));
        run.Accepted(new ConvertUnits(run.NextKey(), Noon, "buyer", new ChosenUnits(Block(590, 599)), Units(9001, 9010, scope: "new")));
        run.Accepted(new PauseBusiness(run.NextKey(), Noon, "icm", true, "no answer") { Holder = "breaker" });
        run.Refused(RefusalCode.NotYetIssued, new RetireUnits(run.NextKey(), Noon - Duration.FromDays(1), "mill", new OldestUnits("ccc", 5)));
        return run;
    }

    private static (LocalDate? Issued, LocalDate? Expires) DaysOf(LedgerState state, string account, ulong number)
    {
        var lot = state.View(account)!.Holdings.First(h => h.Units.Range.Contains(new Ccts.Sdk.Blocks.BlockRange(number, number))).Units.Lot;
        return (lot.Issued, lot.Expires);
    }

    [Fact]
    public void A_rewritten_chain_does_not_make_a_tonne()
    {
        var entries = Sample().Entries;
        var forged = entries.Take(3).Append(new JournalEntry(4, Noon, "forged", 0, new UnitsEntered("mill", Units(40, 140), ShadowAccount.Free, EntryOrigin.Issued, null)));
        var lines = JournalWriter.Lines(forged).ToList();
        var no = Assert.Throws<LedgerContradictionException>(() => LedgerState.Replay(JournalReader.Read(lines)));
        Assert.Equal(4, no.Position);
    }

    private static string Refused(List<string> lines, int line)
    {
        var no = Assert.Throws<CctsDataException>(() => JournalReader.Read(lines, "j.jsonl").ToList());
        Assert.Equal(("j.jsonl", line), (no.Problems[0].Place.File, no.Problems[0].Place.Line));
        return no.Problems[0].Code;
    }

    [Fact]
    public void A_year_no_number_can_hold_is_bad_input_even_when_the_chain_is_whole()
    {
        var run = new Run().Issued("mill", Units(1, 10));
        run.Accepted(new SurrenderUnits("s", Noon, "mill", 2025, new OldestUnits("ccc", 5)));
        var lines = JournalWriter.Lines(run.Entries).ToList();
        Assert.True(JournalChain.TrySplit(lines[^2], out _, out var before));
        Assert.True(JournalChain.TrySplit(lines[^1], out var body, out _));
        body = body.Replace("\"compliance-year\":2025", "\"compliance-year\":99999999999", StringComparison.Ordinal);
        lines[^1] = body + JournalChain.Suffix(JournalChain.Next(before, body));
        var bad = Assert.Throws<CctsDataException>(() => JournalReader.Read(lines, "j").ToList());
        Assert.Contains("/compliance-year: error wrong-type", bad.Message, StringComparison.Ordinal);
    }
}
