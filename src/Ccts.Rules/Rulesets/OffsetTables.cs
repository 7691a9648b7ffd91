using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Law.Parameters;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Rulesets;

/// <summary>
/// The procedure of the offset mechanism as tables of a ruleset: which step leads where, who may take it, and within how many days. A step is written
/// <c>stage.move</c>, or <c>move</c> alone where with it a project or a report begins.
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

    /// <summary>The stage of a step that leads back to where the project stood before it was suspended.</summary>
    public const string Before = "before";

    /// <summary>The stages of a project.</summary>
    public static IReadOnlyList<string> ProjectStages { get; } = ["registered", "validated", "operational", "completed", "suspended", "cancelled"];

    /// <summary>The moves of a project; with the first it begins.</summary>
    public static IReadOnlyList<string> ProjectMoves { get; } = ["register", "amend", "validate", "begin", "renew", "suspend", "resume", "complete", "cancel"];

    /// <summary>The stages of a monitoring report.</summary>
    public static IReadOnlyList<string> ReportStages { get; } = ["filed", "refused", "verified", "reviewed", "recommended", "issued"];

    /// <summary>The moves of a monitoring report; with the first it begins.</summary>
    public static IReadOnlyList<string> ReportMoves { get; } = ["report", "verify", "refuse", "review", "return", "recommend", "issue"];

    /// <summary>The moves of issued units.</summary>
    public static IReadOnlyList<string> UnitMoves { get; } = ["reverse", "retire", "cancel-units"];

    /// <summary>The stage and the move of a step; the stage is null where with the move something begins.</summary>
    public static (string? Stage, string Move) StepOf(string key) => Require.NotNull(key).IndexOf('.') is var dot and >= 0 ? (key.Substring(0, dot), key.Substring(dot + 1)) : (null, key);

    /// <summary>A step that the product cannot make would silently never be taken.</summary>
    internal static void Check(IReadOnlyDictionary<string, Parameter> parameters, ProblemList problems)
    {
        CheckSteps(parameters, ProjectSteps, ProjectStages, ProjectMoves, problems);
        CheckSteps(parameters, ReportSteps, ReportStages, ReportMoves, problems);
        foreach (var row in Rows(parameters, Roles, ParameterUnit.Statement, problems))
        {
            var (move, role) = StepOf(row.Key);
            string[] moves = [.. ProjectMoves, .. ReportMoves, .. UnitMoves];
            Expect(move is not null && moves.Contains(move, StringComparer.Ordinal) && role.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-') && role.Length > 0, parameters[Roles].Place, Roles, row.Key, "a move, a dot and a role such as validate.agency", problems, move, moves);
        }

        foreach (var row in Rows(parameters, Days, ParameterUnit.Days, problems))
        {
            Expect(StepOf(row.Key).Stage is not null && (IsStep(row.Key, ProjectStages, ProjectMoves) || IsStep(row.Key, ReportStages, ReportMoves)), parameters[Days].Place, Days, row.Key, "a stage, a dot and a move such as filed.verify", problems);
        }
    }

    private static void CheckSteps(IReadOnlyDictionary<string, Parameter> parameters, string path, IReadOnlyList<string> stages, IReadOnlyList<string> moves, ProblemList problems)
    {
        foreach (var row in Rows(parameters, path, ParameterUnit.Word, problems))
        {
            Expect(IsStep(row.Key, stages, moves), parameters[path].Place, path, row.Key, $"a stage, a dot and a move, or {moves[0]} alone; stages: {string.Join(", ", stages)}; moves: {string.Join(", ", moves)}", problems, StepOf(row.Key).Move, moves);
            foreach (var value in row.Values.Where(v => v.Text is { } to && !stages.Contains(to, StringComparer.Ordinal) && !(to == Before && StepOf(row.Key).Stage == "suspended")))
            {
                problems.Error("bad-parameter", value.Place, $"\"{row.Key}\" of \"{path}\" leads to \"{value.Text}\".", string.Join(", ", stages) + ", or before for a step of what is suspended", problems.Nearest(value.Text!, stages));
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
