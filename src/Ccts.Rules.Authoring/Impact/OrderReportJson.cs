using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Decisions;
using Ccts.Rules.Rules;
using Ccts.Sdk;
using Ccts.Sdk.Assessments;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>A report on requests as JSON: the stable contract of <c>ccts ruleset impact --orders --json</c>.</summary>
/// <remarks>Members may be added, never renamed or removed.</remarks>
public static class OrderReportJson
{
    /// <summary>The report.</summary>
    public static JsonObject Write(OrderReport report)
    {
        Require.NotNull(report);
        return new JsonObject
        {
            ["old"] = AssessmentJson.Ruleset(report.Old),
            ["new"] = AssessmentJson.Ruleset(report.New),
            ["orders"] = report.Orders,
            ["changed"] = report.Changed,
            ["moves"] = new JsonArray([.. report.Moves
                .OrderBy(m => m.Key.Purpose).ThenBy(m => m.Key.Old).ThenBy(m => m.Key.New)
                .Select(m => (JsonNode)new JsonObject { ["purpose"] = PurposeWords.Of(m.Key.Purpose), ["from"] = Word(m.Key.Old), ["to"] = Word(m.Key.New), ["orders"] = m.Value })]),
            ["differences"] = new JsonArray([.. report.Differences.Select(d => (JsonNode)new JsonObject { ["difference"] = d.Key, ["orders"] = d.Value })]),
            ["examples"] = new JsonArray([.. report.Examples.Select(e => (JsonNode)new JsonObject
            {
                ["id"] = e.Request.Id,
                ["purpose"] = PurposeWords.Of(e.Request.Purpose),
                ["old"] = Word(e.Old),
                ["new"] = Word(e.New),
                ["differences"] = new JsonArray([.. e.Differences.Select(d => (JsonNode)d)]),
            })]),
            ["unreached"] = RulesetDiffJson.Write(report.Unreached),
        };
    }

    /// <summary>The word for an outcome in reports; without an outcome, the word for a request that could not be asked.</summary>
    public static string Word(Outcome? outcome) => outcome?.ToString().ToLowerInvariant() ?? "cannot-be-asked";
}
