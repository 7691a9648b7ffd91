using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;

namespace Ccts.Benchmarks.Ratios;

/// <summary>
/// One measure: the subject's time over the baseline's, as the median of interleaved batches in the same run, so that a
/// busy machine slows both alike; and the bytes that the subject allocates an operation.
/// </summary>
internal sealed class Ratio(string name, Action baseline, Action subject, int rounds = Ratio.Rounds)
{
    private const int Rounds = 15;
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Warm = TimeSpan.FromMilliseconds(150);
    internal string Name { get; } = name;

    /// <summary><c>name ratio bytes-per-op</c>.</summary>
    internal string Run()
    {
        var (baselineCount, subjectCount) = (Calibrate(baseline), Calibrate(subject));
        var ratios = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            var first = Time(baseline, baselineCount);
            var second = Time(subject, subjectCount);
            ratios[round] = second / first;
        }

        var median = ratios.Order().ElementAt(rounds / 2);
        return string.Create(CultureInfo.InvariantCulture, $"{Name} {median:0.000} {Allocated(subject, subjectCount)}");
    }

    /// <summary>How many operations fill a batch, after the code is warm.</summary>
    private static int Calibrate(Action action)
    {
        var warm = Stopwatch.StartNew();
        var count = 0;
        while (warm.Elapsed < Warm || count == 0)
        {
            action();
            count++;
        }

        return Math.Max(1, (int)(count * (Batch / warm.Elapsed)));
    }

    private static double Time(Action action, int count)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            action();
        }

        return Stopwatch.GetElapsedTime(started).TotalNanoseconds / count;
    }

    private static long Allocated(Action action, int count)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < count; i++)
        {
            action();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / count;
    }
}
