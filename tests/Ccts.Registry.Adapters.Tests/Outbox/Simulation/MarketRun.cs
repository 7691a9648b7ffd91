using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox.Simulation;

/// <summary>
/// A market of three accounts and some forty numbers, a host that is killed, put to sleep and replaced, a registry and a network that do
/// what registries and networks do, and afterwards the question whether every instruction took effect exactly once.
/// </summary>
internal sealed partial class MarketRun
{
    private static readonly string[] Accounts = ["mill", "broker", "buyer"];
    private static readonly Duration Bad = Duration.FromMinutes(90);
    private static readonly Duration Longest = Duration.FromHours(12);

    private readonly int _seed;
    private readonly Missing _missing;
    private readonly SimWorld _world;
    private readonly SimFaults _faults;
    private readonly SimDisk _disk;
    private readonly SimRegistry _registry;
    private readonly InMemoryJournal _journal = new();
    private readonly List<string> _violations = [];
    private readonly List<SimHost> _hosts = [];
    private readonly Dictionary<string, UnitInstruction> _instructions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _slips = new(StringComparer.Ordinal);
    private int _keys;

    private MarketRun(int seed, Missing missing)
    {
        _seed = seed;
        _missing = missing;
        _world = new SimWorld(seed);
        _faults = new SimFaults(_world, isOfStatements: seed % 7 == 3) { Until = SimWorld.Start + Bad };
        _disk = new SimDisk(_world, missing).Open();
        _registry = new SimRegistry(_world, _faults);
    }

    private SimHost Host => _hosts[^1];

