using System.Collections.Generic;

namespace Ccts.Sdk.ProFormas;

/// <summary>One line of a pro-forma.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ProFormaField
{
    /// <summary>Its key, e.g. <c>Sb.A20(i)@91</c>: the sheet, the code and, after @, the row.</summary>
    public required string Key { get; init; }

    /// <summary>The sheet: the part of the key before the first dot.</summary>
    public required string Sheet { get; init; }

    /// <summary>The row, or 0 for a field without one.</summary>
    public required int Row { get; init; }

    /// <summary>The part of the form that contains it.</summary>
    public required string Section { get; init; }

    /// <summary>What the form calls it.</summary>
    public required string Label { get; init; }

    /// <summary>Its basis as the form prints it; may be empty.</summary>
    public required string Basis { get; init; }

    /// <summary>Its unit as the form prints it; empty for a pure number and a heading.</summary>
    public required string Unit { get; init; }

    /// <summary>Where its figure comes from.</summary>
    public required ProFormaFieldKind Kind { get; init; }

    /// <summary>The formula as the form's data gives it, or null for what the plant states.</summary>
    public string? Formula { get; init; }

    /// <summary>Another formula for the baseline, or null.</summary>
    public string? BaselineFormula { get; init; }

    /// <summary>Another formula for the current year, or null.</summary>
    public string? CurrentFormula { get; init; }

    /// <summary>The permitted answers; empty for other kinds.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];
}
