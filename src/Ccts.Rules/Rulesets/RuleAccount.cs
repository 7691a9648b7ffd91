using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Sdk;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Rulesets;

/// <summary>Rules read back in plain words.</summary>
public static class RuleAccount
{
    /// <summary>A rule as a paragraph: its effect, condition, exceptions, facts, parameters and clause.</summary>
    public static string Of(Ruleset ruleset, Rule rule)
    {
        Require.NotNull(ruleset);
        Require.NotNull(rule);
        var lines = new List<string>
        {
            $"{rule.Id}: {rule.Title}.",
            $"  Asked to {PurposeWords.Of(rule.Scope.Purposes)}, {Verb(rule.Effect)} when {ConditionWords.Of(rule.When)}.",
        };
        lines.AddRange(rule.Overrides.Select(o => $"  Exception to {o}."));
        lines.AddRange(ruleset.Rules.ExceptionsTo(rule).Select(e => $"  Unless {e.Id}: {ConditionWords.Of(e.When)}."));
        lines.AddRange(rule.Facts.Select(f => $"  {f.Name}: {f.Description}"));
        lines.AddRange(rule.Parameters.Select(p => $"  [{p.Path}]: {p.Title}. {Value(ruleset, p)}"));
        lines.Add($"  Source: {rule.Standing.Source} ({LawWords.Of(rule.Standing.Force)}, {LawWords.Of(rule.Standing.Evidence)})." + (rule.Standing.Note is { } note ? " " + note : ""));
        return string.Join("\n", lines);
    }

    /// <summary>Rules as JSON: the contract of <c>ccts ruleset explain --json</c>.</summary>
    public static JsonObject Json(Ruleset ruleset, IEnumerable<Rule> rules) => new()
    {
        ["ruleset"] = AssessmentJson.Ruleset(Require.NotNull(ruleset).Identity),
        ["rules"] = new JsonArray([.. Require.Each(rules).Select(r => (JsonNode)Json(ruleset, r))]),
    };

    private static JsonObject Json(Ruleset ruleset, Rule rule) => new()
    {
        ["id"] = rule.Id,
        ["title"] = rule.Title,
        ["purposes"] = Texts(rule.Scope.Purposes.Select(PurposeWords.Of)),
        ["when"] = ConditionWords.Of(rule.When),
        ["effect"] = rule.Effect.ToString().ToLowerInvariant(),
        ["code"] = rule.Code,
        ["message"] = new JsonObject { ["en"] = rule.Message.English, ["hi"] = rule.Message.Hindi, ["hiReviewed"] = rule.Message.HindiReviewed },
        ["overrides"] = Texts(rule.Overrides),
        ["exceptions"] = Texts(ruleset.Rules.ExceptionsTo(rule).Select(e => e.Id)),
        ["facts"] = Texts(rule.Facts.Select(f => f.Name)),
        ["parameters"] = Texts(rule.Parameters.Select(p => p.Path)),
        ["clause"] = rule.Standing.Source.ToString(),
        ["force"] = LawWords.Of(rule.Standing.Force),
        ["evidence"] = LawWords.Of(rule.Standing.Evidence),
        ["note"] = rule.Standing.Note,
    };

    private static string Verb(RuleEffect effect) => effect switch
    {
        RuleEffect.Deny => "the answer is no",
        RuleEffect.Refer => "the question is referred to a person",
        RuleEffect.Warn => "a warning is given",
        _ => "it is allowed after all",
    };

    private static string Value(Ruleset ruleset, Parameter read)
    {
        var parameter = ruleset.Parameters[read.Path];
        if (parameter.KeyName is not null)
        {
            return $"A table of {parameter.Rows.Count} rows by {parameter.KeyName}.";
        }

        var value = parameter.Rows[0].Values.FirstOrDefault(v => v.AppliesOn(ruleset.Year.LastDay)) ?? parameter.Rows[0].Values[0];
        return value.IsKnown ? $"Now {value} ({value.Standing.Source})." : $"Unknown: {value.Reason} {value.SettledBy} can settle it.";
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t)!)]);
}
