using System.Security.Cryptography;

namespace Ccts.Sdk.Formats.Json;

/// <summary>SHA-256 in the text form used everywhere: <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
public static class Sha256
{
    private const string Prefix = "sha256:";
    private const string Digits = "0123456789abcdef";

    /// <summary>Of all bytes.</summary>
    public static string Of(byte[] bytes) => Of(Require.NotNull(bytes), bytes.Length);

    /// <summary>Of the first bytes.</summary>
    public static string Of(byte[] bytes, int count)
    {
        Require.NotNull(bytes);
#if NET
        var hash = SHA256.HashData(new System.ReadOnlySpan<byte>(bytes, 0, count));
#else
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(bytes, 0, count);
#endif
        var text = new char[Prefix.Length + (2 * hash.Length)];
        Prefix.CopyTo(0, text, 0, Prefix.Length);
        for (var i = 0; i < hash.Length; i++)
        {
            (text[Prefix.Length + (2 * i)], text[Prefix.Length + (2 * i) + 1]) = (Digits[hash[i] >> 4], Digits[hash[i] & 15]);
        }

        return new string(text);
    }
}
