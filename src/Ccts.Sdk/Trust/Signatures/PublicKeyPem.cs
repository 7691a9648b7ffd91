using System;
using System.Linq;

namespace Ccts.Sdk.Trust.Signatures;

/// <summary>
/// Reads a P-256 public key from PEM (RFC 7468, SubjectPublicKeyInfo). netstandard2.0 has no reader for it, and for one curve
/// with uncompressed points the encoding is one fixed prefix.
/// </summary>
internal static class PublicKeyPem
{
    private const string Begin = "-----BEGIN PUBLIC KEY-----";
    private const string End = "-----END PUBLIC KEY-----";

    // SEQUENCE { SEQUENCE { id-ecPublicKey, prime256v1 }, BIT STRING of 65 bytes }
    private static readonly byte[] Prefix =
    [
        0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01,
        0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
    ];

    /// <summary>The key as an uncompressed point, or null with the reason.</summary>
    internal static byte[]? Read(string pem, out string? reason)
    {
        const string expected = "a P-256 public key as PEM, as \"openssl pkey -pubout\" prints it";
        var text = pem.Trim();
        reason = null;
        if (text.Contains("PRIVATE KEY"))
        {
            reason = "This is a private key. It must not be in this file, and everybody who saw the file has it now; expected " + expected;
        }
        else if (text.Length > 1000 || !text.StartsWith(Begin, StringComparison.Ordinal) || !text.EndsWith(End, StringComparison.Ordinal) || text.Length < Begin.Length + End.Length)
        {
            reason = "This is no PEM of a public key; expected " + expected;
        }

        var der = reason is null ? Decode(text.Substring(Begin.Length, text.Length - Begin.Length - End.Length)) : null;
        if (reason is null && (der is null || der.Length != Prefix.Length + P256.PointLength || !der.Take(Prefix.Length).SequenceEqual(Prefix)))
        {
            reason = "This is no key on the curve P-256 with an uncompressed point; expected " + expected;
        }

        var point = reason is null ? der!.Skip(Prefix.Length).ToArray() : null;
        if (point is not null && !P256.IsOnCurve(point))
        {
            reason = "The point of this key does not lie on the curve P-256; expected " + expected;
        }

        return reason is null ? point : null;
    }

    private static byte[]? Decode(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