    /// <summary>What went wrong, one sentence each; empty when nothing did.</summary>
    internal static IReadOnlyList<string> Run(int seed, Missing missing = Missing.Nothing)
    {
        // Whoever waits goes on in the call that wakes it, and only there.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return new MarketRun(seed, missing).Run();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private List<string> Run()
    {
        Begin();
        var end = SimWorld.Start + Longest;
        while (_violations.Count == 0 && _world.Step(end))
        {
            CheckStep();
            if (_world.Now > _faults.Until && _world.Steps % 64 == 0 && IsDone())
            {
                break;
            }
        }

        if (_violations.Count == 0)
        {
            CheckEnd();
        }

        if (_violations.Count > 0 && Environment.GetEnvironmentVariable("CCTS_TRACE") is { } file)
        {
            System.IO.File.WriteAllLines(file, Story());
        }

        return _violations.ConvertAll(v => $"seed {_seed}: {v}");
    }

    private void Begin()
    {
        _registry.Issue("R-mill", "lot", 1, 30);
        _registry.Issue("R-mill", "chain", 1, 10);
        StartHost();
        Host.Engine.Execute(new IssueUnits("issue", SimWorld.Start, "mill", new Parcel(new UnitLot("sim", "lot", UnitKinds.Ccc, 2025), new BlockRange(1, 30))));
        var orders = _world.Random.Next(4, 16);
        for (var i = 0; i < orders; i++)
        {
            _world.After(_world.Between(Duration.Zero, Bad * 3 / 4), null, Order);
        }

        if (_world.Chance(0.5))
        {
            _world.After(_world.Between(Duration.Zero, Bad / 2), null, Chain);
        }

        Trouble();
        _world.After(Duration.FromMinutes(1), null, Operate);
    }

    private void StartHost() => _hosts.Add(new SimHost(_world, _faults, _registry, _disk, _journal, _missing, _hosts.Count + 1, _violations));

    /// <summary>Somebody wants units of an account. Whatever the ledger lets him reserve, an instruction goes with it.</summary>
    private void Order()
    {
        var from = _world.Random.Next(3);
        var last = _instructions.Values.LastOrDefault(i => i.Kind == InstructionKind.Transfer && i.Ledger is not null);
        var units = new SerialBlock("sim", "lot", Range(30));
        var to = (from + _world.Random.Next(1, 3)) % 3;
        if (last is not null && _world.Chance(_faults.Returns))
        {
            // The numbers go back to where they came from.
            (from, to, units) = (Array.IndexOf(Accounts, last.Ledger!.ToAccount!), Array.IndexOf(Accounts, last.Ledger.Account), last.Units);
        }

        var kind = _world.Random.Next(10) switch { 0 => InstructionKind.Retire, 1 => InstructionKind.Cancel, _ => InstructionKind.Transfer };
        var key = "i" + ++_keys;
        var instruction = new UnitInstruction
        {
            Key = key,
            Kind = kind,
            Units = units,
            FromAccount = "R-" + Accounts[from],
            ToAccount = kind != InstructionKind.Transfer ? null : "R-" + Accounts[to] + (_missing == Missing.RestBeforeReturn ? "#" + key : ""),
            Ledger = new LedgerEffect(Accounts[from], key, kind == InstructionKind.Transfer ? Accounts[to] : null),
        };

        // In one run of four a host reserves now and then other numbers than it instructs.
        var isSlip = _seed % 4 == 0 && _keys % 3 == 0;
        if (isSlip && Execute(new ReserveUnits(key, _world.Now, Accounts[from], key, new ChosenUnits(units.With(Other(units.Range))), ReservationPurpose.Other), instruction.ToIntent()))
        {
            _slips.Add(key);
            Host.Dispatcher.Wake();
        }
        else if (!isSlip && Execute(new ReserveUnits(key, _world.Now, Accounts[from], key, new ChosenUnits(units), ReservationPurpose.Other), instruction.ToIntent()))
        {
            CheckReserved(instruction);
            _instructions.Add(key, instruction);
            Host.Dispatcher.Wake();
        }
        else if (_world.Now < _faults.Until - Duration.FromMinutes(5))
        {
            _world.After(Duration.FromMinutes(3), null, Order);
        }
    }

    /// <summary>Three instructions on shared numbers at once, which only in their order make sense.</summary>
    private void Chain()
    {
        var (a, b, c) = (new BlockRange(1, 6), new BlockRange(2, 4), new BlockRange(3, 3));
        var steps = new[] { ("R-mill", "R-broker", a), ("R-broker", "R-buyer", b), ("R-buyer", "R-mill", c) };
        var intents = new List<RegistryIntent>();
        foreach (var (from, to, range) in steps)
        {
            var key = "c" + ++_keys;
            var scope = _missing == Missing.OrderOfNumbers ? "chain#" + key : "chain";
            var instruction = new UnitInstruction { Key = key, Kind = InstructionKind.Transfer, Units = new SerialBlock("sim", scope, range), FromAccount = from, ToAccount = to };
            intents.Add(instruction.ToIntent());
            _instructions.Add(key, instruction);
        }

        if (!Execute(new FreezeAccount("chain", _world.Now, "mill", false, "x"), intents.ToArray()))
        {
            _violations.Add("the chain was not accepted");
        }

        Host.Dispatcher.Wake();
    }

    /// <summary>Gives the ledger a command, by a host that knows the whole journal.</summary>
    private bool Execute(LedgerCommand command, params RegistryIntent[] intents)
    {
        while (true)
        {
            try
            {
                return Host.Engine.Execute(command, intents).IsAccepted;
            }
            catch (Exception stale) when (SimHost.IsStale(stale))
            {
                Host.Process.IsDead = true;
                StartHost();
            }
        }
    }

    private BlockRange Range(int most)
    {
        var start = _world.Random.Next(1, most + 1);
        return new BlockRange((ulong)start, (ulong)Math.Min(most, start + _world.Random.Next(0, 6)));
    }

    private static BlockRange Other(BlockRange range) => range.Start == BlockNumber.One ? new BlockRange(range.End + BlockNumber.One, range.End + BlockNumber.One) : new BlockRange(range.Start - BlockNumber.One, range.Start - BlockNumber.One);

    private void Trouble()
    {
        if (_world.Now >= _faults.Until)
        {
            return;
        }

        if (_faults.Crashes && _world.Chance(0.3))
        {
            Host.Process.IsDead = true;
            _world.After(_world.Between(Duration.FromSeconds(1), Duration.FromMinutes(3)), null, StartHost);
        }
        else if (_faults.Sleeps && _world.Chance(0.3))
        {
            // It sleeps beyond its lease, and another takes over meanwhile; it wakes and thinks that nothing has happened.
            Host.Process.AsleepUntil = _world.Now + _world.Between(Duration.FromSeconds(1), Duration.FromMinutes(25));
            StartHost();
        }

        if (_faults.ClockJumps && _world.Chance(0.3))
        {
            Host.Process.ClockOff = _world.Between(-SimFaults.WrongBy, SimFaults.WrongBy);
        }

        _world.After(_world.Between(Duration.FromSeconds(2), Duration.FromMinutes(8)), null, Trouble);
    }

    /// <summary>An operator looks at what waits for him, and at the registry itself.</summary>
    private void Operate()
    {
        var isOver = _world.Now > _faults.Until + SimFaults.Settling * 3;
        if (_hosts.Find(h => !h.Process.IsDead && h.Process.AsleepUntil < _world.Now && h.Dispatcher.IsOwner) is { } owner && (isOver || _faults.Operators))
        {
            foreach (var record in owner.Dispatcher.Open())
            {
                try
                {
                    Operate(owner.Dispatcher, record, isOver);
                }
                catch (OperatorRefusedException)
                {
                    // Told why not; it stays as it is.
                }
            }
        }

        _world.After(Duration.FromMinutes(isOver ? 2 : 6), null, Operate);
    }

    private void Operate(OutboxDispatcher dispatcher, OutboxRecord record, bool isOver)
    {
        if (record.State == InstructionState.Parked && record.IsInDoubt && !isOver)
        {
            _ = dispatcher.RetryAsync(record.Key, "operator", "looks again");
        }
        else if (isOver && record.State is InstructionState.Parked or InstructionState.Partial)
        {
            var done = BlockSet.FromRanges(_registry.Effects.Where(e => e.Key == record.Key).Select(e => new BlockRange(e.Number, e.Number)));
            _ = record.IsInDoubt || record.State == InstructionState.Partial
                ? dispatcher.ResolveAsync(record.Key, done, "operator", "seen at the registry")
                : dispatcher.CancelAsync(record.Key, "operator", "given up");
        }
        else if (!isOver && _world.Chance(0.1) && !record.State.IsFinal() && record.Instruction?.Ledger is not null)
        {
            _ = dispatcher.CancelAsync(record.Key, "operator", "no longer wanted");
        }
    }

    /// <summary>What happened, for whoever looks for the cause.</summary>
    private IEnumerable<string> Story() => _disk.Moves
        .Select(m => (m.At, Text: $"{m.Key} {m.Move.Cause.Word()} -> {m.Move.To.Word()} by {m.Move.Actor} at epoch {m.Move.Epoch}, attempt {m.Move.Attempt}: {m.Move.Code} {m.Move.Reason}"))
        .Concat(_journal.Read(0).Where(e => e.Event is BusinessPaused).Select(e => (e.At, $"{e.Key}: {e.Event}")))
        .Concat(_registry.Effects.Select(e => (e.At, $"{e.Key} took effect on {e.Scope} {e.Number}")))
        .Concat(_instructions.Values.Select(i => (SimWorld.Start, $"{i.Key} is {i.Kind} {i.Units.Scope} {i.Units.Range} {i.FromAccount} -> {i.ToAccount}")))
        .OrderBy(e => e.Item1).Select(e => $"{e.Item1 - SimWorld.Start} {e.Item2}");

    private bool IsDone() => _instructions.Keys.All(k => _disk.Find(k) is { IsOpen: false }) && LedgerState.Replay(_journal.Read(0)).Pauses.Count == 0;
}
