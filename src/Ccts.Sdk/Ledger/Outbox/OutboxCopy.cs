using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Sdk.Ledger.Outbox;

/// <summary>
/// Moves the outbox along with its ledger into another store: every instruction where it stands, with all its moves. Without this copy
/// the new store would take old instructions for new ones and send them again. The epochs of owners begin anew: they fence the owners of one store from each other.
/// </summary>
public static class OutboxCopy
{
    private static readonly Duration Lease = Duration.FromMinutes(10);

    /// <summary>Copies everything in one transaction, so that a copy is complete or not there. Nobody may own either store during the copy.</summary>
    /// <param name="source">The outbox to be left.</param>
    /// <param name="target">An empty one.</param>
    /// <param name="cancellation">Ends it before anything is written.</param>
    /// <returns>How many instructions there are.</returns>
    /// <exception cref="CctsDataException">The target is not empty, or somebody owns it; or an instruction of the source lacks a move. Nothing was written.</exception>
    public static async Task<int> CopyAsync(IStoredOutbox source, IOutboxStore target, CancellationToken cancellation = default)
    {
        Require.NotNull(source);
        var writes = new List<OutboxWrite>();
        var (count, last, taken) = (0, default(IntentPlace), source.Taken);
        foreach (var row in source.All())
        {
            cancellation.ThrowIfCancellationRequested();
            var moves = source.Moves(row.Key).ToList();
            if (moves.Count != row.Version)
            {
                throw Bad("outbox-damaged", $"Instruction {row.Key} is at version {row.Version} and has {moves.Count} moves.", "a move for each version");
            }

            last = row.Place > last ? row.Place : last;
            writes.AddRange(moves.Select((move, i) => new OutboxWrite(row with { Version = i + 1 }, move)));
            count++;
        }

        if (last != taken)
        {
            throw Bad("outbox-damaged", $"Instructions were taken over up to {taken}, and rows go to {last}.", "the row of the last instruction that was taken over");
        }

        if (Require.NotNull(target).Taken != default)
        {
            throw Bad("file-exists", "The target has instructions already.", "an empty outbox");
        }

        var lease = await target.TakeAsync("a copy", Lease, cancellation).ConfigureAwait(false)
            ?? throw Bad("outbox-in-use", "Another process sends the instructions of the target.", "an outbox that no process has");
        await target.WriteAsync(lease, writes, CancellationToken.None).ConfigureAwait(false);
        await target.ReturnAsync(lease, CancellationToken.None).ConfigureAwait(false);
        return count;
    }

    private static CctsDataException Bad(string code, string message, string expected) => new([new Problem(code, Severity.Error, message, default) { Expected = expected }]);
}
