using System.Collections.Generic;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Calculations;

/// <summary>
/// What a calculation records besides its answer: steps if asked for, the unsettled values it used, and
/// problems. One per calculation; not thread-safe, never shared.
/// </summary>
internal sealed class Workings(bool keepSteps, Edition edition = Edition.Second)
{
    private readonly List<ILegalValue> _assumptions = [];
    private Dictionary<ReportingPeriod, string>? _periodNames;

    /// <summary>How to compute and check.</summary>
    internal Edition Edition { get; } = edition;

    /// <summary>Null unless asked for, so that steps cost nothing.</summary>
    internal List<Step>? Steps { get; } = keepSteps ? [] : null;

    internal IReadOnlyList<ILegalValue> Assumptions => _assumptions;

    internal ProblemList Problems { get; } = new();

    /// <summary>Workings of the same edition for another figure, without steps.</summary>
    internal Workings Beside() => new(keepSteps: false, Edition);

    /// <summary>A period as text, made once for all meters that share it.</summary>
    internal string NameOf(ReportingPeriod period)
    {
        _periodNames ??= [];
        if (!_periodNames.TryGetValue(period, out var name))
        {
            _periodNames[period] = name = period.ToString();
        }

        return name;
    }

    /// <summary>Remembers a value that is not both in force and verbatim.</summary>
    internal void LeanOn(ILegalValue value)
    {
        if (!value.Standing.IsSettled && !_assumptions.Contains(value))
        {
            _assumptions.Add(value);
        }
    }

    /// <summary>Number of the last step with this title, or 0 when there is none.</summary>
    internal int NumberOf(string title)
    {
        var number = Steps?.Count ?? 0;
        while (number > 0 && Steps![number - 1].Title != title)
        {
            number--;
        }

        return number;
    }

    /// <summary>Adds a step and returns its number; call only if <see cref="Steps"/> is not null.</summary>
    internal int Note(string subject, string title, Operand[] operands, decimal result, string unit, int? decimals = null, LegalSource? clause = null)
    {
        var number = Steps!.Count + 1;
        Steps.Add(new Step
        {
            Number = number,
            Subject = subject,
            Title = title,
            Operands = operands,
            Result = result,
            Unit = unit,
            Decimals = decimals,
            Clause = clause,
        });
        return number;
    }
}
