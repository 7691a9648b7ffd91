using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Authoring.Schedules;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Targets;

/// <summary>The result of an import for programs.</summary>
internal static class TargetsImportJson
{
    internal static JsonObject Write(ImportedSchedule schedule, Ruleset ruleset, bool withText)
    {
        var json = new JsonObject
        {
            ["ok"] = true,
            ["ruleset"] = new JsonObject { ["id"] = ruleset.Identity.Id, ["revision"] = ruleset.Identity.Revision, ["digest"] = ruleset.Identity.Digest },
            ["complianceYear"] = schedule.Year.ToString(),
            ["file"] = schedule.FileName,
            ["rows"] = schedule.Count,
            ["withTarget"] = schedule.WithTarget,
            ["remarks"] = new JsonArray([.. schedule.Remarks.Select(r => (JsonNode)ProblemJson.Write(r, withPosition: true))]),
        };
        if (withText)
        {
            json["targetsCsv"] = schedule.TargetsCsv;
        }

        return json;
    }
}
