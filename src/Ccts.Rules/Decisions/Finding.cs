using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules;
using Ccts.Sdk.Law;
using NodaTime;

namespace Ccts.Rules.Decisions;

/// <summary>What one rule has to say about a case.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Finding
{
    /// <summary>The rule's id; null if no rule is about the purpose.</summary>
    public required string? Rule { get; init; }

    /// <summary>What the rule does.</summary>
    public required RuleEffect Effect { get; init; }

    /// <summary>Stable code.</summary>
    public required string Code { get; init; }

    /// <summary>True when the rule fires; false when it cannot be said whether it does.</summary>
    public required bool Certain { get; init; }

    /// <summary>The rule's source in the law; null if no rule is about the purpose.</summary>
    public required Standing? Standing { get; init; }

    /// <summary>The value compared: a fact, or a computation in words; null if it cannot be said.</summary>
    public string? Input { get; init; }

    /// <summary>Its value with the unit.</summary>
    public string? InputValue { get; init; }

    /// <summary>The limit that it was compared with, and its unit.</summary>
    public string? Limit { get; init; }

    /// <summary>The unit of both, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>The parameter from which the limit comes, or null.</summary>
    public string? Parameter { get; init; }

    /// <summary>The day from which that parameter has its value, or null.</summary>
    public LocalDate? Effective { get; init; }

    /// <summary>What is missing if it cannot be said; otherwise empty.</summary>
    public IReadOnlyList<MissingInput> Missing { get; init; } = [];

    /// <summary>In English.</summary>
    public required string Message { get; init; }

    /// <summary>In English, with what is known about each missing value of the law.</summary>
    public string Explained => string.Join(" ", new[] { Message }.Concat(Missing.Select(m => m.Why).Where(w => w is not null)));

    /// <summary>In Hindi.</summary>
    public required string MessageInHindi { get; init; }
}
