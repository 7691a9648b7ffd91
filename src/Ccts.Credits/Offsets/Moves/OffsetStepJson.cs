using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Credits.Journals;
using Ccts.Rules.Rulesets;

namespace Ccts.Credits.Offsets.Moves;

/// <summary>Steps and roles as a journal keeps them, so that what was taken under them can be judged again without the ruleset of that day.</summary>
internal static class OffsetStepJson
{
    private const string Projects = "projects", Reports = "reports", Roles = "roles", To = "to", Source = "source", Unknown = "unknown";

    internal static OffsetTransition<T> Step<T>(string key, string? to, IReadOnlyDictionary<string, T> stages, string source, string? unknown)
        where T : struct, Enum
    {
        var (from, move) = OffsetTables.StepOf(key);
        return new OffsetTransition<T>(from is null ? null : OffsetWords.Read(stages, from), OffsetWords.Read(OffsetWords.Moves, move), to is null or OffsetTables.Before ? null : OffsetWords.Read(stages, to), source, unknown);
    }

    internal static OffsetRight Role(string key, string source, string? unknown)
    {
        var (move, role) = OffsetTables.StepOf(key);
        return new OffsetRight(OffsetWords.Read(OffsetWords.Moves, move ?? ""), new OffsetRole(role), source, unknown);
    }

    internal static JsonObject Write(OffsetSteps steps) => new()
    {
        [Projects] = Steps(steps.Projects, OffsetWords.Of), [Reports] = Steps(steps.Reports, OffsetWords.Of),
        [Roles] = new JsonObject(steps.Roles.Select(r => new KeyValuePair<string, JsonNode?>($"{OffsetWords.Of(r.Move)}.{r.Role}", Members(null, r.Source, r.Unknown)))),
    };

    internal static OffsetSteps Read(JsonObject json) => new()
    {
        Projects = [.. Rows(json, Projects).Select(r => Step(r.Key, r.To, OffsetWords.Statuses, r.Source, r.Unknown))],
        Reports = [.. Rows(json, Reports).Select(r => Step(r.Key, r.To, OffsetWords.Stages, r.Source, r.Unknown))],
        Roles = [.. Rows(json, Roles).Select(r => Role(r.Key, r.Source, r.Unknown))],
    };

    /// <summary>What distinguishes these steps from all others.</summary>
    internal static string DigestOf(JsonObject json) => Digest.Of(json.ToJsonString()).Text;

    private static JsonObject Steps<T>(IEnumerable<OffsetTransition<T>> steps, Func<T, string> word)
        where T : struct, Enum => new(steps.Select(t => new KeyValuePair<string, JsonNode?>(
            (t.From is { } from ? word(from) + "." : "") + OffsetWords.Of(t.Move), Members(t.To is { } to ? word(to) : t.Unknown is null ? OffsetTables.Before : null, t.Source, t.Unknown))));

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
