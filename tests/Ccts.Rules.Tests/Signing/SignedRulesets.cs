using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Files;
using Ccts.Rules.Tests.Corpus;
using Ccts.Rules.Trust.Signing;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Trust.Signatures;

namespace Ccts.Rules.Tests.Signing;

/// <summary>The small valid ruleset of the corpus, in any revision, signed by a test key.</summary>
internal static class SignedRulesets
{
    internal const string SignatureFile = "signature.json";

    internal static Dictionary<string, byte[]> Plain(int revision, string id = "test/2025-26")
    {
        var files = BadCase.Base();
        files["ruleset.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["ruleset.json"])
            .Replace("\"revision\": 1", $"\"revision\": {revision}", StringComparison.Ordinal)
            .Replace("test/2025-26", id, StringComparison.Ordinal)
            .Replace("none of it is law", $"none of it is law {revision}", StringComparison.Ordinal));
        return files;
    }

    internal static RulesetFiles Files(IReadOnlyDictionary<string, byte[]> files) => RulesetFiles.FromMemory("offered", files);

    internal static RulesetFiles Revision(int revision, ISigningKey? key = null) => RulesetSigner.Sign(Files(Plain(revision)), key ?? TestKeys.Regulator);

    internal static Dictionary<string, byte[]> Open(RulesetFiles files) => files.Paths.ToDictionary(p => p, p => files.Find(p)!.Bytes, StringComparer.Ordinal);

    /// <summary>A signed ruleset after somebody changed its files and kept its signature.</summary>
    internal static RulesetFiles Tampered(int revision, Action<Dictionary<string, byte[]>> change)
    {
        var files = Open(Revision(revision));
        change(files);
        return Files(files);
    }

    /// <summary>A signed ruleset after somebody changed its signature file, which stays in canonical form.</summary>
    internal static RulesetFiles WithSignature(int revision, Action<JsonObject> change) => Tampered(revision, files =>
    {
        var signature = JsonNode.Parse(files[SignatureFile])!.AsObject();
        change(signature);
        files[SignatureFile] = CanonicalJson.Bytes(signature);
    });

    /// <summary>What the host itself would sign, in the words the attacker chose: a manifest signed by a real key.</summary>
    internal static RulesetFiles SignedAs(IReadOnlyDictionary<string, byte[]> files, string id, int revision, ISigningKey key, string algorithm = "ecdsa-p256-sha256")
    {
        var plain = Files(files);
        var manifest = RulesetManifest.Of(plain, id, revision, algorithm, key.Id);
        return plain.With(SignatureFile, new SignatureFile(manifest, Convert.ToBase64String(P256.Normalise(key.Sign(manifest.Message())))).Bytes());
    }
}
