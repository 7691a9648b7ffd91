using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>Answers a question about numbers from a stream of statements, for adapters without a faster way.</summary>
public static class BlockQuery
{
    /// <summary>Reads the statements once and returns the state of every number of the block.</summary>
    /// <param name="block">The numbers.</param>
    /// <param name="statements">The registry's statements; rows without numbers are ignored.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<BlockStatus> AnswerAsync(SerialBlock block, IAsyncEnumerable<ExportRow> statements, CancellationToken cancellationToken = default)
    {
        var reconciler = new Reconciler();
        reconciler.Add(StatementSide.Local, new StatementEntry { File = "question", Line = 0, Registry = block.Registry, Block = block, State = UnitState.Held });
        await foreach (var row in Require.NotNull(statements).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (row.Entry is { Block: { } stated } entry && stated.Overlaps(block))
            {
                // Only the numbers asked about, not all the numbers of the row.
                reconciler.Add(StatementSide.Registry, entry with { Block = block.With(stated.Range.Intersect(block.Range)!.Value), StatedQuantity = null });
            }
        }

        var parts = reconciler.Findings()
            .Where(f => f.LocalTonnes > 0 && f.Range is not null)
            .Select(f => new BlockPart(f.Range!.Value, f.AtRegistry?.State, f.AtRegistry));
        return new BlockStatus(block, [.. parts]);
    }
}
