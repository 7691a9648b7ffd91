namespace Ccts.Benchmarks.Ratios;

/// <summary>Keeps results alive, so that no work is optimised away.</summary>
internal static class Sink
{
    internal static decimal Value;
}
