using NodaTime;
using NodaTime.Text;

namespace Ccts.Rules.Decisions;

/// <summary>Why something cannot be said.</summary>
public enum MissingKind
{
    /// <summary>The case does not state a fact.</summary>
    Fact,

    /// <summary>The law is silent, was not read, or says nothing for the day.</summary>
    Parameter,

    /// <summary>A computation cannot be held exactly, or leaves the calendar.</summary>
    Computation,
}

/// <summary>An input without which a condition cannot be decided.</summary>
/// <param name="Kind">What kind of input.</param>
/// <param name="Name">The fact, the parameter path, or the computation in words.</param>
/// <param name="Reason">For a parameter: why it is unknown; else null.</param>
/// <param name="SettledBy">For a parameter: who could settle it; else null.</param>
public sealed record MissingInput(MissingKind Kind, string Name, string? Reason = null, string? SettledBy = null)
{
    /// <summary>For a parameter that was known on the day before: since when it is not; else null.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>For a parameter, in words: until when it was known, why it is not, and who can settle it; else null.</summary>
    public string? Why => Reason is null ? null : (Since is { } day ? $"It is known until {LocalDatePattern.Iso.Format(day.PlusDays(-1))}. " : "") + Reason + (SettledBy is null ? "" : $" {SettledBy} can settle it.");
}
