using System.Linq;
using System.Threading.Tasks;
using Ccts.Ledger.Sqlite;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Cli.Tests.Outbox;

/// <summary>A ledger with three instructions that wait: one that nobody can read, one without an answer, one whose sender was lost.</summary>
internal static class WaitingLedger
{
    internal static readonly Instant Then = Instant.FromUtc(2026, 11, 2, 9, 0);

    internal static async Task Write(string path)
    {
        using var journal = SqliteJournal.Open(path);
        using var outbox = new SqliteOutbox(journal);
        await Fill(outbox);
    }

    internal static async Task Fill(IOutboxStore outbox)
    {
        var lease = (await outbox.TakeAsync("a host", Duration.FromMinutes(1)))!;
        var machine = new OutboxMachine(new OutboxPolicy(Duration.FromHours(1)), "a host", lease.Epoch);
        var unreadable = machine.Take(new IntentPlace(1, 0), new RegistryIntent("garbled", "icm", "no instruction"), Then);
        var retire = machine.Take(new IntentPlace(2, 0), Instruction("retire-1", InstructionKind.Retire).ToIntent(), Then);
        var sent = machine.Send(retire.Next, Then);
        var unknown = machine.Answered(sent.Next, ChannelOutcome.Unknown("time-out", "The registry did not answer in time."), Then);
        var transfer = machine.Take(new IntentPlace(3, 0), Instruction("transfer-1", InstructionKind.Transfer).ToIntent(), Then);
        var away = machine.Send(transfer.Next, Then);
        var lost = machine.OwnerLost(away.Next, Then);
        await outbox.WriteAsync(lease, [.. new[] { unreadable, retire, sent, unknown, transfer, away, lost }.Select(OutboxText.ToWrite)]);
        await outbox.ReturnAsync(lease);
    }

    internal static UnitInstruction Instruction(string key, InstructionKind kind) => new()
    {
        Key = key,
        Kind = kind,
        Units = new SerialBlock("icm", key, new BlockRange(1, 10)),
        FromAccount = "R-mill",
        ToAccount = kind == InstructionKind.Transfer ? "R-buyer" : null,
    };
}
