using System;

namespace Ccts.Sdk.Quantities;

/// <summary>Two values on different output bases were mixed, such as tonnes with megawatt-hours.</summary>
/// <remarks>Only the run-time pair <see cref="Output"/> and <see cref="EmissionIntensity"/> can throw this; the typed
/// quantities do not compile when mixed.</remarks>
public sealed class UnitMismatchException : InvalidOperationException
{
    /// <summary>Creates the exception for the basis wanted and the one found.</summary>
    public UnitMismatchException(OutputBasis expected, OutputBasis actual)
        : base($"A value in {expected} was expected, not one in {actual}: units of output do not mix.")
    {
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The basis wanted.</summary>
    public OutputBasis Expected { get; }

    /// <summary>The basis found.</summary>
    public OutputBasis Actual { get; }

    internal static void ThrowUnlessSame(OutputBasis expected, OutputBasis actual)
    {
        if (expected != actual)
        {
            throw new UnitMismatchException(expected, actual);
        }
    }
}
