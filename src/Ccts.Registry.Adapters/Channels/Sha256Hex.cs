using Ccts.Sdk.Formats.Json;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>SHA-256 in 64 lower-case hexadecimal digits, without the word before them.</summary>
internal static class Sha256Hex
{
    internal static string Of(byte[] bytes) => Of(bytes, bytes.Length);

    internal static string Of(byte[] bytes, int count) => Sha256.Of(bytes, count).Substring("sha256:".Length);
}
