namespace Ccts.Credits.Offsets.Moves;

/// <summary>A step of a project or of a report.</summary>
/// <typeparam name="TStage">What it is a step of.</typeparam>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="From">Where it begins; null: with it a project or report begins.</param>
/// <param name="Move">What happens.</param>
/// <param name="To">Where it ends; null: where it stood before it was suspended, or <paramref name="Unknown"/> says why that is unknown.</param>
/// <param name="Source">What says so, and how well that is known.</param>
/// <param name="Unknown">Why it is unknown where it ends; null where it is known. A step with such a reason is not taken.</param>
public sealed record OffsetTransition<TStage>(TStage? From, OffsetMove Move, TStage? To, string Source, string? Unknown = null)
    where TStage : class;

/// <summary>That somebody may make a move.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Move">The move.</param>
/// <param name="Role">Who may make it.</param>
/// <param name="Source">What says so, and how well that is known.</param>
/// <param name="Unknown">Why it is unknown whether the role may; null where it may.</param>
public sealed record OffsetRight(OffsetMove Move, OffsetRole Role, string Source, string? Unknown = null);
