using System.Text.Json.Nodes;

namespace Ccts.Sdk.Monitoring.Writing;

/// <summary>Writes a target of the caller's own, in a report and in what came of it.</summary>
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
