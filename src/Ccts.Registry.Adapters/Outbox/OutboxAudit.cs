using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Outbox;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>Compares an outbox with the ledger whose instructions it sends. Each instruction must be there as it was committed, and its moves must lead step by step to its state.</summary>
public static class OutboxAudit
{
    /// <summary>What is wrong, one sentence each; empty when nothing is.</summary>
    /// <param name="outbox">The outbox; its owner may be at work.</param>
    /// <param name="intents">The instructions committed after a position, as the ledger's journal gives them. Their text is in the journal's chain of hashes.</param>
    /// <exception cref="Ccts.Sdk.Problems.CctsDataException">A table of the store cannot be read.</exception>
    public static IEnumerable<string> Findings(IStoredOutbox outbox, Func<long, IEnumerable<CommittedIntent>> intents)
    {
        var last = default(IntentPlace);
        foreach (var (row, there) in Beside(Require.NotNull(outbox), Require.NotNull(intents), outbox.Taken))
        {
            if (row is null)
            {
                yield return $"Instruction {there!.Value.Intent.Key} of entry {there.Value.Position} was taken over, and has no row in the outbox.";
                continue;
            }

            last = row.Place;
            // An instruction committed after the last page was read is looked up by itself.
            if ((there ?? OutboxReading.At(row.Place, intents)) is not { } given)
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
        }

        if (last > outbox.Taken)
        {
            yield return $"The outbox says that it has taken over up to {outbox.Taken}, and has a row at {last}.";
        }

        foreach (var given in intents(outbox.Taken.Position).Where(g => outbox.Find(g.Intent.Key) is null && outbox.Moves(g.Intent.Key).Any()))
        {
            yield return $"Instruction {given.Intent.Key} of entry {given.Position} has moves, and no row in the outbox.";
        }
    }

    /// <summary>Instructions that the outbox took over and that have no row any more, because somebody deleted it. They are never sent again.</summary>
    /// <param name="outbox">The outbox; its owner may be at work.</param>
    /// <param name="intents">The instructions committed after a position, as the ledger's journal gives them.</param>
    public static IEnumerable<CommittedIntent> Missing(IStoredOutbox outbox, Func<long, IEnumerable<CommittedIntent>> intents) =>
        Beside(Require.NotNull(outbox), Require.NotNull(intents), outbox.Taken).Where(b => b.Row is null).Select(b => b.Given!.Value);

    /// <summary>
    /// Every row with the instruction that the ledger committed at its place, in order of place, and the instructions taken over that have no row. A row whose place was changed is found by its key; its reader reports that.
    /// </summary>
    internal static IEnumerable<(OutboxRow? Row, CommittedIntent? Given)> Beside(IStoredOutbox outbox, Func<long, IEnumerable<CommittedIntent>> intents, IntentPlace taken)
    {
        using var committed = intents(0).GetEnumerator();
        var more = committed.MoveNext();
        foreach (var row in outbox.All())
        {
            for (; more && Place(committed.Current) < row.Place; more = committed.MoveNext())
            {
                if (IsMissing(committed.Current))
                {
                    yield return (null, committed.Current);
                }
            }

            var isThere = more && Place(committed.Current) == row.Place;
            yield return (row, isThere ? committed.Current : null);
            more = isThere ? committed.MoveNext() : more;
        }

        for (; more && Place(committed.Current) <= taken; more = committed.MoveNext())
        {
            if (IsMissing(committed.Current))
            {
                yield return (null, committed.Current);
            }
        }

        // The key may belong to another instruction, which is then listed where that one was committed.
        bool IsMissing(CommittedIntent given) =>
            Place(given) <= taken && !(outbox.Find(given.Intent.Key) is { } row && (OutboxReading.At(row.Place, intents) is not { } other || other.Intent.Key != given.Intent.Key));
    }

    /// <summary>Whether the row is what the ledger committed.</summary>
    internal static bool IsAsCommitted(OutboxRow row, CommittedIntent given) => row.Payload == given.Intent.Payload && row.Registry == given.Intent.Registry && IsKeyOf(row, given);

    /// <summary>Whether the row's key is that of the instruction, or the one under which an instruction with a used key is parked.</summary>
    internal static bool IsKeyOf(OutboxRow row, CommittedIntent given) => IsKeyAgain(row.Key, given.Intent.Key, "@" + Place(given));

    /// <summary>The key under which an instruction with a used key is parked: its own key with its place appended, as often as needed to be unique.</summary>
    internal static string KeyAgain(string key, IntentPlace place, Func<string, bool> isUsed)
    {
        do
        {
            key = $"{key}@{place}";
        }
        while (isUsed(key));
        return key;
    }

    private static bool IsKeyAgain(string row, string key, string place)
    {
        while (row != key && row.EndsWith(place, StringComparison.Ordinal))
        {
            row = row.Substring(0, row.Length - place.Length);
        }

        return row == key;
    }

    /// <summary>Whether each move begins where the one before it ended, and is a permitted move.</summary>
    internal static bool Follow(IReadOnlyList<OutboxMove> moves) => moves.Select((move, i) => move.From == (i == 0 ? null : moves[i - 1].To) && OutboxMoves.Has(move.From, move.Cause, move.To)).All(h => h);

    /// <summary>What is wrong with a row and its moves, or null.</summary>
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

    /// <summary>A row with the moves that led to it; its owner may move it between the two reads.</summary>
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
