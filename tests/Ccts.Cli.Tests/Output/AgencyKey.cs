using System.IO;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Output;

/// <summary>A new key of a verification agency, <c>agency.pem</c>, and a trust file that holds it, <c>trust.json</c>.</summary>
internal static class AgencyKey
{
    internal static async Task Write(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await File.WriteAllTextAsync(Path.Combine(folder, "agency.pem"), key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "trust.json"), new JsonObject
        {
            ["format"] = 1,
            ["keys"] = new JsonArray(new JsonObject
            {
                ["id"] = "agency", ["holder"] = "Agency", ["use"] = "verifications", ["algorithm"] = "ecdsa-p256-sha256", ["publicKey"] = key.ExportSubjectPublicKeyInfoPem(), ["from"] = "2026-01-01", ["to"] = "2030-12-31",
            }),
        }.ToJsonString(), TestContext.Current.CancellationToken);
    }
}
