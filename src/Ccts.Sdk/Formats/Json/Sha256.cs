using System.Security.Cryptography;
using System.Text;

namespace Ccts.Sdk.Formats.Json;

/// <summary>SHA-256 in the text form used everywhere: <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
public static class Sha256
{
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
        var text = new StringBuilder("sha256:", 71);
        foreach (var b in hash)
        {
            text.Append(Digits[b >> 4]).Append(Digits[b & 15]);
        }

        return text.ToString();
    }
}
