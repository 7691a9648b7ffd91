using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ledger.Sqlite;
using Ccts.Ledger.Testing.Model;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Crash;

/// <summary>
/// What the writer does, always the same for a seed and always in the same order: so wherever it is killed, asking everything again must end
/// in the same journal, byte for byte. Commands one by one and in batches, each with a registry intent; snapshots; an outbox that takes the
/// intents over and moves each to its end; checkpoints in between.
/// </summary>
internal sealed class Workload(int seed)
{
    private const int Singles = 40;
    private const int BatchSize = 12;
    private const int Batches = 5;
    private const int PagesBeforeCheckpoint = 60;

    private readonly IReadOnlyList<LedgerCommand> _commands = RandomCommands.Of(seed, Singles + (Batches * BatchSize) + 20);

    /// <summary>Everything, told line by line as it happens. Stops at the first failure of the journal.</summary>
    internal void Run(SqliteJournal journal, Action<string> tell)
    {
        journal.Write(c =>
        {
            using var command = c.CreateCommand();
            command.CommandText = FormattableString.Invariant($"PRAGMA wal_autocheckpoint = {PagesBeforeCheckpoint}");
            command.ExecuteNonQuery();
        }).GetAwaiter().GetResult();
        using var outbox = new OutboxWork(journal);
        Run(journal, tell, outbox.TakeOver, snapshots: true);
    }

    /// <summary>The commands alone, on any store.</summary>
    internal void Run(ILedgerJournal journal, Action<string> tell, Func<string>? outbox = null, bool snapshots = false)
    {
        var engine = new LedgerEngine(journal, RandomCommands.Policy);
        for (var next = 0; next < _commands.Count;)
        {
            var size = next is >= Singles and < Singles + (BatchSize * Batches) ? BatchSize : 1;
            Ask(engine, _commands.Skip(next).Take(size).ToList(), tell);
            next += size;
            if (snapshots && next is 30 or (Singles + (BatchSize * 4)))
            {
                tell(FormattableString.Invariant($"snapshot {engine.TakeSnapshot().Position}"));
            }

            if (outbox is not null && next % 20 == 0)
            {
                tell(outbox());
            }
        }

        tell(outbox?.Invoke() ?? "no outbox");
    }

    private static void Ask(LedgerEngine engine, List<LedgerCommand> commands, Action<string> tell)
    {
        commands.ForEach(c => tell("begin " + c.Key));
        try
        {
            var answers = engine.ExecuteAsync(commands.Select(c => new LedgerRequest(c, [IntentOf(c)])).ToList()).AsTask().GetAwaiter().GetResult();
            foreach (var (command, answer) in commands.Zip(answers))
            {
                tell(FormattableString.Invariant($"ok {command.Key} {answer.Entry?.Position ?? 0} {(answer.IsAccepted ? "yes" : "no")}"));
            }
        }
        catch (JournalUnavailableException no)
        {
            // Of a batch nobody says which of it was meant; of one it is certain.
            tell((commands.Count == 1 ? "not-done " : "unknown ") + commands[0].Key + " " + no.Message);
            throw;
        }
        catch (Exception no)
        {
            tell("unknown " + commands[0].Key + " " + no.GetType().Name);
            throw;
        }
    }

    private static RegistryIntent IntentOf(LedgerCommand command) => new("x-" + command.Key, "icm", "{\"for\":\"" + command.Key + "\"}");
}
