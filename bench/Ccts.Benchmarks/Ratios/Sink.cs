using System.Runtime.CompilerServices;

namespace Ccts.Benchmarks.Ratios;

/// <summary>Takes results, so that no work is optimised away.</summary>
internal static class Sink
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Take<T>(T value) => _ = value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Look<T>(in T value) => _ = value;
}
