using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Outbox;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>Compares an outbox with the ledger whose instructions it sends: each is there as it was committed, and its moves lead, one after the other, to the state it is in.</summary>
public static class OutboxAudit
{
    /// <summary>What is not as it must be, one sentence each; empty when everything is.</summary>
    /// <param name="outbox">The outbox; its owner may be at work.</param>
    /// <param name="intents">The instructions committed after a position, as the ledger's journal gives them. Their text is in the journal's chain of hashes.</param>
    /// <exception cref="Ccts.Sdk.Problems.CctsDataException">A table of the store cannot be read.</exception>
    public static IEnumerable<string> Findings(IStoredOutbox outbox, Func<long, IEnumerable<CommittedIntent>> intents)
    {
        Require.NotNull(outbox);
        using var committed = Require.NotNull(intents)(0).GetEnumerator();
        var more = committed.MoveNext();
        foreach (var row in outbox.All())
        {
            for (; more && Place(committed.Current) < row.Place; more = committed.MoveNext())
            {
                yield return $"Instruction {committed.Current.Intent.Key} of entry {committed.Current.Position} is not in the outbox, and later ones are.";
            }

            // What was committed after the end was reached is looked for by itself.
            var given = more ? committed.Current : intents(row.Place.Position - 1).FirstOrDefault(i => Place(i) == row.Place);
            if (given.Intent is null || Place(given) != row.Place)
            {
                yield return $"Instruction {row.Key} stands at {row.Place}, where the ledger gives none.";
            }
            else if (!IsAsCommitted(row, given))
            {
                yield return $"Instruction {row.Key} is not as entry {row.Place.Position} of the ledger gives it.";
            }

            var (now, lines) = Whole(outbox, row);
            if (Fault(now, lines) is { } fault)
            {
                yield return fault;
            }

            more = more && (Place(committed.Current) != row.Place || committed.MoveNext());
        }
    }

    /// <summary>Whether the row is as the ledger committed it.</summary>
    internal static bool IsAsCommitted(OutboxRow row, CommittedIntent given) => row.Payload == given.Intent.Payload && row.Registry == given.Intent.Registry && IsKeyOf(row, given);

    /// <summary>Whether the row's key is that of the instruction, or the one under which an instruction with a used key is parked.</summary>
    internal static bool IsKeyOf(OutboxRow row, CommittedIntent given) => row.Key == given.Intent.Key || row.Key == KeyAgain(given.Intent.Key, Place(given));

    /// <summary>The key under which an instruction is parked whose own was used before.</summary>
    internal static string KeyAgain(string key, IntentPlace place) => $"{key}@{place}";

    /// <summary>Whether each move begins where the one before it ended, and is one that there is.</summary>
    internal static bool Follow(IReadOnlyList<OutboxMove> moves) => moves.Select((move, i) => move.From == (i == 0 ? null : moves[i - 1].To) && OutboxMoves.Has(move.From, move.Cause, move.To)).All(h => h);

    /// <summary>What of a row and its moves is not as it must be, or null.</summary>
    internal static string? Fault(OutboxRow row, IReadOnlyList<string> lines)
    {
        try
        {
            var (record, before) = (OutboxText.Read(row), (InstructionState?)null);
            foreach (var move in lines.Select(OutboxText.ReadMove))
            {
                if (move.From != before || !OutboxMoves.Has(move.From, move.Cause, move.To))
                {
                    return $"The moves of instruction {row.Key} do not follow one another: from {before?.Word() ?? "nothing"} by {move.Cause.Word()} to {move.To.Word()}.";
                }

                if (move.Fingerprint is { } sent && sent != record.Fingerprint)
                {
                    return $"Instruction {row.Key} is not what was sent at {move.At}.";
                }

                before = move.To;
            }

            return lines.Count != row.Version ? $"Instruction {row.Key} is at version {row.Version} and has {lines.Count} moves."
                : before != record.State ? $"Instruction {row.Key} is {record.State.Word()}, and its moves lead to {before?.Word() ?? "nothing"}."
                : record.IsClosed && !record.State.IsFinal() ? $"Instruction {row.Key} is {record.State.Word()} and counts as ended."
                : null;
        }
        catch (FormatException bad)
        {
            return bad.Message;
        }
    }

    /// <summary>A row with the moves that made it; its owner may move it between the two readings.</summary>
    internal static (OutboxRow Row, List<string> Moves) Whole(IStoredOutbox outbox, OutboxRow row)
    {
        for (var times = 0; ; times++)
        {
            var moves = outbox.Moves(row.Key).ToList();
            if (moves.Count == row.Version || times == 10 || outbox.Find(row.Key) is not { } again)
            {
                return (row, moves);
            }

            row = again;
        }
    }

    /// <summary>Where it was committed.</summary>
    internal static IntentPlace Place(CommittedIntent intent) => new(intent.Position, intent.Number);
}
