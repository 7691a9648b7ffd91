using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Sdk;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;
using NodaTime.Text;

namespace Ccts.Rules.Decisions;

/// <summary>A decision as JSON: the stable contract of <c>ccts decide --json</c>.</summary>
/// <remarks>Members may be added, never renamed or removed. Amounts are <c>"value unit"</c> text.</remarks>
public static class DecisionJson
{
    /// <summary>The decision; with <paramref name="explain"/> every rule about the purpose and each of its conditions.</summary>
    public static JsonObject Write(ReasonedDecision decision, bool explain = false)
    {
        Require.NotNull(decision);
        var json = new JsonObject
        {
            ["id"] = decision.Request.Id,
            ["outcome"] = decision.Outcome.ToString().ToLowerInvariant(),
            ["purpose"] = PurposeWords.Of(decision.Request.Purpose),
            ["year"] = decision.Request.Year.ToString(),
            ["date"] = LocalDatePattern.Iso.Format(decision.Request.Date),
            ["ruleset"] = AssessmentJson.Ruleset(decision.Ruleset),
            ["findings"] = Array(decision.Findings.Select(Write)),
            ["assumptions"] = Array(Assumption.Of(decision).Select(Write)),
        };
        if (explain)
        {
            json["rules"] = Array(decision.Rules.Select(Write));
        }

        return json;
    }

    private static JsonObject Write(Finding finding) => new()
    {
        ["rule"] = finding.Rule,
        ["effect"] = finding.Effect.ToString().ToLowerInvariant(),
        ["code"] = finding.Code,
        ["certain"] = finding.Certain,
        ["clause"] = finding.Standing?.Source.ToString(),
        ["force"] = finding.Standing is { } standing ? LawWords.Of(standing.Force) : null,
        ["evidence"] = finding.Standing is { } known ? LawWords.Of(known.Evidence) : null,
        ["input"] = finding.Input,
        ["value"] = finding.InputValue,
        ["limit"] = finding.Limit,
        ["unit"] = finding.Unit,
        ["parameter"] = finding.Parameter,
        ["effective"] = finding.Effective is { } day ? LocalDatePattern.Iso.Format(day) : null,
        ["missing"] = Array(finding.Missing.Select(Write)),
        ["message"] = new JsonObject { ["en"] = finding.Message, ["hi"] = finding.MessageInHindi },
    };

    private static JsonObject Write(MissingInput missing) => new()
    {
        ["kind"] = missing.Kind.ToString().ToLowerInvariant(),
        ["name"] = missing.Name,
        ["reason"] = missing.Reason,
        ["settledBy"] = missing.SettledBy,
    };

    private static JsonObject Write(Assumption leaned) => new()
    {
        ["rule"] = leaned.Rule,
        ["parameter"] = leaned.Parameter,
        ["clause"] = leaned.Standing.Source.ToString(),
        ["force"] = LawWords.Of(leaned.Standing.Force),
        ["evidence"] = LawWords.Of(leaned.Standing.Evidence),
        ["note"] = leaned.Standing.Note,
    };

    private static JsonObject Write(RuleTrace trace) => new()
    {
        ["rule"] = trace.Rule.Id,
        ["title"] = trace.Rule.Title,
        ["fires"] = Word(trace.Verdict),
        ["setAsideBy"] = Array(trace.Exceptions.Select(e => (JsonNode)JsonValue.Create(e.Rule.Id)!)),
        ["when"] = Write(trace.When),
    };

    private static JsonObject Write(ConditionTrace trace)
    {
        var json = new JsonObject { ["condition"] = ConditionWords.Of(trace.Condition), ["verdict"] = Word(trace.Verdict) };
        if (trace.Inputs.Count > 0)
        {
            json["inputs"] = Array(trace.Inputs.Select(i => new JsonObject
            {
                ["name"] = ConditionWords.Of(i.Operand),
                ["value"] = i.Value?.Shown,
                ["missing"] = Array(i.Missing.Select(Write)),
            }));
        }

        if (trace.Parts.Count > 0)
        {
            json["parts"] = Array(trace.Parts.Select(Write));
        }

        return json;
    }

    /// <summary>The word of a verdict in accounts.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "yes",
        Verdict.Fail => "no",
        _ => "cannot-say",
    };

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
