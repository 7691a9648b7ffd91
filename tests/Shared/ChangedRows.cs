using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Law;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Tests.Shared;

/// <summary>An instruction is taken over; its row is changed with the database's own tools; the next owner sends everything but that one.</summary>
internal static class ChangedRows
{
    private static readonly Instant Then = Instant.FromUtc(2026, 11, 2, 9, 0);

    /// <summary>What is changed, as the SET of an UPDATE, and the causes of its moves afterwards.</summary>
    internal static IEnumerable<(string Set, string Causes)> Cases { get; } =
    [
        ("state = replace(state, '\"state\":\"intended\"', '\"state\":\"not-done\"')", "Taken, Changed"),
        ("state = '{'", "Taken, Changed"),
        ("payload = replace(payload, 'R-mill', 'R-thief')", "Taken, Changed"),
        ("registry = 'verra'", "Taken, Changed"),
        ("version = version + 1", "Taken"),
        ("key = 'other'", "Taken"),
        ("position = position + 1000", "Taken"),
    ];

    /// <summary>Commits two instructions with the ledger, and has the outbox take the first over.</summary>
    internal static async Task TakeOverAsync(ILedgerJournal journal, IOutboxStore outbox)
    {
        var engine = new LedgerEngine(journal, LedgerPolicy.Bare);
        foreach (var key in new[] { "first", "second" })
        {
            var instruction = new UnitInstruction { Key = key, Kind = InstructionKind.Retire, Units = new SerialBlock("icm", key, new BlockRange(1, 10)), FromAccount = "R-mill", Ledger = new LedgerEffect("mill", key) };
            Assert.True(engine.Execute(new IssueUnits("issue-" + key, Then, "mill", new Parcel(new UnitLot("icm", key, "ccc", 2025), instruction.Units.Range))).IsAccepted);
            Assert.True(engine.Execute(new ReserveUnits(key, Then, "mill", key, new ChosenUnits(instruction.Units), ReservationPurpose.Other), instruction.ToIntent()).IsAccepted);
        }

        var lease = (await outbox.TakeAsync("before", Duration.FromMinutes(1)))!;
        var (position, number, intent) = journal.Intents(0).First();
        await outbox.WriteAsync(lease, [OutboxText.ToWrite(new OutboxMachine(new OutboxPolicy(Duration.FromHours(1)), "before", lease.Epoch).Take(new IntentPlace(position, number), intent, Then))]);
        await outbox.ReturnAsync(lease);
    }

    /// <summary>Works the outbox off until the second instruction leaves. By then the first has had its turn.</summary>
    /// <returns>The first as the dispatcher told it, and what was sent.</returns>
    internal static async Task<(OutboxRecord First, IReadOnlyList<string> Sent)> WorkOffAsync(ILedgerJournal journal, IOutboxStore outbox)
    {
        var (first, sent) = await RunAsync(journal, outbox);
        Assert.NotNull(first);
        return (first, sent);
    }

    /// <summary>The same where the first has no row any more.</summary>
    internal static async Task<IReadOnlyList<string>> SentAsync(ILedgerJournal journal, IOutboxStore outbox) => (await RunAsync(journal, outbox)).Sent;

    private static async Task<(OutboxRecord? First, IReadOnlyList<string> Sent)> RunAsync(ILedgerJournal journal, IOutboxStore outbox)
    {
        using var stop = new CancellationTokenSource();
        var channel = new Noting();
        var dispatcher = new OutboxDispatcher(
            outbox, journal, new EngineLedger(new LedgerEngine(journal, LedgerPolicy.Bare)), [new RegistryLink(channel, new RegistryLinkOptions())],
            new OutboxDispatcherOptions());
        var running = dispatcher.RunAsync(stop.Token);
        await Task.WhenAny(channel.SecondLeft, running);
        var first = dispatcher.Open().FirstOrDefault(r => r.Key == "first");
        await stop.CancelAsync();
        await running;
        return (first, channel.Sent);
    }

    private sealed class Noting : IRegistryChannel
    {
        private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly List<string> _sent = [];

        internal Task SecondLeft => _second.Task;

        internal IReadOnlyList<string> Sent
        {
            get
            {
                lock (_sent)
                {
                    return _sent.ToArray();
                }
            }
        }

        public string Registry => "icm";

        public RegistryTraits Traits { get; } = new()
        {
            Registry = "icm",
            Title = "icm",
            Status = InterfaceStatus.Provisional,
            SettlingTime = new Trait<Duration>(Duration.FromHours(1), Evidence.Assumption, "the test"),
            RequestsPerMinute = new Trait<int>(60_000, Evidence.Assumption, "the test"),
            PageLimit = new Trait<int>(null, Evidence.Unknown, "nobody"),
        };

        public Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default)
        {
            lock (_sent)
            {
                _sent.Add(instruction.Key);
            }

            if (instruction.Key == "second")
            {
                _second.TrySetResult();
            }

            return Task.FromResult(ChannelOutcome.Confirmed());
        }

        public Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default) =>
            Task.FromResult(RegistryOutcome.Unknown<UnitsAnswer>("silent", "It says nothing."));

        public Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default) => Task.FromResult(ChannelOutcome.Confirmed());

        public IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<ExportRow>();
    }
}
