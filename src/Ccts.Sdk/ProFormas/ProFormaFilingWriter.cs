using System.Text.Json.Nodes;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>Writes a filing in its canonical form: every figure in the unit of its field, fields in the order of the form, only stated values.</summary>
public static class ProFormaFilingWriter
{
    /// <summary>The filing as JSON that <see cref="ProFormaFilingReader"/> reads back.</summary>
    /// <param name="filing">The filing.</param>
    /// <param name="form">The form it is of.</param>
    public static JsonObject ToJson(ProFormaFiling filing, ProForma form)
    {
        Require.NotNull(filing);
        Require.NotNull(form);
        var json = new JsonObject { ["format"] = ProFormaFilingReader.Format, ["proForma"] = form.Id, ["name"] = filing.Name };
        if (filing.Entity is { } entity)
        {
            var who = new JsonObject { ["name"] = entity.Name };
            AddIfStated(who, "registration", entity.Registration?.Text);
            AddIfStated(who, "state", entity.State);
            json["entity"] = who;
        }

        AddIfStated(json, "complianceYear", filing.Year?.ToString());
        AddIfStated(json, "targetRow", filing.TargetRow);
        if (filing.OwnTarget is { } own)
        {
            json["ownTarget"] = OwnTargetWriting.ToJson(own);
        }

        AddIfStated(json, "illustrative", filing.Illustrative);
        AddIfStated(json, "whyUnusual", filing.WhyUnusual);
        var general = new JsonObject();
        foreach (var choice in form.Choices)
        {
            AddIfStated(general, choice.Name, filing.Choices.TryGetValue(choice.Name, out var word) ? word : null);
        }

        json["general"] = general;
        json["inputs"] = Inputs(filing, form);
        return json;
    }

    private static JsonArray Inputs(ProFormaFiling filing, ProForma form)
    {
        var inputs = new JsonArray();
        for (var i = 0; i < form.Fields.Count; i++)
        {
            if (!filing.States(i))
            {
                continue;
            }

            var years = new JsonArray();
            for (var year = 0; year < filing.Years; year++)
            {
                years.Add((JsonNode)Text(filing.Stated(i, (ProFormaColumn)year)));
            }

            var field = form.Fields[i];
            inputs.Add((JsonNode)new JsonObject { ["field"] = field.Key, ["unit"] = field.Unit, ["baseline_years"] = years, ["current"] = Text(filing.Stated(i, ProFormaColumn.Current)) });
        }

        return inputs;
    }

    private static string Text(CellValue value) => value.Kind == CellKind.Number ? ExactText.WriteWhole(value.Number) ?? value.Write(ExactText.Longest) : value.Text;

    private static void AddIfStated(JsonObject json, string key, string? text)
    {
        if (text is not null)
        {
            json[key] = text;
        }
    }
}
