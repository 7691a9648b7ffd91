using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// Reads rows of an outbox, changed ones too. Nothing in a row that was changed after it was written is believed: its instruction is the one that the ledger committed, and its state is where
/// its moves lead.
/// </summary>
public static class OutboxReading
{
    /// <summary>The code of an instruction whose row somebody changed.</summary>
    public const string Changed = "row-changed";

    /// <summary>The instruction of a row; for a changed row, the one that the ledger committed there, with the code <see cref="Changed"/>.</summary>
    /// <param name="outbox">The outbox; its owner may be at work.</param>
    /// <param name="row">The row.</param>
    /// <param name="intents">The instructions committed after a position, as the ledger's journal gives them.</param>
    /// <exception cref="FormatException">The row has a later version, or was changed and matches nothing that the ledger committed.</exception>
    public static OutboxRecord Read(IStoredOutbox outbox, OutboxRow row, Func<long, IEnumerable<CommittedIntent>> intents)
    {
        Require.NotNull(outbox);
        Require.NotNull(intents);
        if (OutboxSeal.Holds(Require.NotNull(row)))
        {
            return OutboxText.Read(row, isSealed: true);
        }

        var (now, lines) = OutboxAudit.Whole(outbox, row);
        return OutboxSeal.Holds(now) ? OutboxText.Read(now)
            : Earlier(now, lines, intents) ?? Restored(outbox, now, CommittedAs(now, intents) ?? throw new FormatException($"The row of instruction {row.Key} was changed, and the ledger committed nothing like it."));
    }

    /// <summary>The instruction of a row that is as it was written; null for one that <see cref="Read"/> has to look into.</summary>
    internal static OutboxRecord? Sound(OutboxRow row)
    {
        try
        {
            return OutboxSeal.Holds(row) ? OutboxText.Read(row, isSealed: true) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    // A row of a version without checksums is believed where its moves lead to it and the ledger has its text.
    private static OutboxRecord? Earlier(OutboxRow row, IReadOnlyList<string> lines, Func<long, IEnumerable<CommittedIntent>> intents)
    {
        try
        {
            var record = OutboxText.Read(row);
            var hasEnded = record is { IsClosed: true, IsSettled: true } && record.State.IsFinal();
            return hasEnded || (OutboxAudit.Fault(row, lines) is null && At(row.Place, intents) is { } given && OutboxAudit.IsAsCommitted(row, given)) ? record : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static CommittedIntent? CommittedAs(OutboxRow row, Func<long, IEnumerable<CommittedIntent>> intents)
    {
        var there = At(row.Place, intents);
        return there is { } given && OutboxAudit.IsKeyOf(row, given) ? there
            : intents(0).Where(i => i.Intent.Key == row.Key).Select(i => (CommittedIntent?)i).FirstOrDefault() ?? there;
    }

    /// <summary>The instruction that was committed at a place, or null.</summary>
    internal static CommittedIntent? At(IntentPlace place, Func<long, IEnumerable<CommittedIntent>> intents) => intents(place.Position - 1)
        .TakeWhile(i => OutboxAudit.Place(i) <= place).Where(i => OutboxAudit.Place(i) == place).Select(i => (CommittedIntent?)i).FirstOrDefault();

    private static OutboxRecord Restored(IStoredOutbox outbox, OutboxRow row, CommittedIntent committed)
    {
        var intent = committed.Intent;
        var (place, key) = (OutboxAudit.Place(committed), OutboxAudit.IsKeyOf(row, committed) ? row.Key : intent.Key);
        var moves = MovesOf(outbox, key);
        var record = new OutboxRecord { Place = place, Key = key, Registry = intent.Registry, Payload = intent.Payload, Version = row.Version, State = InstructionState.Parked, IsChanged = true }
            .WithFault(Changed, "Its row is not as it was written. It is never sent; what you see here is what the ledger committed and where its moves lead.");
        if (moves.Count == 0)
        {
            return record with { Instruction = InstructionText.TryRead(intent.Payload, out var told, out _) ? told : null, Row = RowStanding.OutOfStep };
        }

        var isInStep = row.Key == key && row.Place == place && row.Version == moves.Count;
        var instruction = moves[0].Cause == OutboxCause.Taken && InstructionText.TryRead(intent.Payload, out var read, out _) ? read : null;
        return After(record, moves) with
        {
            Instruction = instruction,
            IsInDoubt = instruction is not null && !HasOutcome(moves[^1]),
            Row = !isInStep ? RowStanding.OutOfStep : moves[^1].Cause == OutboxCause.Changed ? RowStanding.Sound : RowStanding.Changed,
        };
    }

    // Where the moves lead, and which part of the outcome the ledger has.
    private static OutboxRecord After(OutboxRecord record, List<OutboxMove> moves)
    {
        var (last, sent) = (moves[^1], moves.LastOrDefault(m => m.Cause == OutboxCause.Send));
        var settled = moves.LastOrDefault(m => m.Cause is OutboxCause.Settled or OutboxCause.SettledByHand);
        var hasOutcome = HasOutcome(last);
        return record with
        {
            State = last.To,
            Since = last.At,
            StandsSince = last.At,
            Attempts = last.Attempt,
            Attempt = sent is null ? null : new OutboxAttempt(sent.Attempt, sent.Epoch, sent.At, sent.At),
            Done = Numbers(last.Done),
            SettledDone = Numbers(settled?.Done ?? ""),
            RestIsQuarantined = settled is { To: InstructionState.Partial },
            OutcomeAt = hasOutcome ? moves.Last(m => m.From != m.To && m.Cause != OutboxCause.Changed).At : null,
            IsSettled = hasOutcome && settled is not null && settled.To == last.To,
            LedgerRefusals = Enumerable.Reverse(moves).TakeWhile(m => m != settled).Count(m => m.Cause == OutboxCause.NotSettled),
            IsClosed = last.Cause == OutboxCause.Closed,
        };
    }

    private static bool HasOutcome(OutboxMove move) => move.To.IsFinal() || move.To == InstructionState.Partial;

    private static List<OutboxMove> MovesOf(IStoredOutbox outbox, string key)
    {
        try
        {
            var moves = outbox.Moves(key).Select(OutboxText.ReadMove).ToList();
            return OutboxAudit.Follow(moves) ? moves : [];
        }
        catch (FormatException)
        {
            return [];
        }
    }

    // As a move writes them: 1-5, 9-9.
    private static BlockSet Numbers(string text) => text.Length == 0 ? BlockSet.Empty : BlockSet.FromRanges(text.Split(',').Select(part =>
    {
        var bounds = part.Trim().Split('-');
        return BlockNumber.TryParse(bounds[0], out var start) && BlockNumber.TryParse(bounds[bounds.Length - 1], out var end) && start <= end
            ? new BlockRange(start, end)
            : throw new FormatException($"\"{text}\" is no list of numbers.");
    }));
}

/// <summary>How the row of an instruction was found.</summary>
internal enum RowStanding
{
    /// <summary>As it was written.</summary>
    Sound,

    /// <summary>Written by a version without checksums, and consistent with its moves.</summary>
    Unsealed,

    /// <summary>Changed since it was written.</summary>
    Changed,

    /// <summary>Changed in its key, place, version or moves too: it cannot be overwritten.</summary>
    OutOfStep,
}
