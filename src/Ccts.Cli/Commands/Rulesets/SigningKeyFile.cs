using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Ccts.Cli.Input;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary>A private key in a PEM file.</summary>
internal static class SigningKeyFile
{
    private const int MaxBytes = 64 * 1024;
    private const int Bits = 256;

    private const string EncryptedLabel = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
    private const string PrivateLabel = "PRIVATE KEY-----";
    private const string Begin = "-----BEGIN ";
    private const string Curve = "1.2.840.10045.3.1.7";

    /// <param name="path">The PEM file.</param>
    /// <param name="passwordFile">The file of its password, or null.</param>
    /// <exception cref="CctsDataException">The file cannot be read, holds no P-256 key or more than one, or the password does not open it.</exception>
    internal static ECDsa Read(string path, string? passwordFile)
    {
        var pem = Encoding.UTF8.GetString(Inputs.Read(path, MaxBytes));
        var keys = pem.Split('\n').Count(l => l.TrimStart('\uFEFF').StartsWith(Begin, StringComparison.Ordinal) && l.TrimEnd().EndsWith(PrivateLabel, StringComparison.Ordinal));
        if (keys > 1)
        {
            throw Refusal("signing-key-several", path, $"This file holds {keys} private keys; which of them signs cannot be guessed.", "a file with one key");
        }

        var isEncrypted = pem.Contains(EncryptedLabel, StringComparison.Ordinal);
        var password = isEncrypted ? KeyPassword.Read(passwordFile) ?? throw Refusal("signing-key-password", path, "This key is protected by a password, and none was given.", $"a file with the password, or the environment variable {KeyPassword.Variable}") : null;
        var key = ECDsa.Create();
        try
        {
            Import(key, pem, password);
            if (key.KeySize == Bits && key.ExportParameters(includePrivateParameters: true) is { D: not null, Curve.Oid.Value: Curve })
            {
                return key;
            }
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or CryptographicException)
        {
            // Reported below, without details of the key.
        }

        key.Dispose();
        throw isEncrypted
            ? Refusal("signing-key-password", path, "The password does not open this key, or what it opens is no P-256 key.", "the password of a P-256 private key")
            : Refusal("signing-key", path, "This is no private key that can sign.", "a P-256 private key as PEM, as \"openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256\" writes it; with a password only in the form BEGIN ENCRYPTED PRIVATE KEY, into which \"openssl pkcs8 -topk8\" turns others");
    }

    private static void Import(ECDsa key, string pem, string? password)
    {
        if (password is null)
        {
            key.ImportFromPem(pem);
        }
        else
        {
            key.ImportFromEncryptedPem(pem, password);
        }
    }

    private static CctsDataException Refusal(string code, string path, string message, string expected) =>
        new([new Problem(code, Severity.Error, message, new SourcePlace(path, 0, 0, "")) { Expected = expected }]);

    /// <exception cref="CctsDataException">The id is not permitted in a trust file.</exception>
    internal static string CheckId(string id) => TrustFileReader.IsId(id)
        ? id
        : throw new CctsDataException([new Problem("key-id", Severity.Error, $"\"{id}\" is no id of a key.", default) { Expected = "1 to 64 small letters, digits, hyphens and dots" }]);
}
