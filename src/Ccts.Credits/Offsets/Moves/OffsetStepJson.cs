using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Credits.Journals;
using Ccts.Credits.Projects;
using Ccts.Rules.Rulesets;

namespace Ccts.Credits.Offsets.Moves;

/// <summary>Steps and roles as JSON for the journal, so that past events can be judged again without the ruleset of their day.</summary>
internal static class OffsetStepJson
{
    private const string Projects = "projects", Reports = "reports", Roles = "roles", To = "to", Source = "source", Unknown = "unknown";

    internal static OffsetTransition<T> Step<T>(string key, string? to, Func<string, T> stage, string source, string? unknown)
        where T : class
    {
        var (from, move) = OffsetTables.StepOf(key);
        return new OffsetTransition<T>(from is null ? null : stage(from), new OffsetMove(move), to is null or OffsetTables.Before ? null : stage(to), source, unknown);
    }

    internal static OffsetRight Role(string key, string source, string? unknown)
    {
        var (move, role) = OffsetTables.StepOf(key);
        return new OffsetRight(new OffsetMove(move ?? throw new FormatException($"\"{key}\" is no move and role.")), new OffsetRole(role), source, unknown);
    }

    internal static JsonObject Write(OffsetSteps steps) => new()
    {
        [Projects] = Steps(steps.Projects), [Reports] = Steps(steps.Reports),
        [Roles] = new JsonObject(steps.Roles.Select(r => new KeyValuePair<string, JsonNode?>($"{r.Move}.{r.Role}", Members(null, r.Source, r.Unknown)))),
    };

    internal static OffsetSteps Read(JsonObject json) => new()
    {
        Projects = [.. Rows(json, Projects).Select(r => Step(r.Key, r.To, w => new ProjectStatus(w), r.Source, r.Unknown))],
        Reports = [.. Rows(json, Reports).Select(r => Step(r.Key, r.To, w => new ReportStage(w), r.Source, r.Unknown))],
        Roles = [.. Rows(json, Roles).Select(r => Role(r.Key, r.Source, r.Unknown))],
    };

    /// <summary>What distinguishes these steps from all others.</summary>
    internal static string DigestOf(JsonObject json) => Digest.Of(json.ToJsonString()).Text;

    private static JsonObject Steps<T>(IEnumerable<OffsetTransition<T>> steps)
        where T : class => new(steps.Select(t => new KeyValuePair<string, JsonNode?>(
            (t.From is { } from ? from + "." : "") + t.Move, Members(t.To is { } to ? to.ToString() : t.Unknown is null ? OffsetTables.Before : null, t.Source, t.Unknown))));

    private static JsonObject Members(string? to, string source, string? unknown)
    {
        var members = new JsonObject();
        foreach (var (name, value) in new[] { (To, to), (Source, source), (Unknown, unknown) })
        {
            if (value is not null)
            {
                members[name] = JsonValue.Create(value);
            }
        }

        return members;
    }

    private static IEnumerable<(string Key, string? To, string Source, string? Unknown)> Rows(JsonObject json, string table) =>
        (json[table] as JsonObject ?? throw new FormatException($"The procedure lacks \"{table}\".")).Select(r => (r.Key, Text(r.Value, To), Text(r.Value, Source) ?? "", Text(r.Value, Unknown)));

    private static string? Text(JsonNode? row, string name) => row?[name]?.GetValue<string>();
}
