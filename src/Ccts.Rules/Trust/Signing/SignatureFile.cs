using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Rules.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;

namespace Ccts.Rules.Trust.Signing;

/// <summary>The file <c>signature.json</c>: a manifest and the signature over it, in canonical form.</summary>
internal sealed record SignatureFile(RulesetManifest Manifest, string Signature)
{
    internal SignatureClaim Claim => new(Manifest.Algorithm, Manifest.KeyId, Signature);

    internal byte[] Bytes()
    {
        var json = Manifest.Json();
        json["signature"] = Signature;
        return CanonicalJson.Bytes(json);
    }

    /// <summary>Reads it strictly: no unknown or repeated members, and exactly the canonical bytes.</summary>
    internal static SignatureFile? Read(RulesetFile file, ProblemList problems)
    {
        if (LocatedJson.Read(file.Bytes, file.Name, problems, RulesetLimits.MaxFileBytes) is not { } root)
        {
            return null;
        }

        var reader = new ObjectReader(root, problems);
        var format = reader.Text("format");
        var (algorithm, key, signature) = (reader.Text("algorithm"), reader.Text("key"), reader.Text("signature"));
        var ruleset = reader.Object("ruleset");
        var (id, revision) = (ruleset?.Text("id"), ruleset?.Integer("revision"));
        ruleset?.Done();
        var files = reader.List("files").Select(n => ReadEntry(n, problems)).ToList();
        reader.Done();
        if (format is not null and not RulesetManifest.Format)
        {
            problems.Error("unsupported-format", root.Member("format")!.Place, $"The signature is written in the format \"{ShownText.Short(format)}\".", RulesetManifest.Format);
        }

        if (problems.HasErrors)
        {
            return null;
        }

        var read = new SignatureFile(new RulesetManifest(id!, revision!.Value, algorithm!, key!, files!), signature!);
        if (!read.Bytes().AsSpan().SequenceEqual(file.Bytes))
        {
            problems.Error("signature-not-canonical", file.Start, "The file is not written in its one canonical form.", "the file as \"ccts ruleset sign\" writes it");
        }

        return read;
    }

    private static ManifestEntry? ReadEntry(LocatedNode node, ProblemList problems)
    {
        var reader = new ObjectReader(node, problems);
        var (path, size, sha256) = (reader.Text("path"), reader.Integer("size"), reader.Text("sha256"));
        reader.Done();
        return path is null || size is null || sha256 is null ? null : new ManifestEntry(path, size.Value, sha256);
    }
}
