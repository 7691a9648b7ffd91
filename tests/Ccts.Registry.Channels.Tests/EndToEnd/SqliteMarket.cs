using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Ledger.Sqlite;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Channels.Http;
using Ccts.Registry.Adapters.Channels.Icm;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Stub;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Registry.Channels.Tests.EndToEnd;

/// <summary>A host's ledger and outbox in one SQLite file, its channel over HTTP, and the stub registry behind it.</summary>
internal sealed class SqliteMarket : IAsyncDisposable
{
    internal const int Issued = 1000;

    private readonly SqliteJournal _journal;
    private readonly SqliteOutbox _outbox;
    private readonly HttpChannel _channel;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    internal SqliteMarket(StubRegistry registry, string path, Duration settling)
    {
        _journal = SqliteJournal.Open(path);
        Engine = new LedgerEngine(_journal, LedgerPolicy.Bare);
        if (Engine.Account("mill") is null)
        {
            Engine.Execute(new IssueUnits("issue", Now, "mill", new Parcel(new UnitLot("icm", "s", UnitKinds.Ccc, 2025), new BlockRange(1, Issued))));
        }

        _outbox = new SqliteOutbox(_journal);
        _channel = IcmChannels.OverHttp(StubFixture.Access(registry));
        var link = new RegistryLink(_channel, new RegistryLinkOptions
        {
            SettlingTime = settling,
            RequestsPerMinute = 600_000,
            Burst = 1000,
            BreakAfter = 1000,
            Patience = new OutboxPolicy(settling) { FirstPause = Duration.FromMilliseconds(20), LongestPause = Duration.FromMilliseconds(200), AttemptTimeout = settling },
        });
        Dispatcher = new OutboxDispatcher(_outbox, _journal, new EngineLedger(Engine), [link], new OutboxDispatcherOptions { LookEvery = Duration.FromMilliseconds(20), Lease = Duration.FromMinutes(1) });
        _running = Dispatcher.RunAsync(_stop.Token);
    }

    internal LedgerEngine Engine { get; }

    internal OutboxDispatcher Dispatcher { get; }

    internal static string NewPath() => Path.Combine(Path.GetTempPath(), $"ccts-channels-{Guid.NewGuid():N}.db");

    /// <summary>Reserves units and commits the instruction with the reservation, in one transaction.</summary>
    internal UnitInstruction Instruct(string key, ulong start, ulong end, InstructionKind kind)
    {
        var instruction = NewInstruction(key, start, end, kind);
        var answer = Engine.Execute(new ReserveUnits(key, Now, "mill", key, new ChosenUnits(instruction.Units), ReservationPurpose.Other), instruction.ToIntent());
        Assert.True(answer.IsAccepted, answer.Refusal?.ToString());
        Dispatcher.Wake();
        return instruction;
    }

    internal static UnitInstruction NewInstruction(string key, ulong start, ulong end, InstructionKind kind) => new()
    {
        Key = key,
        Kind = kind,
        Units = new SerialBlock("icm", "s", new BlockRange(start, end)),
        FromAccount = "R-mill",
        ToAccount = kind == InstructionKind.Transfer ? "R-buyer" : null,
        Ledger = new LedgerEffect("mill", key, kind == InstructionKind.Transfer ? "buyer" : null),
    };

    internal long Tonnes(string account, ShadowAccount place) => Engine.Account(account)?.Tonnes(UnitKinds.Ccc, place) ?? 0;

    internal OutboxRecord? Record(string key) => _outbox.Find(key) is { } row ? OutboxText.Read(row) : null;

    internal string[] Causes(string key) => [.. _outbox.Moves(key).Select(OutboxText.ReadMove).Select(m => m.Cause.ToString())];

    /// <summary>Waits until the ledger has taken the outcome of an instruction in.</summary>
    internal async Task<OutboxRecord> SettledAsync(string key)
    {
        using var longest = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (Record(key) is not { IsSettled: true })
        {
            Assert.False(_running.IsFaulted, _running.Exception?.ToString());
            await Task.Delay(10, longest.Token);
        }

        return Record(key)!;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _outbox.Dispose();
        _journal.Dispose();
        _channel.Dispose();
        _stop.Dispose();
    }

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();
}
