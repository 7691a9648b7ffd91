using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Random commands against the naive ledger: the same answers, the same tonnes in the same places, from the journal too.</summary>
public class ModelTests
{
    internal static readonly Gen<int[]> Dice = Gen.ArrayOf(Gen.Choose(0, 1_000_000), 10);

    [Fact]
    public void The_ledger_agrees_with_the_naive_one_after_every_command()
    {
        var accepted = new Dictionary<string, int>(StringComparer.Ordinal);
        Prop.ForAll(Dice.NonEmptyListOf().Resize(200).ToArbitrary(), rolls =>
        {
            var run = new Run();
            var model = new NaiveLedger();
            var before = new List<LedgerCommand>();
            foreach (var roll in rolls)
            {
                if (roll[0] % 16 == 15 && before.Count > 0)
                {
                    Assert.NotNull(run.Do(before[roll[1] % before.Count]).Repeats);
                    continue;
                }

                var command = RandomCommands.Of(run.NextKey(), roll);
                before.Add(command);
                var decision = run.Do(command);
                Assert.True(model.Do(command) == decision.Refusal is null, command + " -> " + decision);
                Assert.Equal(model.Picture(), NaiveLedger.Picture(run.State));
                Assert.Empty(LedgerAudit.Findings(run.State));
                Assert.All(run.State.Accounts, a => Assert.Equal(model.Breaches(a), run.State.View(a)!.Breaches.Count));
                if (decision.Refusal is null)
                {
                    accepted[command.Name] = accepted.GetValueOrDefault(command.Name) + 1;
                }
            }

            var replayed = LedgerState.Replay(JournalReader.Read(JournalWriter.Lines(run.Entries)));
            Assert.Equal(model.Picture(), NaiveLedger.Picture(replayed));
        }).Holds(200);

        // The dice reach everything that can be done.
        Assert.True(accepted.Count(a => a.Value > 3) == 17, string.Join(", ", accepted));
    }

    [Fact]
    public void Every_prefix_of_a_random_journal_is_sound_and_no_entry_can_be_left_out_that_moved_a_tonne()
    {
        Prop.ForAll(Dice.NonEmptyListOf().Resize(60).ToArbitrary(), rolls =>
        {
            var run = new Run();
            foreach (var roll in rolls)
            {
                run.Do(RandomCommands.Of(run.NextKey(), roll));
            }

            var state = new LedgerState();
            var held = 0L;
            foreach (var entry in run.Entries)
            {
                state.Apply(entry);
                held += entry.Event switch { UnitsEntered e => e.Units.Tonnes, UnitsConverted e => e.Into.Tonnes, _ => 0 };
                Assert.Empty(LedgerAudit.Findings(state));
                Assert.Equal(held, state.Accounts.Sum(a => state.View(a)!.Holdings.Sum(h => h.Units.Tonnes)));
                Assert.Throws<LedgerContradictionException>(() => state.Apply(entry));
            }
        }).Holds();
    }
}
