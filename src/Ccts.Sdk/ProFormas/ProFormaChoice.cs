using System.Collections.Generic;

namespace Ccts.Sdk.ProFormas;

/// <summary>A choice that a plant makes for the whole form, such as its sub-sector.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ProFormaChoice
{
    /// <summary>Its name in a filing, e.g. <c>sub_sector</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required string Title { get; init; }

    /// <summary>The permitted words.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The default, or null where the plant must choose.</summary>
    public string? Default { get; init; }
}
