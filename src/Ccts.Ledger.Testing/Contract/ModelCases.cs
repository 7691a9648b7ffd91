using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Ledger.Testing.Histories;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Testing.Contract;

/// <summary>Random commands, in sequence and concurrently, compared with the naive ledger; and the text form as another store.</summary>
internal static class ModelCases
{
    private const int Threads = 8;

    internal static IEnumerable<LedgerStoreCase> All =>
    [
        .. Enumerable.Range(1, 3).Select(seed => new LedgerStoreCase($"random commands agree with the naive ledger, opened anew midway: seed {seed}", f => Agrees(f, seed))),
        .. Enumerable.Range(1, 2).Select(seed => new LedgerStoreCase($"the history of many callers has an order that explains it: seed {seed}", f => Explained(f, seed))),
        new("the text is the whole ledger and makes it again, byte for byte", TextAndBack),
    ];

    private static string? Agrees(LedgerStoreFixture fixture, int seed)
    {
        var model = new NaiveLedger();
        foreach (var part in RandomCommands.Of(seed, 240).Select((command, i) => (command, i)).GroupBy(p => p.i / 60, p => p.command))
        {
            KeepingCases.With(fixture, journal =>
            {
                var engine = KeepingCases.Engine(journal);
                Expect.Same(model.Picture(), NaiveLedger.Picture(LedgerState.Replay(journal.Read(0))), "tonnes after reopening");
                foreach (var command in part)
                {
                    var accepted = model.Do(command);
                    Expect.True(engine.Execute(command).IsAccepted == accepted, $"{command} is {(accepted ? "accepted" : "refused")}");
                }

                Expect.Same(model.Picture(), NaiveLedger.Picture(LedgerState.Replay(journal.Read(0))), "tonnes");
                if (part.Key == 1)
                {
                    engine.TakeSnapshot();
                }
            });
        }

        return null;
    }

    private static string? Explained(LedgerStoreFixture fixture, int seed)
    {
        var history = new LedgerHistory();
        KeepingCases.With(fixture, journal =>
        {
            var engine = KeepingCases.Engine(journal);
            var commands = RandomCommands.Of(100 + seed, 800);
            using var gate = new Barrier(Threads);
            var callers = Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
                () =>
                {
                    gate.SignalAndWait();
                    Call(engine, history, commands.Where((_, i) => i % Threads == thread), commands[thread]);
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToArray();
            Task.WaitAll(callers);
        });
        KeepingCases.With(fixture, journal => Expect.None(HistoryCheck.Findings(history, journal.Read(0)), "what the history does not explain"));
        return null;
    }

    // Half of them wait in their thread; some keys are used by more than one; every tenth reads.
    private static void Call(LedgerEngine engine, LedgerHistory history, IEnumerable<LedgerCommand> commands, LedgerCommand again)
    {
        var n = 0;
        foreach (var command in commands)
        {
            history.Execute(command, c => n % 2 == 0 ? engine.Execute(c) : engine.ExecuteAsync(c).AsTask().GetAwaiter().GetResult());
            if (++n % 10 == 0)
            {
                history.Read(command.Account.Length == 0 ? "A" : command.Account, engine.Account);
            }

            if (n % 50 == 0)
            {
                history.Execute(again, c => engine.Execute(c));
            }
        }
    }

    private static string? TextAndBack(LedgerStoreFixture fixture)
    {
        var commands = RandomCommands.Of(11, 150);
        KeepingCases.With(fixture, journal =>
        {
            var engine = KeepingCases.Engine(journal);
            foreach (var command in commands)
            {
                engine.Execute(command, new RegistryIntent("x-" + command.Key, "icm", "{\"for\":\"" + command.Key + "\"}"));
            }
        });
        using var stored = fixture.Read();
        if (stored is null)
        {
            return "this store is read by nobody but its journal";
        }

        var text = stored.Text().ToList();
        var copy = new InMemoryJournal();
        LedgerCopy.CopyAsync(text, copy).GetAwaiter().GetResult();
        Expect.Same(stored.Intents(0), copy.Intents(0), "intents of the copy");
        var writer = new JournalWriter();
        var intents = copy.Intents(0).ToLookup(i => i.Position, i => i.Intent);
        Expect.Same(text, copy.Read(0).Select(e => writer.Line(e, intents[e.Position].ToList())).Prepend(writer.Header), "lines of the copy");
        return null;
    }
}
