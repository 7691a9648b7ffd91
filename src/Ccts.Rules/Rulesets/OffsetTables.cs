using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law.Parameters;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rulesets;

/// <summary>
/// The procedure of the offset mechanism as tables of a ruleset: where each step leads, who may take it, and within how many days. A step is written
/// <c>stage.move</c>, or <c>move</c> alone if a project or a report begins with it. A ruleset may have its own stages and moves between those that the
/// machine knows: such a move only leads from one stage to the next, and such a stage can be reached and left.
/// </summary>
public static class OffsetTables
{
    /// <summary>Where each step of a project leads: the table <c>offset.project-steps</c> of stages.</summary>
    public const string ProjectSteps = "offset.project-steps";

    /// <summary>Where each step of a monitoring report leads: the table <c>offset.report-steps</c> of stages.</summary>
    public const string ReportSteps = "offset.report-steps";

    /// <summary>Who may make a move: the table <c>offset.roles</c>, keyed <c>move.role</c>, of statements.</summary>
    public const string Roles = "offset.roles";

    /// <summary>Within how many days of the step before it a step follows: the table <c>offset.days</c>.</summary>
    public const string Days = "offset.days";

    /// <summary>The word for a step that leads back to the stage before the suspension.</summary>
    public const string Before = "before";

    /// <summary>The stages of a project that the machine knows.</summary>
    public static IReadOnlyList<string> ProjectStages { get; } = ["registered", "validated", "operational", "completed", "suspended", "cancelled"];

    /// <summary>The moves of a project that the machine knows; a project begins with the first.</summary>
    public static IReadOnlyList<string> ProjectMoves { get; } = ["register", "amend", "validate", "begin", "renew", "suspend", "resume", "complete", "cancel"];

    /// <summary>The stages of a monitoring report that the machine knows.</summary>
    public static IReadOnlyList<string> ReportStages { get; } = ["filed", "refused", "verified", "reviewed", "recommended", "issued"];

    /// <summary>The moves of a monitoring report that the machine knows; a report begins with the first.</summary>
    public static IReadOnlyList<string> ReportMoves { get; } = ["report", "verify", "refuse", "review", "return", "recommend", "issue"];

    /// <summary>The moves of issued units.</summary>
    public static IReadOnlyList<string> UnitMoves { get; } = ["reverse", "retire", "cancel-units"];

    /// <summary>The stage and the move of a step; the stage is null for a move that begins something.</summary>
    public static (string? Stage, string Move) StepOf(string key) => Require.NotNull(key).IndexOf('.') is var dot and >= 0 ? (key.Substring(0, dot), key.Substring(dot + 1)) : (null, key);

    /// <summary>Reports steps that the machine cannot make, because they would silently never be taken.</summary>
    internal static void Check(IReadOnlyDictionary<string, Parameter> parameters, ProblemList problems)
    {
        var (projects, reports, roles) = (Rows(parameters, ProjectSteps, ParameterUnit.Word, problems), Rows(parameters, ReportSteps, ParameterUnit.Word, problems), Rows(parameters, Roles, ParameterUnit.Statement, problems));
        var actors = new HashSet<string>(roles.Select(r => StepOf(r.Key).Stage ?? ""), StringComparer.Ordinal);
        var ownOfProjects = OwnMoves(projects);
        List<string> ownOfReports = [.. OwnMoves(reports).Except(ownOfProjects, StringComparer.Ordinal)];
        CheckSteps(projects, parameters, ProjectSteps, ProjectStages, ProjectMoves, [.. ownOfProjects.Where(actors.Contains)], problems);
        CheckSteps(reports, parameters, ReportSteps, ReportStages, ReportMoves, [.. ownOfReports.Where(actors.Contains)], problems);
        string[] moves = [.. ProjectMoves, .. ReportMoves, .. UnitMoves, .. ownOfProjects, .. ownOfReports];
        foreach (var row in roles)
        {
            var (move, role) = StepOf(row.Key);
            Expect(move is not null && moves.Contains(move, StringComparer.Ordinal) && IsWord(role), parameters[Roles].Place, Roles, row.Key, "a move, a dot and a role such as validate.agency", problems, move, moves);
        }

        var steps = new HashSet<string>(projects.Concat(reports).Select(r => r.Key), StringComparer.Ordinal);
        foreach (var row in Rows(parameters, Days, ParameterUnit.Days, problems))
        {
            Expect(StepOf(row.Key).Stage is not null && (steps.Contains(row.Key) || IsStep(row.Key, ProjectStages, ProjectMoves) || IsStep(row.Key, ReportStages, ReportMoves)), parameters[Days].Place, Days, row.Key, "a stage, a dot and a move such as filed.verify", problems);
        }
    }

