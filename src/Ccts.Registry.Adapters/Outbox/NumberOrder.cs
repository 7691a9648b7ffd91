using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Blocks;
using Ccts.Sdk.Outbox;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// Which instructions must wait for which: two that share a number go strictly in the order in which the ledger committed them, and nothing
/// else waits. Keeps, for every number, the last instruction about it; each new one waits for those it finds.
/// </summary>
/// <remarks>Not thread-safe. Adding and ending cost about the logarithm of the open instructions, for each that they share numbers with.</remarks>
internal sealed class NumberOrder
{
    private readonly Dictionary<(string Registry, string Scope), SortedSet<Piece>> _scopes = [];
    private readonly Dictionary<IntentPlace, Entry> _entries = [];

    /// <summary>Adds an instruction after every one added before.</summary>
    internal void Add(IntentPlace place, SerialBlock units)
    {
        var entry = new Entry(units);
        _entries.Add(place, entry);
        var pieces = PiecesOf(units);
        foreach (var piece in Overlapping(pieces, units.Range))
        {
            if (_entries.TryGetValue(piece.Owner, out var earlier) && !entry.WaitsFor.Contains(piece.Owner))
            {
                entry.WaitsFor.Add(piece.Owner);
                earlier.Blocks.Add(place);
            }

            pieces.Remove(piece);
            KeepOutside(pieces, piece, units.Range);
        }

        pieces.Add(new Piece(units.Range, place));
    }

    /// <summary>Whether an earlier instruction on some of the same numbers has not ended.</summary>
    internal bool IsBlocked(IntentPlace place) => _entries.TryGetValue(place, out var entry) && entry.WaitsFor.Count > 0;

    /// <summary>
    /// Ends an instruction, and gives those that no longer wait for anything. One that ends before its turn (an operator gave it up) keeps its
    /// place until those before it have ended: whoever comes later must still wait for them.
    /// </summary>
    internal IReadOnlyList<IntentPlace> End(IntentPlace place)
    {
        var free = new List<IntentPlace>();
        if (_entries.TryGetValue(place, out var entry))
        {
            entry.HasEnded = true;
            Remove(place, entry, free);
        }

        return free;
    }

    private void Remove(IntentPlace place, Entry entry, List<IntentPlace> free)
    {
        if (entry.WaitsFor.Count > 0)
        {
            return;
        }

        _entries.Remove(place);
        var pieces = PiecesOf(entry.Units);
        foreach (var piece in Overlapping(pieces, entry.Units.Range).Where(p => p.Owner == place))
        {
            pieces.Remove(piece);
        }

        foreach (var later in entry.Blocks)
        {
            if (_entries.TryGetValue(later, out var waiting) && waiting.WaitsFor.Remove(place) && waiting.WaitsFor.Count == 0)
            {
                if (waiting.HasEnded)
                {
                    Remove(later, waiting, free);
                }
                else
                {
                    free.Add(later);
                }
            }
        }
    }

    private static void KeepOutside(SortedSet<Piece> pieces, Piece piece, BlockRange range)
    {
        if (piece.Range.Start < range.Start)
        {
            pieces.Add(piece with { Range = new BlockRange(piece.Range.Start, range.Start - BlockNumber.One) });
        }

        if (range.End < piece.Range.End)
        {
            pieces.Add(piece with { Range = new BlockRange(range.End + BlockNumber.One, piece.Range.End) });
        }
    }

    // Pieces are disjoint, so at most one that starts before the range reaches into it.
    private static List<Piece> Overlapping(SortedSet<Piece> pieces, BlockRange range)
    {
        var found = new List<Piece>();
        var before = pieces.GetViewBetween(Piece.First, Piece.At(range.Start));
        if (before.Max is { } last && last.Range.Overlaps(range))
        {
            found.Add(last);
        }

        if (range.Start < range.End)
        {
            found.AddRange(pieces.GetViewBetween(Piece.At(range.Start + BlockNumber.One), Piece.At(range.End)));
        }

        return found;
    }

    private SortedSet<Piece> PiecesOf(SerialBlock units)
    {
        if (!_scopes.TryGetValue((units.Registry, units.Scope), out var pieces))
        {
            _scopes.Add((units.Registry, units.Scope), pieces = new SortedSet<Piece>(Piece.ByStart));
        }

        return pieces;
    }

    /// <summary>Numbers whose last instruction is the owner.</summary>
    private sealed record Piece(BlockRange Range, IntentPlace Owner)
    {
        internal static readonly IComparer<Piece> ByStart = Comparer<Piece>.Create((a, b) => a.Range.Start.CompareTo(b.Range.Start));

        internal static readonly Piece First = At(BlockNumber.Zero);

        internal static Piece At(BlockNumber start) => new(new BlockRange(start, start), default);
    }

    private sealed class Entry(SerialBlock units)
    {
        internal SerialBlock Units { get; } = units;

        internal bool HasEnded { get; set; }

        internal HashSet<IntentPlace> WaitsFor { get; } = [];

        internal List<IntentPlace> Blocks { get; } = [];
    }
}
