using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Projects;
using Ccts.Rules.Rulesets;

namespace Ccts.Credits.Offsets.Moves;

/// <summary>Moves and stages of offset projects as files and commands write them: <c>cancel-units</c>, <c>made-good</c>.</summary>
public static class OffsetWords
{
    /// <summary>Every move by its word.</summary>
    public static IReadOnlyDictionary<string, OffsetMove> Moves { get; } = KebabWords.All<OffsetMove>();

    /// <summary>Every status of a project by its word.</summary>
    public static IReadOnlyDictionary<string, ProjectStatus> Statuses { get; } = KebabWords.All<ProjectStatus>();

    /// <summary>Every stage of a report by its word.</summary>
    public static IReadOnlyDictionary<string, ReportStage> Stages { get; } = KebabWords.All<ReportStage>();

    /// <summary>The word of a move.</summary>
    public static string Of(OffsetMove move) => KebabWords.Of(move.ToString());

    /// <summary>The word of a project's status.</summary>
    public static string Of(ProjectStatus status) => KebabWords.Of(status.ToString());

    /// <summary>The word of a report's stage.</summary>
    public static string Of(ReportStage stage) => KebabWords.Of(stage.ToString());

    /// <summary>The word of a place of units.</summary>
    public static string Of(OffsetUnitPlace place) => KebabWords.Of(place.ToString());

    internal static T Read<T>(IReadOnlyDictionary<string, T> words, string word) =>
        words.TryGetValue(word, out var value) ? value : throw new FormatException($"\"{word}\" is none of {string.Join(", ", words.Keys)}.");

    /// <summary>Whether a move is a project's, and not a report's or a unit's.</summary>
    internal static bool IsOfProject(OffsetMove move) => OffsetTables.ProjectMoves.Contains(Of(move), StringComparer.Ordinal);

    internal static bool IsOfReport(OffsetMove move) => OffsetTables.ReportMoves.Contains(Of(move), StringComparer.Ordinal);
}
