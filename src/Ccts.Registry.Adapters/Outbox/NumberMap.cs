using System.Collections.Generic;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>For every number of a scope, the instruction it was last given to. An operation costs about the logarithm of the runs held.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class NumberMap
{
    private readonly SortedSet<Piece> _pieces = new(Comparer<Piece>.Create((a, b) => a.Range.Start.CompareTo(b.Range.Start)));

    internal bool IsEmpty => _pieces.Count == 0;

    /// <summary>Gives numbers to an instruction, and returns whose they were.</summary>
    internal IReadOnlyList<IntentPlace> Give(BlockRange range, IntentPlace owner)
    {
        var before = new List<IntentPlace>();
        foreach (var piece in Overlapping(range))
        {
            before.Add(piece.Owner);
            _pieces.Remove(piece);
            if (piece.Range.Start < range.Start)
            {
                _pieces.Add(piece with { Range = new BlockRange(piece.Range.Start, range.Start - BlockNumber.One) });
            }

            if (range.End < piece.Range.End)
            {
                _pieces.Add(piece with { Range = new BlockRange(range.End + BlockNumber.One, piece.Range.End) });
            }
        }

        _pieces.Add(new Piece(range, owner));
        return before;
    }

    /// <summary>Takes numbers away from an instruction, and returns those that were still its own.</summary>
    internal BlockSet Taken(BlockSet numbers, IntentPlace owner)
    {
        var own = new List<BlockRange>();
        foreach (var range in numbers.Ranges)
        {
            foreach (var piece in Overlapping(range).FindAll(p => p.Owner == owner))
            {
                _pieces.Remove(piece);
                own.Add(piece.Range.Intersect(range)!.Value);
                foreach (var left in BlockSet.Of(piece.Range).Subtract(BlockSet.Of(range)).Ranges)
                {
                    _pieces.Add(piece with { Range = left });
                }
            }
        }

        return BlockSet.FromRanges(own);
    }

    /// <summary>Whose these numbers are, in order of number.</summary>
    internal IEnumerable<IntentPlace> Owners(BlockRange range) => Overlapping(range).ConvertAll(p => p.Owner);

    // Pieces are disjoint, so at most one that starts before the range reaches into it.
    private List<Piece> Overlapping(BlockRange range)
    {
        var found = new List<Piece>();
        if (_pieces.GetViewBetween(At(BlockNumber.Zero), At(range.Start)).Max is { } last && last.Range.Overlaps(range))
        {
            found.Add(last);
        }

        if (range.Start < range.End)
        {
            found.AddRange(_pieces.GetViewBetween(At(range.Start + BlockNumber.One), At(range.End)));
        }

        return found;
    }

    private static Piece At(BlockNumber start) => new(new BlockRange(start, start), default);

    private sealed record Piece(BlockRange Range, IntentPlace Owner);
}
