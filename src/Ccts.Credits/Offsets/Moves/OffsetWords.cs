using System.Collections.Generic;
using Ccts.Credits.Projects;

namespace Ccts.Credits.Offsets.Moves;

/// <summary>Roles, moves and stages of offset projects as files and commands write them: <c>nsc-icm</c>, <c>cancel-units</c>, <c>made-good</c>.</summary>
public static class OffsetWords
{
    /// <summary>Every role by its word.</summary>
    public static IReadOnlyDictionary<string, OffsetRole> Roles { get; } = KebabWords.All<OffsetRole>();

    /// <summary>Every move by its word.</summary>
    public static IReadOnlyDictionary<string, OffsetMove> Moves { get; } = KebabWords.All<OffsetMove>();

    /// <summary>The word of a role.</summary>
    public static string Of(OffsetRole role) => KebabWords.Of(role.ToString());

    /// <summary>The word of a move.</summary>
    public static string Of(OffsetMove move) => KebabWords.Of(move.ToString());

    /// <summary>The word of a project's status.</summary>
    public static string Of(ProjectStatus status) => KebabWords.Of(status.ToString());

    /// <summary>The word of a report's stage.</summary>
    public static string Of(ReportStage stage) => KebabWords.Of(stage.ToString());

    /// <summary>The word of a place of units.</summary>
    public static string Of(OffsetUnitPlace place) => KebabWords.Of(place.ToString());
}
