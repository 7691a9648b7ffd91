using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Trust.Signatures;

/// <summary>Reads trust files strictly: one key with a mistake makes the whole file invalid.</summary>
public static class TrustFileReader
{
    internal const int MaxBytes = 1024 * 1024;
    private const int MaxKeys = 1000;
    private const int MaxIdLength = 64;

    private static readonly IReadOnlyDictionary<string, KeyUse> Uses = new Dictionary<string, KeyUse>(StringComparer.Ordinal)
    {
        ["rulesets"] = KeyUse.Rulesets,
        ["receipts"] = KeyUse.Receipts,
        ["verifications"] = KeyUse.Verifications,
    };

    private static readonly IReadOnlyDictionary<string, bool> Algorithms = new Dictionary<string, bool>(StringComparer.Ordinal) { [P256.Algorithm] = true };

    internal static TrustFile? Read(LocatedNode root, ProblemList problems)
    {
        var file = new ObjectReader(root, problems);
        file.Optional("$schema");
        var format = file.Integer("format");
        var nodes = file.List("keys");
        file.Done();
        if (format is not null and not TrustFile.Format)
        {
            problems.Error("unsupported-format", root.Member("format")!.Place, $"The trust file is written in format {format}.", $"{TrustFile.Format}", "A newer version of this package may read it.");
        }

        if (nodes.Count > MaxKeys)
        {
            problems.Error("too-many-keys", root.Member("keys")!.Place, $"Here are {nodes.Count} keys.", $"at most {MaxKeys}");
            return null;
        }

        var keys = nodes.Select(n => (Node: n, Key: ReadKey(n, problems))).Where(k => k.Key is not null).Select(k => (k.Node, Key: k.Key!)).ToList();
        CheckTwice(keys, problems);
        return problems.HasErrors ? null : new TrustFile(keys.Select(k => k.Key).ToList());
    }

    private static TrustedKey? ReadKey(LocatedNode node, ProblemList problems)
    {
        var reader = new ObjectReader(node, problems);
        var id = reader.Text("id");
        var holder = reader.Text("holder");
        var use = reader.Choice("use", Uses);
        reader.Choice("algorithm", Algorithms);
        var pem = reader.Text("publicKey");
        var (from, to) = (reader.Date("from"), reader.Date("to"));
        var rulesets = ReadPatterns(reader, "rulesets", problems);
        var overlays = ReadPatterns(reader, "overlays", problems);
        var revoked = reader.OptionalObject("revoked");
        var revokedOn = revoked?.Date("on");
        var reason = revoked?.Text("reason");
        revoked?.Done();
        reader.OptionalText("note");
        reader.Done();
        if (id is not null && !IsId(id))
        {
            problems.Error("key-id", node.Member("id")!.Place, $"\"{ShownText.Short(id)}\" is no id of a key.", $"1 to {MaxIdLength} small letters, digits, hyphens and dots");
        }

        if (from > to)
        {
            problems.Error("key-period", node.Member("to")!.Place, $"The key ends on {to:uuuu-MM-dd}, before it begins on {from:uuuu-MM-dd}.", "\"from\" and \"to\" as first and last day");
        }

        CheckPatterns(node, use, rulesets.Count + overlays.Count, problems);
        var point = pem is null ? null : PublicKey(pem, node, problems);
        return id is null || holder is null || use is null || from is null || to is null || point is null ? null : new TrustedKey(id, point)
        {
            Holder = holder,
            Use = use.Value,
            Rulesets = rulesets,
            Overlays = overlays,
            From = from.Value,
            To = to.Value,
            Revoked = revoked is null ? null : $"revoked on {revokedOn:uuuu-MM-dd}: {reason}",
        };
    }

    private static List<string> ReadPatterns(ObjectReader reader, string key, ProblemList problems)
    {
        var patterns = new List<string>();
        foreach (var item in reader.OptionalList(key))
        {
            var star = item.Value?.IndexOf('*') ?? -1;
            if (item.Kind != LocatedKind.String || item.Value!.Length == 0 || (star >= 0 && star != item.Value.Length - 1))
            {
                problems.Error("key-pattern", item.Place, $"This names no {key}.", "an id such as \"in-ccts/2026-27\", or how ids begin such as \"in-ccts/*\"");
            }
            else
            {
                patterns.Add(item.Value);
            }
        }

        return patterns;
    }

    private static void CheckPatterns(LocatedNode node, KeyUse? use, int patterns, ProblemList problems)
    {
        if (use == KeyUse.Rulesets && patterns == 0)
        {
            problems.Error("key-pattern", node.Place, "The key names nothing that it may sign.", "\"rulesets\": [\"in-ccts/*\"], or \"overlays\"");
        }

        if (use is KeyUse.Receipts or KeyUse.Verifications && patterns > 0)
        {
            problems.Error("key-pattern", node.Place, $"A key for {use.Value.ToString().ToLowerInvariant()} signs no rulesets and no overlays.", "neither \"rulesets\" nor \"overlays\"");
        }
    }

    private static byte[]? PublicKey(string pem, LocatedNode node, ProblemList problems)
    {
        var point = PublicKeyPem.Read(pem, out var reason);
        if (point is null)
        {
            var parts = reason!.Split(["; expected "], StringSplitOptions.None);
            problems.Error("public-key", node.Member("publicKey")!.Place, parts[0] + ".", parts[1]);
        }

        return point;
    }

    // A revoked key must not come back under another id.
    private static void CheckTwice(IReadOnlyList<(LocatedNode Node, TrustedKey Key)> keys, ProblemList problems)
    {
        var (ids, points) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (node, key) in keys)
        {
            if (!ids.Add(key.Id))
            {
                problems.Error("duplicate-key-id", node.Member("id")!.Place, $"Two keys have the id \"{key.Id}\".", "each id once");
            }

            if (!points.Add(Convert.ToBase64String(key.PublicKey())))
            {
                problems.Error("duplicate-public-key", node.Member("publicKey")!.Place, $"The key \"{key.Id}\" is in the file under another id too.", "each public key once", "For another use, make another key.");
            }
        }
    }

    /// <summary>Whether a text can be the id of a key.</summary>
    public static bool IsId(string id) =>
        Require.NotNull(id).Length is > 0 and <= MaxIdLength && id.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.');
}
