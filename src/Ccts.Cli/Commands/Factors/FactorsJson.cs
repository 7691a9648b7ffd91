using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Cli.Commands.Factors;

/// <summary>Factors as JSON: the stable contract of <c>ccts factors --json</c>. Members may be added, never renamed or removed.</summary>
internal static class FactorsJson
{
    internal static JsonObject Write(Ruleset ruleset, FactorChoice chosen) => new()
    {
        ["ruleset"] = AssessmentJson.Ruleset(ruleset.Identity),
        ["fuels"] = Array(chosen.Fuels.Select(Fuel)),
        ["materials"] = Array(chosen.Materials.Select(Material)),
        ["gases"] = Array(chosen.Gases.Select(g => Standing(g.Value, new JsonObject { ["key"] = g.Key, ["tCO2ePerTonne"] = QuantityText.Format(g.Value.Value) }))),
        ["grid"] = Array(chosen.Grid.Select(g => Standing(g.Factor, new JsonObject { ["region"] = FactorChoice.Region, ["year"] = g.FinancialYear, ["series"] = g.Series, ["version"] = g.Version, ["dated"] = g.Dated, ["factor"] = g.Factor.Text }))),
        ["ipcc"] = Array(chosen.Ipcc.Select(f => Standing(f.Value, new JsonObject { ["key"] = f.Key, ["factor"] = f.Value.Text }))),
    };

    private static JsonObject Fuel(FuelFactor fuel) => Standing(fuel.Factor, new JsonObject
    {
        ["key"] = fuel.Key,
        ["name"] = fuel.Name,
        ["alsoCalled"] = Texts(fuel.AlsoCalled),
        ["factor"] = fuel.Factor.Text,
        ["biogenic"] = fuel.Biogenic,
        ["ipccNetCalorificValue"] = fuel.IpccNetCalorificValue?.ToString(),
        ["otherReadings"] = Array(fuel.OtherReadings.Select(r => Standing(r, new JsonObject { ["factor"] = r.Text }))),
    });

    private static JsonObject Material(MaterialFactor material) => Standing(material.Factor, new JsonObject
    {
        ["key"] = material.Key,
        ["alsoCalled"] = Texts(material.AlsoCalled),
        ["factor"] = material.Factor.Text,
    });

    private static JsonObject Standing(ILegalValue value, JsonObject row)
    {
        row["source"] = value.Standing.Source.ToString();
        row["force"] = LawWords.Of(value.Standing.Force);
        row["evidence"] = LawWords.Of(value.Standing.Evidence);
        row["note"] = value.Standing.Note;
        return row;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)JsonValue.Create(t)!)]);

    private static JsonArray Array(IEnumerable<JsonObject> rows) => new([.. rows.Cast<JsonNode>()]);
}