    private static List<string> OwnMoves(IEnumerable<ParameterRow> rows) =>
        [.. rows.Select(r => StepOf(r.Key)).Where(s => s.Stage is not null && IsWord(s.Move)).Select(s => s.Move).Except([.. ProjectMoves, .. ReportMoves, .. UnitMoves], StringComparer.Ordinal)];

    private static void CheckSteps(IEnumerable<ParameterRow> rows, IReadOnlyDictionary<string, Parameter> parameters, string path, IReadOnlyList<string> stages, IReadOnlyList<string> moves, IReadOnlyList<string> own, ProblemList problems)
    {
        // A ruleset's own stage needs a step that leads to it and a step that leads on; anything else is a mistake.
        List<ParameterRow> steps = [.. rows];
        var left = new HashSet<string>(steps.Select(r => StepOf(r.Key).Stage).OfType<string>().Where(IsWord), StringComparer.Ordinal);
        var reached = new HashSet<string>(steps.SelectMany(r => r.Values).Select(v => v.Text).OfType<string>(), StringComparer.Ordinal);
        string[] from = [.. stages, .. left.Where(s => s != Before && reached.Contains(s))], all = [.. moves, .. own];
        foreach (var row in steps)
        {
            Expect(IsStep(row.Key, from, all), parameters[path].Place, path, row.Key, $"a stage, a dot and a move, or {moves[0]} alone; stages: {string.Join(", ", from.Distinct(StringComparer.Ordinal))}, or one that another step leads to; moves: {string.Join(", ", all)}, or one that \"{Roles}\" gives to somebody", problems, StepOf(row.Key).Move, moves);
            foreach (var value in row.Values.Where(v => v.Text is { } to && !from.Contains(to, StringComparer.Ordinal) && !(to == Before && StepOf(row.Key).Stage == "suspended")))
            {
                problems.Error("bad-parameter", value.Place, $"\"{row.Key}\" of \"{path}\" leads to \"{value.Text}\".", string.Join(", ", from.Distinct(StringComparer.Ordinal)) + ", a stage that another step leads on from, or before for a step of what is suspended", problems.Nearest(value.Text!, stages));
            }
        }
    }

    private static IEnumerable<ParameterRow> Rows(IReadOnlyDictionary<string, Parameter> parameters, string path, string unit, ProblemList problems)
    {
        if (!parameters.TryGetValue(path, out var table) || table.IsBroken)
        {
            return [];
        }

        if (table.KeyName is null || table.Rows.SelectMany(r => r.Values).Any(v => v.Unit != unit))
        {
            problems.Error("bad-parameter", table.Place, $"\"{path}\" is not a table in the unit \"{unit}\".", $"\"by\" and \"table\", with values in the unit \"{unit}\"");
            return [];
        }

        return table.Rows;
    }

    private static bool IsWord(string word) => word.Length > 0 && word.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private static bool IsStep(string key, IReadOnlyList<string> stages, IReadOnlyList<string> moves) =>
        StepOf(key) is var (stage, move) && moves.Contains(move, StringComparer.Ordinal) && (stage is null) == (move == moves[0]) && (stage is null || stages.Contains(stage, StringComparer.Ordinal));

    private static void Expect(bool isRight, SourcePlace place, string path, string key, string expected, ProblemList problems, string? word = null, IReadOnlyList<string>? known = null)
    {
        if (!isRight)
        {
            problems.Error("bad-parameter", place, $"\"{ShownText.Short(key)}\" is no row of \"{path}\".", expected, word is null || known is null ? null : problems.Nearest(word, known));
        }
    }
}
