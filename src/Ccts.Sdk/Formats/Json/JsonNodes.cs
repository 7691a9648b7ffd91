using System.Globalization;
using System.Text.Json.Nodes;

namespace Ccts.Sdk.Formats.Json;

/// <summary>Turns a strictly read tree into one that can be written.</summary>
public static class JsonNodes
{
    /// <summary>Numbers that canonical JSON cannot hold become text as written, so that a comparison sees them.</summary>
    public static JsonNode? From(LocatedNode node)
    {
        Require.NotNull(node);
        switch (node.Kind)
        {
            case LocatedKind.Object:
                var members = new JsonObject();
                foreach (var child in node.Children)
                {
                    members[child.Key!] = From(child);
                }

                return members;
            case LocatedKind.Array:
                var items = new JsonArray();
                foreach (var child in node.Children)
                {
                    items.Add(From(child));
                }

                return items;
            case LocatedKind.Number:
                return long.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && CanonicalJson.Holds(number)
                    ? JsonValue.Create(number)
                    : JsonValue.Create("number " + node.Value);
            case LocatedKind.String:
                return JsonValue.Create(node.Value);
            case LocatedKind.Null:
                return null;
            default:
                return JsonValue.Create(node.Kind == LocatedKind.True);
        }
    }
}
