using System.Linq;
using System.Text.Json.Nodes;

namespace Ccts.Compliance.Forms;

/// <summary>A form as JSON, after <c>schemas/compliance-form.schema.json</c>.</summary>
public static class FormJson
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "ccts-compliance-form/1";

    /// <summary>The form.</summary>
    public static JsonObject Write(FormDocument form)
    {
        Require.NotNull(form);
        var json = new JsonObject
        {
            ["format"] = Format,
            ["form"] = form.Id,
            ["title"] = form.Title,
            ["annexure"] = form.Annexure,
            ["entity"] = form.Entity.Name,
            ["registration"] = form.Entity.Registration?.ToString(),
            ["complianceYear"] = form.Year.ToString(),
            ["illustrative"] = form.Illustrative,
            ["ruleset"] = form.Ruleset is { } by ? new JsonObject { ["id"] = by.Id, ["revision"] = by.Revision, ["digest"] = by.Digest } : null,
            ["parts"] = new JsonArray([.. form.Parts.Select(p => (JsonNode)new JsonObject
            {
                ["title"] = p.Title,
                ["fields"] = new JsonArray([.. p.Fields.Select(f => (JsonNode)Field(f, p.HasPrevious))]),
            })]),
        };
        if (form.Notices.Count > 0)
        {
            json["notices"] = new JsonArray([.. form.Notices.Select(n => (JsonNode)new JsonObject { ["text"] = n.Text, ["gap"] = n.IsGap })]);
        }

        return json;
    }

    private static JsonObject Field(FormField field, bool hasPrevious)
    {
        var json = new JsonObject
        {
            ["number"] = field.Number,
            ["label"] = field.Label,
            ["value"] = field.Value,
            ["unit"] = field.Unit,
            ["origin"] = Of(field.Origin),
            ["remark"] = field.Remark,
        };
        if (hasPrevious)
        {
            json["previous"] = field.Previous;
        }

        return json;
    }

    internal static string Of(FormOrigin origin) => origin.ToString().ToLowerInvariant();
}
