using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>
/// Units without numbers under one canonical serial, which may repeat. Only amounts can be compared: equal states match amount for
/// amount, the rest in different states is a state mismatch, and what remains on one side is a quantity mismatch.
/// </summary>
internal sealed class SerialAccount(string registry, string serial, string? scope)
{
    private readonly bool[] _isDoubtful = [false, false];
    private readonly SortedDictionary<UnitState, decimal>[] _amounts = [new(), new()];
    private readonly EntryPlace?[] _first = [null, null];

    internal string Registry { get; } = registry;

    internal string Serial { get; } = serial;

    /// <summary>The scope within which the numbers of the serial would be unique.</summary>
    internal string Scope { get; } = scope ?? serial;

    internal void Add(StatementSide side, StatementEntry entry)
    {
        var amounts = _amounts[(int)side];
        var state = (entry.Doubts & Doubts.Cell) == Doubts.None ? entry.State : UnitState.Unknown;
        amounts.TryGetValue(state, out var before);
        amounts[state] = before + entry.Quantity;
        _isDoubtful[(int)side] |= (entry.Doubts & Doubts.Quantity) != Doubts.None;
        _first[(int)side] ??= new EntryPlace(entry.File, entry.Line, entry.State);
    }

    /// <param name="isNumbered">Whether a side states numbers of this serial in other rows: then it is unknown which of them these units are.</param>
    /// <param name="isUnreadable">Whether a side states numbers of this serial that cannot be read: these units may be among them.</param>
    internal IEnumerable<ReconciliationFinding> Findings(Func<StatementSide, bool> isNumbered, Func<StatementSide, bool> isUnreadable)
    {
        var (local, registry) = (Copy(StatementSide.Local), Copy(StatementSide.Registry));
        var found = new List<ReconciliationFinding>();
        Absorb(local, StatementSide.Local, found);
        Absorb(registry, StatementSide.Registry, found);
        Pair(local, registry, found, UnitStates.Agree, _ => ReconciliationClass.Matched);
        Pair(local, registry, found, (_, _) => true, states => UnitStates.Compare(states.Local, states.Registry));
        Rest(local, StatementSide.Local, ClassOfRest(StatementSide.Registry, ReconciliationClass.MissingAtRegistry, isNumbered, isUnreadable), found);
        Rest(registry, StatementSide.Registry, ClassOfRest(StatementSide.Local, ReconciliationClass.MissingLocally, isNumbered, isUnreadable), found);
        return found;
    }

    private ReconciliationClass ClassOfRest(StatementSide other, ReconciliationClass missing, Func<StatementSide, bool> isNumbered, Func<StatementSide, bool> isUnreadable) =>
        _isDoubtful[(int)other] || isUnreadable(other) ? ReconciliationClass.Unparsable
        : isNumbered(other) ? ReconciliationClass.Ambiguous
        : _first[0] is not null && _first[1] is not null ? ReconciliationClass.QuantityMismatch
        : missing;

    private SortedDictionary<UnitState, decimal> Copy(StatementSide side) => new(_amounts[(int)side]);

    // An issuance contains what later became of it.
    private void Absorb(SortedDictionary<UnitState, decimal> amounts, StatementSide side, List<ReconciliationFinding> found)
    {
        if (amounts.TryGetValue(UnitState.Issued, out var issued))
        {
            var later = amounts.Where(a => a.Key is not (UnitState.Issued or UnitState.Buffer)).Sum(a => a.Value);
            var contained = Math.Min(issued, later);
            amounts[UnitState.Issued] = issued - contained;
            Tell(ReconciliationClass.Contained, side, contained, found);
        }
    }

    private void Pair(
        SortedDictionary<UnitState, decimal> local,
        SortedDictionary<UnitState, decimal> registry,
        List<ReconciliationFinding> found,
        Func<UnitState, UnitState, bool> goTogether,
        Func<(UnitState Local, UnitState Registry), ReconciliationClass> kind)
    {
        foreach (var mine in local.Keys.ToArray())
        {
            foreach (var theirs in registry.Keys.ToArray())
            {
                var shared = Math.Min(local[mine], registry[theirs]);
                if (shared > 0 && goTogether(mine, theirs))
                {
                    local[mine] -= shared;
                    registry[theirs] -= shared;
                    found.Add(new ReconciliationFinding(kind((mine, theirs)), Registry, Serial, null, shared, shared, Place(0, mine), Place(1, theirs)));
                }
            }
        }
    }

    private void Rest(SortedDictionary<UnitState, decimal> amounts, StatementSide side, ReconciliationClass kind, List<ReconciliationFinding> found)
    {
        foreach (var amount in amounts)
        {
            Tell(kind, side, amount.Value, found);
        }
    }

    private void Tell(ReconciliationClass kind, StatementSide side, decimal tonnes, List<ReconciliationFinding> found)
    {
        if (tonnes > 0)
        {
            found.Add(side == StatementSide.Local
                ? new ReconciliationFinding(kind, Registry, Serial, null, tonnes, 0, _first[0], null)
                : new ReconciliationFinding(kind, Registry, Serial, null, 0, tonnes, null, _first[1]));
        }
    }

    private EntryPlace? Place(int side, UnitState state) => _first[side] is { } place ? place with { State = state } : null;
}
