using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.History;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>The life of a unit and the year of an entity, both from the journal and nothing else.</summary>
public sealed class HistoryTests
{
    private static readonly ComplianceYear Year = new(2026);

    [Fact]
    public void A_unit_is_followed_from_its_issue_to_its_end_with_instruction_and_proof()
    {
        var journal = new InMemoryJournal();
        var engine = new LedgerEngine(journal, Given.Policy);
        engine.Execute(new IssueUnits("k1", Given.Noon, "mill", Given.Units(1, 100)));
        engine.Execute(new ReserveUnits("k2", Given.Noon, "mill", "r", new ChosenUnits([Given.Block(11, 20)]), ReservationPurpose.Sale));
        engine.Execute(new ReleaseUnits("k3", Given.Noon, "mill", "r") { Blocks = [Given.Block(11, 12)] });
        engine.Execute(new TransferUnits("k4", Given.Noon, "mill", "kiln", new ReservedUnits("r")), new RegistryIntent("x", "icm", "{}"));
        engine.Execute(new IssueUnits("k5", Given.Noon, "other", Given.Units(200, 300)));
        engine.Execute(new SurrenderUnits("k6", Given.Noon, "kiln", 2025, new ChosenUnits([Given.Block(13, 15)])));
        var lines = JournalWriter.Lines(journal.Read(0)).ToList();
        var history = UnitHistory.Of(lines, Given.Block(15, 16));
        Assert.Equal(
            ["1 issued 15-16  - mill free", "2 reserved 15-16 mill free mill reserved", "4 transfer 15-16 mill reserved kiln free", "6 surrender 15-15 kiln free kiln surrendered"],
            history.Steps.Select(s => $"{s.Entry.Position} {s.What} {string.Join(' ', s.Units.Select(u => u.Range))} {s.FromAccount} {s.From?.Word() ?? "-"} {s.ToAccount} {s.To.Word()}"));
        Assert.All(history.Steps, s => Assert.EndsWith(s.Hash + "\"}", lines[(int)s.Entry.Position], StringComparison.Ordinal));
        Assert.Equal((6, lines[^1][^66..^2]), (history.Position, history.Head));
        Assert.Equal(["issued", "reserved", "released"], UnitHistory.Of(lines, Given.Block(11, 11)).Steps.Select(s => s.What));
        Assert.Empty(UnitHistory.Of(lines, Given.Block(15, 16, "elsewhere")).Steps);
    }

    [Fact]
    public void An_instruction_stands_with_the_entry_it_was_committed_with()
    {
        var writer = new JournalWriter();
        var run = new Run();
        run.Do(new IssueUnits("k", Given.Noon, "mill", Given.Units(1, 9)));
        var intent = new RegistryIntent("x", "icm", "{}");
        Assert.Equal([intent], UnitHistory.Of([writer.Header, writer.Line(run.Entries[0], [intent])], Given.Block(1, 1)).Steps.Single().Intents);
    }

    [Fact]
    public void A_conversion_is_the_end_of_some_and_the_beginning_of_others()
    {
        var run = new Run();
        run.Do(new IssueUnits("k1", Given.Noon, "mill", Given.Units(1, 9)));
        run.Do(new ConvertUnits("k2", Given.Noon, "mill", new OldestUnits("ccc", 9), Given.Units(1, 9, "offset-ccc", scope: "t")));
        var lines = JournalWriter.Lines(run.Entries).ToList();
        var ended = UnitHistory.Of(lines, Given.Block(4, 4)).Steps[^1];
        Assert.Equal(("convert", ShadowAccount.Converted, "t"), (ended.What, ended.To, ended.Counterparts.Single().Lot.Scope));
        var begun = UnitHistory.Of(lines, Given.Block(4, 4, "t")).Steps.Single();
        Assert.Equal(("converted-from", null, "s"), (begun.What, begun.From, begun.Counterparts.Single().Lot.Scope));
    }

    [Fact]
    public void A_damaged_journal_has_no_history()
    {
        var run = new Run();
        run.Do(new IssueUnits("k1", Given.Noon, "mill", Given.Units(1, 9)));
        var lines = JournalWriter.Lines(run.Entries).Select(l => l.Replace("mill", "kiln", StringComparison.Ordinal));
        Assert.Throws<CctsDataException>(() => UnitHistory.Of(lines, Given.Block(1, 1)));
    }

