using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Rules.Clearing;

/// <summary>The numbers of one scope, cut wherever one of some ranges begins or ends, so that all units of a run have the same history.</summary>
internal sealed class CutRuns
{
    private readonly List<BlockRange> _runs = [];

    internal CutRuns(IEnumerable<BlockRange> ranges)
    {
        var all = ranges.ToList();
        var starts = new SortedSet<BlockNumber>(all.Select(r => r.Start));
        starts.UnionWith(all.Where(r => r.End != BlockNumber.MaxValue).Select(r => r.End + BlockNumber.One));
        var covered = BlockSet.FromRanges(all);
        var cuts = starts.ToList();
        for (var i = 0; i < cuts.Count; i++)
        {
            if (covered.Contains(cuts[i]))
            {
                _runs.Add(new BlockRange(cuts[i], i + 1 < cuts.Count ? cuts[i + 1] - BlockNumber.One : BlockNumber.MaxValue));
            }
        }
    }

    internal IReadOnlyList<BlockRange> Runs => _runs;

    /// <summary>The runs that make up one of these ranges.</summary>
    internal IEnumerable<int> Within(BlockRange range)
    {
        for (var i = Find(range.Start); i < _runs.Count && _runs[i].Start <= range.End; i++)
        {
            yield return i;
        }
    }

    private int Find(BlockNumber start)
    {
        int low = 0, high = _runs.Count;
        while (low < high)
        {
            var middle = (int)((uint)(low + high) >> 1);
            (low, high) = _runs[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
