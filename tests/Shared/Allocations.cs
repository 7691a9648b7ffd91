using System;

namespace Ccts.Tests.Shared;

/// <summary>What an action allocates on its thread.</summary>
/// <remarks>
/// The least of several runs. When another test's thread starts a garbage collection, the unused rest of this thread's allocation
/// buffer can be counted as its own, so that one run alone shows bytes that nobody asked for. What the code allocates, it allocates every time.
/// </remarks>
internal static class Allocations
{
    internal static long Of(Action action)
    {
        var least = long.MaxValue;
        for (var run = 0; run < 10 && least > 0; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
