using System.Text.Json.Nodes;

namespace Ccts.Sdk.Monitoring.Writing;

/// <summary>Writes the caller's own target, in a report and in its result.</summary>
internal static class OwnTargetWriting
{
    internal static JsonObject ToJson(OwnTarget own)
    {
        var json = new JsonObject();
        json.AddQuantity("target", own.Target);
        json.AddQuantity("baseline", own.Baseline);
        json.AddText("source", own.Source);
        return json;
    }
}
