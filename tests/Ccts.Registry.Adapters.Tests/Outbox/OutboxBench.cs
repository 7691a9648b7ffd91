using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Registry.Adapters.Tests.Outbox.Simulation;
using Ccts.Sdk.Law;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>A ledger with a hundred tonnes, an outbox, and registries that say what a test has them say; all on the test's own time.</summary>
internal sealed class OutboxBench : IClock
{
    internal static readonly Duration Settling = Duration.FromHours(1);

    private readonly SimWorld _world = new(1);
    private SimProcess _current = new();
    private readonly InMemoryJournal _journal = new();

    internal OutboxBench(params ScriptedChannel[] channels)
    {
        Channels = channels.Length == 0 ? [new ScriptedChannel("icm")] : channels;
        Store = new InMemoryOutbox(this);
        Engine = new LedgerEngine(_journal, LedgerPolicy.Bare);
        foreach (var channel in Channels)
        {
            Engine.Execute(new IssueUnits("issue-" + channel.Registry, _world.Now, "mill", new Parcel(new UnitLot(channel.Registry, "s", UnitKinds.Ccc, 2025), new BlockRange(1, 100))));
        }

        Dispatcher = NewDispatcher();
    }

    internal IReadOnlyList<ScriptedChannel> Channels { get; }

    internal ScriptedChannel Channel => Channels[0];

    internal InMemoryOutbox Store { get; }

    /// <summary>What the disk gives back of a row that was written; null where somebody has deleted it.</summary>
    internal Func<OutboxRow, OutboxRow?> OnDisk { get; set; } = r => r;

    /// <summary>Whether the store keeps by itself how far instructions were taken over.</summary>
    internal bool Remembers { get; set; } = true;

    /// <summary>The disk of the process that was started last.</summary>
    internal ChangedDisk Disk { get; private set; } = null!;

    /// <summary>The clock of that process.</summary>
    internal TimeProvider Clock => new SimClock(_world, _current);

    internal InMemoryJournal Journal => _journal;

    internal LedgerEngine Engine { get; }

    internal OutboxDispatcher Dispatcher { get; private set; }

    internal Instant Now => _world.Now;

    public Instant GetCurrentInstant() => _world.Now;

    /// <summary>Starts working the outbox off, as the next process would.</summary>
    internal OutboxBench Start(RegistryLinkOptions? options = null, Duration? longestAbsence = null)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        Dispatcher = NewDispatcher(options, longestAbsence);
        _ = RunAsync(Dispatcher);
        return this;
    }

    internal Exception? Failure { get; private set; }

    internal CancellationTokenSource Stop { get; private set; } = new();

    /// <summary>Ends the process as a crash would: nothing of it runs any more.</summary>
    internal OutboxBench Crash()
    {
        _current.IsDead = true;
        _current = new SimProcess();
        Advance(Duration.FromMinutes(3));
        return this;
    }

    /// <summary>Sets the host's clock ahead or back, as an operator or a time server does.</summary>
    internal OutboxBench SetClock(Duration by)
    {
        _current.ClockOff += by;
        return this;
    }

    internal OutboxBench Advance(Duration time)
    {
        var end = _world.Now + time;
        _world.After(time, null, () => { });
        while (_world.Step(end))
        {
        }

        return this;
    }

    /// <summary>Reserves units and commits the instruction with the reservation.</summary>
    internal UnitInstruction Instruct(string key, ulong start, ulong end, InstructionKind kind = InstructionKind.Transfer, string registry = "icm")
    {
        var units = new SerialBlock(registry, "s", new BlockRange(start, end));
        var isTransfer = kind == InstructionKind.Transfer;
        var instruction = new UnitInstruction
        {
            Key = key,
            Kind = kind,
            Units = units,
            FromAccount = "R-mill",
            ToAccount = isTransfer ? "R-buyer" : null,
            Beneficiary = "the beneficiary",
            Ledger = new LedgerEffect("mill", key, isTransfer ? "buyer" : null),
        };
        var answer = Engine.Execute(new ReserveUnits(key, _world.Now, "mill", key, new ChosenUnits(units), ReservationPurpose.Other), instruction.ToIntent());
        Assert.True(answer.IsAccepted, answer.Refusal?.ToString());
        Dispatcher.Wake();
        return instruction;
    }

    internal OutboxRecord Record(string key) => OutboxText.Read(Store.Find(key)!);

    internal IReadOnlyList<string> History(string key) => Store.Moves(key).Select(m => OutboxText.ReadMove(m)).Select(m => m.Cause.Word()).ToList();

    /// <summary>What the breaker told the ledger, in order.</summary>
    internal IReadOnlyList<bool> Pauses() => _journal.Read(0).Select(e => e.Event).OfType<BusinessPaused>().Where(p => p.Holder == EngineLedger.Holder).Select(p => p.Paused).ToList();

    internal long Tonnes(string account, ShadowAccount place) => Engine.Account(account)?.Tonnes(UnitKinds.Ccc, place) ?? 0;

    private OutboxDispatcher NewDispatcher(RegistryLinkOptions? options = null, Duration? longestAbsence = null) => new(
        Disk = new ChangedDisk(Store, r => OnDisk(r), () => Remembers), _journal, new EngineLedger(Engine), Channels.Select(c => new RegistryLink(c, options ?? new RegistryLinkOptions())),
        new OutboxDispatcherOptions { GoesOnAtOnce = true, LongestAbsence = longestAbsence ?? new OutboxDispatcherOptions().LongestAbsence }, new SimClock(_world, _current));

    private async Task RunAsync(OutboxDispatcher dispatcher)
    {
        try
        {
            await dispatcher.RunAsync(Stop.Token).ConfigureAwait(false);
        }
        catch (Exception bad)
        {
            Failure = bad;
        }
    }
}

