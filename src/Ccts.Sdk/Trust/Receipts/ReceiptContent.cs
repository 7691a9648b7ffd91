using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Sdk.Trust.Receipts;

/// <summary>Everything a receipt says.</summary>
internal static class ReceiptContent
{
    internal static JsonObject Build(string format, string engine, IReceiptReplay replay, JsonObject input)
    {
        var stored = CanonicalJson.Bytes(input);
        var content = new JsonObject
        {
            ["format"] = format,
            ["kind"] = replay.Kind,
            ["engine"] = engine,
            ["ruleset"] = AssessmentJson.Ruleset(replay.Ruleset),
            ["input"] = input,
            ["inputDigest"] = Sha256.Of(stored),
            ["outputs"] = replay.Outputs(stored, format),
        };
        if (format != ReceiptFormat.First)
        {
            content["seal"] = CanonicalJson.Digest(content);
        }

        return content;
    }
}
