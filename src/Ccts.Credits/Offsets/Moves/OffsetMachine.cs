using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Projects;
using static Ccts.Credits.Offsets.Moves.OffsetMove;
using static Ccts.Credits.Offsets.Moves.OffsetRole;

namespace Ccts.Credits.Offsets.Moves;

/// <summary>A step of a project, a report or a unit.</summary>
/// <typeparam name="TStage">What it is a step of.</typeparam>
/// <param name="From">Where it begins; null: with it a project or report begins.</param>
/// <param name="Move">What happens.</param>
/// <param name="Role">Who may do it.</param>
/// <param name="To">Where it ends; null: where it stood before it was suspended.</param>
/// <param name="Source">What says so; null where nothing that was read does.</param>
public sealed record OffsetTransition<TStage>(TStage? From, OffsetMove Move, OffsetRole Role, TStage? To, string? Source)
    where TStage : struct, Enum;

/// <summary>
/// Every step that projects, their monitoring reports and their units can take, and who may take it. What does not stand here cannot happen. The detailed
/// procedure was not read: that an agency recommends, the administrator reviews and issuance follows the committee's recommendation is known at second hand.
/// </summary>
public static class OffsetMachine
{
    private const string SecondHand = "BEE-OFFSET section A, at second hand";

    /// <summary>The steps of a project.</summary>
    public static IReadOnlyList<OffsetTransition<ProjectStatus>> Projects { get; } =
    [
        new(null, Register, Bee, ProjectStatus.Registered, null),
        .. Living.Concat([ProjectStatus.Suspended]).Select(s => new OffsetTransition<ProjectStatus>(s, Amend, Proponent, s, null)),
        new(ProjectStatus.Registered, Validate, Agency, ProjectStatus.Validated, null),
        new(ProjectStatus.Validated, Begin, Proponent, ProjectStatus.Operational, null),
        new(ProjectStatus.Operational, Renew, Bee, ProjectStatus.Operational, null),
        .. Living.Select(s => new OffsetTransition<ProjectStatus>(s, Suspend, Bee, ProjectStatus.Suspended, null)),
        new(ProjectStatus.Suspended, Resume, Bee, null, null),
        new(ProjectStatus.Operational, Complete, Proponent, ProjectStatus.Completed, null),
        .. Living.Concat([ProjectStatus.Suspended]).Select(s => new OffsetTransition<ProjectStatus>(s, Cancel, Bee, ProjectStatus.Cancelled, null)),
    ];

    /// <summary>The steps of a monitoring report, while its project is operational.</summary>
    public static IReadOnlyList<OffsetTransition<ReportStage>> Reports { get; } =
    [
        new(null, Report, Proponent, ReportStage.Filed, null),
        new(ReportStage.Filed, Verify, Agency, ReportStage.Verified, SecondHand),
        new(ReportStage.Filed, Refuse, Agency, ReportStage.Refused, null),
        new(ReportStage.Verified, Review, Bee, ReportStage.Reviewed, SecondHand),
        new(ReportStage.Verified, Return, Bee, ReportStage.Filed, null),
        new(ReportStage.Reviewed, Recommend, NscIcm, ReportStage.Recommended, SecondHand),
        new(ReportStage.Recommended, Issue, Bee, ReportStage.Issued, SecondHand),
        new(ReportStage.Issued, Issue, Bee, ReportStage.Issued, SecondHand),
    ];

    /// <summary>The steps of issued units, whatever became of the project.</summary>
    public static IReadOnlyList<OffsetTransition<OffsetUnitPlace>> Units { get; } =
    [
        new(OffsetUnitPlace.Buffer, Reverse, Bee, OffsetUnitPlace.MadeGood, null),
        new(OffsetUnitPlace.Free, Retire, OffsetRole.Registry, OffsetUnitPlace.Retired, null),
        new(OffsetUnitPlace.Free, CancelUnits, OffsetRole.Registry, OffsetUnitPlace.Cancelled, null),
    ];

    // A property, because the tables above are built before any field below them.
    private static ProjectStatus[] Living => [ProjectStatus.Registered, ProjectStatus.Validated, ProjectStatus.Operational];

    /// <summary>What a move is a step of, and who may make it.</summary>
    internal static OffsetRole RoleOf(OffsetMove move) => Projects.Select(t => (t.Move, t.Role)).Concat(Reports.Select(t => (t.Move, t.Role))).Concat(Units.Select(t => (t.Move, t.Role))).First(t => t.Move == move).Role;

    internal static bool IsOfProject(OffsetMove move) => Projects.Any(t => t.Move == move);

    internal static bool IsOfReport(OffsetMove move) => Reports.Any(t => t.Move == move);
}
