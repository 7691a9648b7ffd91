using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Sdk;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Diff;

/// <summary>A comparison as JSON: the stable contract of <c>ccts ruleset diff --json</c>.</summary>
/// <remarks>Members may be added, never renamed or removed.</remarks>
public static class RulesetDiffJson
{
    /// <summary>The comparison.</summary>
    public static JsonObject Write(RulesetDiff diff)
    {
        Require.NotNull(diff);
        return new JsonObject
        {
            ["old"] = AssessmentJson.Ruleset(diff.Old),
            ["new"] = AssessmentJson.Ruleset(diff.New),
            ["values"] = Array(diff.Values.Select(Write)),
            ["rules"] = Array(diff.Rules.Select(Write)),
            ["targets"] = Array(diff.Targets.Select(Write)),
            ["cases"] = Array(diff.Cases.Select(Write)),
            ["entries"] = Write(diff.Entries),
        };
    }

    private static JsonObject Write(ValueChange change) => new()
    {
        ["path"] = change.Path,
        ["title"] = change.Title,
        ["old"] = change.Old,
        ["new"] = change.New,
        ["percent"] = change.Percent is { } percent ? QuantityText.Format(percent) : null,
        ["oldStanding"] = Write(change.OldStanding),
        ["newStanding"] = Write(change.NewStanding),
    };

    private static JsonObject? Write(Standing? standing) => standing is null ? null : new JsonObject
    {
        ["clause"] = standing.Source.ToString(),
        ["force"] = LawWords.Of(standing.Force),
        ["evidence"] = LawWords.Of(standing.Evidence),
    };

    private static JsonObject Write(RuleChange change) => new()
    {
        ["rule"] = change.Rule,
        ["title"] = change.Title,
        ["kind"] = change.Kind.ToString().ToLowerInvariant(),
        ["changes"] = Texts(change.Changes),
    };

    private static JsonObject Write(TargetChange change) => new()
    {
        ["sector"] = change.Sector,
        ["added"] = change.Added,
        ["removed"] = change.Removed,
        ["changed"] = change.Changed,
        ["tonnesAtBaselineOutput"] = change.Tonnes.ToString(),
        ["withoutOutput"] = change.WithoutOutput,
        ["hadNoTarget"] = change.HadNoTarget,
        ["haveNoTarget"] = change.HaveNoTarget,
    };

    /// <summary>The entries alone.</summary>
    public static JsonArray Write(IReadOnlyList<EntryChange> entries) => Array(Require.Each(entries).Select(Write));

    private static JsonObject Write(EntryChange change) => new()
    {
        ["file"] = change.File,
        ["entry"] = change.Entry,
        ["old"] = change.Old,
        ["new"] = change.New,
        ["line"] = change.Place.Line,
    };

    private static JsonObject Write(CaseChange change) => new()
    {
        ["name"] = change.Name,
        ["old"] = change.Old.ToString().ToLowerInvariant(),
        ["new"] = change.New?.ToString().ToLowerInvariant(),
        ["differences"] = Texts(change.Differences),
    };

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t)!)]);
}