    [Fact]
    public void A_year_opens_with_what_the_one_before_closed_with_and_adds_up()
    {
        var run = new Run();
        var march = Instant.FromUtc(2026, 3, 31, 18, 29);
        var april = Instant.FromUtc(2026, 3, 31, 18, 30);   // Midnight in India.
        Assert.Null(run.Do(new IssueUnits("k1", march, "mill", Given.Units(1, 100))).Refusal);
        Assert.Null(run.Do(new IssueUnits("k2", april, "kiln", Given.Units(101, 130))).Refusal);
        Assert.Null(run.Do(new TransferUnits("k3", april, "mill", "kiln", new OldestUnits("ccc", 40))).Refusal);
        Assert.Null(run.Do(new BankUnits("k4", april, "mill", new OldestUnits("ccc", 25))).Refusal);
        Assert.Null(run.Do(new SurrenderUnits("k5", april, "mill", 2025, new OldestUnits("ccc", 10))).Refusal);
        Assert.Null(run.Do(new ReceiveUnits("k6", Instant.FromUtc(2027, 5, 1, 0, 0), "mill", Given.Units(500, 501))).Refusal);
        var first = YearlyAccount.Of(run.Entries, ["mill"], new ComplianceYear(2025)).Kinds.Single();
        Assert.Equal((0, 100, 100), (first.Opening, first.Issued, first.Closing));
        var second = YearlyAccount.Of(run.Entries, ["mill"], Year).Kinds.Single();
        Assert.Equal((100, 0, 40, 10, 25, 50), (second.Opening, second.Issued, second.Sold, second.Surrendered, second.Banked, second.Closing));
        Assert.Equal([(2025, 10L)], second.SurrenderedFor.Select(s => (s.Key, s.Value)));
        Assert.Equal([(ShadowAccount.Free, 25L), (ShadowAccount.Banked, 25L)], second.ClosingAt.OrderBy(a => a.Key).Select(a => (a.Key, a.Value)));
        var third = YearlyAccount.Of(run.Entries, ["mill"], Year.Next).Kinds.Single();
        Assert.Equal((50, 2, 52), (third.Opening, third.Received, third.Closing));
        var buyer = YearlyAccount.Of(run.Entries, ["kiln"], Year).Kinds.Single();
        Assert.Equal((0, 30, 40, 70), (buyer.Opening, buyer.Issued, buyer.Bought, buyer.Closing));
        var both = YearlyAccount.Of(run.Entries, ["mill", "kiln"], Year).Kinds.Single();
        Assert.Equal((100, 30, 0, 0, 10, 120), (both.Opening, both.Issued, both.Bought, both.Sold, both.Surrendered, both.Closing));
    }

    [Fact]
    public void Whatever_is_done_the_account_closes_at_what_the_ledger_holds()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var run = new Run();
            foreach (var command in RandomCommands.Of(seed, 120))
            {
                run.Do(command);
            }

            foreach (var accounts in run.State.Accounts.Select(a => new[] { a }).Append(run.State.Accounts.ToArray()))
            {
                var year = YearlyAccount.Of(run.Entries, accounts, Year).Kinds;
                var held = accounts.SelectMany(a => run.State.View(a)!.Holdings).Where(h => !h.Place.IsFinal())
                    .GroupBy(h => (h.Units.Lot.Kind, h.Place)).ToDictionary(g => g.Key, g => g.Sum(h => h.Units.Tonnes));
                Assert.Equal(held, year.SelectMany(k => k.ClosingAt.Select(a => ((k.Kind, a.Key), a.Value))).ToDictionary(a => a.Item1, a => a.Value));
                Assert.All(year, k => Assert.Equal(k.ClosingAt.Values.Sum(), k.Closing));
                Assert.All(year, k => Assert.Equal(0, k.Opening));
                Assert.Equal(year.Select(k => (k.Kind, k.Closing)), YearlyAccount.Of(run.Entries, accounts, Year.Next).Kinds.Select(k => (k.Kind, k.Opening)));
                if (accounts.Length > 1)
                {
                    Assert.All(year, k => Assert.Equal(0, k.Bought + k.Sold + k.ClawedBackByOthers + k.ClawedBackFromOthers));
                }
            }
        }
    }

    [Fact]
    public void The_last_step_of_every_unit_is_where_the_ledger_has_it()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var run = new Run();
            foreach (var command in RandomCommands.Of(seed, 80))
            {
                run.Do(command);
            }

            var lines = JournalWriter.Lines(run.Entries).ToList();
            foreach (var (account, holding) in run.State.Accounts.SelectMany(a => run.State.View(a)!.Holdings.Select(h => (a, h))))
            {
                var unit = holding.Units.Block.With(new BlockRange(holding.Units.Range.End, holding.Units.Range.End));
                var last = UnitHistory.Of(lines, unit).Steps[^1];
                Assert.Equal((account, holding.Place), (last.ToAccount, last.To));
            }
        }
    }
}
