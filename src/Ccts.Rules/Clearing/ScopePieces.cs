using System.Collections.Generic;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Rules.Clearing;

/// <summary>
/// The units of one scope in runs with one holder each, in order of numbers, in leaves of bounded size. Cutting a run costs a search and
/// a short move, also when all trades cut the same block.
/// </summary>
internal sealed class ScopePieces
{
    private const int MostInLeaf = 256;
    private readonly List<List<SessionHolding>> _leaves = [];

    /// <summary>Adds a run after all others.</summary>
    internal void Append(SessionHolding piece)
    {
        if (_leaves.Count == 0 || _leaves[_leaves.Count - 1].Count == MostInLeaf)
        {
            _leaves.Add([]);
        }

        _leaves[_leaves.Count - 1].Add(piece);
    }

    internal IEnumerable<SessionHolding> Within(BlockRange range)
    {
        for (var (leaf, index) = Find(range); leaf < _leaves.Count; leaf++, index = 0)
        {
            for (; index < _leaves[leaf].Count; index++)
            {
                var piece = _leaves[leaf][index];
                if (piece.Units.Range.Start > range.End)
                {
                    yield break;
                }

                yield return piece;
            }
        }
    }

    internal void Move(BlockRange range, string account, ShadowAccount status)
    {
        for (var (leaf, index) = Find(range); leaf < _leaves.Count; leaf++, index = 0)
        {
            var pieces = _leaves[leaf];
            for (; index < pieces.Count && pieces[index].Units.Range.Start <= range.End; index++)
            {
                var piece = pieces[index];
                var (before, after) = piece.Units.Range.Subtract(range);
                pieces[index] = Part(piece, piece.Units.Range.Intersect(range)!.Value) with { Account = account, Status = status };
                if (before is { } first)
                {
                    pieces.Insert(index++, Part(piece, first));
                }

                if (after is { } last)
                {
                    pieces.Insert(++index, Part(piece, last));
                }
            }

            var isDone = index < pieces.Count;
            leaf += Split(leaf);
            if (isDone)
            {
                return;
            }
        }
    }

    private static SessionHolding Part(SessionHolding piece, BlockRange range) => piece with { Units = piece.Units with { Range = range } };

    /// <summary>Splits a leaf that has grown too large; returns how many leaves were added.</summary>
    private int Split(int leaf)
    {
        var pieces = _leaves[leaf];
        if (pieces.Count <= MostInLeaf)
        {
            return 0;
        }

        var half = pieces.Count / 2;
        _leaves.Insert(leaf + 1, pieces.GetRange(half, pieces.Count - half));
        pieces.RemoveRange(half, pieces.Count - half);
        return 1;
    }

    /// <summary>The index of the first run that ends at or after the range's start.</summary>
    private (int Leaf, int Index) Find(BlockRange range)
    {
        int low = 0, high = _leaves.Count;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            var pieces = _leaves[middle];
            (low, high) = pieces[pieces.Count - 1].Units.Range.End < range.Start ? (middle + 1, high) : (low, middle);
        }

        if (low == _leaves.Count)
        {
            return (low, 0);
        }

        var (leaf, found) = (_leaves[low], low);
        (low, high) = (0, leaf.Count);
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            (low, high) = leaf[middle].Units.Range.End < range.Start ? (middle + 1, high) : (low, middle);
        }

        return (found, low);
    }
}
