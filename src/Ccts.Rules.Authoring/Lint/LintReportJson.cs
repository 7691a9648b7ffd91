using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>A lint report as JSON: the stable contract of <c>ccts ruleset lint --json</c>.</summary>
/// <remarks>Members may be added, never renamed or removed.</remarks>
public static class LintReportJson
{
    /// <summary>The report.</summary>
    public static JsonObject Write(LintReport report)
    {
        Require.NotNull(report);
        return new JsonObject
        {
            ["ruleset"] = AssessmentJson.Ruleset(report.Ruleset),
            ["clean"] = report.IsClean,
            ["findings"] = new JsonArray([.. report.Findings.Select(f => (JsonNode)ProblemJson.Write(f, withPosition: true))]),
            ["evidence"] = new JsonArray([.. report.Evidence.Select(Write)]),
        };
    }

    private static JsonNode Write(EvidenceCount count) => new JsonObject
    {
        ["what"] = count.What,
        ["force"] = LawWords.Of(count.Force),
        ["evidence"] = LawWords.Of(count.Evidence),
        ["count"] = count.Count,
    };
}
