using NodaTime;
using NodaTime.Text;

namespace Ccts.Rules.Decisions;

/// <summary>Why something cannot be said.</summary>
public enum MissingKind
{
    /// <summary>The case does not state a fact.</summary>
    Fact,

    /// <summary>The law is silent, was not read, or has no value for the day.</summary>
    Parameter,

    /// <summary>The result of a computation is not exact, or is outside the calendar.</summary>
    Computation,
}

/// <summary>An input without which a condition cannot be decided.</summary>
/// <param name="Kind">What kind of input.</param>
/// <param name="Name">The fact, the parameter path, or the computation in words.</param>
/// <param name="Reason">For a parameter: why it is unknown; otherwise null.</param>
/// <param name="SettledBy">For a parameter: who could settle it; otherwise null.</param>
public sealed record MissingInput(MissingKind Kind, string Name, string? Reason = null, string? SettledBy = null)
{
    /// <summary>For a parameter that was known earlier: since when it is unknown; otherwise null.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>For a parameter, in words: until when it was known, why not since, and who can settle it; otherwise null.</summary>
    public string? Why => Reason is null ? null : (Since is { } day ? $"It is known until {LocalDatePattern.Iso.Format(day.PlusDays(-1))}. " : "") + Reason + (SettledBy is null ? "" : $" {SettledBy} can settle it.");
}
