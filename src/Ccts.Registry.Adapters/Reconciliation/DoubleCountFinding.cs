using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Two rows, or two projects, that may be about the same tonnes.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Verdict">What the evidence amounts to.</param>
/// <param name="Evidence">The evidence.</param>
/// <param name="Tonnes">The tonnes concerned; 0 where only the projects are known to be the same.</param>
/// <param name="First">A row, or the first of a project.</param>
/// <param name="Second">The other row, or the first of the other project.</param>
public sealed record DoubleCountFinding(DoubleCountVerdict Verdict, DoubleCountEvidence Evidence, decimal Tonnes, DoubleCountRow First, DoubleCountRow Second)
{
    /// <summary>For the same numbers, the scope within which they are unique; otherwise null.</summary>
    public string? Scope { get; init; }

    /// <summary>For the same numbers, the numbers stated twice; otherwise null.</summary>
    public BlockRange? Range { get; init; }

    /// <summary>The evidence in words.</summary>
    public string Because => Verdict switch
    {
        DoubleCountVerdict.DoubleCount when (Evidence & DoubleCountEvidence.SameUnits) != DoubleCountEvidence.None => "the same numbers are stated twice",
        DoubleCountVerdict.DoubleCount => "the same project, vintage and quantity are alive in both registries, and neither is cancelled",
        DoubleCountVerdict.Conversion when (Evidence & DoubleCountEvidence.ConversionMark) != DoubleCountEvidence.None => "the serial says that its units were converted",
        DoubleCountVerdict.Conversion => "the same project, vintage and quantity were cancelled in one registry and issued in the other",
        DoubleCountVerdict.SameRow => "the same row occurs twice, and prints no numbers that would show whether it is about the same tonnes",
        _ => "the same project, but nothing says that the units are the same",
    };
}
