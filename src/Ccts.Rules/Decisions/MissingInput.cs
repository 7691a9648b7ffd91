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
public sealed record MissingInput(MissingKind Kind, string Name, string? Reason = null, string? SettledBy = null);
