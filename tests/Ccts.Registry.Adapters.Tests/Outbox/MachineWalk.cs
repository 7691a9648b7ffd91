using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>A random life of an instruction: whatever may happen in a state happens, in any order, at any time.</summary>
internal sealed class MachineWalk(int seed)
{
    internal static readonly OutboxPolicy Policy = new(Duration.FromHours(1)) { MostDoubts = 2, MostAttempts = 3, MostSilentAnswers = 3, LongestPending = Duration.FromHours(3) };

    private static readonly Instant Start = Instant.FromUtc(2026, 11, 2, 3, 30);

    private readonly Random _random = new(seed);

    // What happens to the disk takes no turn from what happens at the registry.
    private readonly Random _disk = new(~seed);
    private readonly Random _notes = new(seed + 1_000_000);
    private readonly OutboxMachine _machine = new(Policy, "host", 7);
    private Instant _now = Start;

    internal static UnitInstruction Instruction(InstructionKind kind) => new()
    {
        Key = "k",
        Kind = kind,
        Units = new SerialBlock("icm", "s", new BlockRange(1, 10)),
        FromAccount = "A",
        ToAccount = kind == InstructionKind.Transfer ? "B" : null,
        Ledger = new LedgerEffect("mill", "r", kind == InstructionKind.Transfer ? "buyer" : null),
    };

    internal IEnumerable<(OutboxRecord? Before, OutboxStep Step)> Steps()
    {
        var instruction = Instruction((InstructionKind)_random.Next(3));
        var place = new IntentPlace(1, 0);
        var first = _random.Next(12) switch
        {
            0 => _machine.Take(place, new RegistryIntent("k", "icm", "nonsense"), _now),
            1 => _machine.TakeAgain(place, instruction.ToIntent(), _now),
            _ => _machine.Take(place, instruction.ToIntent(), _now),
        };
        yield return (null, first);
        var record = first.Next;
        for (var i = 0; i < 40 && !record.IsClosed; i++)
        {
            _now += Duration.FromSeconds(_random.Next(4) switch { 0 => 1, 1 => 40, 2 => 1800, _ => 4000 });
            if (Next(record) is { } step)
            {
                yield return (record, step);
                record = step.Next;
            }
        }
    }

    private OutboxStep? Next(OutboxRecord record)
    {
        if (record.State is not (InstructionState.Sending or InstructionState.Querying) && _random.Next(12) == 0)
        {
            return _machine.Recounted(record, _now - record.Since, _now);
        }

        if (record.State is not (InstructionState.Sending or InstructionState.Querying) && _notes.Next(40) == 0)
        {
            return _machine.Noted(record, _notes.Next(2) == 0 ? null : Duration.FromMinutes(5), _now);
        }

        if (_disk.Next(150) == 0)
        {
            return _disk.Next(2) == 0 || record.State is InstructionState.Sending or InstructionState.Querying ? _machine.Changed(record, _now) : _machine.TakeUp(record with { Row = RowStanding.Unsealed }, Duration.Zero, _now);
        }

        var chance = _random.Next(10);
        switch (record.State)
        {
            case InstructionState.Sending:
                return chance == 0 ? _machine.OwnerLost(record, _now) : _machine.Answered(record, Outcome(), _now);
            case InstructionState.Querying:
                return chance == 0 ? _machine.OwnerLost(record, _now) : Told(record, Answer(record.Instruction!));
            case InstructionState.Unknown or InstructionState.Pending when chance < 8:
                return _machine.Ask(record, _now);
            case InstructionState.Intended or InstructionState.NotDone when chance < 8:
                return chance < 2 ? _machine.HeldBack(record, chance == 0 ? "frozen" : LedgerReply.NotReserved, "x", _now) : _machine.Send(record, _now);
            case var state when (state.IsFinal() || state == InstructionState.Partial) && !record.IsSettled:
                return chance == 0 ? _machine.NotSettled(record, "frozen", "x", _now)
                    : chance < 6 && record.LedgerRefusals > 0 ? _machine.SettleByHand(record, "asha", "x", _now)
                    : _machine.Settled(record, _now);
            case var state when state.IsFinal():
                return _machine.Close(record, _now);
            default:
                return Operated(record);
        }
    }

