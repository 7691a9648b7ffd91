using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>
/// What a watch needs to know of the ledger's past: which reservations belong to instructions, which units have come, gone or moved since the registry's statement, and which the watch itself
/// put into quarantine, so that nothing is lost in a restart.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
/// <param name="registry">The registry, in any spelling.</param>
/// <param name="quarantine">Records what went into quarantine and came out.</param>
/// <param name="journal">The ledger's journal, or null: then every reservation counts as an instruction's, and what an earlier process quarantined is not known.</param>
internal sealed class WatchedJournal(string registry, WatchedQuarantine quarantine, ILedgerJournal? journal)
{
    private readonly HashSet<(string Account, string Reservation)> _instructed = [];
    private readonly SpelledNumbers _others = new();
    private readonly List<(Instant At, SerialBlock Block)> _moved = [];
    private Instant? _since;
    private long _read;
    private long _intentsRead;

    internal bool IsThere => journal is not null;

    /// <summary>Whether an instruction holds a reservation: an instruction names it, or it covers numbers of an instruction in which the ledger has no part.</summary>
    internal bool IsInstructed(string account, Holding holding) =>
        journal is null || (holding.Reservation is { } reservation && _instructed.Contains((account, reservation))) || !_others.Of(holding.Units.Block).IsEmpty;

    /// <summary>Reads what has happened since the last time.</summary>
    /// <param name="asOf">The time of the registry's statement; null where the registry is read live.</param>
    internal void CatchUp(Instant? asOf)
    {
        if (asOf < _since)
        {
            // The newest statement was removed; what has moved since the previous one is no longer known.
            _read = 0;
            _moved.Clear();
            quarantine.Clear();
        }

        _since = asOf ?? _since;
        foreach (var (position, _, intent) in journal?.Intents(_intentsRead) ?? [])
        {
            _intentsRead = position;
            if (Spelled.Same(intent.Registry, registry) && InstructionText.TryRead(intent.Payload, out var instruction, out _))
            {
                Take(instruction!);
            }
        }

        foreach (var entry in journal?.Read(_read) ?? [])
        {
            _read = entry.Position;
            if (entry.Event is UnitsMoved moved)
            {
                quarantine.Take(entry.Key, moved);
            }

            if (asOf is { } since && entry.At >= since)
            {
                _moved.AddRange(ChangedBy(entry.Event).Where(u => Spelled.Same(u.Lot.Registry, registry)).Select(u => (entry.At, u.Block)));
            }
        }

        _moved.RemoveAll(m => asOf is not { } since || m.At < since);
    }

    /// <summary>Empty reservations are forgotten; later entries may name them again.</summary>
    internal void Keep(HashSet<(string Account, string Reservation)> open) => _instructed.IntersectWith(open);

    /// <summary>What the ledger has moved since the registry's statement.</summary>
    internal void HideMoved(UncomparedNumbers hidden) => _moved.ForEach(m => hidden.Add(m.Block));

    private void Take(UnitInstruction instruction)
    {
        if (instruction.Ledger is { } effect)
        {
            _instructed.Add((effect.Account, effect.Reservation));
        }
        else
        {
            _others.Add(instruction.Units);
        }
    }

    // Moves within an account do not count: the registry has the units in that account all the same.
    private static IEnumerable<Parcel> ChangedBy(LedgerEvent happened) => happened switch
    {
        UnitsEntered entered => [entered.Units],
        UnitsConverted converted => converted.Units.Append(converted.Into),
        UnitsMoved moved when moved.Account != moved.ToAccount || moved.To.IsFinal() || ShadowAccount.Pending == moved.From || ShadowAccount.Pending == moved.To => moved.Units,
        _ => [],
    };
}
