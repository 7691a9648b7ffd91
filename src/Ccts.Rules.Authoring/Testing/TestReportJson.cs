using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk;
using Ccts.Sdk.Assessments;

namespace Ccts.Rules.Authoring.Testing;

/// <summary>A test report as JSON: the stable contract of <c>ccts ruleset test --json</c>.</summary>
/// <remarks>Members may be added, never renamed or removed.</remarks>
public static class TestReportJson
{
    /// <summary>The report.</summary>
    public static JsonObject Write(TestReport report)
    {
        Require.NotNull(report);
        return new JsonObject
        {
            ["ruleset"] = AssessmentJson.Ruleset(report.Ruleset),
            ["passed"] = report.Passed,
            ["cases"] = report.Results.Count + report.Figures.Count,
            ["failed"] = report.Results.Count(r => !r.Passed) + report.Figures.Count(f => !f.Passed),
            ["results"] = new JsonArray([.. report.Results.Select(Write)]),
            ["figures"] = new JsonArray([.. report.Figures.Select(Write)]),
            ["coverage"] = new JsonObject
            {
                ["complete"] = report.Coverage.IsComplete,
                ["rules"] = report.Coverage.Rules,
                ["branches"] = report.Coverage.Branches,
                ["rows"] = report.Coverage.Rows,
                ["rulesThatNeverFired"] = Texts(report.Coverage.RulesThatNeverFired),
                ["rulesThatAlwaysFired"] = Texts(report.Coverage.RulesThatAlwaysFired),
                ["branchesNotReached"] = Texts(report.Coverage.BranchesNotReached),
                ["rowsNotLookedUp"] = Texts(report.Coverage.RowsNotLookedUp),
                ["dormantRules"] = Texts(report.Coverage.DormantRules),
            },
        };
    }

    private static JsonObject Write(CaseResult result) => new()
    {
        ["name"] = result.Case.Name,
        ["file"] = result.Case.Place.File,
        ["line"] = result.Case.Place.Line,
        ["passed"] = result.Passed,
        ["outcome"] = result.Decision.Outcome.ToString().ToLowerInvariant(),
        ["differences"] = Texts(result.Differences),
    };

    private static JsonObject Write(FigureResult result) => new()
    {
        ["name"] = result.Case.Name,
        ["clause"] = result.Case.Clause,
        ["file"] = result.Case.Place.File,
        ["line"] = result.Case.Place.Line,
        ["passed"] = result.Passed,
        ["differences"] = Texts(result.Differences),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t)!)]);
}
