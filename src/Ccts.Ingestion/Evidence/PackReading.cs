using System;
using System.Text.Json.Nodes;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Evidence;

/// <summary>Reads a pack.</summary>
internal static class PackReading
{
    /// <summary>The content of a pack, with every member that is looked at.</summary>
    internal static JsonObject? Read(byte[] pack, string? name, ProblemList problems)
    {
        if (LocatedJson.Read(pack, name, problems, 256 * 1024 * 1024) is not { } root)
        {
            return null;
        }

        var fields = new ObjectReader(root, problems);
        if (fields.Text("format") is { } format && format is not (EvidencePack.Format or EvidencePack.Second or EvidencePack.First))
        {
            problems.Error("unknown-format", root.Member("format")!.Place, $"\"{ShownText.Short(format)}\" is not a format this version reads.", string.Join(", ", EvidencePack.Format, EvidencePack.Second, EvidencePack.First));
        }

        fields.Text("digest");
        fields.Required("report");
        fields.List("values");
        if (fields.Text("mapping") is { } mapping && !IsBase64(mapping))
        {
            problems.Error("bad-value", root.Member("mapping")!.Place, "The mapping is no Base64.", "the bytes of a mapping in Base64");
        }

        foreach (var file in fields.List("files"))
        {
            var one = new ObjectReader(file, problems);
            one.Text("file");
            one.Text("sha256");
        }

        return !problems.HasErrors && Utf8Text.TryStrip(pack, name, problems, out var utf8) ? JsonNode.Parse(utf8)!.AsObject() : null;
    }

    private static bool IsBase64(string text)
    {
        try
        {
            return Convert.FromBase64String(text).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    // An altered pack may hold numbers that no valid pack has.
    internal static string Digest(JsonObject content)
    {
        try
        {
            return CanonicalJson.Digest(content);
        }
        catch (NotSupportedException)
        {
            return "";
        }
    }
}
