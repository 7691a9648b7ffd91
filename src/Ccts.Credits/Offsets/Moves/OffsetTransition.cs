namespace Ccts.Credits.Offsets.Moves;

/// <summary>A step of a project or of a report.</summary>
/// <typeparam name="TStage">The type of status or stage.</typeparam>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="From">Where it begins; null where it starts a project or report.</param>
/// <param name="Move">What happens.</param>
/// <param name="To">Where it ends. Null: at the status before the suspension, or unknown for the reason in <paramref name="Unknown"/>.</param>
/// <param name="Source">What says so, and how well that is known.</param>
/// <param name="Unknown">Why its end is unknown; null where it is known. A step with such a reason cannot be taken.</param>
public sealed record OffsetTransition<TStage>(TStage? From, OffsetMove Move, TStage? To, string Source, string? Unknown = null)
    where TStage : class;

/// <summary>A permission to make a move.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Move">The move.</param>
/// <param name="Role">Who may make it.</param>
/// <param name="Source">What says so, and how well that is known.</param>
/// <param name="Unknown">Why it is unknown whether the role may make it; null where it may.</param>
public sealed record OffsetRight(OffsetMove Move, OffsetRole Role, string Source, string? Unknown = null);
