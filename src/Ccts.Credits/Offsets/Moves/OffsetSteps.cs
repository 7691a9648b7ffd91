using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Projects;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;
using Ccts.Sdk.Law;
using NodaTime;

namespace Ccts.Credits.Offsets.Moves;

/// <summary>
/// All permitted steps of projects and their monitoring reports, and who may make which move, from a ruleset (<see cref="OffsetTables"/>). Any
/// other step is refused. The SDK defines what a move does to units and tonnes; the ruleset defines the order of moves and who makes them.
/// </summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the very same lists.</remarks>
public sealed record OffsetSteps
{
    /// <summary>The steps of a project.</summary>
    public IReadOnlyList<OffsetTransition<ProjectStatus>> Projects { get; init; } = [];

    /// <summary>The steps of a monitoring report, while its project is operational.</summary>
    public IReadOnlyList<OffsetTransition<ReportStage>> Reports { get; init; } = [];

    /// <summary>Who may make which move. This includes moves of units, which can be reversed, retired and cancelled at any status of the project.</summary>
    public IReadOnlyList<OffsetRight> Roles { get; init; } = [];

    /// <summary>The steps of a ruleset on a day; none where it has no such tables.</summary>
    /// <param name="ruleset">The year's ruleset.</param>
    /// <param name="day">The day.</param>
    public static OffsetSteps Of(Ruleset ruleset, LocalDate day)
    {
        var parameters = Require.NotNull(ruleset).Parameters;
        IEnumerable<(string Key, DatedValue Value)> Rows(string path) => parameters.TryGetValue(path, out var table)
            ? table.Rows.Select(r => (r.Key, Value: table.On(day, r.Key)!)).Where(r => r.Value is not null) : [];
        return new OffsetSteps
        {
            Projects = [.. Rows(OffsetTables.ProjectSteps).Select(r => OffsetStepJson.Step(r.Key, r.Value.Text, w => new ProjectStatus(w), SourceOf(r.Value), r.Value.Reason))],
            Reports = [.. Rows(OffsetTables.ReportSteps).Select(r => OffsetStepJson.Step(r.Key, r.Value.Text, w => new ReportStage(w), SourceOf(r.Value), r.Value.Reason))],
            Roles = [.. Rows(OffsetTables.Roles).Select(r => OffsetStepJson.Role(r.Key, SourceOf(r.Value), r.Value.Reason))],
        };
    }

    /// <summary>Who may make a move.</summary>
    public IReadOnlyList<OffsetRole> RolesOf(OffsetMove move) => Roles.Where(r => r.Move == move && r.Unknown is null).Select(r => r.Role).ToList();

    /// <summary>Whether a move applies to a project, not to a report or units.</summary>
    internal bool IsOfProject(OffsetMove move) => OffsetTables.ProjectMoves.Contains(move.Word, StringComparer.Ordinal) || (!OffsetMove.Known.Contains(move) && Projects.Any(t => t.Move == move));

    internal bool IsOfReport(OffsetMove move) => OffsetTables.ReportMoves.Contains(move.Word, StringComparer.Ordinal) || (!OffsetMove.Known.Contains(move) && Reports.Any(t => t.Move == move));

    internal static bool IsOfUnits(OffsetMove move) => OffsetTables.UnitMoves.Contains(move.Word, StringComparer.Ordinal);

    internal OffsetTransition<ProjectStatus>? Of(ProjectStatus? from, OffsetMove move) => Projects.FirstOrDefault(t => t.From == from && t.Move == move);

    internal OffsetTransition<ReportStage>? Of(ReportStage? from, OffsetMove move) => Reports.FirstOrDefault(t => t.From == from && t.Move == move);

    private static string SourceOf(DatedValue value) => $"{value.Standing.Source}, {LawWords.Of(value.Standing.Evidence)}";
}
