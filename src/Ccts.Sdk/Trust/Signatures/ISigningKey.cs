namespace Ccts.Sdk.Trust.Signatures;

/// <summary>A private key, wherever it lives: in memory, in a store of the system, in a hardware module.</summary>
/// <remarks>Implementations say whether they are thread-safe.</remarks>
public interface ISigningKey
{
    /// <summary>The id by which trust files know the key's public half.</summary>
    string Id { get; }

    /// <summary>Signs with ECDSA, P-256 and SHA-256.</summary>
    /// <param name="message">The bytes to sign, not their hash.</param>
    /// <returns>r and s of IEEE P1363: 64 bytes. The caller brings s into its lower half.</returns>
    byte[] Sign(byte[] message);
}
