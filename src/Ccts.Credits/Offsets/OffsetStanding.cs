using System.Collections.Generic;
using Ccts.Credits.Attributes;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Projects;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Offsets;

/// <summary>A crediting period.</summary>
/// <param name="From">Its first day.</param>
/// <param name="Until">Its last day; null while nobody has said.</param>
public sealed record CreditingPeriod(LocalDate From, LocalDate? Until);

/// <summary>A monitoring report as it stands.</summary>
/// <param name="Id">Its id, unique in the project.</param>
/// <param name="From">The first day that it is of.</param>
/// <param name="Until">The last.</param>
/// <param name="Claimed">Tonnes that it claims.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Verified">Tonnes that an agency verified; null while none has, or when it was sent back.</param>
/// <param name="Issued">Tonnes issued of it, the buffer's included.</param>
public sealed record OffsetReport(string Id, LocalDate From, LocalDate Until, long Claimed, ReportStage Stage, long? Verified, long Issued)
{
    /// <summary>The day on which it came to stand so.</summary>
    public LocalDate Since { get; init; }
}

/// <summary>A move that can follow, and who may make it.</summary>
/// <param name="Move">The move.</param>
/// <param name="Role">Who may make it.</param>
/// <param name="Report">Of which report; null for a move of the project or of units.</param>
/// <param name="Source">What says so, and how well that is known.</param>
public sealed record OffsetNext(OffsetMove Move, OffsetRole Role, string? Report, string Source);

/// <summary>An offset project as it stands, rebuilt from its events. Issued = free + buffer + made good + retired + cancelled, tonne for tonne.</summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the very same lists.</remarks>
public sealed record OffsetStanding
{
    /// <summary>The project: its last description, with the days of validation and verification and the agency that the events have.</summary>
    public required CarbonProject Project { get; init; }

    /// <summary>What its credits stand for.</summary>
    public required CreditType CreditType { get; init; }

    /// <summary>How far it has come.</summary>
    public required ProjectStatus Status { get; init; }

    /// <summary>The day on which it came to stand so.</summary>
    public required LocalDate Since { get; init; }

    /// <summary>Its crediting periods, in order.</summary>
    public required IReadOnlyList<CreditingPeriod> Periods { get; init; }

    /// <summary>Its monitoring reports, in the order they were filed.</summary>
    public required IReadOnlyList<OffsetReport> Reports { get; init; }

    /// <summary>Everything that happened, in order.</summary>
    public required IReadOnlyList<OffsetEvent> Events { get; init; }

    /// <summary>What can follow, by the steps that its last event was taken by.</summary>
    public required IReadOnlyList<OffsetNext> Next { get; init; }

    /// <summary>Units issued and neither kept in the buffer nor ended.</summary>
    public required IReadOnlyList<SerialBlock> FreeUnits { get; init; }

    /// <summary>Units in the buffer.</summary>
    public required IReadOnlyList<SerialBlock> BufferUnits { get; init; }

    /// <summary>Tonnes verified so far.</summary>
    public required long Verified { get; init; }

    /// <summary>Tonnes issued so far, the buffer's included.</summary>
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

    /// <summary>Tonnes reversed that nothing has made good yet.</summary>
    public long Open => Reversed - MadeGood;
}
