using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Rows of a project that have no counterpart in another registry yet, matched by quantity and vintage. Each is matched once.</summary>
internal sealed class OpenTranches
{
    private readonly List<ProjectRow> _rows;
    private readonly Dictionary<(decimal Quantity, bool IsGone), Dictionary<int, Queue<int>>> _byTranche = [];

    internal OpenTranches(List<ProjectRow> rows)
    {
        _rows = rows;
        for (var i = 0; i < rows.Count; i++)
        {
            var key = (rows[i].Quantity, rows[i].IsGone);
            if (!_byTranche.TryGetValue(key, out var vintages))
            {
                _byTranche[key] = vintages = [];
            }

            var vintage = rows[i].Vintage ?? 0;
            if (!vintages.TryGetValue(vintage, out var queue))
            {
                vintages[vintage] = queue = new Queue<int>();
            }

            queue.Enqueue(i);
        }
    }

    /// <summary>The row of the same quantity and without a different vintage. A row whose units left is preferred over one whose units remain; then the earlier.</summary>
    internal bool TryTake(in ProjectRow mine, out ProjectRow theirs) =>
        TryTake(mine, isGone: true, out theirs) || TryTake(mine, isGone: false, out theirs);

    private bool TryTake(in ProjectRow mine, bool isGone, out ProjectRow theirs)
    {
        Queue<int>? best = null;
        if (_byTranche.TryGetValue((mine.Quantity, isGone), out var vintages))
        {
            foreach (var vintage in vintages)
            {
                var queue = vintage.Value;
                var isSame = vintage.Key == 0 || mine.Vintage is null || mine.Vintage == vintage.Key;
                best = isSame && queue.Count > 0 && (best is null || queue.Peek() < best.Peek()) ? queue : best;
            }
        }

        theirs = best is null ? default : _rows[best.Dequeue()];
        return best is not null;
    }
}
