using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.Trust.Signatures;

namespace Ccts.Rules.Tests.Signing;

/// <summary>Keys for tests only, made anew in every run. Nobody trusts them anywhere else.</summary>
internal static class TestKeys
{
    internal static TestKey Regulator { get; } = new("test-regulator-2026");

    internal static TestKey Successor { get; } = new("test-regulator-2027");

    internal static TestKey Stranger { get; } = new("test-stranger");

    internal static TestKey Exchange { get; } = new("test-exchange");

    internal static TestKey ReceiptsOnly { get; } = new("test-receipts");

    internal static JsonObject Entry(TestKey key, string use = "rulesets", string from = "2026-01-01", string to = "2027-12-31", string? revoked = null)
    {
        var entry = new JsonObject
        {
            ["id"] = key.Id,
            ["holder"] = "holder of " + key.Id,
            ["use"] = use,
            ["algorithm"] = "ecdsa-p256-sha256",
            ["publicKey"] = key.PublicPem,
            ["from"] = from,
            ["to"] = to,
        };
        if (use == "rulesets")
        {
            entry["rulesets"] = new JsonArray("test/*");
        }

        if (revoked is not null)
        {
            entry["revoked"] = new JsonObject { ["on"] = revoked, ["reason"] = "the test says so" };
        }

        return entry;
    }

    internal static byte[] File(params JsonObject[] entries) => Encoding.UTF8.GetBytes(new JsonObject { ["format"] = 1, ["keys"] = new JsonArray([.. entries.Select(e => (JsonNode)e)]) }.ToJsonString());

    internal static TrustFile Trust(params JsonObject[] entries) => TrustFile.Read(File(entries), "trust.json");
}

/// <summary>A key pair for tests only.</summary>
internal sealed class TestKey(string id) : ISigningKey
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Id => id;

    internal string PublicPem => _key.ExportSubjectPublicKeyInfoPem();

    internal string PrivatePem => _key.ExportPkcs8PrivateKeyPem();

    public byte[] Sign(byte[] message) => _key.SignData(message, HashAlgorithmName.SHA256);

    /// <summary>The same key under another name: what a thief of a name, not of a key, has.</summary>
    internal TestKeyAs As(string otherId) => new(this, otherId);
}

internal sealed class TestKeyAs(TestKey key, string id) : ISigningKey
{
    public string Id => id;

    public byte[] Sign(byte[] message) => key.Sign(message);
}
