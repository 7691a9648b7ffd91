using System;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>Numbers in ascending order, each once. Written with arrays and loops, because the code that compiles rules must first be compiled itself.</summary>
internal static class Ascending
{
    /// <param name="numbers">Holds the numbers at its beginning; is sorted.</param>
    /// <param name="count">How many they are.</param>
    internal static long[] Of(long[] numbers, int count)
    {
        Array.Sort(numbers, 0, count);
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            if (kept == 0 || numbers[kept - 1] != numbers[i])
            {
                numbers[kept++] = numbers[i];
            }
        }

        Array.Resize(ref numbers, kept);
        return numbers;
    }
}
