using System.Collections.Generic;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Calculations;

/// <summary>An answer with its steps and the values it used that are not settled law.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <typeparam name="T">The answer's type.</typeparam>
/// <param name="Value">The answer.</param>
/// <param name="Steps">In order; recomputing them reproduces the answer.</param>
/// <param name="Assumptions">Values that are not both in force and verbatim.</param>
/// <param name="Findings">Warnings and refusals during the calculation, e.g. certificates that do not count.</param>
public sealed record Calculated<T>(T Value, IReadOnlyList<Step> Steps, IReadOnlyList<ILegalValue> Assumptions, IReadOnlyList<Problem> Findings)
{
    internal static Calculated<T> From(T value, Workings workings)
    {
        var problems = workings.Problems.ToList();
        return workings.Problems.HasErrors
            ? throw new CctsDataException(problems)
            : new Calculated<T>(value, workings.Steps ?? [], workings.Assumptions, problems);
    }
}
