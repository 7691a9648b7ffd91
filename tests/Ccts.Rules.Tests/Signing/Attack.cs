using System;
using System.Collections.Generic;
using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Ccts.Rules.Files;
using Ccts.Sdk.Trust.Signatures;
using NodaTime;

namespace Ccts.Rules.Tests.Signing;

/// <summary>One way to offer a host a ruleset that it must refuse, and the code it must refuse it with.</summary>
internal sealed record Attack(string Name, string Code, Func<RulesetFiles> Files)
{
    internal LocalDate Day { get; init; } = new(2026, 11, 22);

    internal Func<TrustFile> Trust { get; init; } = () => TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator));

    internal static IReadOnlyList<Attack> All { get; } =
    [
        new("stripped", "signature-missing", () => SignedRulesets.Files(SignedRulesets.Plain(3))),
        new("altered file", "signed-file-altered", () => SignedRulesets.Tampered(3, f => f["targets.csv"] = [.. f["targets.csv"], (byte)'\n'])),
        new("extra file", "signed-file-extra", () => SignedRulesets.Tampered(3, f => f["tests/more.json"] = "{}"u8.ToArray())),
        new("missing file", "signed-file-missing", () => SignedRulesets.Tampered(3, f => f.Remove("targets.on-request.csv"))),
        new("swapped files", "signed-file-swapped", () => SignedRulesets.Tampered(3, f => (f["targets.csv"], f["targets.on-request.csv"]) = (f["targets.on-request.csv"], f["targets.csv"]))),
        new("renamed file", "signed-file-renamed", () => SignedRulesets.Tampered(3, f => { f["targets2.csv"] = f["targets.csv"]; f.Remove("targets.csv"); })),
        new("a key nobody trusts", "key-unknown", () => SignedRulesets.Revision(3, TestKeys.Stranger)),
        new("another key under a trusted name", "signature-wrong", () => SignedRulesets.Revision(3, TestKeys.Stranger.As(TestKeys.Regulator.Id))),
        new("expired key", "key-expired", () => SignedRulesets.Revision(3)) { Day = new(2028, 1, 1) },
        new("key not yet valid", "key-not-yet-valid", () => SignedRulesets.Revision(3)) { Day = new(2025, 12, 31) },
        new("revoked key", "key-revoked", () => SignedRulesets.Revision(3)) { Trust = () => TestKeys.Trust(TestKeys.Entry(TestKeys.Regulator, revoked: "2026-06-01")) },
        new("a key for receipts", "key-use", () => SignedRulesets.Revision(3, TestKeys.ReceiptsOnly)) { Trust = () => TestKeys.Trust(TestKeys.Entry(TestKeys.ReceiptsOnly, use: "receipts")) },
        new("a key for other rulesets", "key-ruleset", () => SignedRulesets.Revision(3)) { Trust = () => TestKeys.Trust(Scoped("rulesets", "other/*")) },
        new("downgraded algorithm", "algorithm-refused", () => SignedRulesets.WithSignature(3, s => { s["algorithm"] = "none"; s["signature"] = ""; })),
        new("a format of tomorrow", "unsupported-format", () => SignedRulesets.WithSignature(3, s => s["format"] = "ccts-signature-99")),
        new("malformed signature", "signature-malformed", () => SignedRulesets.WithSignature(3, s => s["signature"] = s["signature"]!.GetValue<string>()[..^4])),
        new("malleable signature", "signature-malleable", () => SignedRulesets.WithSignature(3, s => s["signature"] = Convert.ToBase64String(Twin(Convert.FromBase64String(s["signature"]!.GetValue<string>()))))),
        new("signature file in another form", "signature-not-canonical", () => SignedRulesets.Tampered(3, f => f[SignedRulesets.SignatureFile] = [.. f[SignedRulesets.SignatureFile], (byte)'\n'])),
        new("file listed twice", "manifest-duplicate", () => Listed(m => m with { Files = [.. m.Files, m.Files[0]] })),
        new("list that names its own file", "manifest-lists-itself", () => Listed(m => m with { Files = [.. m.Files, m.Files[0] with { Path = SignedRulesets.SignatureFile }] })),
        new("older revision", "revision-older", () => SignedRulesets.Revision(1)),
        new("signature of another ruleset", "signature-of-another", () => SignedRulesets.Files(WithSignatureOf(SignedRulesets.Plain(3), SignedRulesets.Plain(3, "test/2026-27"), "test/2026-27", 3))),
        new("link among the files", "ruleset-link", () => RulesetFiles.Own("offered", SignedRulesets.Open(SignedRulesets.Revision(3)), ["tests/link.json"])),
        new("names that differ by case", "name-case-collision", () => WithFile("Targets.csv")),
        new("names that Unicode makes equal", "name-unicode", () => WithFile("tests/cafe\u0301.json")),
        new("name of a device", "name-device", () => WithFile("tests/NUL.json")),
        new("name that is not plain", "name-form", () => WithFile("tests/a b.json")),
    ];

    internal static JsonObject Scoped(string kind, string pattern)
    {
        var entry = TestKeys.Entry(TestKeys.Regulator);
        entry.Remove("rulesets");
        entry[kind] = new JsonArray(pattern);
        return entry;
    }

    // Even the holder of a key cannot make hosts take these names in: the signature is over them.
    private static RulesetFiles WithFile(string path)
    {
        var files = SignedRulesets.Plain(3);
        files[path] = [.. files["targets.csv"]];
        return SignedRulesets.SignedAs(files, "test/2025-26", 3, TestKeys.Regulator);
    }

    private static Dictionary<string, byte[]> WithSignatureOf(Dictionary<string, byte[]> files, Dictionary<string, byte[]> others, string id, int revision)
    {
        files[SignedRulesets.SignatureFile] = SignedRulesets.SignedAs(others, id, revision, TestKeys.Regulator).Find(SignedRulesets.SignatureFile)!.Bytes;
        return files;
    }

    // Not even the holder of a key can sign such a list.
    private static RulesetFiles Listed(Func<Ccts.Rules.Trust.Signing.RulesetManifest, Ccts.Rules.Trust.Signing.RulesetManifest> change)
    {
        var plain = SignedRulesets.Files(SignedRulesets.Plain(3));
        var manifest = change(Ccts.Rules.Trust.Signing.RulesetManifest.Of(plain, "test/2025-26", 3, "ecdsa-p256-sha256", TestKeys.Regulator.Id));
        return plain.With(SignedRulesets.SignatureFile, new Ccts.Rules.Trust.Signing.SignatureFile(manifest, Convert.ToBase64String(P256.Normalise(TestKeys.Regulator.Sign(manifest.Message())))).Bytes());
    }

    // The other signature that the same key, message and r make: n - s in place of s (n: the order of P-256, FIPS 186-4 D.1.2.3).
    private static byte[] Twin(byte[] signature)
    {
        var order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var other = (order - new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true)).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. signature[..32], .. new byte[32 - other.Length], .. other];
    }
}
