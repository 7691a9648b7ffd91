using System;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Ccts.Sdk;

namespace Ccts.Credits.Journals;

/// <summary>A SHA-256 digest: 32 bytes that stand for a document. Written <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Digest
{
    private const string Prefix = "sha256:";

    // The digest of an empty file.
    private const string Nothing = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private Digest(string text) => Text = text;

    /// <summary><c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
    public string Text { get; }

    /// <summary>The digest of a document.</summary>
    public static Digest Of(byte[] document)
    {
#if NET
        var hash = SHA256.HashData(Require.NotNull(document));
#else
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Require.NotNull(document));
#endif
        var text = new StringBuilder(Prefix, 71);
        foreach (var b in hash)
        {
            text.Append("0123456789abcdef"[b >> 4]).Append("0123456789abcdef"[b & 15]);
        }

        return new Digest(text.ToString());
    }

    /// <summary>The digest of a text in UTF-8.</summary>
    public static Digest Of(string text) => Of(Encoding.UTF8.GetBytes(Require.NotNull(text)));

    /// <summary>Reads 64 hexadecimal digits of either case, optionally after <c>sha256:</c> or <c>0x</c>. Any other text is rejected.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Digest? digest)
    {
        var digits = text is null ? "" : text.StartsWith(Prefix, StringComparison.Ordinal) ? text.Substring(Prefix.Length)
            : text.StartsWith("0x", StringComparison.Ordinal) ? text.Substring(2) : text;
        var isDigest = digits.Length == 64 && digits.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F'));
        digest = isDigest ? new Digest(Prefix + digits.ToLowerInvariant()) : null;
        return isDigest;
    }

    /// <summary>Whether it is the digest of an empty file or one digit repeated, so that no document can be behind it.</summary>
    public bool SaysNothing => Text == Nothing || Text.Skip(Prefix.Length).Distinct().Count() == 1;

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[32];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = Convert.ToByte(Text.Substring(Prefix.Length + (2 * i), 2), 16);
        }

        return bytes;
    }

    /// <summary><see cref="Text"/>.</summary>
    public override string ToString() => Text;
}
