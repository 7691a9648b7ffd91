using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Evidence;

/// <summary>Compares a pack with the files: its own digest, the digest of each file, each amount as the files come to it today, what changed, and the verifier's sections.</summary>
/// <remarks>Thread-safe.</remarks>
public static class EvidenceCheck
{
    /// <summary>Compares a pack with files.</summary>
    /// <param name="pack">The bytes of the pack.</param>
    /// <param name="name">Its name for problems, or null.</param>
    /// <param name="files">The files.</param>
    /// <param name="previous">The previous version of the report, where the pack lists changes against it; with null only their current values are checked.</param>
    /// <param name="verification">
    /// Returns the verifier's sections for the pack's report; it receives the sections of the pack, which name their ruleset, and returns null where they are not known.
    /// Without it they are not checked.
    /// </param>
    /// <returns>Mismatches, as errors; a warning where the pack has an earlier format with less content. Empty where everything matches.</returns>
    /// <exception cref="CctsDataException">The bytes are no pack.</exception>
    public static IReadOnlyList<Problem> Of(byte[] pack, string? name, IReadOnlyList<IngestionFile> files, MonitoringReport? previous = null, Func<MonitoringReport, JsonObject, JsonObject?>? verification = null)
    {
        Require.NotNull(pack);
        Require.NotNull(files);
        var problems = new ProblemList();
        var content = PackReading.Read(pack, name, problems);
        if (content is null || problems.HasErrors)
        {
            throw new CctsDataException(Cures.Of(problems.ToList()));
        }

        var digest = content["digest"]!.GetValue<string>();
        content.Remove("digest");
        if (PackReading.Digest(content) != digest)
        {
            problems.Error("pack-altered", new SourcePlace(name, 0, 0, "/digest"), "The pack is not as it was made: its content has another digest.", digest, "Ask whoever made it for the file as it was.");
            return Cures.Of(problems.ToList());
        }

        var mapping = IngestionMapping.Read(Convert.FromBase64String(content["mapping"]!.GetValue<string>()), "mapping");
        var result = Ingestor.Run(mapping, files);
        HoldFiles(content, files, result, problems);
        if (problems.HasErrors)
        {
            return Cures.Of(problems.ToList());
        }

        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(content["report"]!.ToJsonString()), name);
        HoldAccount(content, IngestionJson.Write(result), EvidencePack.Stated(report, result), name, problems);
        EvidencePack.TellDifferences(report, result.Values, problems);
        EvidencePack.TellSamples(report, result.Report, mapping.Report, problems);
        EvidencePack.TellStated(report, result.Report, problems);
        PackSections.HoldChanges(content, report, previous, new SourcePlace(name, 0, 0, "/changes"), problems);
        PackSections.HoldVerification(content, report, verification, new SourcePlace(name, 0, 0, "/verification"), problems);
        return Cures.Of(problems.ToList());
    }

    /// <summary>The pack's statements about the files must match the files.</summary>
    private static void HoldAccount(JsonObject content, JsonObject today, JsonArray stated, string? name, ProblemList problems)
    {
        foreach (var (member, now) in new[] { ("values", today["values"]), ("files", today["files"]), ("readiness", today["readiness"]), ("findings", today["problems"]), ("stated", (JsonNode)stated) })
        {
            if (!JsonNode.DeepEquals(Stated(now), Stated(content[member])))
            {
                problems.Error(member + "-differ", new SourcePlace(name, 0, 0, "/" + member), member == "values" ? "The files are the same and come to other values than the pack has." : $"The files and the report are the same and come to other {member} than the pack has.", $"the {member} as the files come to", "The pack may be of another version of this program.");
            }
        }
    }

    /// <summary>Without the members that hold nothing: a pack of an earlier format does not have all of them.</summary>
    private static JsonNode? Stated(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(m => m.Value is not null).Select(m => new KeyValuePair<string, JsonNode?>(m.Key, Stated(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Stated)]),
        _ => node?.DeepClone(),
    };

    private static void HoldFiles(JsonObject content, IReadOnlyList<IngestionFile> files, IngestionResult result, ProblemList problems)
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
                problems.Error("file-missing", new SourcePlace(file.Key, 0, 0, ""), "The pack rests on this file, and it was not given.", "SHA-256 " + file.Value, Renamed(files, known, file.Value) is { } other ? $"{other} is this file under another name: give it the name that it had." : null);
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

    /// <summary>A file that was given under a name that the pack does not have, and is byte for byte the one that is missing; null where there is none.</summary>
    private static string? Renamed(IReadOnlyList<IngestionFile> files, Dictionary<string, string> known, string sha256) => files.FirstOrDefault(f => !known.ContainsKey(f.Name) && EvidenceFiles.Digest(f) == sha256)?.Name;
}
