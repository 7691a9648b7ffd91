using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Journals;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Credits.Offsets;

/// <summary>Sums and differences of blocks.</summary>
internal static class IssuedUnits
{
    private const ulong LongestBlock = 1_000_000_000_000;

    internal static long Tonnes(IEnumerable<SerialBlock> blocks) => blocks.Sum(b => checked((long)b.Count.ToUInt64()));

    /// <summary>Whether two of the blocks share a number. A block too long to be summed counts as ill-formed too.</summary>
    internal static bool HasOverlap(IReadOnlyList<SerialBlock> blocks) => blocks.Any(b => !b.Range.TryGetCount(out var count) || count > LongestBlock) || blocks.Where((b, i) => blocks.Take(i).Any(o => o.Overlaps(b))).Any();

    internal static bool Has(IEnumerable<SerialBlock> blocks, IEnumerable<SerialBlock> wanted) => wanted.All(w => BlockSet.FromRanges(blocks.Where(b => b.SharesScopeWith(w)).Select(b => b.Range)).Contains(w.Range));

    internal static List<SerialBlock> Without(IEnumerable<SerialBlock> blocks, IReadOnlyList<SerialBlock> taken) => blocks
        .SelectMany(b => BlockSet.Of(b.Range).Subtract(BlockSet.FromRanges(taken.Where(t => t.SharesScopeWith(b)).Select(t => t.Range))).Ranges.Select(b.With)).ToList();

    /// <summary>Why the buffer of an issuance is smaller than a share of it; null where it is not, or no share is known, or the blocks are ill-formed.</summary>
    internal static BookRefusal? BufferFault(IReadOnlyList<SerialBlock> units, IReadOnlyList<SerialBlock> buffer, decimal? share) =>
        share is { } part && !HasOverlap([.. units, .. buffer]) && Tonnes(buffer) < part * (Tonnes(units) + Tonnes(buffer))
            ? new("buffer-too-small", $"{Tonnes(buffer)} of {Tonnes(units) + Tonnes(buffer)} tonnes go into the buffer, and at least {part} of them must.") : null;
}
