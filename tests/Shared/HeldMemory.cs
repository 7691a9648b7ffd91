using System;

namespace Ccts.Tests.Shared;

/// <summary>What an object keeps alive: the memory of the whole process with it, less that without it.</summary>
/// <remarks>
/// What earlier tests left is collected first, with what its finalizers let go: else it goes while we measure, and is taken for ours.
/// Where a measure is out of bounds all the same, it is taken again: what the code holds, it holds every time.
/// </remarks>
internal static class HeldMemory
{
    private const int Tries = 3;

    /// <summary>Asserts how many bytes each of <paramref name="more"/> less <paramref name="few"/> things costs, within bounds.</summary>
    internal static void CostsEach(int few, int more, Func<int, object> make, double least, double most)
    {
        double each = 0;
        make(Math.Min(few, 100));
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            each = (Of(() => make(more)) - Of(() => make(few))) / ((double)more - few);
            if (each >= least && each <= most)
            {
                return;
            }
        }

        Assert.InRange(each, least, most);
    }

    internal static long Of(Func<object> make)
    {
        var before = Settled();
        var held = make();
        var after = Settled();
        GC.KeepAlive(held);
        return after - before;
    }

    private static long Settled()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: false);
    }
}
