using System.Collections.Generic;
using Ccts.Rules.Files;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Testing;

/// <summary>A case of a ruleset's tests: a monitoring report, and the figures it must give.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FigureCase
{
    internal FigureCase(string name, string? clause, MonitoringReport report, IReadOnlyList<ExpectedFigure> figures, IReadOnlyList<string>? findings, SourcePlace place)
    {
        Name = name;
        Clause = clause;
        Report = report;
        Figures = figures;
        Findings = findings;
        Place = place;
    }

    /// <summary>Its name, one line.</summary>
    public string Name { get; }

    /// <summary>The clause it is about, or null.</summary>
    public string? Clause { get; }

    /// <summary>The report it assesses.</summary>
    public MonitoringReport Report { get; }

    /// <summary>Where it is written.</summary>
    public SourcePlace Place { get; }

    internal IReadOnlyList<ExpectedFigure> Figures { get; }

    /// <summary>Every code that must be among the findings, and no other; null if they are not compared.</summary>
    internal IReadOnlyList<string>? Findings { get; }
}

/// <summary>A figure of the assessment by its path in the JSON of <c>ccts assess</c>, e.g. <c>certificates.unrounded</c>.</summary>
/// <param name="Path">Members separated by dots.</param>
/// <param name="Value">The text it must be: a number, a number with a unit, or a word.</param>
/// <param name="Tolerance">How far a number may be off, 0 or more, in the unit of the value.</param>
internal sealed record ExpectedFigure(string Path, string Value, decimal Tolerance)
{
    /// <summary>Whether the tolerance is as large as the number, so that only its sign is tested.</summary>
    internal bool AllowsAnything => Scalars.TryDecimal(Value.Split(' ')[0].TrimStart('-'), out var number, out _) && number != 0m && Tolerance >= number;
}

/// <summary>The result of a case with figures.</summary>
/// <remarks>Two are equal only when they hold the same list objects.</remarks>
/// <param name="Case">The case.</param>
/// <param name="Differences">What differs from the expectation; empty if the case passed.</param>
public sealed record FigureResult(FigureCase Case, IReadOnlyList<string> Differences)
{
    /// <summary>Whether every figure is as expected.</summary>
    public bool Passed => Differences.Count == 0;
}
