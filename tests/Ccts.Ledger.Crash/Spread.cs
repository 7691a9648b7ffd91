using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ledger.Crash;

/// <summary>Which of many points are tried.</summary>
internal static class Spread
{
    /// <summary>All of 1 to <paramref name="count"/>, or so many of them, evenly, the first and the last among them.</summary>
    internal static List<int> Of(int count, int most) => count <= most
        ? Enumerable.Range(1, count).ToList()
        : Enumerable.Range(0, most).Select(i => 1 + (int)((long)i * (count - 1) / Math.Max(1, most - 1))).Distinct().ToList();
}
