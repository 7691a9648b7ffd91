using System.Security.Cryptography;
using System.Text;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>SHA-256 in 64 lower-case hexadecimal digits, the same on every target.</summary>
internal static class Sha256Hex
{
    internal static string Of(byte[] bytes)
    {
#if NET
        var digest = SHA256.HashData(bytes);
#else
        using var sha = SHA256.Create();
        var digest = sha.ComputeHash(bytes);
#endif
        var hex = new StringBuilder(64);
        foreach (var b in digest)
        {
            hex.Append("0123456789abcdef"[b >> 4]).Append("0123456789abcdef"[b & 15]);
        }

        return hex.ToString();
    }
}
