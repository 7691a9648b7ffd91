using System;
using System.Collections.Generic;
using Ccts.Sdk.Emissions;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Calculations;

/// <summary>An answer with the steps that made it and everything it leaned on that is not settled law.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <typeparam name="T">The answer's type.</typeparam>
/// <param name="Value">The answer.</param>
/// <param name="Steps">In order; recomputing them reproduces the answer.</param>
/// <param name="LeanedOn">Values that are not both in force and verbatim.</param>
/// <param name="Findings">Warnings and refusals on the way, e.g. certificates that do not count.</param>
public sealed record Calculated<T>(T Value, IReadOnlyList<Step> Steps, IReadOnlyList<ILegalValue> LeanedOn, IReadOnlyList<Problem> Findings)
{
    internal static Calculated<T> From(T value, Workings workings)
    {
        var problems = workings.Problems.ToList();
        return workings.Problems.HasErrors
            ? throw new CctsDataException(problems)
            : new Calculated<T>(value, workings.Steps ?? [], workings.LeanedOn, problems);
    }
}

/// <summary>Runs one stream's calculator with its steps.</summary>
internal static class Calculated
{
    internal static Calculated<Co2e> Tonnes<TStream>(TStream stream, EmissionRules rules, Func<TStream, EmissionRules, Workings, decimal> calculator)
        where TStream : MonitoredStream
    {
        var workings = new Workings(keepSteps: true);
        var tonnes = calculator(Require.NotNull(stream), Require.NotNull(rules), workings);
        return Calculated<Co2e>.From(Co2e.FromTonnes(tonnes), workings);
    }
}
