using System.Collections.Generic;
using Ccts.Sdk.Law;

namespace Ccts.Sdk.ProFormas;

/// <summary>A point that the form leaves open: the reading used, and the others.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ProFormaPoint
{
    /// <summary>Its name in the form's data, e.g. <c>transport-fuels</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>The reading that counts: one of <see cref="Readings"/>, as a value of the ruleset.</summary>
    public required LegalValue<string> Taken { get; init; }

    /// <summary>Every reading.</summary>
    public required IReadOnlyList<ProFormaReading> Readings { get; init; }
}

/// <summary>One reading of an open point.</summary>
/// <param name="Id">Its word, e.g. <c>counted</c>.</param>
/// <param name="Title">What it means.</param>
public sealed record ProFormaReading(string Id, string Title)
{
    internal ProFormaVariant Variant { get; init; } = ProFormaVariant.None;
}