    // Whatever else an answer says: where the registry itself calls the instruction done, or is not understood, it is neither sent again nor released.
    private OutboxStep Told(OutboxRecord record, RegistryOutcome<UnitsAnswer> answer)
    {
        var step = _machine.Answered(record, answer, _now);
        return answer.Value?.Status is { Kind: OutcomeKind.Confirmed or OutcomeKind.Partial or OutcomeKind.Unknown } status && step.Next.State is InstructionState.NotDone or InstructionState.Rejected or InstructionState.Cancelled
            ? throw new InvalidOperationException($"{step.Next.State} although the registry says {status}.") : step;
    }

    private OutboxStep? Operated(OutboxRecord record)
    {
        try
        {
            return _random.Next(4) switch
            {
                0 => _machine.Retry(record, "asha", "x", _now),
                1 => _machine.Cancel(record, "asha", "x", _now),
                2 => _machine.Resolve(record, BlockSet.Of(new BlockRange(1, 10)), "asha", "x", _now),
                _ => _machine.Resolve(record, _random.Next(2) == 0 ? BlockSet.Empty : BlockSet.Of(new BlockRange(1, 6)), "asha", "x", _now),
            };
        }
        catch (OperatorRefusedException)
        {
            return null;
        }
    }

    private ChannelOutcome Outcome() => _random.Next(9) switch
    {
        0 => ChannelOutcome.Confirmed("R-1"),
        1 => ChannelOutcome.Rejected("closed", "x"),
        2 => ChannelOutcome.NotTaken("maintenance", "x"),
        3 => ChannelOutcome.Throttled(Duration.FromSeconds(5)),
        4 => ChannelOutcome.Pending("awaiting", "x", "R-1"),
        5 => ChannelOutcome.Partial(BlockSet.Of(new BlockRange(1, (ulong)_random.Next(1, 13))), "half", "x"),
        6 => ChannelOutcome.UnitsElsewhere("x"),
        7 => ChannelOutcome.NotSent("no-connection", "x"),
        _ => ChannelOutcome.Unknown("html", "x"),
    };

    private RegistryOutcome<UnitsAnswer> Answer(UnitInstruction i)
    {
        var done = i.Kind == InstructionKind.Transfer ? new UnitsPart(i.Units.Range, UnitState.Held, "B") : new UnitsPart(i.Units.Range, i.Kind == InstructionKind.Retire ? UnitState.Retired : UnitState.Cancelled, "A");
        var left = new UnitsPart(i.Units.Range, UnitState.Held, "A");
        var answer = _random.Next(9) switch
        {
            0 => new UnitsAnswer([done]),
            1 or 2 or 3 => new UnitsAnswer([left]),
            4 or 5 => new UnitsAnswer([done with { Range = new BlockRange(1, 4) }, left with { Range = new BlockRange(5, 10) }]),
            6 => new UnitsAnswer([new UnitsPart(i.Units.Range, UnitState.Converted)]),
            _ => new UnitsAnswer([]),
        };
        return _random.Next(10) switch
        {
            0 => RegistryOutcome.Unknown<UnitsAnswer>("html", "x"),
            1 => RegistryOutcome.NotSupported<UnitsAnswer>(RegistryCapabilities.QueryBySerial),
            2 => RegistryOutcome.Confirmed(answer with { Status = ChannelOutcome.Pending("awaiting", "x") }),
            3 => RegistryOutcome.Confirmed(answer with { Status = ChannelOutcome.Rejected("no", "x") }),
            4 => RegistryOutcome.Confirmed(answer with { Status = ChannelOutcome.Unknown("not-found", "x"), RegistryTime = _now }),
            5 => RegistryOutcome.Confirmed(answer with { Status = ChannelOutcome.Confirmed("R-1") }),
            6 => RegistryOutcome.Confirmed(answer with { Status = ChannelOutcome.Partial(BlockSet.Of(new BlockRange(1, 4)), "half", "x") }),
            _ => RegistryOutcome.Confirmed(answer),
        };
    }
}
