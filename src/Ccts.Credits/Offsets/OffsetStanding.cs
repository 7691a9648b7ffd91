using System.Collections.Generic;
using Ccts.Credits.Attributes;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Projects;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Offsets;

/// <summary>A crediting period.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day; null while it is not stated.</param>
public sealed record CreditingPeriod(LocalDate From, LocalDate? Until);

/// <summary>The current state of a monitoring report.</summary>
/// <param name="Id">Its id, unique in the project.</param>
/// <param name="From">The first day of its period.</param>
/// <param name="Until">The last day of its period.</param>
/// <param name="Claimed">Tonnes that it claims.</param>
/// <param name="Stage">Its stage.</param>
/// <param name="Verified">Tonnes that an agency verified; null before that, or when it was sent back.</param>
/// <param name="Issued">Tonnes issued for it, including those in the buffer.</param>
public sealed record OffsetReport(string Id, LocalDate From, LocalDate Until, long Claimed, ReportStage Stage, long? Verified, long Issued)
{
    /// <summary>The day on which it came to stand so.</summary>
    public LocalDate Since { get; init; }
}

/// <summary>A possible next move, and who may make it.</summary>
/// <param name="Move">The move.</param>
/// <param name="Role">Who may make it.</param>
/// <param name="Report">The report it applies to; null for a move of the project or of units.</param>
/// <param name="Source">Its source, and how certain that is.</param>
public sealed record OffsetNext(OffsetMove Move, OffsetRole Role, string? Report, string Source);

/// <summary>The current state of an offset project, rebuilt from its events. Issued = free + buffer + made good + retired + cancelled, tonne for tonne.</summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the very same lists.</remarks>
public sealed record OffsetStanding
{
    /// <summary>The project: its last description, with the validation and verification days and the agency from the events.</summary>
    public required CarbonProject Project { get; init; }

    /// <summary>The type of its credits.</summary>
    public required CreditType CreditType { get; init; }

    /// <summary>Its status.</summary>
    public required ProjectStatus Status { get; init; }

    /// <summary>The day on which it came to stand so.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>Its crediting periods, in order.</summary>
    public required IReadOnlyList<CreditingPeriod> Periods { get; init; }

    /// <summary>Its monitoring reports, in the order they were filed.</summary>
    public required IReadOnlyList<OffsetReport> Reports { get; init; }

    /// <summary>Everything that happened, in order.</summary>
    public required IReadOnlyList<OffsetEvent> Events { get; init; }

    /// <summary>The possible next moves, by the steps in force at its last event.</summary>
    public required IReadOnlyList<OffsetNext> Next { get; init; }

    /// <summary>Units issued that are neither in the buffer nor ended.</summary>
    public required IReadOnlyList<SerialBlock> FreeUnits { get; init; }

    /// <summary>Units in the buffer.</summary>
    public required IReadOnlyList<SerialBlock> BufferUnits { get; init; }

    /// <summary>Tonnes verified so far.</summary>
    public required long Verified { get; init; }

    /// <summary>Tonnes issued so far, including those in the buffer.</summary>
    public required long Issued { get; init; }

    /// <summary>Tonnes of <see cref="FreeUnits"/>.</summary>
    public required long Free { get; init; }

    /// <summary>Tonnes of <see cref="BufferUnits"/>.</summary>
    public required long Buffer { get; init; }

    /// <summary>Tonnes reversed.</summary>
    public required long Reversed { get; init; }

    /// <summary>Tonnes of the buffer cancelled for reversals.</summary>
    public required long MadeGood { get; init; }

    /// <summary>Tonnes retired.</summary>
    public required long Retired { get; init; }

    /// <summary>Tonnes cancelled.</summary>
    public required long Cancelled { get; init; }

    /// <summary>Tonnes reversed that have not been made good yet.</summary>
    public long Open => Reversed - MadeGood;
}
