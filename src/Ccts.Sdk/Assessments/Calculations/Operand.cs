using System.Collections.Generic;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Calculations;

/// <summary>What an operand does in its step.</summary>
public enum OperandRole
{
    /// <summary>Multiplied in (in a product).</summary>
    Times,

    /// <summary>Divided by, after all multiplications (in a product).</summary>
    DividedBy,

    /// <summary>Added (in a sum).</summary>
    Plus,

    /// <summary>Subtracted (in a sum).</summary>
    Minus,
}

/// <summary>One number that goes into a step.</summary>
/// <param name="Role">What it does.</param>
/// <param name="Name">What it is, e.g. <c>net calorific value</c>.</param>
/// <param name="Value">The number, in <paramref name="Unit"/>.</param>
/// <param name="Unit">The unit; empty for a pure number.</param>
/// <param name="FromStep">Number of the step that made it, or 0 when it comes from the report or the ruleset.</param>
/// <param name="Source">The source of a factor, or null.</param>
public readonly record struct Operand(OperandRole Role, string Name, decimal Value, string Unit, int FromStep = 0, LegalSource? Source = null)
{
    /// <summary>The documents behind a number of the report; null if it comes from a step or the ruleset, or if no document is named.</summary>
    public IReadOnlyList<EvidenceDocument>? Evidence { get; init; }

    /// <summary>The same with the documents behind that value of the stream. Without steps, and for the result of a step, nothing is looked up.</summary>
    internal Operand By(MonitoredStream stream, string path, Workings workings) =>
        workings.Steps is null || FromStep > 0 || stream.Evidence.Count == 0 || EvidencePath.Behind(stream, path) is not { Count: > 0 } behind ? this : this with { Evidence = behind };
}
