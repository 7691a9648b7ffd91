using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;

namespace Ccts.Rules.Trust.Signing;

/// <summary>What is signed: which ruleset this is, by which key and algorithm, and every file with its size and digest.</summary>
internal sealed record RulesetManifest(string Id, int Revision, string Algorithm, string KeyId, IReadOnlyList<ManifestEntry> Files)
{
    internal const string Format = "ccts-ruleset-signature/1";

    internal static RulesetManifest Of(RulesetFiles files, string id, int revision, string algorithm, string keyId) =>
        new(id, revision, algorithm, keyId, files.Entries().ToList());

    internal SignedSubject Subject => new(Id, IsOverlay: Files.All(f => f.Path != RulesetFiles.RulesetFileName));

    /// <summary>The signed canonical bytes. They contain the format, so that a signature over anything else cannot be used here.</summary>
    internal byte[] Message() => CanonicalJson.Bytes(Json());

    internal JsonObject Json() => new()
    {
        ["algorithm"] = Algorithm,
        ["files"] = new JsonArray([.. Files.Select(f => (JsonNode)f.Json())]),
        ["format"] = Format,
        ["key"] = KeyId,
        ["ruleset"] = new JsonObject { ["id"] = Id, ["revision"] = Revision },
    };

    /// <summary>The id and revision that the files themselves state, or null if they cannot be read.</summary>
    internal static (string Id, int Revision)? IdentityOf(RulesetFiles files, ProblemList problems)
    {
        var file = files.Find(RulesetFiles.RulesetFileName) ?? files.Find(RulesetFiles.OverlayFileName);
        if (file is null)
        {
            problems.Error("missing-file", new SourcePlace(files.Name, 0, 0, ""), $"There is neither {RulesetFiles.RulesetFileName} nor {RulesetFiles.OverlayFileName}; one of them says what this is.", RulesetFiles.RulesetFileName);
            return null;
        }

        if (LocatedJson.Read(file.Bytes, file.Name, problems, RulesetLimits.MaxFileBytes) is not { } root)
        {
            return null;
        }

        var reader = new ObjectReader(root, problems);
        var (id, revision) = (reader.Text("id"), reader.Integer("revision"));
        return id is null || revision is null ? null : (id, revision.Value);
    }
}
