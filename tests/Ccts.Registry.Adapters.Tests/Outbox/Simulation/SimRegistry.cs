using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox.Simulation;

/// <summary>The registry as it is: who holds each number, what was done to it by which instruction, and what is still going to happen.</summary>
internal sealed class SimRegistry(SimWorld world, SimFaults faults)
{
    internal sealed record Standing(Instant Since, string Account, UnitState State, string? By);

    internal sealed record Effect(Instant At, string Key, string Scope, ulong Number);

    private readonly Dictionary<(string Scope, ulong Number), List<Standing>> _numbers = [];
    private readonly Dictionary<string, (ChannelOutcome Status, bool IsLast)> _decided = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _waiting = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Ways> _ways = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Instant Before, Instant Until)> _oldViews = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Instant> _closedAt = new(StringComparer.Ordinal);

    /// <summary>How the registry treats an instruction, every copy of it alike.</summary>
    internal enum Ways
    {
        AtOnce,
        Late,
        HalfDone,
        Pending,
        Forbidden,
        OldView,
        Closing,
    }

    internal List<Effect> Effects { get; } = [];

    internal void Issue(string account, string scope, ulong from, ulong to)
    {
        for (var n = from; n <= to; n++)
        {
            _numbers[(scope, n)] = [new Standing(Instant.MinValue, account, UnitState.Held, null)];
        }
    }

    internal Standing Of(string scope, ulong number) => _numbers[(scope, number)][^1];

    internal IEnumerable<(string Scope, ulong Number)> Numbers => _numbers.Keys;

    internal static IEnumerable<ulong> NumbersOf(SerialBlock units)
    {
        for (var n = units.Start.ToUInt64(); n <= units.End.ToUInt64(); n++)
        {
            yield return n;
        }
    }

    /// <summary>A request has arrived. Null when no answer will come.</summary>
    internal ChannelOutcome? Receive(UnitInstruction instruction)
    {
        var isBad = world.Now < faults.Until;
        if (isBad && faults.Maintenance && IsMaintenance())
        {
            return world.Chance(0.5) ? ChannelOutcome.NotTaken("maintenance", "closed") : ChannelOutcome.Unknown("server-error", "500");
        }

        if (isBad && world.Chance(faults.Throttled))
        {
            return ChannelOutcome.Throttled(world.Chance(0.5) ? Duration.FromSeconds(world.Random.Next(1, 60)) : null);
        }

        switch (WayOf(instruction.Key, isBad))
        {
            case Ways.Forbidden:
                return ChannelOutcome.Rejected("forbidden", "this account may not");
            case Ways.Late:
                world.After(world.Between(Duration.Zero, SimFaults.Settling - SimFaults.ReadLag - Duration.FromSeconds(1)), null, () => Act(instruction, instruction.Units));
                return world.Chance(0.5) ? null : ChannelOutcome.Unknown("gateway", "504");
            case Ways.HalfDone:
                return HalfDone(instruction);
            case Ways.Pending when _waiting.GetValueOrDefault(instruction.Key) > 0 || !IsThere(instruction, instruction.Units):
                // What waits for a second person is set aside until then.
                return ChannelOutcome.UnitsElsewhere("the units are set aside");
            case Ways.Pending:
                _waiting[instruction.Key] = _waiting.GetValueOrDefault(instruction.Key) + 1;
                world.After(world.Between(Duration.FromMinutes(1), SimFaults.Settling * 2), null, () => Decide(instruction));
                return ChannelOutcome.Pending("awaiting-approval", "a second person decides", "R-" + instruction.Key);
            case Ways.OldView when Act(instruction, instruction.Units):
                _oldViews[instruction.Key] = (world.Now - Duration.FromTicks(1), world.Now + world.Between(SimFaults.Settling, SimFaults.Settling * 3));
                _decided[instruction.Key] = (ChannelOutcome.Confirmed("R-" + instruction.Key), true);
                return ChannelOutcome.Unknown("gateway", "504");
            case Ways.Closing when _closedAt.TryGetValue(instruction.Key, out var closedAt):
                return world.Now < closedAt ? ChannelOutcome.Throttled(null) : ChannelOutcome.Rejected("closed", "the account is closed");
            case Ways.Closing when Act(instruction, instruction.Units):
                // No copy of the same attempt is still on its way when it closes.
                _closedAt[instruction.Key] = world.Now + (SimFaults.Timeout * 4);
                return ChannelOutcome.Throttled(null);
            default:
                var acted = Act(instruction, instruction.Units);
                return isBad && world.Chance(faults.Garbled) ? ChannelOutcome.Unknown("unreadable", "HTML with status 200")
                    : acted ? ChannelOutcome.Confirmed("R-" + instruction.Key)
                    : ChannelOutcome.UnitsElsewhere("the units are not in that account");
        }
    }

    /// <summary>A question has arrived. What it shows may be a little old.</summary>
    internal RegistryOutcome<UnitsAnswer> Answer(UnitInstruction instruction)
    {
        var isBad = world.Now < faults.Until;
        if (isBad && (world.Chance(faults.QuestionFails) || (faults.Maintenance && IsMaintenance())))
        {
            return RegistryOutcome.Unknown<UnitsAnswer>("unreadable", "truncated JSON");
        }

        var asOf = faults.Lag ? world.Now - world.Between(Duration.Zero, SimFaults.ReadLag) : world.Now;
        asOf = faults.IsOfStatements ? SimWorld.Start + (SimFaults.StatementEvery * Math.Floor((world.Now - SimWorld.Start) / SimFaults.StatementEvery)) : asOf;
        Instant? stated = faults.IsOfStatements ? asOf : null;
        asOf = _oldViews.TryGetValue(instruction.Key, out var old) && world.Now < old.Until ? old.Before : asOf;
        var parts = new List<UnitsPart>();
        foreach (var n in NumbersOf(instruction.Units))
        {
            var standing = _numbers[(instruction.Units.Scope, n)].Last(s => s.Since <= asOf);
            if (!(isBad && world.Chance(faults.Unseen)))
            {
                parts.Add(new UnitsPart(new BlockRange(n, n), standing.State, standing.Account, standing.By));
            }
        }

        return RegistryOutcome.Confirmed(new UnitsAnswer(parts) { AsOf = stated, RegistryTime = faults.IsTimeless ? null : world.Now, Status = StatusOf(instruction.Key) });
    }

    private ChannelOutcome? StatusOf(string key) =>
        _decided.TryGetValue(key, out var decided) && decided.Status.Kind == OutcomeKind.Confirmed ? decided.Status
        : _waiting.GetValueOrDefault(key) > 0 ? ChannelOutcome.Pending("awaiting-approval", "a second person decides", "R-" + key)
        : decided.Status;

    private void Decide(UnitInstruction instruction)
    {
        _waiting[instruction.Key]--;
        var isGranted = world.Chance(0.8) && Act(instruction, instruction.Units);
        if (!_decided.TryGetValue(instruction.Key, out var before) || before.Status.Kind != OutcomeKind.Confirmed)
        {
            _decided[instruction.Key] = (isGranted ? ChannelOutcome.Confirmed() : ChannelOutcome.Rejected("not-approved", "the second person said no"), true);
        }
    }

    // Some numbers at once; the rest some time later, or never. A second copy finds the first part gone and does nothing.
    private ChannelOutcome? HalfDone(UnitInstruction instruction)
    {
        var count = (ulong)NumbersOf(instruction.Units).Count();
        if (count < 2 || !IsThere(instruction, instruction.Units))
        {
            return Act(instruction, instruction.Units) ? ChannelOutcome.Confirmed() : ChannelOutcome.UnitsElsewhere("the units are not in that account");
        }

        var (first, rest) = instruction.Units.Range.Split(instruction.Units.Start + (ulong)world.Random.Next(1, (int)count));
        Act(instruction, instruction.Units.With(first));
        if (world.Chance(0.5))
        {
            return ChannelOutcome.Partial(BlockSet.Of(first), "half-done", "stopped in the middle");
        }

        if (world.Chance(0.5))
        {
            world.After(world.Between(Duration.Zero, SimFaults.Settling - SimFaults.ReadLag - Duration.FromSeconds(1)), null, () => Act(instruction, instruction.Units.With(rest)));
        }

        return null;
    }

    private bool Act(UnitInstruction instruction, SerialBlock units)
    {
        if (!IsThere(instruction, units))
        {
            return false;
        }

        var (account, state) = instruction.Kind switch
        {
            InstructionKind.Transfer => (instruction.ToAccount!, UnitState.Held),
            InstructionKind.Retire => (instruction.FromAccount, UnitState.Retired),
            _ => (instruction.FromAccount, UnitState.Cancelled),
        };
        foreach (var n in NumbersOf(units))
        {
            _numbers[(units.Scope, n)].Add(new Standing(world.Now, account, state, instruction.Key));
            Effects.Add(new Effect(world.Now, instruction.Key, units.Scope, n));
        }

        return true;
    }

    private bool IsThere(UnitInstruction instruction, SerialBlock units) =>
        NumbersOf(units).All(n => Of(units.Scope, n) is { State: UnitState.Held } standing && standing.Account == instruction.FromAccount);

    private Ways WayOf(string key, bool isBad)
    {
        if (!_ways.TryGetValue(key, out var way))
        {
            way = !isBad ? Ways.AtOnce
                : world.Chance(faults.Late) ? Ways.Late
                : world.Chance(faults.HalfDone) ? Ways.HalfDone
                : world.Chance(faults.Pending) ? Ways.Pending
                : world.Chance(faults.Forbidden) ? Ways.Forbidden
                : world.Chance(faults.OldView) ? Ways.OldView
                : world.Chance(faults.Closing) ? Ways.Closing : Ways.AtOnce;
            _ways.Add(key, way);
        }

        return way;
    }

    private bool IsMaintenance() => (world.Now - SimWorld.Start).TotalMinutes % 45 < 8;
}
