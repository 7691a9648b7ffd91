using System.Collections.Generic;

namespace Ccts.Sdk.ProFormas;

/// <summary>An error of the workbook: it prints something other than what it says it computes.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ProFormaSlip
{
    /// <summary>Its name in the form's data, e.g. <c>organic-carbon-thousandth</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The cells as the workbook names them, e.g. <c>Form-Sb E957:I957</c>.</summary>
    public required string Cells { get; init; }

    /// <summary>What is wrong, and how it can be seen.</summary>
    public required string Reason { get; init; }

    /// <summary>What is computed in its place.</summary>
    public required string Taken { get; init; }

    internal ProFormaVariant Printed { get; init; } = ProFormaVariant.None;

    /// <summary>The keys of the affected fields; empty when cells are only missing, not wrong.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];
}
