using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Law;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary>Rulesets for programs.</summary>
internal static class RulesetJson
{
    internal static string KindOf(Ruleset ruleset) => ruleset.Kind == RulesetKind.Baseline ? "baseline" : "compliance-year";

    internal static JsonObject Identity(Ruleset ruleset) => new()
    {
        ["id"] = ruleset.Identity.Id,
        ["revision"] = ruleset.Identity.Revision,
        ["digest"] = ruleset.Identity.Digest,
        ["kind"] = KindOf(ruleset),
        ["force"] = LawWords.Of(ruleset.Force),
        ["year"] = ruleset.Year.ToString(),
        ["published"] = LocalDatePattern.Iso.Format(ruleset.Published),
        ["title"] = ruleset.Title,
    };

    internal static JsonObject Whole(Ruleset ruleset)
    {
        var json = Identity(ruleset);
        json["parameters"] = new JsonArray([.. ruleset.Parameters.Values.Select(p => (JsonNode)Parameter(p))]);
        return json;
    }

    /// <summary>Adds source, force, evidence and note.</summary>
    internal static JsonObject With(JsonObject json, Standing standing)
    {
        json["instrument"] = standing.Source.Instrument;
        json["clause"] = standing.Source.Clause;
        json["location"] = standing.Source.Location;
        json["force"] = LawWords.Of(standing.Force);
        json["evidence"] = LawWords.Of(standing.Evidence);
        json["note"] = standing.Note;
        return json;
    }

    private static JsonObject Parameter(Parameter parameter)
    {
        var json = new JsonObject { ["path"] = parameter.Path, ["title"] = parameter.Title };
        if (parameter.KeyName is null)
        {
            json["values"] = Values(parameter.Rows[0].Values);
            return json;
        }

        json["by"] = parameter.KeyName;
        json["table"] = new JsonObject(parameter.Rows.Select(r => new KeyValuePair<string, JsonNode?>(r.Key, Values(r.Values))));
        return json;
    }

    private static JsonArray Values(IEnumerable<DatedValue> values) => new([.. values.Select(v => (JsonNode)With(
        new JsonObject
        {
            ["from"] = LocalDatePattern.Iso.Format(v.From),
            ["to"] = v.To is { } to ? LocalDatePattern.Iso.Format(to) : null,
            ["value"] = v.Text,
            ["unit"] = v.Unit,
            ["reason"] = v.Reason,
            ["settledBy"] = v.SettledBy,
        },
        v.Standing))]);
}
