using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox.Simulation;

/// <content>What must hold, after every step and in the end.</content>
internal sealed partial class MarketRun
{
    private readonly HashSet<(string Key, string Scope, ulong Number)> _done = [];
    private readonly Dictionary<string, OutboxMove> _last = new(StringComparer.Ordinal);
    private int _effectsSeen;
    private int _movesSeen;

    private void CheckStep()
    {
        for (; _movesSeen < _disk.Moves.Count; _movesSeen++)
        {
            var (_, key, move) = _disk.Moves[_movesSeen];
            var before = _last.TryGetValue(key, out var last) ? last.To : (InstructionState?)null;
            Check(move.From == before && OutboxMoves.Has(move.From, move.Cause, move.To), $"the journal of {key} goes from {before} to {move.From}, {move.Cause}, {move.To}: it explains nothing");
            _last[key] = move;
        }

        Check(_registry.Effects.Skip(_effectsSeen).All(e => !_slips.Contains(e.Key)), "what was not reserved took effect");
        for (; _effectsSeen < _registry.Effects.Count; _effectsSeen++)
        {
            var effect = _registry.Effects[_effectsSeen];
            Check(_done.Add((effect.Key, effect.Scope, effect.Number)), $"{effect.Key} took effect twice on {effect.Number}");
            var ended = _disk.Moves.FindLast(m => m.Key == effect.Key && m.Move.To is InstructionState.Cancelled or InstructionState.Rejected).Move;
            Check(ended is null, $"{effect.Key} took effect on {effect.Number} after it had ended as {ended?.To}");
        }

        if (Host.IsOutdated)
        {
            Host.IsOutdated = false;
            StartHost();
        }

        if (Host.Failure is { } failure)
        {
            _violations.Add($"the outbox failed: {failure}");
        }
    }

    /// <summary>Nobody may reserve a number whose fate is not known, or any while the registry is in trouble.</summary>
    private void CheckReserved(UnitInstruction reserved)
    {
        // By the ledger of the host that owns the outbox; that of another would be a second writer, which a durable journal shuts out.
        if (Host.Name == _disk.Outbox.Holder?.Owner && Host.Dispatcher.Registries().Any(r => r.IsPaused))
        {
            _violations.Add($"{_world.Now}: {reserved.Key} reserved {reserved.Units.Range} while the registry's breaker is open");
        }

        foreach (var other in _instructions.Values.Where(i => i.Units.Overlaps(reserved.Units)))
        {
            var state = _last.TryGetValue(other.Key, out var last) ? last.To : InstructionState.Intended;
            var rest = state == InstructionState.Partial ? OutboxText.Read(_disk.Find(other.Key)!).Rest : BlockSet.Of(other.Units.Range);
            if (!state.IsFinal() && rest.Overlaps(reserved.Units.Range))
            {
                _violations.Add($"{_world.Now}: {reserved.Key} reserved {reserved.Units.Range} while {other.Key} on {other.Units.Range} was {state.Word()}");
            }
        }
    }

    private void CheckEnd()
    {
        foreach (var (key, instruction) in _instructions)
        {
            if (instruction.Ledger is not null || !PrecedingFailed(instruction))
            {
                CheckOutcome(key, instruction);
            }
        }

        if (_violations.Count > 0)
        {
            return;
        }

        var state = LedgerState.Replay(_journal.Read(0));
        foreach (var finding in LedgerAudit.Findings(state))
        {
            _violations.Add("the ledger is unsound: " + finding);
        }

        foreach (var account in state.Accounts)
        {
            foreach (var holding in state.View(account)!.Holdings.Where(h => h.Reservation is null || !_slips.Contains(h.Reservation)))
            {
                CheckPlace(account, holding);
            }
        }

        Check(state.Pauses.Count == 0, "business is paused for ever");
    }

    private void CheckOutcome(string key, UnitInstruction instruction)
    {
        if (_disk.Find(key) is not { IsOpen: false } row)
        {
            Check(false, $"{key} has not come to its end: {_disk.Find(key)?.State ?? "never taken over"}");
            return;
        }

        var record = OutboxText.Read(row);
        var done = BlockSet.FromRanges(_done.Where(d => d.Key == key).Select(d => new BlockRange(d.Number, d.Number)));
        Check(record.Done.Equals(done), $"{key} ended {record.State.Word()} with {record.Done} done; at the registry it was {done}");
        Check(record.State != InstructionState.Confirmed || done.Equals(BlockSet.Of(instruction.Units.Range)), $"{key} is confirmed and was done on {done}");
        Check(
            instruction.Ledger is not null || record.State == InstructionState.Confirmed || _disk.Moves.Exists(m => m.Key == key && m.Move.Actor == "operator") || record.State == InstructionState.Rejected,
            $"{key}, one of a chain, ended {record.State.Word()}");
        Check(
            instruction.Ledger is not null || !_disk.Moves.Exists(m => m.Key == key && m.Move.Cause == OutboxCause.Contradiction && m.Move.Reason.Contains("elsewhere", StringComparison.Ordinal)),
            $"{key} was sent before the instruction it builds on");
    }

    // A link of a chain makes no sense when one before it was not done.
    private bool PrecedingFailed(UnitInstruction instruction) => _instructions.Values
        .Where(i => i.Ledger is null && string.CompareOrdinal(i.Key, instruction.Key) < 0 | i.Key.Length < instruction.Key.Length)
        .Any(i => !_last.TryGetValue(i.Key, out var last) || last.To != InstructionState.Confirmed);

    private void CheckPlace(string account, Holding holding)
    {
        for (var n = holding.Units.Range.Start.ToUInt64(); n <= holding.Units.Range.End.ToUInt64(); n++)
        {
            var there = _registry.Of(holding.Units.Lot.Scope, n);
            var expected = there.State switch { UnitState.Held => ShadowAccount.Free, UnitState.Retired => ShadowAccount.Retired, _ => ShadowAccount.Cancelled };
            Check(there.Account == "R-" + account && holding.Place == expected, $"number {n} is {holding.Place} with {account} in the ledger, and {there.State} with {there.Account} at the registry");
        }
    }

    private void Check(bool holds, string otherwise)
    {
        if (!holds)
        {
            _violations.Add($"{_world.Now - SimWorld.Start} in: {otherwise}");
        }
    }
}
