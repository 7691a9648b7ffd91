using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ledger.Crash;

/// <summary>Which of many points are tried: at most so many, and of these one part of several, so that a campaign can be run in pieces.</summary>
/// <param name="Most">How many points all parts have together.</param>
/// <param name="Part">Which part: 1 to <paramref name="Parts"/>.</param>
/// <param name="Parts">How many parts there are.</param>
internal sealed record Spread(int Most, int Part = 1, int Parts = 1)
{
    /// <summary>All of 1 to <paramref name="count"/>, or so many of them, evenly, the first and the last among them, or the one in the middle; of these every one that is of this part.</summary>
    internal List<int> Of(int count)
    {
        var all = count <= Most ? Enumerable.Range(1, count)
            : Most == 1 ? [(count + 1) / 2]
            : Enumerable.Range(0, Most).Select(i => 1 + (int)((long)i * (count - 1) / (Most - 1))).Distinct();
        return all.Where((_, i) => i % Parts == Part - 1).ToList();
    }
}
