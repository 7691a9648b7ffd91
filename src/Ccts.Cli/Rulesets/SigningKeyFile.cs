using System;
using System.Security.Cryptography;
using System.Text;
using Ccts.Cli.Output;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Signatures;

namespace Ccts.Cli.Rulesets;

/// <summary>A private key in a PEM file.</summary>
internal static class SigningKeyFile
{
    private const int MaxBytes = 64 * 1024;
    private const int Bits = 256;

    /// <exception cref="CctsDataException">The file cannot be read, or holds no unencrypted P-256 key.</exception>
    internal static ECDsa Read(string path)
    {
        var pem = Encoding.UTF8.GetString(Inputs.Read(path, MaxBytes));
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.KeySize == Bits && key.ExportParameters(includePrivateParameters: true) is { D: not null, Curve.Oid.Value: "1.2.840.10045.3.1.7" })
            {
                return key;
            }
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            // Answered below; what exactly is wrong with a key is nobody's business.
        }

        key.Dispose();
        throw new CctsDataException([new Problem("signing-key", Severity.Error, "This is no private key that can sign.", new SourcePlace(path, 0, 0, "")) { Expected = "a P-256 private key as PEM, not encrypted, as \"openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256\" writes it" }]);
    }

    /// <exception cref="CctsDataException">No trust file could hold such an id.</exception>
    internal static string CheckId(string id) => TrustFileReader.IsId(id)
        ? id
        : throw new CctsDataException([new Problem("key-id", Severity.Error, $"\"{id}\" is no id of a key.", default) { Expected = "1 to 64 small letters, digits, hyphens and dots" }]);
}