/// <summary>A registry that says what it is told to say, and notes what it was asked.</summary>
internal sealed class ScriptedChannel(string registry) : IRegistryChannel
{
    internal List<string> Sent { get; } = [];

    internal List<string> Asked { get; } = [];

    internal int Probes { get; private set; }

    internal Func<UnitInstruction, Task<ChannelOutcome>> OnSend { get; set; } = _ => Task.FromResult(ChannelOutcome.Confirmed());

    internal Func<UnitInstruction, RegistryOutcome<UnitsAnswer>> OnAsk { get; set; } = i => Seen(i, UnitState.Held, i.FromAccount);

    /// <summary>Whether a question gets no answer at all.</summary>
    internal bool IsSilent { get; set; }

    internal Func<ChannelOutcome> OnProbe { get; set; } = () => ChannelOutcome.Confirmed();

    public string Registry => registry;

    public RegistryTraits Traits { get; } = new()
    {
        Registry = registry,
        Title = registry,
        Status = InterfaceStatus.Provisional,
        SettlingTime = new Trait<Duration>(OutboxBench.Settling, Evidence.Assumption, "the test"),
        RequestsPerMinute = new Trait<int>(600, Evidence.Assumption, "the test"),
        PageLimit = new Trait<int>(null, Evidence.Unknown, "nobody"),
    };

    internal void Says(ChannelOutcome outcome) => OnSend = _ => Task.FromResult(outcome);

    internal static RegistryOutcome<UnitsAnswer> Seen(UnitInstruction i, UnitState state, string? account) =>
        RegistryOutcome.Confirmed(new UnitsAnswer([new UnitsPart(i.Units.Range, state, account)]));

    public Task<ChannelOutcome> SendAsync(UnitInstruction instruction, CancellationToken cancellationToken = default)
    {
        Sent.Add(instruction.Key);
        return OnSend(instruction);
    }

    public Task<RegistryOutcome<UnitsAnswer>> AskAsync(UnitInstruction instruction, string? reference, CancellationToken cancellationToken = default)
    {
        Asked.Add(instruction.Key);
        return IsSilent ? new TaskCompletionSource<RegistryOutcome<UnitsAnswer>>().Task : Task.FromResult(OnAsk(instruction));
    }

    public Task<ChannelOutcome> ProbeAsync(CancellationToken cancellationToken = default)
    {
        Probes++;
        return Task.FromResult(OnProbe());
    }

    public IAsyncEnumerable<ExportRow> ReadHoldingsAsync(CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<ExportRow>();
}
