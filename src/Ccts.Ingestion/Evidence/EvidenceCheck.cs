using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Evidence;

/// <summary>Holds a pack against the files: its own digest, the digest of each file, and each amount as the files come to it today.</summary>
/// <remarks>Thread-safe.</remarks>
public static class EvidenceCheck
{
    /// <summary>Holds a pack against files.</summary>
    /// <param name="pack">The bytes of the pack.</param>
    /// <param name="name">Its name for problems, or null.</param>
    /// <param name="files">The files.</param>
    /// <returns>What does not hold; empty where everything does.</returns>
    /// <exception cref="CctsDataException">The bytes are no pack.</exception>
    public static IReadOnlyList<Problem> Of(byte[] pack, string? name, IReadOnlyList<IngestionFile> files)
    {
        Require.NotNull(pack);
        Require.NotNull(files);
        var problems = new ProblemList();
        var content = Read(pack, name, problems);
        if (content is null || problems.HasErrors)
        {
            throw new CctsDataException(problems.ToList());
        }

        var digest = content["digest"]!.GetValue<string>();
        content.Remove("digest");
        if (Digest(content) != digest)
        {
            problems.Error("pack-altered", new SourcePlace(name, 0, 0, "/digest"), "The pack is not as it was made: its content has another digest.", digest, "Ask whoever made it for the file as it was.");
            return problems.ToList();
        }

        var mapping = IngestionMapping.Read(Convert.FromBase64String(content["mapping"]!.GetValue<string>()), "mapping");
        var result = Ingestor.Run(mapping, files);
        HoldFiles(content, result, problems);
        if (problems.HasErrors)
        {
            return problems.ToList();
        }

        if (!JsonNode.DeepEquals(IngestionJson.Write(result)["values"], content["values"]))
        {
            problems.Error("values-differ", new SourcePlace(name, 0, 0, "/values"), "The files are the same and come to other values than the pack has.", "the values as the files come to", "The pack may be of another version of this program.");
        }

        EvidencePack.TellDifferences(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(content["report"]!.ToJsonString()), name), result.Values, problems);
        return problems.ToList();
    }

    private static void HoldFiles(JsonObject content, IngestionResult result, ProblemList problems)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in content["files"]!.AsArray())
        {
            known[file!["file"]!.GetValue<string>()] = file["sha256"]!.GetValue<string>();
        }

        foreach (var file in known)
        {
            var now = result.Files.FirstOrDefault(f => f.Name == file.Key);
            if (now is null)
            {
                problems.Error("file-missing", new SourcePlace(file.Key, 0, 0, ""), "The pack rests on this file, and it was not given.", "SHA-256 " + file.Value);
            }
            else if (now.Sha256 != file.Value)
            {
                problems.Error("digest-differs", new SourcePlace(file.Key, 0, 0, ""), $"The file is not the one that the pack rests on: its SHA-256 is {now.Sha256}.", file.Value, "Find the file as it was, or make a new pack and say what changed.");
            }
        }

        foreach (var extra in result.Files.Where(f => !known.ContainsKey(f.Name)))
        {
            problems.Error("file-unknown", new SourcePlace(extra.Name, 0, 0, ""), "The pack does not know this file.", "the files of the pack: " + string.Join(", ", known.Keys));
        }

        foreach (var error in result.Problems.Where(p => p.Severity == Severity.Error && p.Code is "file-of-no-source" or "file-twice"))
        {
            problems.Add(error);
        }
    }

    /// <summary>The content of a pack, with every member that is looked at.</summary>
    private static JsonObject? Read(byte[] pack, string? name, ProblemList problems)
    {
        if (LocatedJson.Read(pack, name, problems, 256 * 1024 * 1024) is not { } root)
        {
            return null;
        }

        var fields = new ObjectReader(root, problems);
        if (fields.Text("format") is { } format && format != EvidencePack.Format)
        {
            problems.Error("unknown-format", root.Member("format")!.Place, $"\"{ShownText.Short(format)}\" is not a format this version reads.", EvidencePack.Format);
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

        return problems.HasErrors ? null : JsonNode.Parse(Encoding.UTF8.GetString(pack).TrimStart('\uFEFF'))!.AsObject();
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

    // What a program altered may hold numbers that no pack has.
    private static string Digest(JsonObject content)
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
