using System;
using System.Diagnostics;
using System.Threading;

namespace Ccts.Benchmarks.Ratios;

/// <summary>How much more work threads do together than one of them alone in the same time.</summary>
internal static class Scaling
{
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(60);

    internal static double Of(Action[] works)
    {
        var alone = Count(works[0], Stopwatch.GetTimestamp());
        using var start = new Barrier(works.Length);
        var counts = new double[works.Length];
        var threads = new Thread[works.Length];
        for (var i = 0; i < works.Length; i++)
        {
            var own = i;
            threads[own] = new Thread(() =>
            {
                start.SignalAndWait();
                counts[own] = Count(works[own], Stopwatch.GetTimestamp());
            });
        }

        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        var together = 0d;
        Array.ForEach(counts, c => together += c);
        return together / alone;
    }

    // Operations a millisecond.
    private static double Count(Action work, long started)
    {
        var count = 0;
        while (Stopwatch.GetElapsedTime(started) < Batch)
        {
            work();
            count++;
        }

        return count / Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
